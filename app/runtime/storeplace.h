// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/profile.h"
#include "core/settings/settings.h"
#include "core/store/callreader.h"
#include "core/store/callstore.h"

namespace anrufwarte {

[[nodiscard]] CostUnitChoice costUnitOf(const Settings &settings);

/// What the settings say about the store, for those who open it. StoreEngineMissing (store/url).
[[nodiscard]] Result<StoreOptions> storeOptions(const Profile &profile, const Settings &settings);
[[nodiscard]] Result<ReaderOptions> readerOptions(const Profile &profile, const Settings &settings);

} // namespace anrufwarte
