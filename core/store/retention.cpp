// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/retention.h"

#include "core/store/bodypieces.h"
#include "core/store/database.h"
#include "core/store/resynclog.h"

namespace anrufwarte {

namespace {

constexpr qint64 StepRows = 200;
constexpr int RetryDays = 30;
constexpr qint64 DayMs = 24LL * 60 * 60 * 1000;

Result<qint64> removed(Database &database, const QString &sql, qint64 before)
{
    Statement remove = database.statement(sql);
    if (!remove.run(StepRows, before))
        return database.lastError();
    return remove.rowsAffected();
}

// Numbers grow with time of receipt, so the oldest few tell whether there is anything to do.
constexpr QLatin1String OldBodies(
    "SELECT delivery_id FROM (SELECT delivery_id FROM delivery_bodies ORDER BY delivery_id LIMIT ?) "
    "JOIN deliveries ON id = delivery_id WHERE received_ms < ?");
constexpr QLatin1String OldDeliveries(
    "SELECT id FROM (SELECT id, received_ms FROM deliveries ORDER BY id LIMIT ?) WHERE received_ms < ?");

/// Calls may need what goes: they get it first.
Result<qint64> removeBodies(Database &database, qint64 before)
{
    if (const Result<void> given = bodypieces::giveBack(database, OldBodies, StepRows, before); !given)
        return given.error();
    static const QString sql =
        QStringLiteral("DELETE FROM delivery_bodies WHERE delivery_id IN (%1)").arg(OldBodies);
    return removed(database, sql, before);
}

Result<qint64> removeDeliveries(Database &database, qint64 before)
{
    if (const Result<void> given = bodypieces::giveBack(database, OldDeliveries, StepRows, before); !given)
        return given.error();
    static const QString sql = QStringLiteral("DELETE FROM deliveries WHERE id IN (%1)").arg(OldDeliveries);
    return removed(database, sql, before);
}

/// What was noted about a call goes with it (ON DELETE CASCADE, trigger calls_forgotten). A call that runs is
/// never deleted.
Result<qint64> removeCalls(Database &database, qint64 before)
{
    static const QString sql = QStringLiteral(
        "DELETE FROM calls WHERE id IN (SELECT id FROM "
        "(SELECT id, listed_ms FROM calls WHERE finished_seen_ms > 0 ORDER BY listed_ms LIMIT ?) "
        "WHERE listed_ms < ?)");
    return removed(database, sql, before);
}

/// Of ids that a rejected webhook named and Retell did not know. Those of calls go with the calls.
Result<qint64> removeRetries(Database &database, qint64 before)
{
    static const QString sql =
        QStringLiteral("DELETE FROM retries WHERE retell_call_id IN (SELECT retell_call_id FROM "
                       "(SELECT retell_call_id, asked_ms FROM retries WHERE set_aside <> '' AND NOT EXISTS "
                       "(SELECT 1 FROM calls WHERE calls.retell_call_id = retries.retell_call_id) ORDER BY "
                       "asked_ms LIMIT ?) "
                       "WHERE asked_ms < ?)");
    return removed(database, sql, before);
}

} // namespace

Result<qint64> retentionStep(Database &database, const RetentionRules &rules, qint64 nowMs)
{
    struct Step
    {
        Result<qint64> (*remove)(Database &, qint64 before);
        int days;
    };
    const Step steps[] = {{removeBodies, rules.rawDays},
                          {removeDeliveries, rules.retentionDays},
                          {removeCalls, rules.retentionDays},
                          {removeRetries, RetryDays}};
    qint64 total = 0;
    for (const auto &[remove, days] : steps) {
        if (days <= 0)
            continue;
        const Result<qint64> count = remove(database, nowMs - days * DayMs);
        if (!count)
            return count.error();
        total += *count;
    }
    return total > 0 ? Result<qint64>(total) : resynclog::pruneResults(database, StepRows);
}

} // namespace anrufwarte
