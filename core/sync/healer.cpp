// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/healer.h"

#include "core/calls/closing.h"
#include "core/sync/accountfacts.h"

#include <algorithm>

namespace anrufwarte {

namespace {

constexpr int MaxTries = 5; ///< then it waits for the next poll, which asks again
constexpr qint64 NotFoundStandsMs = 10LL * 60'000;
constexpr qint64 WebhookGraceMs = 3'000; ///< a webhook may still be on its way so long after the end

/// How long the webhook of this end still has to arrive first: the poller corrects what was missed, not what
/// is about to come.
qint64 graceLeft(const CallChange &change, qint64 nowMs, qint64 pollIntervalMs)
{
    const qint64 grace = std::min(WebhookGraceMs, pollIntervalMs / 2);
    for (const FieldFact &fact : change.facts) {
        if (fact.field == Field::EndTimestamp)
            return std::clamp<qint64>(std::get<qint64>(fact.value) + grace - nowMs, 0, grace);
    }
    return 0;
}

} // namespace

Healer::Healer(SyncMeans means, QObject *parent) : QObject(parent), m_means(means)
{
    connect(&m_means.gate, &ApiGate::reset, this, &Healer::clear);
    connect(&m_means.gate, &ApiGate::refused, this, &Healer::clear);
}

void Healer::ask(const QList<CallId> &calls)
{
    for (const CallId &callId : calls) {
        if (m_underWay.contains(callId) || isKnownMissing(callId))
            continue;
        m_underWay.insert(callId);
        m_waiting.enqueue({callId, 0});
    }
    pump();
}

void Healer::clear()
{
    m_waiting.clear();
    m_underWay.clear();
    m_notFound.clear();
    m_asking = 0;
}

/// Only a few stand in the budget's queue at a time: the next list of running calls must not wait behind
/// hundreds.
void Healer::pump()
{
    while (m_means.gate.isOpen() && m_asking < m_rules.maxInFlight && !m_waiting.isEmpty()) {
        ++m_asking;
        const Question question = m_waiting.dequeue();
        m_means.gate.getCall(Precedence::Running, question.callId, Source::Poll,
                             [this, question](const ApiAnswer<CallChange> &answer) {
                                 --m_asking;
                                 take(question, answer);
                                 pump();
                             });
    }
}

void Healer::take(Question question, const ApiAnswer<CallChange> &answer)
{
    if (const auto *failure = std::get_if<ApiFailure>(&answer))
        return takeFailure(std::move(question), *failure);
    if (m_notFound.remove(question.callId) > 0)
        Q_EMIT
    countsChanged();
    CallChange change = std::get<CallChange>(answer);
    m_means.account.complete(change);
    if (change.stamp.stage < Stage::Finished)
        return submit(std::move(change), false);
    const qint64 waitMs = graceLeft(change, m_means.clock.nowMs(), m_rules.pollIntervalMs);
    QTimer::singleShot(std::chrono::milliseconds(waitMs), this, [this, change] { judge(change); });
}

void Healer::takeFailure(Question question, const ApiFailure &failure)
{
    const CallId callId = question.callId;
    switch (failure.fault) {
    case ApiFault::Throttled:
        return retry(question, 0); // the gate keeps the pause
    case ApiFault::Down:
    case ApiFault::NotRetell:
    case ApiFault::Unreadable:
        if (++question.tries >= MaxTries)
            break;
        return retry(question, m_means.gate.backoff(question.tries));
    case ApiFault::NotFound:
        m_notFound.insert(callId, m_means.clock.steadyMs());
        Q_EMIT
        countsChanged();
        break;
    case ApiFault::KeyRefused:
    case ApiFault::Payment:
    case ApiFault::BadRequest:
        break;
    }
    m_underWay.remove(callId);
}

void Healer::retry(const Question &question, qint64 delayMs)
{
    QTimer::singleShot(std::chrono::milliseconds(delayMs), this, [this, question] {
        if (!m_underWay.contains(question.callId))
            return; // cleared meanwhile
        m_waiting.enqueue(question);
        pump();
    });
}

void Healer::judge(const CallChange &change)
{
    if (!m_underWay.contains(change.callId))
        return;
    m_means.source.endEvidence(change.callId, this, [this, change](const Result<EndEvidence> &evidence) {
        if (evidence && evidence->isRunning)
            close(change, *evidence);
        else
            m_underWay.remove(
                change.callId); // the webhook was quicker, or the store is asked again next time
    });
}

void Healer::close(CallChange change, const EndEvidence &evidence)
{
    change.reason = closingReason(evidence);
    submit(std::move(change), true);
}

void Healer::submit(CallChange change, bool isEnd)
{
    const CallId callId = change.callId;
    const auto queued = m_means.sink.submit({{std::move(change)}, {}}, this,
                                            [this, callId, isEnd](const Result<BatchOutcome> &outcome) {
                                                m_underWay.remove(callId);
                                                if (!isEnd || !outcome)
                                                    return;
                                                ++m_healed;
                                                Q_EMIT
                                                countsChanged();
                                            });
    if (!queued)
        m_underWay.remove(callId); // the store has enough to do: next poll
}

bool Healer::isKnownMissing(const CallId &callId) const
{
    const auto said = m_notFound.constFind(callId);
    return said != m_notFound.cend() && m_means.clock.steadyMs() - *said < NotFoundStandsMs;
}

} // namespace anrufwarte
