// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace anrufwarte {

/// Before anything is read or written: new files are for the owner alone, and in a release build neither a
/// core file nor another process of the account gets to see our memory, which holds keys (faults.md 2.6).
void guardProcess();

} // namespace anrufwarte
