// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/pollschedule.h"

#include <algorithm>

namespace anrufwarte {

std::optional<qint64> nextPollMs(const PollFacts &facts)
{
    if (!facts.mayAsk || facts.intervalMs <= 0)
        return std::nullopt;
    qint64 next = facts.lastStartMs ? *facts.lastStartMs + facts.intervalMs : 0;
    if (facts.retryAtMs)
        next = *facts.retryAtMs;
    return std::max(next, facts.pausedUntilMs.value_or(next));
}

} // namespace anrufwarte
