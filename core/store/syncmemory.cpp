// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/syncmemory.h"

#include "core/store/database.h"
#include "core/store/resynclog.h"

namespace anrufwarte::syncmemory {

namespace {

Result<void> writeLedger(Database &database, const HistoryLedger &ledger)
{
    Statement write = database.statement(QStringLiteral(
        "INSERT OR REPLACE INTO sync_ledger (id, covered_until_ms, open_from_ms, open_to_ms, by_start_done, "
        "by_start_key, by_end_done, by_end_key) VALUES (1, ?, ?, ?, ?, ?, ?, ?)"));
    const HistorySpan span = ledger.open.value_or(HistorySpan{});
    const auto ifOpen = [&ledger](qint64 ms) { return ledger.open ? QVariant(ms) : QVariant(); };
    if (!write.run(ledger.coveredUntilMs, ifOpen(span.fromMs), ifOpen(span.toMs), int(span.byStart.isDone),
                   nullIfEmpty(span.byStart.nextKey), int(span.byEnd.isDone),
                   nullIfEmpty(span.byEnd.nextKey)))
        return database.lastError();
    return {};
}

/// A call may have become complete while the note was on its way: then nothing of it waits any more.
Result<void> writeRetry(Database &database, const RetryEntry &entry)
{
    Statement write = database.statement(QStringLiteral(
        "INSERT OR REPLACE INTO retries (retell_call_id, cause, attempts, due_ms, asked_ms, set_aside) "
        "SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE NOT (?2 = 'incomplete' AND EXISTS (SELECT 1 FROM calls "
        "WHERE retell_call_id = ?1 AND finished_seen_ms > 0 AND incomplete = 0))"));
    if (!write.run(neverNull(entry.callId.value()), toWord(entry.cause), entry.attempts, entry.dueMs,
                   entry.askedMs, neverNull(toWord(entry.setAside))))
        return database.lastError();
    return {};
}

Result<void> writeResync(Database &database, const SyncNotes &notes)
{
    if (!notes.run)
        return {};
    if (const Result<void> kept = resynclog::writeRun(database, *notes.run); !kept)
        return kept.error();
    for (const ResyncResult &result : notes.results) {
        if (const Result<void> kept = resynclog::writeResult(database, notes.run->startedMs, result); !kept)
            return kept.error();
    }
    return {};
}

RetryEntry readEntry(const Statement &row)
{
    RetryEntry entry;
    entry.callId = CallId(row.text(0));
    entry.cause = retryCauseFromWord(row.text(1));
    entry.attempts = static_cast<int>(row.integer(2));
    entry.dueMs = row.integer(3);
    entry.askedMs = row.integer(4);
    entry.setAside = setAsideFromWord(row.text(5));
    return entry;
}

Result<void> readUnplanned(Database &database, qsizetype limit, QList<RetryEntry> &entries)
{
    Statement select = database.statement(QStringLiteral(
        "SELECT retell_call_id FROM calls WHERE incomplete = 1 AND NOT EXISTS (SELECT 1 FROM retries "
        "WHERE retries.retell_call_id = calls.retell_call_id) ORDER BY listed_ms DESC LIMIT ?"));
    if (!select.run(qint64(limit)))
        return database.lastError();
    while (select.next())
        entries.append(RetryEntry{CallId(select.text(0))});
    if (select.failed())
        return database.lastError();
    return {};
}

} // namespace

Result<void> write(Database &database, const SyncNotes &notes)
{
    if (notes.ledger) {
        if (const Result<void> kept = writeLedger(database, *notes.ledger); !kept)
            return kept.error();
    }
    for (const RetryEntry &entry : notes.retries) {
        if (const Result<void> kept = writeRetry(database, entry); !kept)
            return kept.error();
    }
    for (const CallId &callId : notes.settled) {
        if (const Result<void> gone = settle(database, callId); !gone)
            return gone.error();
    }
    return writeResync(database, notes);
}

Result<void> settle(Database &database, const CallId &callId)
{
    Statement remove = database.statement(QStringLiteral("DELETE FROM retries WHERE retell_call_id = ?"));
    if (!remove.run(neverNull(callId.value())))
        return database.lastError();
    return {};
}

Result<HistoryLedger> readLedger(Database &database)
{
    Statement select = database.statement(
        QStringLiteral("SELECT covered_until_ms, open_from_ms, open_to_ms, by_start_done, by_start_key, "
                       "by_end_done, by_end_key FROM sync_ledger"));
    HistoryLedger ledger;
    if (!select.run())
        return database.lastError();
    if (select.next()) {
        ledger.coveredUntilMs = select.optionalInteger(0);
        if (!select.isNull(1)) {
            ledger.open = HistorySpan{select.integer(1), select.integer(2),
                                      SpanWalk{select.integer(3) != 0, select.text(4)},
                                      SpanWalk{select.integer(5) != 0, select.text(6)}};
        }
    }
    if (select.failed())
        return database.lastError();
    return ledger;
}

Result<QList<RetryEntry>> readRetries(Database &database, qsizetype limit)
{
    QList<RetryEntry> entries;
    if (const Result<void> read = readUnplanned(database, limit, entries); !read)
        return read.error();
    Statement select = database.statement(
        QStringLiteral("SELECT retell_call_id, cause, attempts, due_ms, asked_ms, set_aside FROM retries "
                       "WHERE set_aside = '' ORDER BY due_ms LIMIT ?"));
    if (!select.run(qint64(limit - entries.size())))
        return database.lastError();
    while (select.next())
        entries.append(readEntry(select));
    if (select.failed())
        return database.lastError();
    return entries;
}

Result<std::optional<RetryEntry>> readRetry(Database &database, const CallId &callId)
{
    Statement select = database.statement(QStringLiteral(
        "SELECT retell_call_id, cause, attempts, due_ms, asked_ms, set_aside FROM retries WHERE "
        "retell_call_id = ?"));
    if (!select.run(neverNull(callId.value())))
        return database.lastError();
    std::optional<RetryEntry> entry;
    if (select.next())
        entry = readEntry(select);
    if (select.failed())
        return database.lastError();
    return entry;
}

} // namespace anrufwarte::syncmemory
