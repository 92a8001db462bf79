// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/calls/dashboard.h"
#include "core/store/callreader.h"

namespace anrufwarte {

class Database;

struct LatencyFigures
{
    std::optional<double> p95Ms;
    qint64 samples = 0;
};

/// Over the single measurements of all calls of the span (contract §6.7): percentiles cannot be averaged.
[[nodiscard]] Result<LatencyFigures> readLatencyP95(Database &database, TimeSpan span);

/// CallReader::dayFigures().
[[nodiscard]] Result<DayFigures> readDayFigures(Database &database, TimeSpan today,
                                                TimeSpan sameSpanLastWeek);

} // namespace anrufwarte
