// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/calls/historyledger.h"
#include "core/calls/retryentry.h"
#include "core/calls/syncnotes.h"

#include <QList>

namespace anrufwarte {

class Database;

/// Tables sync_ledger and retries: what the automatic sync goes on with after a restart. Writing is inside
/// the caller's transaction.
namespace syncmemory {

/// All of the notes, those of a resync run included.
[[nodiscard]] Result<void> write(Database &database, const SyncNotes &notes);

/// The call's entry goes: it is complete now.
[[nodiscard]] Result<void> settle(Database &database, const CallId &callId);

/// The questions of CallSource; see there.
[[nodiscard]] Result<HistoryLedger> readLedger(Database &database);
[[nodiscard]] Result<QList<RetryEntry>> readRetries(Database &database, qsizetype limit);
[[nodiscard]] Result<std::optional<RetryEntry>> readRetry(Database &database, const CallId &callId);

} // namespace syncmemory

} // namespace anrufwarte
