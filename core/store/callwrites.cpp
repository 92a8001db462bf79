// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/callwrites.h"

#include "core/store/callhistory.h"
#include "core/store/costgaps.h"
#include "core/store/database.h"
#include "core/store/isotime.h"
#include "core/store/syncmemory.h"

namespace anrufwarte {

namespace {

constexpr qsizetype RecentBytes = qsizetype(1024) * 1024;
constexpr qsizetype MaxWarningsPerChange = 200;

qsizetype roughBytes(const StoredCall &call)
{
    qsizetype bytes = sizeof(StoredCall);
    for (const StampedValue &field : call.record.fields) {
        if (const auto *text = std::get_if<QString>(&field.value))
            bytes += text->size() * 2;
        else if (const auto *json = std::get_if<QByteArray>(&field.value))
            bytes += json->size();
    }
    return bytes;
}

/// Bookkeeping of a change that altered something.
void note(CallRow &row, const CallChange &change, bool wasFinished, bool isNew, qint64 nowMs)
{
    row.lastSource = change.source;
    if (wasFinished || !isFinished(row.state))
        return;
    row.finishedSeenMs = nowMs;
    const bool byQuestion = change.source == Source::Poll || change.source == Source::Resync;
    row.corrected = byQuestion && !isNew; // a call we first hear of when it is over was never shown wrongly
}

/// New entries stand in the body that brought them, or are written out.
void placeTurns(StoredCall &call, const MergeOutcome &outcome, const KeptBody &kept)
{
    const FieldValue &turns = outcome.record[Field::Turns];
    if (turns == call.record[Field::Turns])
        return;
    const auto *json = std::get_if<QByteArray>(&turns);
    const std::optional<BodyPiece> piece = json ? bodypieces::find(*json, kept) : std::optional<BodyPiece>();
    call.turnsColumn = piece ? QVariant(bodypieces::toColumn(*piece)) : QVariant();
}

bool isFinishedAndComplete(const CallRow &row)
{
    return isFinished(row.state) && row.completeness.isComplete();
}

} // namespace

CallWrites::CallWrites(Database &database, CostUnitChoice unit)
    : m_database(database), m_unit(unit), m_recent(RecentBytes)
{
}

Result<AppliedChange> CallWrites::apply(const CallChange &change, const KeptBody &kept, qint64 nowMs,
                                        qint64 revision)
{
    Result<StoredCall> loaded = load(change.callId);
    if (!loaded)
        return loaded.error();
    StoredCall &call = *loaded;
    const bool isNew = call.row.id.value() == 0;
    const bool wasFinished = !isNew && isFinished(call.row.state);
    const bool wasComplete = !isNew && isFinishedAndComplete(call.row);
    const std::optional<double> costGapBefore = call.row.costGap;
    if (isNew)
        call.row.firstSeenMs = nowMs;
    call.row.lastSeenMs = nowMs;
    call.row.revision = static_cast<quint32>(revision);

    MergeOutcome outcome = mergeCall(call.record, change);
    const bool stateMoved = outcome.record.furthest != call.record.furthest;
    const bool saidNothingNew = !isNew && outcome.record == call.record;
    const bool changed = isNew || stateMoved || !outcome.changes.isEmpty();
    CallReadings readings;
    if (!saidNothingNew) {
        placeTurns(call, outcome, kept);
        call.record = std::move(outcome.record);
        readings = readingsOf(call.record, m_unit);
        deriveRow(call.row, call.record, readings);
        if (changed) {
            call.row.updatedMs = nowMs;
            note(call.row, change, wasFinished, isNew, nowMs);
        }
    }
    const Result<void> written = saidNothingNew ? touch(call.row) : write(call, readings, costGapBefore);
    if (!written)
        return written.error();
    CallHistory history(m_database, call.row.id, change, nowMs);
    if (const Result<void> told = isNew ? history.begin(call) : history.add(outcome.changes); !told)
        return told.error();
    if (const Result<void> settled = settleIfComplete(call.row, wasComplete); !settled)
        return settled.error();
    if (const Result<void> warned = writeWarnings(call.row.id, change, nowMs); !warned)
        return warned.error();
    AppliedChange applied{call.row, changed};
    remember(std::move(call));
    return applied;
}

void CallWrites::forget()
{
    m_recent.clear();
}

Result<StoredCall> CallWrites::load(const CallId &callId)
{
    if (const StoredCall *recent = m_recent.object(callId))
        return *recent;
    StoredCall fresh;
    fresh.row.callId = callId;
    fresh.record.callId = callId;
    qint64 id = 0;
    {
        // Asked first with one column: most calls that are not remembered are not there at all.
        Statement known =
            m_database.statement(QStringLiteral("SELECT id FROM calls WHERE retell_call_id = ?"));
        if (!known.run(neverNull(callId.value())))
            return m_database.lastError();
        if (known.next())
            id = known.integer(0);
        if (known.failed())
            return m_database.lastError();
    }
    if (id == 0)
        return fresh;
    static const QString sql =
        QStringLiteral("SELECT %1 FROM calls WHERE id = ?").arg(callrows::wholeColumns());
    Statement whole = m_database.statement(sql);
    if (!whole.run(id) || !whole.next())
        return m_database.lastError();
    return callrows::readWhole(whole, m_database);
}

Result<void> CallWrites::write(StoredCall &call, const CallReadings &readings,
                               std::optional<double> costGapBefore)
{
    const bool isNew = call.row.id == LocalCallId();
    Statement put = m_database.statement(isNew ? callrows::insertSql() : callrows::updateSql());
    callrows::setAll(put, call, readings);
    if (!put.execute())
        return m_database.lastError();
    if (isNew)
        call.row.id = LocalCallId(put.lastInsertId());
    if (call.row.costGap == costGapBefore)
        return {};
    return writeCostGap(m_database, call.row.id, call.row.costGap);
}

Result<void> CallWrites::touch(const CallRow &row)
{
    Statement update =
        m_database.statement(QStringLiteral("UPDATE calls SET last_seen_ms = ?, revision = ? WHERE id = ?"));
    if (!update.run(row.lastSeenMs, qint64(row.revision), row.id.value()))
        return m_database.lastError();
    return {};
}

/// Whoever completes a call: nobody needs to ask about it again.
Result<void> CallWrites::settleIfComplete(const CallRow &row, bool wasComplete)
{
    if (wasComplete || !isFinishedAndComplete(row))
        return {};
    return syncmemory::settle(m_database, row.callId);
}

Result<void> CallWrites::writeWarnings(LocalCallId id, const CallChange &change, qint64 nowMs)
{
    if (change.warnings.isEmpty())
        return {};
    Statement insert = m_database.statement(QStringLiteral(
        "INSERT OR IGNORE INTO call_warnings (call_id, member, found, first_at) VALUES (?, ?, ?, ?)"));
    for (const FieldWarning &warning :
         change.warnings.first(qMin(change.warnings.size(), MaxWarningsPerChange))) {
        if (!insert.run(id.value(), neverNull(warning.member), neverNull(warning.found), isoUtc(nowMs)))
            return m_database.lastError();
    }
    return {};
}

void CallWrites::remember(StoredCall call)
{
    const qsizetype bytes = roughBytes(call);
    const CallId id = call.row.callId;
    m_recent.insert(id, new StoredCall(std::move(call)), bytes);
}

} // namespace anrufwarte
