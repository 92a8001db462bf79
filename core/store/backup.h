// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace anrufwarte {

class Clock;

/// A consistent copy of the store while others read and write it, mode 0600. The target must not exist
/// (FileUnwritable); an interrupted copy never has its name.
[[nodiscard]] Result<void> backUpStore(const QString &file, const QString &target);

/// Puts a backup in the place of the store; nobody may have that open (the caller holds the profile lock).
/// The backup is checked whole first (StoreCorrupt, StoreNewer, StoreFailed for a foreign file); what was
/// there is kept. Returns where that is; empty if there was nothing.
[[nodiscard]] Result<QString> restoreStore(const QString &backup, const QString &file, const Clock &clock);

} // namespace anrufwarte
