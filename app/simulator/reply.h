// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <utility>

namespace anrufwarte::simulator {

/// What the API says, before anything befalls it on its way.
struct Reply
{
    int status = 200;
    QByteArray body;
    QByteArray type = "application/json; charset=utf-8";
    QList<std::pair<QByteArray, QByteArray>>
        fields; ///< beside Date, Content-Type, Content-Length, Connection
};

[[nodiscard]] Reply jsonReply(int status, const QJsonObject &object);
/// `{"status":"error","message":…}` (api.md §3).
[[nodiscard]] Reply errorReply(int status, const QString &message);
[[nodiscard]] Reply htmlReply(int status, const QByteArray &text);

/// The bytes that go out, and what becomes of the connection then.
struct WireAnswer
{
    enum class Then
    {
        KeepOpen, ///< or close, if the asker wants that
        Close,
        Reset,
        Drip,   ///< the bytes go out one by one
        Endless ///< chunks follow until the asker has had enough
    };
    QByteArray bytes;
    Then then = Then::KeepOpen;
};

/// The head says `length`, whatever the body has; negative: chunked.
[[nodiscard]] QByteArray headOf(const Reply &reply, qint64 length, qint64 nowMs);
[[nodiscard]] WireAnswer whole(const Reply &reply, qint64 nowMs);

} // namespace anrufwarte::simulator
