// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

#include <chrono>

namespace anrufwarte {

namespace {
template <typename ClockType>
qint64 millis()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(ClockType::now().time_since_epoch()).count();
}
} // namespace

qint64 SystemClock::nowMs() const
{
    return millis<std::chrono::system_clock>();
}

qint64 SystemClock::steadyMs() const
{
    return millis<std::chrono::steady_clock>();
}

} // namespace anrufwarte
