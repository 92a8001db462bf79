// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/resyncpace.h"

#include <algorithm>

namespace anrufwarte {

namespace {

constexpr qint64 WindowMs = 10'000;
constexpr qint64 SilentMs = 5'000;
constexpr double MsPerSecond = 1'000.0;

} // namespace

void ResyncPace::begin(qint64 nowMs)
{
    m_begunMs = nowMs;
    m_answersMs.clear();
}

void ResyncPace::note(qint64 nowMs)
{
    m_answersMs.enqueue(nowMs);
    while (m_answersMs.head() < nowMs - WindowMs)
        m_answersMs.dequeue();
}

double ResyncPace::perSecond(qint64 nowMs) const
{
    const auto first = std::lower_bound(m_answersMs.cbegin(), m_answersMs.cend(), nowMs - WindowMs);
    const qint64 windowMs = std::clamp<qint64>(nowMs - m_begunMs, qint64(MsPerSecond), WindowMs);
    return double(m_answersMs.cend() - first) * MsPerSecond / double(windowMs);
}

std::optional<qint64> ResyncPace::remainingMs(qint64 left, qint64 nowMs) const
{
    const double rate = perSecond(nowMs);
    if (nowMs - m_begunMs < SilentMs || rate <= 0.0)
        return std::nullopt;
    return qint64(double(left) * MsPerSecond / rate);
}

} // namespace anrufwarte
