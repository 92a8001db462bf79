// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/alertboard.h"

#include "core/base/clock.h"
#include "ui/shell/uistate.h"

#include <algorithm>

namespace anrufwarte {

namespace {
constexpr qint64 HealedMatterMs = 10 * 60 * 1000; ///< ui.md §7
constexpr qsizetype MostHealed = 1000;
} // namespace

AlertBoard::AlertBoard(const Clock &clock, UiState &state, QObject *parent)
    : QObject(parent),
      m_clock(clock),
      m_state(state),
      m_list(state.alertMemory(), clock.nowMs()),
      m_remembered(state.alertMemory())
{
    m_facts.webhookAwaitedSinceMs = clock.nowMs();
}

void AlertBoard::setListenerHealth(const ListenerHealth &health)
{
    m_facts.listener = health;
    if (!health.listening)
        m_listeningSinceMs.reset();
    else if (!m_listeningSinceMs)
        m_listeningSinceMs = m_clock.nowMs();
    const qint64 since =
        std::max(m_listeningSinceMs.value_or(m_clock.nowMs()), health.lastWebhookMs.value_or(0));
    if (since != m_facts.webhookAwaitedSinceMs) {
        m_facts.webhookAwaitedSinceMs = since;
        m_facts.newFromPoll = 0; // was counted since an earlier moment
    }
    judge();
}

void AlertBoard::setStoreHealth(const StoreHealth &health)
{
    m_facts.store = health;
    judge();
}

void AlertBoard::setReadingProblem(const std::optional<Error> &problem)
{
    m_facts.reading = problem;
    judge();
}

void AlertBoard::setApiHealth(const ApiHealth &health)
{
    m_facts.api = health;
    judge();
}

void AlertBoard::setKeyPresent(bool present)
{
    m_facts.hasKey = present;
    judge();
}

void AlertBoard::setPollerStale(bool stale)
{
    m_facts.isPollerStale = stale;
    judge();
}

void AlertBoard::setLatencyLimit(double ms)
{
    m_facts.latencyLimitMs = ms;
    judge();
}

void AlertBoard::setFigures(const AlertFigures &figures)
{
    if (figures.webhookAwaitedSinceMs == m_facts.webhookAwaitedSinceMs) // else it answers an old question
        m_facts.newFromPoll = figures.newFromPoll;
    m_facts.latencyP95Ms = figures.latencyP95Ms;
    m_facts.latencySamples = figures.latencySamples;
    m_facts.costMismatches = figures.costMismatches.value_or(m_facts.costMismatches);
    m_facts.implausibleCosts = figures.implausibleCosts.value_or(m_facts.implausibleCosts);
    judge();
}

void AlertBoard::noteRejected(const DeliveryRecord &record)
{
    m_rejections.note(record);
    judge();
}

void AlertBoard::noteFetched(const QList<CallRow> &rows)
{
    m_rejections.noteFetched(rows);
}

void AlertBoard::noteHealed(const HealedCall &call)
{
    const bool isKnown = std::any_of(m_healed.cbegin(), m_healed.cend(), [&call](const HealedCall &other) {
        return other.callId == call.callId;
    });
    if (isKnown)
        return;
    m_healed.append(call);
    if (m_healed.size() > MostHealed)
        m_healed.removeFirst();
    judge();
}

void AlertBoard::passTime()
{
    judge();
    if (unseenCount() != m_toldUnseen) // a mute ran out
        tell();
}

void AlertBoard::acknowledge(AlertKind kind)
{
    m_list.acknowledge(kind);
    tell();
}

void AlertBoard::mute(AlertKind kind, qint64 spanMs)
{
    m_list.mute(kind, spanMs > 0 ? m_clock.nowMs() + spanMs : 0);
    tell();
}

void AlertBoard::dismiss(AlertKind kind)
{
    if (kind == AlertKind::Rejected)
        m_rejections.clear();
    m_list.dismiss(kind, m_clock.nowMs());
    tell();
}

std::optional<Alert> AlertBoard::banner() const
{
    return m_list.banner(m_clock.nowMs());
}

int AlertBoard::unseenCount() const
{
    return m_list.unseenCount(m_clock.nowMs());
}

std::optional<qint64> AlertBoard::mutedUntilMs(AlertKind kind) const
{
    return m_list.isMuted(kind, m_clock.nowMs()) ? std::optional(m_list.mutedUntilMs(kind)) : std::nullopt;
}

void AlertBoard::judge()
{
    const qint64 now = m_clock.nowMs();
    m_rejections.passTime(now);
    m_healed.removeIf([now](const HealedCall &call) { return now - call.atMs > HealedMatterMs; });
    m_facts.nowMs = now;
    m_facts.rejected = m_rejections.count();
    m_facts.rejectedLately = m_rejections.lately(now);
    m_facts.newestRejected = m_rejections.newest();
    m_facts.healed = m_healed.size();
    m_facts.newestHealed = m_healed.isEmpty() ? HealedCall() : m_healed.constLast();

    Evaluation evaluation = evaluate(m_facts, m_states);
    m_states = evaluation.states;
    if (m_list.apply(evaluation.findings, now))
        tell();
}

void AlertBoard::remember()
{
    const AlertMemory memory = m_list.memory();
    if (memory == m_remembered)
        return;
    m_remembered = memory;
    m_state.setAlertMemory(memory);
}

void AlertBoard::tell()
{
    m_toldUnseen = unseenCount();
    remember();
    Q_EMIT
    changed();
}

} // namespace anrufwarte
