// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/costpass.h"

#include "core/store/callrows.h"
#include "core/store/costgaps.h"
#include "core/store/database.h"
#include "core/store/storemeta.h"

namespace anrufwarte {

namespace {

constexpr qint64 StepRows = 100;

} // namespace

Result<std::optional<CostPass>> CostPass::ifNeeded(Database &database, CostUnitChoice unit)
{
    const Result<QVariant> known = readMeta(database, MetaKey::CostUnit);
    if (!known)
        return known.error();
    if (known->isValid() && known->toInt() == int(unit))
        return std::optional<CostPass>();
    if (database.ask(QStringLiteral("SELECT EXISTS (SELECT 1 FROM calls)")).toInt() != 0)
        return std::optional(CostPass(unit));
    if (const Result<void> kept = writeMeta(database, MetaKey::CostUnit, int(unit)); !kept)
        return kept.error();
    return std::optional<CostPass>();
}

Result<CostPass::Step> CostPass::step(Database &database, qint64 revision)
{
    static const QString sql =
        QStringLiteral("SELECT %1 FROM calls WHERE id > ? ORDER BY id LIMIT ?").arg(callrows::wholeColumns());
    QList<StoredCall> calls;
    Step step;
    step.finished = true;
    {
        Statement select = database.statement(sql);
        if (!select.run(m_doneUpTo, StepRows))
            return database.lastError();
        while (select.next()) {
            m_doneUpTo = select.integer(0);
            step.finished = false;
            Result<StoredCall> call = callrows::readWhole(select, database);
            if (call && isKnown(call->record[Field::Cost])) // one that cannot be read keeps its figures
                calls.append(*std::move(call));
        }
        if (select.failed())
            return database.lastError();
    }
    Statement update = database.statement(callrows::updateCostSql());
    for (StoredCall &call : calls) {
        const std::optional<double> gapBefore = call.row.costGap;
        const CallReadings readings = readingsOf(call.record, m_unit);
        deriveRow(call.row, call.record, readings);
        call.row.revision = static_cast<quint32>(revision);
        callrows::setCost(update, call, readings);
        if (!update.execute())
            return database.lastError();
        if (call.row.costGap != gapBefore) {
            if (const Result<void> kept = writeCostGap(database, call.row.id, call.row.costGap); !kept)
                return kept.error();
        }
        step.rows.append(call.row);
    }
    if (step.finished) {
        if (const Result<void> kept = writeMeta(database, MetaKey::CostUnit, int(m_unit)); !kept)
            return kept.error();
    }
    return step;
}

} // namespace anrufwarte
