// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/callsource.h"
#include "core/calls/callupdates.h"
#include "core/calls/changesink.h"

#include <QDateTime>
#include <QMap>
#include <algorithm>

namespace anrufwarte::test {

/// A store of one thread, in memory: merges as the real one, keeps the notes, answers later as the real one,
/// and fails when told to.
class FakeStore : public ChangeSink, public CallSource
{
public:
    struct Kept
    {
        CallRecord record;
        qint64 lastSeenMs = 0;
        QStringList reasons; ///< of what was submitted
        CallRow row = {};

        [[nodiscard]] CallState state() const
        {
            return stateOf(plainText(record[Field::CallStatus]), record.furthest);
        }
        [[nodiscard]] bool isIncomplete() const
        {
            return isFinished(state()) && !completenessOf(record).isComplete();
        }
    };

    [[nodiscard]] Result<void> submit(ChangeBatch batch, QObject *context, BatchDone done) override
    {
        const int submission = submissions++;
        if (isFull || fullAt.contains(submission))
            return Error{ErrorCode::QueueFull, {}, {}};
        if (isBroken || failAt.contains(submission)) {
            answerLater<BatchOutcome>(context, std::move(done), Error{ErrorCode::StoreFailed, {}, {}});
            return {};
        }
        for (const CallChange &change : std::as_const(batch.changes)) {
            if (damaged.contains(change.callId.value())) {
                answerLater<BatchOutcome>(context, std::move(done), Error{ErrorCode::StoreCorrupt, {}, {}});
                return {};
            }
        }
        BatchOutcome outcome;
        CallUpdates updates;
        for (const CallChange &change : std::as_const(batch.changes)) {
            outcome.callsChanged += apply(change) ? 1 : 0;
            updates.rows.append(calls.value(change.callId.value()).row);
        }
        if (batch.notes)
            keep(*batch.notes);
        if (committed && !updates.rows.isEmpty())
            committed(updates);
        answerLater<BatchOutcome>(context, std::move(done), outcome);
        return {};
    }
    bool noteRejected(DeliveryRecord) override { return true; }

    void runningCalls(QObject *context, std::function<void(Result<QList<RunningCall>>)> answer) override
    {
        QList<RunningCall> running;
        for (auto call = calls.cbegin(); call != calls.cend(); ++call) {
            if (!isFinished(call->state()))
                running.append({CallId(call.key()), call->state(), call->lastSeenMs});
        }
        answerLater<QList<RunningCall>>(context, std::move(answer), running);
    }
    void endEvidence(const CallId &callId, QObject *context,
                     std::function<void(Result<EndEvidence>)> answer) override
    {
        EndEvidence evidence{!isFinished(calls.value(callId.value()).state()), {}};
        if (rejected.contains(callId.value()))
            evidence.rejected = rejected.value(callId.value());
        answerLater<EndEvidence>(context, std::move(answer), evidence);
    }
    void knownCall(const CallId &callId, QObject *context,
                   std::function<void(Result<std::optional<Call>>)> answer) override
    {
        std::optional<Call> known;
        if (const auto call = calls.constFind(callId.value()); call != calls.cend())
            known = Call{call->row, call->record, {}, {}};
        answerLater<std::optional<Call>>(context, std::move(answer), known);
    }
    void incompleteCount(QObject *context, std::function<void(Result<qint64>)> answer) override
    {
        const auto count =
            std::count_if(calls.cbegin(), calls.cend(), [](const Kept &call) { return call.isIncomplete(); });
        answerLater<qint64>(context, std::move(answer), qint64(count));
    }
    void incompleteCalls(QObject *context, std::function<void(Result<QList<CallRow>>)> answer) override
    {
        QList<CallRow> rows;
        for (const Kept &call : std::as_const(calls)) {
            const bool isSetAside = retryEntries.value(call.row.callId.value()).setAside != SetAside::No;
            if (call.isIncomplete() && !isSetAside)
                rows.append(call.row);
        }
        std::stable_sort(rows.begin(), rows.end(), [](const CallRow &a, const CallRow &b) {
            return a.startMs.value_or(0) > b.startMs.value_or(0);
        });
        answerLater<QList<CallRow>>(context, std::move(answer), rows);
    }
    void completeAmong(const QList<CallId> &asked, QObject *context,
                       std::function<void(Result<QSet<CallId>>)> answer) override
    {
        QSet<CallId> complete;
        for (const CallId &callId : asked) {
            const auto call = calls.constFind(callId.value());
            if (call != calls.cend() && isFinished(call->state()) && !call->isIncomplete())
                complete.insert(callId);
        }
        answerLater<QSet<CallId>>(context, std::move(answer), complete);
    }
    void historyLedger(QObject *context, std::function<void(Result<HistoryLedger>)> answer) override
    {
        if (unreadable > 0 && unreadable-- > 0)
            return answerLater<HistoryLedger>(context, std::move(answer), Error{ErrorCode::StoreIo, {}, {}});
        answerLater<HistoryLedger>(context, std::move(answer), ledger);
    }
    void retries(qsizetype limit, QObject *context,
                 std::function<void(Result<QList<RetryEntry>>)> answer) override
    {
        QList<RetryEntry> entries;
        for (const RetryEntry &entry : std::as_const(retryEntries)) {
            if (entry.setAside == SetAside::No)
                entries.append(entry);
        }
        for (auto call = calls.cbegin(); call != calls.cend(); ++call) {
            if (call->isIncomplete() && !retryEntries.contains(call.key()))
                entries.append(RetryEntry{CallId(call.key())});
        }
        std::stable_sort(entries.begin(), entries.end(),
                         [](const RetryEntry &a, const RetryEntry &b) { return a.dueMs < b.dueMs; });
        answerLater<QList<RetryEntry>>(context, std::move(answer), entries.mid(0, limit));
    }
    void knownRetries(const QList<CallId> &wanted, QObject *context,
                      std::function<void(Result<QHash<CallId, RetryEntry>>)> answer) override
    {
        QHash<CallId, RetryEntry> found;
        for (const CallId &callId : wanted) {
            if (retryEntries.contains(callId.value()))
                found.insert(callId, retryEntries.value(callId.value()));
        }
        answerLater<QHash<CallId, RetryEntry>>(context, std::move(answer), found);
    }
    void resyncDone(qint64 runStartedMs, QObject *context,
                    std::function<void(Result<QSet<CallId>>)> answer) override
    {
        QSet<CallId> done;
        for (const ResyncResult &result : results.value(runStartedMs))
            done.insert(result.callId);
        answerLater<QSet<CallId>>(context, std::move(answer), done);
    }

    /// As a webhook would have told it. True when it brought something new.
    bool apply(const CallChange &change)
    {
        const bool isNew = !calls.contains(change.callId.value());
        Kept &kept = calls[change.callId.value()];
        kept.record.callId = change.callId;
        MergeOutcome merged = mergeCall(kept.record, change);
        const bool isChanged =
            isNew || !merged.changes.isEmpty() || merged.record.furthest != kept.record.furthest;
        kept.record = std::move(merged.record);
        kept.lastSeenMs = QDateTime::currentMSecsSinceEpoch();
        kept.reasons.append(change.reason);
        note(kept, change, isNew, isChanged);
        return isChanged;
    }

    [[nodiscard]] CallState stateOfCall(const QString &id) const { return calls.value(id).state(); }

    QMap<QString, Kept> calls;
    QMap<QString, RejectedEnd> rejected;
    HistoryLedger ledger;
    QMap<QString, RetryEntry> retryEntries; ///< by Retell's id
    QMap<qint64, ResyncRun> runs;           ///< by start
    QMap<qint64, QList<ResyncResult>> results;
    QList<SyncNotes> notes; ///< as they came
    int submissions = 0;
    QSet<int> fullAt;      ///< those submissions (from 0) find the queue full …
    QSet<int> failAt;      ///< … those come to nothing
    QSet<QString> damaged; ///< calls that no batch may hold
    bool isFull = false;
    bool isBroken = false;
    int unreadable = 0;                                 ///< so many times the ledger cannot be read
    std::function<void(const CallUpdates &)> committed; ///< told as the real one tells it

private:
    template <typename T>
    static void answerLater(QObject *context, std::function<void(Result<T>)> answer, Result<T> value)
    {
        QMetaObject::invokeMethod(
            context,
            [answer = std::move(answer), value = std::move(value)] {
                if (answer)
                    answer(value);
            },
            Qt::QueuedConnection);
    }

    void note(Kept &kept, const CallChange &change, bool isNew, bool isChanged)
    {
        CallRow &row = kept.row;
        const bool wasFinished = !isNew && isFinished(row.state);
        deriveRow(row, kept.record, CostUnitChoice::Auto);
        row.id = LocalCallId(isNew ? calls.size() : row.id.value());
        row.lastSeenMs = kept.lastSeenMs;
        row.firstSeenMs = isNew ? kept.lastSeenMs : row.firstSeenMs;
        ++row.revision;
        if (!isChanged)
            return;
        row.updatedMs = kept.lastSeenMs;
        row.lastSource = change.source;
        if (wasFinished || !isFinished(row.state))
            return;
        row.finishedSeenMs = kept.lastSeenMs;
        row.corrected = !isNew && (change.source == Source::Poll || change.source == Source::Resync);
    }

    void keep(const SyncNotes &news)
    {
        notes.append(news);
        ledger = news.ledger.value_or(ledger);
        for (const RetryEntry &entry : news.retries)
            retryEntries.insert(entry.callId.value(), entry);
        for (const CallId &callId : news.settled)
            retryEntries.remove(callId.value());
        if (!news.run)
            return;
        runs.insert(news.run->startedMs, *news.run);
        results[news.run->startedMs] += news.results;
    }
};

} // namespace anrufwarte::test
