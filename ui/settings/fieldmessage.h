// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settingstable.h"

namespace anrufwarte {

/// What stands under a field whose value is not allowed: what is, in the current language.
[[nodiscard]] QString fieldMessage(const SettingInfo &setting);

} // namespace anrufwarte
