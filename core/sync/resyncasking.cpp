// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/resyncasking.h"

#include <QPointer>
#include <algorithm>

namespace anrufwarte {

namespace {

constexpr int MaxTries = 5;
constexpr qint64 LookAgainMs = 1'000; ///< a wait may end before its time

} // namespace

ResyncAsking::ResyncAsking(ApiGate &gate, const Clock &clock, int maxInFlight, QObject *parent)
    : QObject(parent), m_gate(gate), m_clock(clock), m_maxInFlight(maxInFlight), m_wake(this)
{
    m_wake.setSingleShot(true);
    connect(&m_wake, &QTimer::timeout, this, &ResyncAsking::pump);
    connect(&m_gate, &ApiGate::cameBack, this, &ResyncAsking::pump);
    connect(&m_gate, &ApiGate::reset, this, &ResyncAsking::askAnew);
}

void ResyncAsking::begin(const QList<ResyncResult> &targets)
{
    for (const ResyncResult &face : targets)
        m_waiting.append({face, 0, 0});
    pump();
}

void ResyncAsking::setHeld(bool isHeld)
{
    m_isHeld = isHeld;
    if (!isHeld)
        pump();
}

void ResyncAsking::drop()
{
    m_waiting.clear();
    m_later.clear();
}

void ResyncAsking::forget()
{
    drop();
    m_asked.clear();
    ++m_turn;
}

void ResyncAsking::pump()
{
    if (m_isHeld || !m_gate.isOpen())
        return;
    takeDue();
    while (!m_waiting.isEmpty() && m_asked.size() < m_maxInFlight) {
        if (const qint64 waitMs = m_gate.waitMs(); waitMs > 0)
            return wakeIn(waitMs);
        ask(m_waiting.takeFirst());
    }
    if (!m_later.isEmpty())
        wakeIn(m_later.constFirst().dueMs - m_clock.steadyMs());
}

void ResyncAsking::takeDue()
{
    while (!m_later.isEmpty() && m_later.constFirst().dueMs <= m_clock.steadyMs())
        m_waiting.prepend(m_later.takeFirst());
}

void ResyncAsking::ask(const Question &question)
{
    const CallId callId = question.face.callId;
    m_current = question.face;
    m_asked.insert(callId, question);
    m_gate.getCall(Precedence::Manual, callId, Source::Resync,
                   [self = QPointer(this), callId, turn = m_turn](const ApiAnswer<CallChange> &answer) {
                       if (!self || self->m_turn != turn)
                           return;
                       self->take(self->m_asked.take(callId), answer);
                       self->pump();
                   });
}

void ResyncAsking::take(Question question, const ApiAnswer<CallChange> &answer)
{
    if (const auto *failure = std::get_if<ApiFailure>(&answer))
        return takeFailure(std::move(question), *failure);
    const auto &change = std::get<CallChange>(answer);
    question.face.tookMs = std::max<qint64>(0, m_clock.nowMs() - change.stamp.asOfMs);
    Q_EMIT answered(question.face, change);
}

void ResyncAsking::takeFailure(Question question, const ApiFailure &failure)
{
    switch (failure.fault) {
    case ApiFault::KeyRefused:
    case ApiFault::Payment:
        Q_EMIT refused(failure);
        return;
    case ApiFault::Throttled:
        m_waiting.prepend(std::move(question)); // no failure of its own: the gate says when
        return;
    case ApiFault::Down:
    case ApiFault::NotRetell:
    case ApiFault::Unreadable: {
        if (++question.failures >= MaxTries)
            break;
        question.dueMs = m_clock.steadyMs() + m_gate.backoff(question.failures);
        const auto place = std::upper_bound(
            m_later.cbegin(), m_later.cend(), question,
            [](const Question &one, const Question &other) { return one.dueMs < other.dueMs; });
        m_later.insert(place, std::move(question));
        return;
    }
    case ApiFault::NotFound:
    case ApiFault::BadRequest:
        break;
    }
    question.face.tookMs = failure.status == 0 ? 0 : m_gate.latencyMs();
    Q_EMIT failed(question.face, failure);
}

/// The gate has forgotten all questions: another key or address.
void ResyncAsking::askAnew()
{
    ++m_turn;
    for (Question &question : m_asked)
        m_waiting.prepend(std::move(question));
    m_asked.clear();
    pump();
}

void ResyncAsking::wakeIn(qint64 ms)
{
    m_wake.start(std::chrono::milliseconds(std::clamp<qint64>(ms, 1, LookAgainMs)));
}

} // namespace anrufwarte
