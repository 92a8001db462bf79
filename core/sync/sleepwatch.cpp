// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/sleepwatch.h"

#include <utility>

namespace anrufwarte {

namespace {

constexpr int LookMs = 5'000;
constexpr qint64 SleptMs = 10'000; ///< UTC ran ahead of the steady clock by so much

} // namespace

SleepWatch::SleepWatch(const Clock &clock, QObject *parent)
    : QObject(parent), m_clock(clock), m_timer(this), m_gapMs(clock.nowMs() - clock.steadyMs())
{
    connect(&m_timer, &QTimer::timeout, this, &SleepWatch::look);
    m_timer.start(LookMs);
}

void SleepWatch::look()
{
    const qint64 gapMs = m_clock.nowMs() - m_clock.steadyMs();
    if (gapMs - std::exchange(m_gapMs, gapMs) > SleptMs)
        Q_EMIT slept();
}

} // namespace anrufwarte
