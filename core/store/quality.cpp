// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/quality.h"

#include "core/store/database.h"
#include "core/store/figures.h"

#include <limits>

namespace anrufwarte {

namespace {

template <typename... Values>
Result<qint64> count(Database &database, const QString &sql, const Values &...values)
{
    Statement select = database.statement(sql);
    if (!select.run(values...) || !select.next())
        return database.lastError();
    return select.integer(0);
}

Result<qint64> mismatches(Database &database, qint64 sinceMs, double tolerance)
{
    return count(database,
                 QStringLiteral("SELECT count(*) FROM calls JOIN cost_gaps ON call_id = calls.id "
                                "WHERE listed_ms >= ? AND gap > ?"),
                 sinceMs, tolerance);
}

Result<qint64> implausible(Database &database, qint64 sinceMs)
{
    // The plus keeps the planner on the index of the span. Nothing is nothing in every unit.
    return count(database,
                 QStringLiteral("SELECT count(*) FROM calls WHERE listed_ms >= ? AND +finished_seen_ms > 0 "
                                "AND duration_ms >= ? AND cost_micros > 0 "
                                "AND cost_micros * 60000.0 / duration_ms NOT BETWEEN ? AND ?"),
                 sinceMs, LeastJudgedMs, LeastPerMinute, MostPerMinute);
}

/// The first line of a call's history says who told of it.
Result<qint64> firstPolled(Database &database, qint64 sinceMs)
{
    return count(database,
                 QStringLiteral("SELECT count(*) FROM calls WHERE listed_ms >= ? AND (SELECT source FROM "
                                "call_changes WHERE call_id = calls.id ORDER BY id LIMIT 1) = 'poll'"),
                 sinceMs);
}

Result<qint64> corrected(Database &database, qint64 sinceMs)
{
    return count(database,
                 QStringLiteral("SELECT count(*) FROM calls WHERE finished_seen_ms > 0 "
                                "AND finished_seen_ms >= ? AND corrected = 1"),
                 sinceMs);
}

Result<QMap<QString, qint64>> rejected(Database &database, qint64 sinceMs)
{
    Statement select = database.statement(QStringLiteral(
        "SELECT reason, count(*) FROM deliveries WHERE verdict = 'rejected' AND received_ms >= ? "
        "GROUP BY reason"));
    QMap<QString, qint64> byReason;
    if (!select.run(sinceMs))
        return database.lastError();
    while (select.next())
        byReason.insert(select.text(0), select.integer(1));
    if (select.failed())
        return database.lastError();
    return byReason;
}

Result<void> put(qint64 &figure, const Result<qint64> &count)
{
    if (!count)
        return count.error();
    figure = *count;
    return {};
}

} // namespace

Result<QualityFigures> readQuality(Database &database, qint64 sinceMs, double tolerance)
{
    QualityFigures figures;
    for (const Result<void> &read : {put(figures.costMismatches, mismatches(database, sinceMs, tolerance)),
                                     put(figures.implausibleCosts, implausible(database, sinceMs)),
                                     put(figures.newFromPoll, firstPolled(database, sinceMs)),
                                     put(figures.correctedCalls, corrected(database, sinceMs))}) {
        if (!read)
            return read.error();
    }
    const Result<LatencyFigures> latency =
        readLatencyP95(database, {sinceMs, std::numeric_limits<qint64>::max()});
    if (!latency)
        return latency.error();
    figures.latencyP95Ms = latency->p95Ms;
    figures.latencySamples = latency->samples;
    Result<QMap<QString, qint64>> byReason = rejected(database, sinceMs);
    if (!byReason)
        return byReason.error();
    figures.rejectedByReason = *std::move(byReason);
    return figures;
}

} // namespace anrufwarte
