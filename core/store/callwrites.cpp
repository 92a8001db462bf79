// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/callwrites.h"

#include "core/store/callhistory.h"
#include "core/store/costgaps.h"
#include "core/store/database.h"
#include "core/store/isotime.h"
#include "core/store/storemeta.h"
#include "core/store/syncmemory.h"

#include <algorithm>

namespace anrufwarte {

namespace {

constexpr qsizetype RecentBytes = qsizetype(512) * 1024;
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
void placeTurns(StoredCall &call, const Growth &growth, const KeptBody &kept)
{
    const bool areNew = std::any_of(growth.changes.begin(), growth.changes.end(),
                                    [](const FieldChange &change) { return change.field == Field::Turns; });
    if (!areNew)
        return;
    const auto *json = std::get_if<QByteArray>(&call.record[Field::Turns]);
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
    Result<std::unique_ptr<StoredCall>> loaded = load(change.callId);
    if (!loaded)
        return loaded.error();
    StoredCall &call = **loaded;
    const bool isNew = call.row.id.value() == 0;
    const bool wasFinished = !isNew && isFinished(call.row.state);
    const bool wasComplete = !isNew && isFinishedAndComplete(call.row);
    const std::optional<double> costGapBefore = call.row.costGap;
    if (isNew)
        call.row.firstSeenMs = nowMs;
    call.row.lastSeenMs = nowMs;
    call.row.revision = static_cast<quint32>(revision);

    const Stage furthestBefore = call.record.furthest;
    const Growth growth = mergeInto(call.record, change);
    const bool stateMoved = call.record.furthest != furthestBefore;
    const bool saidNothingNew = !isNew && !growth.isGrown;
    const bool changed = isNew || stateMoved || !growth.changes.isEmpty();
    CallReadings readings;
    if (!saidNothingNew) {
        placeTurns(call, growth, kept);
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
    if (const Result<void> told = isNew ? history.begin(call) : history.add(growth.changes); !told)
        return told.error();
    if (const Result<void> settled = settleIfComplete(call.row, wasComplete); !settled)
        return settled.error();
    if (const Result<void> warned = writeWarnings(call.row.id, change, nowMs); !warned)
        return warned.error();
    AppliedChange applied{call.row, changed};
    remember(*std::move(loaded));
    return applied;
}

void CallWrites::forget()
{
    m_recent.clear();
    m_lastId = 0;
}

Result<LocalCallId> CallWrites::nextId()
{
    if (m_lastId == 0) {
        const Result<qint64> last = greatestCallId(m_database);
        if (!last)
            return last.error();
        m_lastId = *last;
    }
    return LocalCallId(++m_lastId);
}

Result<std::unique_ptr<StoredCall>> CallWrites::load(const CallId &callId)
{
    if (StoredCall *recent = m_recent.take(callId))
        return std::unique_ptr<StoredCall>(recent);
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
    if (id == 0) {
        auto fresh = std::make_unique<StoredCall>();
        fresh->row.callId = callId;
        fresh->record.callId = callId;
        return fresh;
    }
    static const QString sql =
        QStringLiteral("SELECT %1 FROM calls WHERE id = ?").arg(callrows::wholeColumns());
    Statement whole = m_database.statement(sql);
    if (!whole.run(id) || !whole.next())
        return m_database.lastError();
    Result<StoredCall> stored = callrows::readWhole(whole, m_database);
    if (!stored)
        return stored.error();
    return std::make_unique<StoredCall>(*std::move(stored));
}

Result<void> CallWrites::write(StoredCall &call, const CallReadings &readings,
                               std::optional<double> costGapBefore)
{
    const bool isNew = call.row.id == LocalCallId();
    if (isNew) {
        const Result<LocalCallId> id = nextId();
        if (!id)
            return id.error();
        call.row.id = *id;
    }
    Statement put = m_database.statement(isNew ? callrows::insertSql() : callrows::updateSql());
    callrows::setAll(put, call, readings);
    if (!put.execute())
        return m_database.lastError();
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

void CallWrites::remember(std::unique_ptr<StoredCall> call)
{
    const qsizetype bytes = roughBytes(*call);
    const CallId id = call->row.callId;
    m_recent.insert(id, call.release(), bytes);
}

} // namespace anrufwarte
