// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/callqueries.h"

#include "core/store/callrows.h"
#include "core/store/database.h"
#include "core/store/filters.h"
#include "core/store/syncmemory.h"

#include <QLoggingCategory>

namespace anrufwarte::callqueries {

namespace {

Q_LOGGING_CATEGORY(lcStore, "anrufwarte.store")

Result<QList<CallRow>> readRows(Database &database, Statement &select, const QVariantList &values)
{
    QList<CallRow> rows;
    if (!select.runWith(values))
        return database.lastError();
    while (select.next())
        rows.append(callrows::readRow(select));
    if (select.failed())
        return database.lastError();
    return rows;
}

Result<QList<FieldWarning>> readWarnings(Database &database, LocalCallId id)
{
    Statement select = database.statement(
        QStringLiteral("SELECT member, found FROM call_warnings WHERE call_id = ? ORDER BY member"));
    QList<FieldWarning> warnings;
    if (!select.run(id.value()))
        return database.lastError();
    while (select.next())
        warnings.append({select.text(0), select.text(1)});
    if (select.failed())
        return database.lastError();
    return warnings;
}

void logUnreadable(LocalCallId id, const Error &error)
{
    qCWarning(lcStore, "of call %lld not all can be read: %s", static_cast<long long>(id.value()),
              qPrintable(error.detail));
}

Result<Call> complete(Database &database, StoredCall stored, CostUnitChoice unit)
{
    Result<QList<FieldWarning>> warnings = readWarnings(database, stored.row.id);
    if (!warnings && warnings.error().code == ErrorCode::StoreCorrupt) {
        logUnreadable(stored.row.id, warnings.error());
        warnings = QList<FieldWarning>();
    }
    if (!warnings)
        return warnings.error();
    Call call;
    call.cost = readCost(jsonOf(stored.record, Field::Cost), unit);
    call.row = std::move(stored.row);
    call.record = std::move(stored.record);
    call.warnings = *std::move(warnings);
    return call;
}

Result<std::optional<Call>> readOne(Database &database, const QString &where, const QVariant &value,
                                    CostUnitChoice unit)
{
    Statement select = database.statement(
        QStringLiteral("SELECT %1 FROM calls WHERE %2 = ?").arg(callrows::wholeColumns(), where));
    if (!select.run(value))
        return database.lastError();
    if (!select.next()) {
        if (select.failed())
            return database.lastError();
        return std::optional<Call>();
    }
    Result<StoredCall> stored = callrows::readWhole(select, database);
    if (!stored)
        return stored.error();
    Result<Call> call = complete(database, *std::move(stored), unit);
    if (!call)
        return call.error();
    return std::optional(*std::move(call));
}

} // namespace

Result<QList<CallRow>> rows(Database &database, const CallFilter &filter)
{
    const FilterSql sql = filterSql(filter);
    Statement select =
        database.statement(QStringLiteral("SELECT %1 FROM calls%2").arg(callrows::rowColumns(), sql.tail));
    return readRows(database, select, sql.values);
}

Result<QList<CallRow>> liveRows(Database &database, qint64 finishedSinceMs)
{
    // Two questions with an index each; an OR would read the whole table.
    static const QString sql =
        QStringLiteral("SELECT %1 FROM calls WHERE finished_seen_ms = 0 UNION ALL "
                       "SELECT %1 FROM calls WHERE finished_seen_ms > 0 AND finished_seen_ms >= ?")
            .arg(callrows::rowColumns());
    Statement select = database.statement(sql);
    return readRows(database, select, {finishedSinceMs});
}

Result<Call> one(Database &database, const QString &numberOrId, CostUnitChoice unit)
{
    bool isNumber = false;
    const qint64 number = numberOrId.toLongLong(&isNumber);
    Result<std::optional<Call>> found =
        isNumber ? readOne(database, QStringLiteral("id"), number, unit)
                 : readOne(database, QStringLiteral("retell_call_id"), neverNull(numberOrId), unit);
    if (!found)
        return found.error();
    std::optional<Call> &call = *found;
    if (!call)
        return Error{ErrorCode::CallNotFound, {}, {numberOrId}};
    return std::move(*call);
}

Result<std::optional<Call>> known(Database &database, const CallId &callId, CostUnitChoice unit)
{
    return readOne(database, QStringLiteral("retell_call_id"), neverNull(callId.value()), unit);
}

Result<QList<RunningCall>> running(Database &database)
{
    Statement select = database.statement(
        QStringLiteral("SELECT retell_call_id, status, last_seen_ms FROM calls WHERE finished_seen_ms = 0"));
    QList<RunningCall> calls;
    if (!select.run())
        return database.lastError();
    while (select.next())
        calls.append({CallId(select.text(0)), callStateFromWord(select.text(1)), select.integer(2)});
    if (select.failed())
        return database.lastError();
    return calls;
}

Result<EndEvidence> endEvidence(Database &database, const CallId &callId)
{
    EndEvidence evidence;
    {
        Statement select = database.statement(
            QStringLiteral("SELECT 1 FROM calls WHERE retell_call_id = ? AND finished_seen_ms = 0"));
        if (!select.run(neverNull(callId.value())))
            return database.lastError();
        evidence.isRunning = select.next();
        if (select.failed())
            return database.lastError();
    }
    // Rejections are bounded (deliverylog.h): walking them newest first needs no index by call.
    Statement select = database.statement(QStringLiteral(
        "SELECT received_ms, reason FROM deliveries WHERE verdict = 'rejected' AND call_id = ? "
        "AND event IN ('call_ended', 'call_analyzed') ORDER BY received_ms DESC LIMIT 1"));
    if (!select.run(neverNull(callId.value())))
        return database.lastError();
    if (select.next())
        evidence.rejected = RejectedEnd{select.integer(0), select.text(1)};
    if (select.failed())
        return database.lastError();
    return evidence;
}

Result<QList<Call>> whole(Database &database, const CallFilter &filter, CostUnitChoice unit)
{
    const FilterSql sql = filterSql(filter);
    Statement select =
        database.statement(QStringLiteral("SELECT %1 FROM calls%2").arg(callrows::wholeColumns(), sql.tail));
    QList<Call> calls;
    if (!select.runWith(sql.values))
        return database.lastError();
    while (select.next()) {
        Result<StoredCall> stored = callrows::readWhole(select, database);
        if (!stored) { // one call with damaged content does not hide all the others
            StoredCall bare;
            bare.row = callrows::readRow(select);
            bare.record.callId = bare.row.callId;
            logUnreadable(bare.row.id, stored.error());
            stored = std::move(bare);
        }
        Result<Call> call = complete(database, *std::move(stored), unit);
        if (!call)
            return call.error();
        calls.append(*std::move(call));
    }
    if (select.failed())
        return database.lastError();
    return calls;
}

Result<QList<CallRow>> incomplete(Database &database)
{
    static const QString sql =
        QStringLiteral("SELECT %1 FROM calls WHERE incomplete = 1 AND NOT EXISTS (SELECT 1 FROM retries "
                       "WHERE retries.retell_call_id = calls.retell_call_id AND set_aside <> '') "
                       "ORDER BY listed_ms DESC")
            .arg(callrows::rowColumns());
    Statement select = database.statement(sql);
    return readRows(database, select, {});
}

Result<qint64> incompleteCount(Database &database)
{
    Statement count = database.statement(QStringLiteral("SELECT count(*) FROM calls WHERE incomplete = 1"));
    if (!count.run() || !count.next())
        return database.lastError();
    return count.integer(0);
}

Result<QSet<CallId>> completeAmong(Database &database, const QList<CallId> &calls)
{
    Statement select = database.statement(QStringLiteral(
        "SELECT 1 FROM calls WHERE retell_call_id = ? AND finished_seen_ms > 0 AND incomplete = 0"));
    QSet<CallId> complete;
    for (const CallId &callId : calls) {
        if (!select.run(neverNull(callId.value())))
            return database.lastError();
        if (select.next())
            complete.insert(callId);
        if (select.failed())
            return database.lastError();
    }
    return complete;
}

Result<IncompleteOverview> incompleteOverview(Database &database, qsizetype limit)
{
    static const QString newest =
        QStringLiteral("SELECT %1 FROM calls WHERE incomplete = 1 ORDER BY listed_ms DESC LIMIT ?")
            .arg(callrows::rowColumns());
    IncompleteOverview overview;
    {
        Statement count = database.statement(
            QStringLiteral("SELECT count(*), count(set_aside) FROM calls LEFT JOIN retries ON "
                           "retries.retell_call_id = calls.retell_call_id AND set_aside <> '' "
                           "WHERE incomplete = 1"));
        if (!count.run() || !count.next())
            return database.lastError();
        overview.total = count.integer(0);
        overview.setAside = count.integer(1);
    }
    Statement select = database.statement(newest);
    Result<QList<CallRow>> rows = readRows(database, select, {limit > 0 ? qint64(limit) : qint64(-1)});
    if (!rows)
        return rows.error();
    for (CallRow &row : *rows) {
        Result<std::optional<RetryEntry>> retry = syncmemory::readRetry(database, row.callId);
        if (!retry)
            return retry.error();
        overview.calls.append({std::move(row), *std::move(retry)});
    }
    return overview;
}

} // namespace anrufwarte::callqueries
