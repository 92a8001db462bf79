// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/calls/resyncrun.h"

#include <QSet>

namespace anrufwarte {

class Database;

/// Tables resync_runs and resync_results. Writing is inside the caller's transaction.
namespace resynclog {

/// What is kept besides the newest run: that one keeps all of its results.
inline constexpr int KeptRuns = 50;
inline constexpr int RunsWithResults = 10;
inline constexpr int KeptResults = 50'000;

/// Takes the place of the stored run with that start; its request stays as it was first written.
[[nodiscard]] Result<void> writeRun(Database &database, const ResyncRun &run);
/// Takes the place of the call's earlier result in that run.
[[nodiscard]] Result<void> writeResult(Database &database, qint64 runStartedMs, const ResyncResult &result);

/// Deletes at most `limit` results too many; returns how many.
[[nodiscard]] Result<qint64> pruneResults(Database &database, qint64 limit);

/// Newest first; limit 0 = all.
[[nodiscard]] Result<QList<ResyncRun>> readRuns(Database &database, qsizetype limit);
/// In the order in which the answers came.
[[nodiscard]] Result<QList<ResyncResult>> readResults(Database &database, qint64 runStartedMs);
[[nodiscard]] Result<QSet<CallId>> readDone(Database &database, qint64 runStartedMs);

} // namespace resynclog

} // namespace anrufwarte
