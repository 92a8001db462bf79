// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/secretsource.h"

#include <QString>

namespace anrufwarte {

/// What may be told about the stored keys; never a key itself.
struct KeyState
{
    bool hasKey = false;
    QString lastFour = {}; ///< of the API key; empty for short keys
    bool keychainAvailable = true;
    bool sessionOnly = false;                     ///< kept nowhere but in this process
    SecretOrigin origin = SecretOrigin::Keychain; ///< where the API key was found or stored
    bool ownWebhookKeys = false;                  ///< keys of their own sign webhooks, else the API key

    bool operator==(const KeyState &) const = default;
};

} // namespace anrufwarte
