// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/calls/callchange.h"
#include "core/retell/signature.h"

#include <optional>

namespace anrufwarte {

struct WebhookEvent
{
    QString event;
    CallId callId;                    ///< empty for chats
    std::optional<CallChange> change; ///< none for unknown and chat events: noted, nothing else done

    bool operator==(const WebhookEvent &) const = default;
};

/// What a webhook says; pure. BadJson, NoEvent (missing, no text or empty), NoCallId (the same of
/// call.call_id; a chat needs none). Stage and status follow contract §6.1:
/// - call_ended and call_analyzed are terminal whatever the body says: `ended`, unless it gives a terminal
/// word or one
///   we do not know;
/// - the other events mean ongoing unless the body gives a word we know; a terminal one closes the call;
/// - stamp: event_timestamp, else v of the signature; digest of the call object.
/// CallChange::reason is "<event> webhook".
[[nodiscard]] Result<WebhookEvent> decodeWebhook(const VerifiedBody &body);

} // namespace anrufwarte
