// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/autoresync.h"

#include "core/calls/closing.h"

#include <algorithm>

namespace anrufwarte {

namespace {

constexpr qint64 LongestSleepMs = 60'000; ///< the clock may be set, the machine may sleep
constexpr qint64 ReadAgainMs = 1'000;     ///< what was left to the store
constexpr int GatherMs = 50; ///< a flood of calls is one question in that time, not one per commit
constexpr qsizetype MostSights = 2'000;

} // namespace

AutoResync::AutoResync(SyncMeans means, QObject *parent)
    : QObject(parent),
      m_means(means),
      m_notes(means.sink, m_list, this),
      m_rejected(means.source, means.clock, this),
      m_turn(this),
      m_lookUp(this)
{
    m_lookUp.setSingleShot(true);
    m_lookUp.setInterval(GatherMs);
    connect(&m_lookUp, &QTimer::timeout, this, &AutoResync::lookUpSights);
    m_turn.setSingleShot(true);
    connect(&m_turn, &QTimer::timeout, this, &AutoResync::turn);
    connect(&m_notes, &RetryNotes::written, this, &AutoResync::takeNotesWritten);
    connect(&m_rejected, &RejectedCalls::wanted, this, [this](const CallId &callId, qint64 dueMs) {
        wait({{RetryEntry{callId, RetryCause::Rejected, 0, dueMs}}, false, false, true});
    });
    connect(&means.gate, &ApiGate::cameBack, this, [this] {
        m_list.forEach([nowMs = m_means.clock.nowMs()](WaitingCall &call) {
            if (std::exchange(call.isHeldUp, false))
                call.state.entry.dueMs = nowMs;
        });
        schedule();
    });
}

void AutoResync::setRules(const Rules &rules)
{
    m_rules = rules;
    schedule();
}

void AutoResync::begin()
{
    ++m_beginnings;
    m_asking = 0;
    m_isReading = m_isLookingUp = false;
    m_storePauseUntilMs.reset();
    m_list.forEach([nowMs = m_means.clock.nowMs()](WaitingCall &call) {
        call.isAsked = false;
        if (std::exchange(call.isHeldUp, false))
            call.state.entry.dueMs = nowMs;
    });
    readStored();
    lookUpSights();
}

// ---- who waits ----

void AutoResync::readStored()
{
    m_isReading = true;
    m_means.source.retries(m_list.most(), this,
                           ifStillWanted([this](const Result<QList<RetryEntry>> &entries) {
                               m_isReading = false;
                               if (!entries) {
                                   m_list.setLeftOut(true); // asked again by the next turn
                                   return schedule();
                               }
                               const qsizetype before = m_list.size();
                               m_list.setLeftOut(false);
                               for (const RetryEntry &entry : *entries)
                                   adopt(entry);
                               if (entries->size() == m_list.most() && m_list.size() > before)
                                   m_list.setLeftOut(true);
                               announce();
                               schedule();
                           }));
}

void AutoResync::adopt(const RetryEntry &entry)
{
    if (m_list.contains(entry.callId))
        return;
    WaitingCall call{{entry, entry.attempts == 0 && entry.dueMs == 0}};
    call.mayBeStored = true;
    m_list.add(call);
}

void AutoResync::noteCommitted(const CallUpdates &updates)
{
    for (const CallRow &row : updates.rows) {
        if (needsRetry(row))
            takeSight(row);
        else if (isFinished(row.state))
            settle(row.callId);
    }
    lookUpSoon();
    announce();
}

void AutoResync::takeSight(const CallRow &row)
{
    if (m_list.contains(row.callId) || m_sights.contains(row.callId))
        return;
    if (m_sights.size() >= MostSights)
        return m_list.setLeftOut(true); // the store finds it
    m_sights.insert(row.callId, onSight(row, limits(), m_means.clock.nowMs()));
}

void AutoResync::lookUpSoon()
{
    if (!m_sights.isEmpty() && !m_lookUp.isActive())
        m_lookUp.start();
}

/// A call that was set aside stays aside, whatever else is committed about it.
void AutoResync::lookUpSights()
{
    if (m_isLookingUp || m_sights.isEmpty())
        return;
    m_isLookingUp = true;
    const QList<CallId> calls = m_sights.keys(); // all that came meanwhile, with one question
    m_means.source.knownRetries(calls, this,
                                ifStillWanted([this, calls](const Result<QHash<CallId, RetryEntry>> &stored) {
                                    m_isLookingUp = false;
                                    takeStored(calls, stored.value_or(QHash<CallId, RetryEntry>()));
                                    lookUpSoon();
                                    announce();
                                    schedule();
                                }));
}

void AutoResync::takeStored(const QList<CallId> &calls, const QHash<CallId, RetryEntry> &stored)
{
    for (const CallId &callId : calls) {
        const auto sight = m_sights.constFind(callId);
        if (sight == m_sights.cend())
            continue; // settled meanwhile
        const auto entry = stored.constFind(callId);
        if (entry == stored.cend())
            m_list.add({*sight});
        else if (entry->setAside == SetAside::No)
            adopt(*entry);
        m_sights.erase(sight);
    }
}

void AutoResync::settle(const CallId &callId)
{
    m_sights.remove(callId);
    const WaitingCall *call = m_list.find(callId);
    if (!call || call->isAsked) // its own answer settles it
        return;
    if (call->mayBeStored)
        m_notes.settle(callId);
    m_list.remove(callId);
}

void AutoResync::wait(const WaitingCall &call)
{
    if (m_list.contains(call.state.entry.callId) || !m_list.add(call))
        return;
    if (call.isUnwritten)
        m_notes.writeSoon();
    announce();
    schedule();
}

void AutoResync::noteRejected(const CallId &unverifiedId, bool senderIsAllowed)
{
    WaitingCall *call = m_list.change(unverifiedId);
    if (!call)
        return m_rejected.note(unverifiedId, senderIsAllowed);
    RetryEntry &entry = call->state.entry;
    if (call->isAsked || call->isHeldUp)
        return;
    if (const qint64 dueMs = m_rejected.dueMs(unverifiedId); dueMs < entry.dueMs) {
        entry.dueMs = dueMs;
        entry.cause = RetryCause::Rejected;
        schedule();
    }
}

void AutoResync::noteNotWritten(const CallId &callId)
{
    const qint64 dueMs = m_means.clock.nowMs() + m_rules.retryDelayMs;
    WaitingCall *call = m_list.change(callId);
    if (!call)
        return wait({{RetryEntry{callId, RetryCause::NotWritten, 0, dueMs}}, false, false, true});
    call->state.entry.cause = RetryCause::NotWritten;
    call->isUnwritten = true;
    m_notes.writeSoon();
}

// ---- asking ----

void AutoResync::turn()
{
    m_turn.stop();
    const qint64 steadyMs = m_means.clock.steadyMs();
    if (!m_means.gate.isOpen() || (m_storePauseUntilMs && steadyMs < *m_storePauseUntilMs))
        return schedule();
    m_storePauseUntilMs.reset();
    while (m_asking < m_rules.maxInFlight && m_means.gate.waitMs() == 0) {
        const WaitingCall *next = m_list.next();
        if (!next || next->state.entry.dueMs > m_means.clock.nowMs())
            break;
        ask(*m_list.change(next->state.entry.callId));
    }
    if (m_list.hasLeftOut() && m_list.isHalfEmpty() && !m_isReading)
        readStored();
    schedule();
}

void AutoResync::ask(WaitingCall &call)
{
    const CallId callId = call.state.entry.callId;
    call.state.entry.askedMs = m_means.clock.nowMs();
    call.isAsked = true;
    call.isHeldUp = false;
    ++m_asking;
    if (call.state.entry.cause == RetryCause::Rejected)
        m_rejected.noteAsked(callId);
    m_means.gate.getCall(
        Precedence::Automatic, callId, Source::Resync,
        ifStillWanted([this, callId](const ApiAnswer<CallChange> &answer) { takeAnswer(callId, answer); }));
}

void AutoResync::takeAnswer(const CallId &callId, const ApiAnswer<CallChange> &answer)
{
    WaitingCall *call = asked(callId);
    if (!call)
        return;
    if (const auto *failure = std::get_if<ApiFailure>(&answer))
        return takeFailure(*call, *failure);
    CallChange change = std::get<CallChange>(answer);
    m_means.account.complete(change);
    m_means.source.knownCall(callId, this,
                             ifStillWanted([this, change](const Result<std::optional<Call>> &known) {
                                 known ? judge(change, *known) : waitForStore(change.callId);
                             }));
}

void AutoResync::takeFailure(WaitingCall &call, const ApiFailure &failure)
{
    const CallId callId = call.state.entry.callId;
    const bool isOurs = call.state.entry.cause == RetryCause::Incomplete;
    switch (failure.fault) {
    case ApiFault::NotFound:
        // What an unverified body named and nobody knows leaves no trace.
        if (isOurs) {
            RetryState state = call.state;
            state.entry.setAside = SetAside::NotFound;
            return write(callId, {}, state);
        }
        return write(callId, {}, std::nullopt);
    case ApiFault::BadRequest:
        return write(callId, {}, afterFruitless(call.state, limits(), m_means.clock.nowMs()));
    case ApiFault::KeyRefused:
    case ApiFault::Payment:
    case ApiFault::Throttled:
    case ApiFault::Down:
    case ApiFault::NotRetell:
    case ApiFault::Unreadable:
        break;
    }
    holdUp(call, std::max(m_means.gate.waitMs(), m_means.gate.backoff(++call.failures)));
}

/// No attempt: tried again later, or as soon as Retell is back.
void AutoResync::holdUp(WaitingCall &call, qint64 waitMs)
{
    call.isHeldUp = true;
    call.state.entry.dueMs = m_means.clock.nowMs() + waitMs;
    release(call);
    schedule();
}

void AutoResync::judge(CallChange change, const std::optional<Call> &known)
{
    const CallId callId = change.callId;
    const WaitingCall *call = asked(callId);
    if (!call)
        return;
    CallRecord before;
    before.callId = callId;
    if (known)
        before = known->record;
    const MergeOutcome merged = mergeCall(before, change);
    const auto next = afterAnswer(call->state, merged, limits(), m_means.clock.nowMs());
    change.reason = askingReason(call->state.entry.cause, completenessOf(before));
    const bool isOver = isFinished(stateOf(textOf(merged.record, Field::CallStatus), merged.record.furthest));
    if (!known || isFinished(known->row.state) || !isOver)
        return write(callId, {change}, next);
    m_means.source.endEvidence(callId, this,
                               ifStillWanted([this, change, next](const Result<EndEvidence> &evidence) {
                                   CallChange closing = change;
                                   if (evidence && evidence->isRunning)
                                       closing.reason = closingReason(*evidence, closing.source);
                                   write(closing.callId, {closing}, next);
                               }));
}

/// What Retell said and what follows from it for the call's turn, together or not at all.
void AutoResync::write(const CallId &callId, QList<CallChange> changes, const std::optional<RetryState> &next)
{
    const WaitingCall *call = asked(callId);
    if (!call)
        return;
    SyncNotes notes;
    if (next)
        notes.retries = {next->entry};
    else if (call->mayBeStored)
        notes.settled = {callId};
    ChangeBatch batch{std::move(changes), {}};
    batch.notes = std::make_shared<const SyncNotes>(std::move(notes));
    const auto queued = m_means.sink.submit(
        std::move(batch), this, ifStillWanted([this, callId, next](const Result<BatchOutcome> &outcome) {
            outcome ? takeWritten(callId, next) : waitForStore(callId);
        }));
    if (!queued)
        waitForStore(callId);
}

void AutoResync::takeWritten(const CallId &callId, const std::optional<RetryState> &next)
{
    m_storeFailures = 0;
    WaitingCall *call = asked(callId);
    if (!call)
        return;
    release(*call);
    if (!next || next->entry.setAside != SetAside::No) {
        m_list.remove(callId);
    } else {
        call->state = *next;
        call->failures = 0;
        call->isUnwritten = false;
        call->mayBeStored = true;
    }
    announce();
    schedule();
}

/// Asking on makes no sense while the answers cannot be written.
void AutoResync::waitForStore(const CallId &callId)
{
    const qint64 waitMs = m_means.gate.backoff(++m_storeFailures);
    m_storePauseUntilMs = m_means.clock.steadyMs() + waitMs;
    if (WaitingCall *call = asked(callId)) {
        call->state.entry.dueMs = m_means.clock.nowMs() + m_means.gate.backoff(++call->failures);
        release(*call);
    }
    schedule();
}

void AutoResync::release(WaitingCall &call)
{
    call.isAsked = false;
    --m_asking;
}

/// The store takes batches: what it could not take before is due at once.
void AutoResync::takeNotesWritten(const QList<CallId> &calls)
{
    for (const CallId &callId : calls) {
        WaitingCall *call = m_list.change(callId);
        if (call && !call->isAsked && call->state.entry.cause == RetryCause::NotWritten)
            call->state.entry.dueMs = std::min(call->state.entry.dueMs, m_means.clock.nowMs());
    }
    schedule();
}

WaitingCall *AutoResync::asked(const CallId &callId)
{
    WaitingCall *call = m_list.change(callId);
    return call && call->isAsked ? call : nullptr;
}

void AutoResync::schedule()
{
    if (!m_means.gate.isOpen() || m_asking >= m_rules.maxInFlight)
        return m_turn.stop(); // begin(), or an answer, goes on
    const WaitingCall *next = m_list.next();
    if (!next && !m_list.hasLeftOut())
        return m_turn.stop();
    qint64 waitMs = next ? next->state.entry.dueMs - m_means.clock.nowMs() : 0;
    if (m_list.hasLeftOut() && m_list.isHalfEmpty())
        waitMs = std::min(waitMs, ReadAgainMs);
    if (m_storePauseUntilMs)
        waitMs = std::max(waitMs, *m_storePauseUntilMs - m_means.clock.steadyMs());
    waitMs = std::max(waitMs, m_means.gate.waitMs());
    m_turn.start(static_cast<int>(std::clamp<qint64>(waitMs, 0, LongestSleepMs)));
}

void AutoResync::announce()
{
    if (std::exchange(m_told, waiting()) != waiting())
        Q_EMIT waitingChanged();
}

} // namespace anrufwarte
