// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"

#include <QMetaType>
#include <optional>

namespace anrufwarte {

/// The figures of the KPI strip, for one local day.
struct DayFigures
{
    qint64 calls = 0;                   ///< calls that started (or were first seen) today
    std::optional<MicroDollars> cost;   ///< sum of the known ones; empty when none is known
    std::optional<double> latencyP95Ms; ///< over the single measurements (contract §6.7)
    qint64 latencySamples = 0;
    qint64 finished = 0;
    qint64 complete = 0; ///< of the finished
    std::optional<qint64>
        callsSameDayLastWeek; ///< up to the same time of day; empty when there is no such history
    std::optional<MicroDollars> microsPerMinute; ///< mean over recent finished calls, for estimates

    bool operator==(const DayFigures &) const = default;
};

} // namespace anrufwarte

Q_DECLARE_METATYPE(anrufwarte::DayFigures)
