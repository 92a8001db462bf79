// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/dashboard.h"
#include "core/settings/settings.h"
#include "core/text/formats.h"

namespace anrufwarte {

enum class KpiNoteTone
{
    Plain,
    Warn,
    Danger
};

/// One figure as it is shown and as it is read aloud. Unknown is "–", never 0.
struct KpiText
{
    QString caption;
    QString value;
    QString note;      ///< beside the value
    QString shortNote; ///< when the tile is too narrow for the note
    KpiNoteTone tone = KpiNoteTone::Plain;
    QString spoken;
    bool isPressable = false; ///< leads to what the note tells of

    bool operator==(const KpiText &) const = default;
};

struct RunningCounts
{
    int ongoing = 0;
    int registered = 0;
    bool operator==(const RunningCounts &) const = default;
};

/// The texts of the KPI strip (ui.md §2.1) in the current language. Figures are empty until they were read
/// once.
namespace kpitexts {
[[nodiscard]] KpiText running(const std::optional<RunningCounts> &counts);
[[nodiscard]] KpiText callsToday(const std::optional<DayFigures> &figures, const Formats &formats);
[[nodiscard]] KpiText costToday(const std::optional<DayFigures> &figures, const Settings &settings,
                                const Formats &formats);
[[nodiscard]] KpiText responseTime(const std::optional<DayFigures> &figures, const Settings &settings,
                                   const Formats &formats);
[[nodiscard]] KpiText complete(const std::optional<DayFigures> &figures, const Formats &formats);
} // namespace kpitexts

} // namespace anrufwarte
