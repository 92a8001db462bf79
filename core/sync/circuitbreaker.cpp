// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/circuitbreaker.h"

#include <algorithm>

namespace anrufwarte {

void CircuitBreaker::noteFailure(qint64 nowMs, double random01)
{
    constexpr qint64 LeastOpenMs = 15'000;
    constexpr qint64 FirstMs = 1'000;
    ++m_failures;
    const qint64 openMs = std::max(2 * m_intervalMs, LeastOpenMs);
    const BackoffRange range =
        isOpen() ? BackoffRange{openMs, openMs} : BackoffRange{FirstMs, std::max(m_intervalMs, FirstMs)};
    m_retryAtMs = nowMs + backoffMs(m_failures, range, random01);
}

} // namespace anrufwarte
