// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/backoff.h"

namespace anrufwarte {

/// Counts failures in a row. Each one postpones the next try; from the fifth on the circuit is open: one try
/// in a while, until one is good. Times are steady ms.
class CircuitBreaker
{
public:
    /// An open circuit is tried again after at most max(2 poll intervals, 15 s).
    void setPollInterval(qint64 intervalMs) { m_intervalMs = intervalMs; }

    void noteSuccess() { *this = CircuitBreaker(m_intervalMs); }
    void noteFailure(qint64 nowMs, double random01);

    [[nodiscard]] bool hasFailed() const { return m_failures > 0; }
    [[nodiscard]] bool isOpen() const { return m_failures >= FailuresToOpen; }
    [[nodiscard]] qint64 retryAtMs() const { return m_retryAtMs; } ///< only while hasFailed()

    CircuitBreaker() = default;

private:
    static constexpr int FailuresToOpen = 5;

    explicit CircuitBreaker(qint64 intervalMs) : m_intervalMs(intervalMs) {}

    qint64 m_intervalMs = 15'000;
    qint64 m_retryAtMs = 0;
    int m_failures = 0;
};

} // namespace anrufwarte
