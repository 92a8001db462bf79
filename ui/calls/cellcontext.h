// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/formats.h"

namespace anrufwarte {

/// What cells need besides their row: the time, how values look, and the settings that colour them. One per
/// page, shared by its models and delegates.
struct CellContext
{
    Formats formats;
    qint64 nowMs = 0;
    bool stale = false; ///< nobody knows whether calls still run: durations stand still and read "≥"
    bool maskNumbers = false;
    qint64 warnMs = 5 * 60'000;    ///< alerts/callMinutesWarn
    qint64 dangerMs = 10 * 60'000; ///< alerts/callMinutesDanger
    double latencyLimitMs = 5'000;
    std::optional<MicroDollars> microsPerMinute; ///< for estimates while a call runs
};

} // namespace anrufwarte
