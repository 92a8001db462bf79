// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <atomic>

namespace anrufwarte::test {

/// Time that moves only when the test says so. Any thread.
class FakeClock final : public Clock
{
public:
    explicit FakeClock(qint64 nowMs = 1'790'000'000'000) : m_now(nowMs) {}

    [[nodiscard]] qint64 nowMs() const override { return m_now.load(); }
    [[nodiscard]] qint64 steadyMs() const override { return m_steady.load(); }

    void advance(qint64 ms)
    {
        m_now += ms;
        m_steady += ms;
    }
    void setNow(qint64 ms) { m_now = ms; } ///< a jump: steady time stays

private:
    std::atomic<qint64> m_now;
    std::atomic<qint64> m_steady = 1'000'000;
};

} // namespace anrufwarte::test
