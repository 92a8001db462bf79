// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/message.h"

namespace anrufwarte::http {

/// What an answer owes to the request and the connection it belongs to.
struct Framing
{
    bool keepAlive = true;
    bool http10 = false;
    bool headOnly = false; ///< answer to HEAD: the length is told, the body is not sent
};

/// Appends the answer as bytes. `date` is the ready-made value of the Date field.
void appendWire(QByteArray &out, const Response &response, const Framing &framing, QByteArrayView date);

/// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110 §5.6.7).
[[nodiscard]] QByteArray httpDate(qint64 utcMs);

} // namespace anrufwarte::http
