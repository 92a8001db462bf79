// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/figures.h"

#include "core/calls/latency.h"
#include "core/store/callrows.h"
#include "core/store/database.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace anrufwarte {

namespace {

constexpr double MsPerMinute = 60'000.0;

Result<void> readCounts(Database &database, TimeSpan today, DayFigures &figures)
{
    Statement select = database.statement(QStringLiteral(
        "SELECT count(*), sum(cost_micros), total(finished_seen_ms > 0), "
        "total(finished_seen_ms > 0 AND incomplete = 0) FROM calls WHERE listed_ms >= ? AND listed_ms < ?"));
    if (!select.run(today.fromMs, today.toMs) || !select.next())
        return database.lastError();
    figures.calls = select.integer(0);
    figures.cost = select.optionalInteger(1);
    figures.finished = select.integer(2);
    figures.complete = select.integer(3);
    return {};
}

Result<void> readLastWeek(Database &database, TimeSpan span, DayFigures &figures)
{
    Statement select =
        database.statement(QStringLiteral("SELECT count(*), EXISTS (SELECT 1 FROM calls WHERE listed_ms < ?) "
                                          "FROM calls WHERE listed_ms >= ? AND listed_ms < ?"));
    if (!select.run(span.toMs, span.fromMs, span.toMs) || !select.next())
        return database.lastError();
    if (select.integer(1) != 0) // without any older call, 0 would look like a quiet day
        figures.callsSameDayLastWeek = select.integer(0);
    return {};
}

Result<void> readPrice(Database &database, DayFigures &figures)
{
    Statement select = database.statement(QStringLiteral(
        "SELECT sum(cost_micros), sum(duration_ms) FROM (SELECT cost_micros, duration_ms FROM calls "
        "WHERE finished_seen_ms > 0 AND cost_micros IS NOT NULL AND duration_ms > 0 "
        "ORDER BY finished_seen_ms DESC LIMIT 200)"));
    if (!select.run() || !select.next())
        return database.lastError();
    const std::optional<double> micros = select.optionalReal(0);
    const std::optional<double> durationMs = select.optionalReal(1);
    if (micros && durationMs && *durationMs > 0.0)
        figures.microsPerMinute =
            static_cast<MicroDollars>(std::llround(*micros * MsPerMinute / *durationMs));
    return {};
}

} // namespace

Result<LatencyFigures> readLatencyP95(Database &database, TimeSpan span)
{
    Statement select = database.statement(QStringLiteral(
        "SELECT e2e_values FROM calls WHERE listed_ms >= ? AND listed_ms < ? AND e2e_values IS NOT NULL"));
    if (!select.run(span.fromMs, span.toMs))
        return database.lastError();
    std::vector<double> measurements;
    while (select.next()) {
        const QList<double> values = callrows::readMeasurements(select.blob(0));
        measurements.insert(measurements.end(), values.begin(), values.end());
    }
    if (select.failed())
        return database.lastError();
    std::sort(measurements.begin(), measurements.end());
    return LatencyFigures{percentile(measurements, 0.95), std::ssize(measurements)};
}

Result<DayFigures> readDayFigures(Database &database, TimeSpan today, TimeSpan sameSpanLastWeek)
{
    DayFigures figures;
    if (const Result<void> read = readCounts(database, today, figures); !read)
        return read.error();
    const Result<LatencyFigures> latency = readLatencyP95(database, today);
    if (!latency)
        return latency.error();
    figures.latencyP95Ms = latency->p95Ms;
    figures.latencySamples = latency->samples;
    if (const Result<void> read = readLastWeek(database, sameSpanLastWeek, figures); !read)
        return read.error();
    if (const Result<void> read = readPrice(database, figures); !read)
        return read.error();
    return figures;
}

} // namespace anrufwarte
