// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/rejectedcalls.h"

#include "core/sync/retryrules.h"

#include <algorithm>

namespace anrufwarte {

namespace {

constexpr qsizetype UnknownPerMinute = 10; ///< ids that the store has never heard of, in all
constexpr qint64 MinuteMs = 60'000;
constexpr qint64 SameCallMs = 10'000; ///< one call is not asked for more often than that
constexpr int MostLookUps = 100;      ///< in a flood the rest is the poller's
constexpr qsizetype MostRemembered = 1'000;

} // namespace

RejectedCalls::RejectedCalls(CallSource &source, const Clock &clock, QObject *parent)
    : QObject(parent), m_source(source), m_clock(clock)
{
}

void RejectedCalls::note(const CallId &unverifiedId, bool senderIsAllowed)
{
    if (!looksLikeRetellsId(unverifiedId) || m_lookUps >= MostLookUps)
        return;
    ++m_lookUps;
    m_source.knownCall(unverifiedId, this,
                       [this, unverifiedId, senderIsAllowed](const Result<std::optional<Call>> &known) {
                           --m_lookUps;
                           if (known)
                               judge(unverifiedId, senderIsAllowed, *known);
                       });
}

void RejectedCalls::judge(const CallId &callId, bool senderIsAllowed, const std::optional<Call> &known)
{
    const bool mayAsk =
        known ? !isFinished(known->row.state) || needsRetry(known->row) : senderIsAllowed && takeTurn();
    if (mayAsk)
        Q_EMIT wanted(callId, dueMs(callId));
}

qint64 RejectedCalls::dueMs(const CallId &callId) const
{
    const auto asked = m_askedMs.constFind(callId);
    const qint64 againInMs = asked == m_askedMs.cend() ? 0 : *asked + SameCallMs - m_clock.steadyMs();
    return m_clock.nowMs() + std::max<qint64>(0, againInMs);
}

void RejectedCalls::noteAsked(const CallId &callId)
{
    const qint64 nowMs = m_clock.steadyMs();
    if (m_askedMs.size() >= MostRemembered)
        m_askedMs.removeIf([nowMs](const auto &asked) { return nowMs - asked.value() >= SameCallMs; });
    if (m_askedMs.size() < MostRemembered)
        m_askedMs.insert(callId, nowMs);
}

bool RejectedCalls::takeTurn()
{
    const qint64 nowMs = m_clock.steadyMs();
    while (!m_turnsMs.isEmpty() && nowMs - m_turnsMs.head() >= MinuteMs)
        m_turnsMs.dequeue();
    if (m_turnsMs.size() >= UnknownPerMinute)
        return false;
    m_turnsMs.enqueue(nowMs);
    return true;
}

} // namespace anrufwarte
