// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/requestbudget.h"

#include <algorithm>

namespace anrufwarte {

namespace {

constexpr qint64 UsPerMs = 1'000;

} // namespace

RequestBudget::RequestBudget(const Clock &clock, QObject *parent)
    : QObject(parent), m_clock(clock), m_timer(this)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &RequestBudget::turn);
}

void RequestBudget::setLimits(const BudgetLimits &limits)
{
    m_limits = limits;
    m_timer.start(0);
}

void RequestBudget::enqueue(Precedence precedence, std::function<void()> start)
{
    m_waiting[static_cast<size_t>(precedence)].enqueue(std::move(start));
    if (!m_timer.isActive())
        m_timer.start(0);
}

void RequestBudget::finished()
{
    m_inFlight = std::max(0, m_inFlight - 1);
    if (!m_timer.isActive())
        m_timer.start(0);
}

void RequestBudget::noteSent()
{
    m_nextStartUs = std::max(m_nextStartUs, m_clock.steadyUs() + m_limits.intervalMs * UsPerMs);
}

void RequestBudget::pauseUntil(qint64 steadyMs)
{
    m_pausedUntilMs = std::max(m_pausedUntilMs, steadyMs);
}

void RequestBudget::clear()
{
    for (auto &queue : m_waiting)
        queue.clear();
    m_inFlight = 0;
    m_pausedUntilMs = 0;
}

void RequestBudget::turn()
{
    while (m_inFlight < m_limits.maxInFlight) {
        auto *queue = nextQueue();
        if (!queue)
            return;
        const qint64 nowUs = m_clock.steadyUs();
        const qint64 waitUs = std::max(m_nextStartUs, m_pausedUntilMs * UsPerMs) - nowUs;
        if (waitUs > 0) {
            const qint64 waitMs = (waitUs + UsPerMs - 1) / UsPerMs; // timers count whole ones
            m_timer.start(static_cast<int>(std::min<qint64>(waitMs, 60'000)));
            return;
        }
        m_nextStartUs = nowUs + m_limits.intervalMs * UsPerMs;
        ++m_inFlight;
        const auto start = queue->dequeue();
        start();
    }
}

QQueue<std::function<void()>> *RequestBudget::nextQueue()
{
    const auto found =
        std::find_if(m_waiting.begin(), m_waiting.end(), [](const auto &queue) { return !queue.isEmpty(); });
    return found == m_waiting.end() ? nullptr : &*found;
}

} // namespace anrufwarte
