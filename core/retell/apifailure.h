// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <optional>
#include <variant>

namespace anrufwarte {

/// The ways in which a question to the REST API stays without an answer, as far as they have to be told apart
/// (faults.md 2.5).
enum class ApiFault : quint8
{
    KeyRefused, ///< 401, 403: asking on makes no sense before there is another key
    Payment,    ///< 402
    NotFound,   ///< get-call: 404, 422, or an id that cannot be one of Retell's
    Throttled,  ///< 429
    Down,       ///< 5xx, 408, 409, no connection, too slow, broken off
    NotRetell,  ///< a web page or a redirect: captive portal, wrong base URL
    Unreadable, ///< not JSON, another shape, too large
    BadRequest  ///< any other 4xx: the same question would get the same answer
};

struct ApiFailure
{
    ApiFault fault = ApiFault::Down;
    int status = 0;                     ///< HTTP; 0 = there was none
    std::optional<qint64> retryAfterMs; ///< what Retell asks us to wait, bounded
    QString detail;                     ///< technical English; no key, no content

    bool operator==(const ApiFailure &) const = default;
};

template <typename T>
using ApiAnswer = std::variant<T, ApiFailure>;

/// For people; text/ makes the sentence.
[[nodiscard]] Error toError(const ApiFailure &failure);

} // namespace anrufwarte
