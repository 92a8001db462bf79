// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/settings/secretsource.h"

#include <memory>

namespace anrufwarte {

/// The places of the invocation's profile, with the system's keychain.
[[nodiscard]] std::unique_ptr<SecretSource> secretSource(const Invocation &invocation);

/// "environment", "system keychain" … in the current language.
[[nodiscard]] QString placeName(SecretOrigin origin);
/// "…7f3a", "…" for a short key: all that may be shown.
[[nodiscard]] QString shownKey(const Secret &secret);

} // namespace anrufwarte
