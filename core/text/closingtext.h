// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/historyentry.h"

#include <optional>

namespace anrufwarte {

/// The entry that says who closed a call that no webhook had closed; empty if there is none. Pure.
[[nodiscard]] std::optional<HistoryEntry> closingEntry(const QList<HistoryEntry> &history);

/// The evidence in words: "17:44:09 durch den Abruf beendet. Der call_ended-Webhook wurde um 17:42:58
/// abgewiesen: Format." Of an entry that closingEntry() found.
[[nodiscard]] QString closingText(const HistoryEntry &entry);

} // namespace anrufwarte
