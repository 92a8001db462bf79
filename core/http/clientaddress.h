// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/addresslist.h"
#include "core/http/message.h"

namespace anrufwarte::http {

/// Who sent the request. X-Forwarded-For is believed only from a trusted proxy, and then only up to the
/// right-most address that is none; an unreadable entry ends the belief at the proxy that passed it on.
/// Forwarded and X-Real-IP are never looked at.
[[nodiscard]] QHostAddress clientAddress(const Request &request, const AddressList &trustedProxies);

} // namespace anrufwarte::http
