// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/retell/apifailure.h"

#include <QByteArray>
#include <QList>
#include <utility>

namespace anrufwarte {

/// What came back over the wire.
struct ApiReply
{
    int status = 0;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body; ///< decoded

    /// The first of that name, compared without case; empty if there is none.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

enum class ApiQuestion : quint8
{
    OneCall, ///< get-call: 404 and 422 speak of that call
    Other
};

/// What keeps a reply from being read as an answer; empty for one that may be parsed. Pure.
[[nodiscard]] std::optional<ApiFailure> classify(const ApiReply &reply, ApiQuestion question, qint64 nowMs);

/// Longest time that a server can make us wait.
inline constexpr qint64 MaxRetryAfterMs = 15LL * 60 * 1000;

/// How long to wait from now, by retry-after-ms or Retry-After (seconds or a date); bounded, garbage is
/// empty.
[[nodiscard]] std::optional<qint64> parseRetryAfter(const ApiReply &reply, qint64 nowMs);

/// "Sun, 06 Nov 1994 08:49:37 GMT" as UTC ms.
[[nodiscard]] std::optional<qint64> parseHttpDate(const QByteArray &text);

} // namespace anrufwarte
