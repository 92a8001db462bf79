// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/message.h"

#include <functional>

namespace anrufwarte::http {

/// Answers one request exactly once, now or later, from the listener's thread. May outlive the socket: the
/// answer is then dropped. A handler that lets it go unanswered makes the connection answer 503.
using Responder = std::function<void(Response)>;

/// What the listener hands requests to. Lives in the listener's thread.
class Handler
{
public:
    virtual ~Handler() = default;

    /// Called once per complete request, in order per connection.
    virtual void handle(Request request, Responder respond) = 0;

    /// A request that broke off before it was complete or well-formed was answered by the listener itself,
    /// with this status and reason code ("timeout", "body_too_large", "bad_request", …). For the counters.
    virtual void refused(const QHostAddress &peer, int status, QByteArrayView reason) = 0;
};

} // namespace anrufwarte::http
