// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

#include <chrono>

namespace anrufwarte {

namespace {
template <typename ClockType, typename Unit>
qint64 now()
{
    return std::chrono::duration_cast<Unit>(ClockType::now().time_since_epoch()).count();
}
} // namespace

qint64 SystemClock::nowMs() const
{
    return now<std::chrono::system_clock, std::chrono::milliseconds>();
}

qint64 SystemClock::steadyMs() const
{
    return now<std::chrono::steady_clock, std::chrono::milliseconds>();
}

qint64 SystemClock::steadyUs() const
{
    return now<std::chrono::steady_clock, std::chrono::microseconds>();
}

} // namespace anrufwarte
