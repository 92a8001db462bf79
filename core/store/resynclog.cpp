// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/resynclog.h"

#include "core/store/database.h"
#include "core/store/resynctext.h"

namespace anrufwarte::resynclog {

namespace {

/// More at once would keep webhooks waiting; the rest is left to the retention.
constexpr qint64 PrunedAtOnce = 5'000;

QVariant wordOf(Direction direction)
{
    switch (direction) {
    case Direction::Inbound:
        return QStringLiteral("inbound");
    case Direction::Outbound:
        return QStringLiteral("outbound");
    case Direction::Unknown:
        break;
    }
    return {};
}

/// Never the run itself, even if the clock was set back.
Result<void> pruneBefore(Database &database, const ResyncRun &run)
{
    Statement runs = database.statement(
        QStringLiteral("DELETE FROM resync_runs WHERE started_ms <> ? AND started_ms NOT IN "
                       "(SELECT started_ms FROM resync_runs ORDER BY started_ms DESC LIMIT ?)"));
    if (!runs.run(run.startedMs, KeptRuns))
        return database.lastError();
    if (const Result<qint64> pruned = pruneResults(database, PrunedAtOnce); !pruned)
        return pruned.error();
    return {};
}

Result<bool> updateRun(Database &database, const ResyncRun &run)
{
    Statement update = database.statement(QStringLiteral(
        "UPDATE resync_runs SET finished_ms = ?, end_word = ?, problem = ?, total = ?, updated = ?, "
        "unchanged = ?, failed = ?, fields_changed = ?, cost_added_micros = ?, cost_added_calls = ?, "
        "incomplete_before = ?, incomplete_after = ? WHERE started_ms = ?"));
    if (!update.run(run.finishedMs, toWord(run.end), toText(run.problem), run.total, run.updated,
                    run.unchanged, run.failed, run.fieldsChanged, run.costAdded, run.costAddedCalls,
                    run.incompleteBefore, run.incompleteAfter, run.startedMs))
        return database.lastError();
    return update.rowsAffected() > 0;
}

/// An empty one; the figures come with updateRun().
Result<void> insertRun(Database &database, const ResyncRun &run)
{
    Statement insert = database.statement(QStringLiteral(
        "INSERT INTO resync_runs (started_ms, finished_ms, scope, calls, days, recheck_complete, started_by, "
        "end_word, total, updated, unchanged, failed, fields_changed, cost_added_micros, cost_added_calls, "
        "incomplete_before, incomplete_after) VALUES (?, 0, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0, 0, 0, 0)"));
    const ResyncRequest &request = run.request;
    const QVariant calls = request.calls.isEmpty() ? QVariant() : QVariant(toText(request.calls));
    if (!insert.run(run.startedMs, toWord(request.scope), calls, request.days, int(request.recheckComplete),
                    toWord(run.trigger), toWord(run.end)))
        return database.lastError();
    return {};
}

ResyncRun readRun(const Statement &row)
{
    ResyncRun run;
    run.startedMs = row.integer(0);
    run.finishedMs = row.integer(1);
    run.request.scope = resyncScopeFromWord(row.text(2)).value_or(ResyncScope::Incomplete);
    run.request.calls = callIdsFrom(row.text(3));
    run.request.days = static_cast<int>(row.integer(4));
    run.request.recheckComplete = row.integer(5) != 0;
    run.trigger = resyncTriggerFromWord(row.text(6)).value_or(ResyncTrigger::Person);
    run.end = resyncEndFromWord(row.text(7)).value_or(ResyncEnd::Completed);
    run.problem = problemFrom(row.text(8));
    run.total = row.integer(9);
    run.updated = row.integer(10);
    run.unchanged = row.integer(11);
    run.failed = row.integer(12);
    run.fieldsChanged = row.integer(13);
    run.costAdded = row.integer(14);
    run.costAddedCalls = row.integer(15);
    run.incompleteBefore = row.integer(16);
    run.incompleteAfter = row.integer(17);
    return run;
}

ResyncResult readResult(const Statement &row)
{
    ResyncResult result;
    result.callId = CallId(row.text(0));
    result.id = LocalCallId(row.integer(1));
    result.direction = directionFromWord(row.text(2));
    result.callType = row.text(3);
    result.fromNumber = row.text(4);
    result.toNumber = row.text(5);
    result.startMs = row.optionalInteger(6);
    result.verdict = resyncVerdictFromWord(row.text(7)).value_or(ResyncVerdict::Unchanged);
    result.setAside = setAsideFromWord(row.text(8));
    result.problem = problemFrom(row.text(9));
    result.deltas = deltasFrom(row.text(10));
    result.wasNew = row.integer(11) != 0;
    result.isComplete = row.integer(12) != 0;
    result.tookMs = row.integer(13);
    return result;
}

} // namespace

Result<qint64> pruneResults(Database &database, qint64 limit)
{
    Statement remove = database.statement(QStringLiteral(
        "DELETE FROM resync_results WHERE id IN (SELECT id FROM resync_results "
        "WHERE run_started_ms < (SELECT max(started_ms) FROM resync_runs) "
        "AND (run_started_ms < (SELECT min(started_ms) FROM "
        "(SELECT started_ms FROM resync_runs ORDER BY started_ms DESC LIMIT ?)) "
        "OR id <= (SELECT id FROM resync_results ORDER BY id DESC LIMIT 1 OFFSET ?)) ORDER BY id LIMIT ?)"));
    if (!remove.run(RunsWithResults, KeptResults, limit))
        return database.lastError();
    return remove.rowsAffected();
}

Result<void> writeRun(Database &database, const ResyncRun &run)
{
    const Result<bool> wasThere = updateRun(database, run);
    if (!wasThere)
        return wasThere.error();
    if (*wasThere)
        return {};
    if (const Result<void> begun = insertRun(database, run); !begun)
        return begun.error();
    if (const Result<bool> filled = updateRun(database, run); !filled)
        return filled.error();
    return pruneBefore(database, run);
}

Result<void> writeResult(Database &database, qint64 runStartedMs, const ResyncResult &result)
{
    Statement write = database.statement(QStringLiteral(
        "INSERT INTO resync_results (run_started_ms, retell_call_id, direction, call_type, from_number, "
        "to_number, start_timestamp, verdict, set_aside, problem, deltas, was_new, is_complete, took_ms) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (run_started_ms, retell_call_id) "
        "DO UPDATE SET direction = excluded.direction, call_type = excluded.call_type, "
        "from_number = excluded.from_number, to_number = excluded.to_number, "
        "start_timestamp = excluded.start_timestamp, verdict = excluded.verdict, "
        "set_aside = excluded.set_aside, problem = excluded.problem, deltas = excluded.deltas, "
        "was_new = excluded.was_new, is_complete = excluded.is_complete, took_ms = excluded.took_ms"));
    if (!write.run(runStartedMs, neverNull(result.callId.value()), wordOf(result.direction),
                   nullIfEmpty(result.callType), nullIfEmpty(result.fromNumber), nullIfEmpty(result.toNumber),
                   result.startMs, toWord(result.verdict), neverNull(toWord(result.setAside)),
                   toText(result.problem), toText(result.deltas), int(result.wasNew), int(result.isComplete),
                   result.tookMs))
        return database.lastError();
    return {};
}

Result<QList<ResyncRun>> readRuns(Database &database, qsizetype limit)
{
    Statement select = database.statement(QStringLiteral(
        "SELECT started_ms, finished_ms, scope, calls, days, recheck_complete, started_by, end_word, "
        "problem, total, updated, unchanged, failed, fields_changed, cost_added_micros, cost_added_calls, "
        "incomplete_before, incomplete_after FROM resync_runs ORDER BY started_ms DESC LIMIT ?"));
    QList<ResyncRun> runs;
    if (!select.run(limit > 0 ? qint64(limit) : qint64(-1)))
        return database.lastError();
    while (select.next())
        runs.append(readRun(select));
    if (select.failed())
        return database.lastError();
    return runs;
}

Result<QList<ResyncResult>> readResults(Database &database, qint64 runStartedMs)
{
    // A call that was new in the run has its number only since then.
    Statement select = database.statement(QStringLiteral(
        "SELECT retell_call_id, (SELECT id FROM calls WHERE calls.retell_call_id = "
        "resync_results.retell_call_id), direction, call_type, from_number, to_number, start_timestamp, "
        "verdict, set_aside, problem, deltas, was_new, is_complete, took_ms FROM resync_results "
        "WHERE run_started_ms = ? ORDER BY id"));
    QList<ResyncResult> results;
    if (!select.run(runStartedMs))
        return database.lastError();
    while (select.next())
        results.append(readResult(select));
    if (select.failed())
        return database.lastError();
    return results;
}

Result<QSet<CallId>> readDone(Database &database, qint64 runStartedMs)
{
    Statement select = database.statement(
        QStringLiteral("SELECT retell_call_id FROM resync_results WHERE run_started_ms = ?"));
    QSet<CallId> done;
    if (!select.run(runStartedMs))
        return database.lastError();
    while (select.next())
        done.insert(CallId(select.text(0)));
    if (select.failed())
        return database.lastError();
    return done;
}

} // namespace anrufwarte::resynclog
