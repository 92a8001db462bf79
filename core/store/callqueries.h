// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/calls/call.h"
#include "core/calls/callfilter.h"
#include "core/calls/callsource.h"
#include "core/calls/incompletecall.h"

namespace anrufwarte {

class Database;

/// The questions about calls that CallReader answers; see there.
namespace callqueries {

[[nodiscard]] Result<QList<CallRow>> rows(Database &database, const CallFilter &filter);
[[nodiscard]] Result<QList<CallRow>> liveRows(Database &database, qint64 finishedSinceMs);
[[nodiscard]] Result<Call> one(Database &database, const QString &numberOrId, CostUnitChoice unit);
[[nodiscard]] Result<std::optional<Call>> known(Database &database, const CallId &callId,
                                                CostUnitChoice unit);
[[nodiscard]] Result<QList<RunningCall>> running(Database &database);
[[nodiscard]] Result<EndEvidence> endEvidence(Database &database, const CallId &callId);
[[nodiscard]] Result<QList<Call>> whole(Database &database, const CallFilter &filter, CostUnitChoice unit);

[[nodiscard]] Result<QList<CallRow>> incomplete(Database &database);
[[nodiscard]] Result<qint64> incompleteCount(Database &database);
[[nodiscard]] Result<QSet<CallId>> completeAmong(Database &database, const QList<CallId> &calls);
[[nodiscard]] Result<IncompleteOverview> incompleteOverview(Database &database, qsizetype limit);

} // namespace callqueries

} // namespace anrufwarte
