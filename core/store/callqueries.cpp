// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/callqueries.h"

#include "core/store/callrows.h"
#include "core/store/database.h"
#include "core/store/filters.h"

namespace anrufwarte::callqueries {

namespace {

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

Result<Call> complete(Database &database, StoredCall stored, CostUnitChoice unit)
{
    Result<QList<FieldWarning>> warnings = readWarnings(database, stored.row.id);
    if (!warnings)
        return warnings.error();
    Call call;
    call.cost = readCost(jsonOf(stored.record, Field::Cost), unit);
    call.row = std::move(stored.row);
    call.record = std::move(stored.record);
    call.warnings = *std::move(warnings);
    return call;
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
    static const QString byNumber =
        QStringLiteral("SELECT %1 FROM calls WHERE id = ?").arg(callrows::wholeColumns());
    static const QString byId =
        QStringLiteral("SELECT %1 FROM calls WHERE retell_call_id = ?").arg(callrows::wholeColumns());
    bool isNumber = false;
    const qint64 number = numberOrId.toLongLong(&isNumber);
    Statement select = database.statement(isNumber ? byNumber : byId);
    if (!select.runWith({isNumber ? QVariant(number) : QVariant(neverNull(numberOrId))}))
        return database.lastError();
    if (!select.next()) {
        if (select.failed())
            return database.lastError();
        return Error{ErrorCode::CallNotFound, {}, {numberOrId}};
    }
    Result<StoredCall> stored = callrows::readWhole(select, database.file());
    if (!stored)
        return stored.error();
    return complete(database, *std::move(stored), unit);
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
        Result<StoredCall> stored = callrows::readWhole(select, database.file());
        if (!stored)
            return stored.error();
        Result<Call> call = complete(database, *std::move(stored), unit);
        if (!call)
            return call.error();
        calls.append(*std::move(call));
    }
    if (select.failed())
        return database.lastError();
    return calls;
}

} // namespace anrufwarte::callqueries
