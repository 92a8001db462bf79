// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/resynckeeping.h"

#include "core/calls/closing.h"
#include "core/sync/resyncjudgement.h"

#include <QTimer>

namespace anrufwarte {

namespace {

using namespace std::chrono_literals;

constexpr auto FullPause = 50ms;    ///< the store writes some hundred batches in it
constexpr auto LockedPause = 500ms; ///< another process writes; the store itself has waited already
constexpr int MaxTries = 10;

bool mayPass(ErrorCode code)
{
    return code == ErrorCode::StoreLocked;
}

} // namespace

ResyncKeeping::ResyncKeeping(Means means, CostUnitChoice unit, QObject *parent)
    : QObject(parent), m_means(means), m_unit(unit)
{
}

void ResyncKeeping::writeRun(const ResyncRun &run, std::function<void()> done)
{
    m_noted = run;
    if (!m_means.sink)
        return done();
    SyncNotes notes;
    notes.run = run;
    ChangeBatch batch;
    batch.notes = std::make_shared<const SyncNotes>(std::move(notes));
    submit(batch, [this, done = std::move(done)](const Result<BatchOutcome> &outcome) {
        if (outcome)
            done();
        else
            Q_EMIT failed(outcome.error());
    });
}

void ResyncKeeping::take(const ResyncResult &face, const CallChange &change)
{
    ++m_underWay;
    m_means.source.knownCall(change.callId, this,
                             [this, face, change](const Known &known) { judge(face, change, known); });
}

void ResyncKeeping::judge(const ResyncResult &face, CallChange change, const Known &answer)
{
    const bool isNoStore = !answer && answer.error().code == ErrorCode::StoreMissing;
    if (!answer && !isNoStore)
        return giveUp(answer.error());
    ResyncJudgement judgement = judgeAnswer(isNoStore ? std::nullopt : *answer, change, m_unit);
    judgement.result.tookMs = face.tookMs;
    change.reason = QStringLiteral("resync");
    if (!judgement.isEnd || !m_means.sink)
        return keep(judgement.result, std::move(change));
    const auto close = [this, result = judgement.result, change](const Result<EndEvidence> &evidence) {
        CallChange closing = change;
        if (evidence && evidence->isRunning)
            closing.reason = closingReason(*evidence, Source::Resync);
        keep(result, std::move(closing));
    };
    m_means.source.endEvidence(change.callId, this, close);
}

/// Names the call with what the store knows of it.
void ResyncKeeping::takeFailure(const ResyncResult &face, const ApiFailure &failure)
{
    ++m_underWay;
    m_means.source.knownCall(face.callId, this, [this, face, failure](const Known &known) {
        ResyncResult named = face;
        if (known && *known) {
            named = faceOf((*known)->row);
            named.tookMs = face.tookMs;
        }
        keep(judgeFailure(std::move(named), failure), std::nullopt);
    });
}

void ResyncKeeping::keep(const ResyncResult &result, const std::optional<CallChange> &change)
{
    m_noted.count(result);
    if (m_means.sink)
        return handIn(result, change, 0);
    --m_underWay;
    Q_EMIT kept(result);
}

void ResyncKeeping::handIn(const ResyncResult &result, const std::optional<CallChange> &change, int failures)
{
    ChangeBatch batch;
    if (change)
        batch.changes.append(*change);
    batch.notes = notesOf(result);
    submit(batch, [this, result, change, failures](const Result<BatchOutcome> &outcome) {
        if (outcome) {
            --m_underWay;
            Q_EMIT kept(result);
        } else if (mayPass(outcome.error().code) && failures + 1 < MaxTries) {
            QTimer::singleShot(LockedPause, this,
                               [this, result, change, failures] { handIn(result, change, failures + 1); });
        } else {
            giveUp(outcome.error());
        }
    });
}

/// A full queue is no failure: it is waited for.
void ResyncKeeping::submit(const ChangeBatch &batch, const BatchDone &done)
{
    const Result<void> queued = m_means.sink->submit(batch, this, done);
    if (queued)
        return;
    if (queued.error().code != ErrorCode::QueueFull)
        return done(queued.error());
    QTimer::singleShot(FullPause, this, [this, batch, done] { submit(batch, done); });
}

std::shared_ptr<const SyncNotes> ResyncKeeping::notesOf(const ResyncResult &result) const
{
    SyncNotes notes;
    notes.run = m_noted;
    notes.results.append(result);
    if (result.isComplete)
        notes.settled.append(result.callId);
    else if (result.setAside == SetAside::NotStored || (result.setAside != SetAside::No && result.id.value()))
        notes.retries.append(
            {result.callId, RetryCause::Incomplete, 0, 0, m_means.clock.nowMs(), result.setAside});
    return std::make_shared<const SyncNotes>(std::move(notes));
}

void ResyncKeeping::giveUp(const Error &error)
{
    --m_underWay;
    Q_EMIT failed(error);
}

} // namespace anrufwarte
