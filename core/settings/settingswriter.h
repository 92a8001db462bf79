// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/profile.h"
#include "core/settings/settings.h"

namespace anrufwarte {

/// Checks one value and writes it into the profile's settings.ini (0600, replaced in one step; other keys
/// stay). Secrets are refused here. SettingInvalid, SettingUnknown, SettingsUnwritable, ProfileUnusable.
[[nodiscard]] Result<void> writeSetting(const Profile &profile, const QString &key, const QString &value);

/// Writes what differs between the two, in one step: what a settings page does on save.
[[nodiscard]] Result<void> writeChanges(const Profile &profile, const Settings &before,
                                        const Settings &after);

} // namespace anrufwarte
