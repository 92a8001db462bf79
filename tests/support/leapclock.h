// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <atomic>

namespace anrufwarte::test {

/// The real time, which also leaps ahead when the test says so. For what waits both for a network (that
/// really takes time) and for hours. Any thread.
class LeapClock final : public Clock
{
public:
    [[nodiscard]] qint64 nowMs() const override { return m_clock.nowMs() + m_leapMs; }
    [[nodiscard]] qint64 steadyMs() const override { return m_clock.steadyMs() + m_leapMs; }
    [[nodiscard]] qint64 steadyUs() const override { return m_clock.steadyUs() + m_leapMs * 1'000; }

    void leap(qint64 ms) { m_leapMs += ms; }

private:
    const SystemClock m_clock;
    std::atomic<qint64> m_leapMs = 0;
};

} // namespace anrufwarte::test
