// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/listener.h"
#include "core/settings/profile.h"
#include "core/settings/settings.h"
#include "core/webhook/endpointconfig.h"

namespace anrufwarte {

/// What settings and keys mean for the listener thread. A value: it crosses the thread border as a whole.
struct ReceiverConfig
{
    http::ListenerOptions listener;
    EndpointConfig endpoint;
};

/// SettingInvalid when an address list cannot be read (the settings have checked it before).
[[nodiscard]] Result<ReceiverConfig> receiverConfig(const Profile &profile, const Settings &settings,
                                                    const Secrets &secrets);

/// Path, keys, lists and window take effect with the next request; what the sockets were made with needs new
/// ones.
[[nodiscard]] bool needsNewSockets(const Settings &before, const Settings &after);

} // namespace anrufwarte
