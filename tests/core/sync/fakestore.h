// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/callsource.h"
#include "core/calls/changesink.h"
#include "core/calls/mergecall.h"

#include <QDateTime>
#include <QMap>

namespace anrufwarte::test {

/// A store of one thread, in memory: merges as the real one, answers later as the real one.
class FakeStore : public ChangeSink, public CallSource
{
public:
    struct Kept
    {
        CallRecord record;
        qint64 lastSeenMs = 0;
        QStringList reasons; ///< of what was submitted

        [[nodiscard]] CallState state() const
        {
            return stateOf(plainText(record[Field::CallStatus]), record.furthest);
        }
    };

    [[nodiscard]] Result<void> submit(ChangeBatch batch, QObject *context, BatchDone done) override
    {
        if (isFull)
            return Error{ErrorCode::QueueFull, {}, {}};
        for (const CallChange &change : std::as_const(batch.changes))
            apply(change);
        QMetaObject::invokeMethod(
            context, [done = std::move(done)] { done(BatchOutcome{}); }, Qt::QueuedConnection);
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
        QMetaObject::invokeMethod(
            context, [answer = std::move(answer), running] { answer(running); }, Qt::QueuedConnection);
    }
    void endEvidence(const CallId &callId, QObject *context,
                     std::function<void(Result<EndEvidence>)> answer) override
    {
        EndEvidence evidence{!isFinished(calls.value(callId.value()).state()), {}};
        if (rejected.contains(callId.value()))
            evidence.rejected = rejected.value(callId.value());
        QMetaObject::invokeMethod(
            context, [answer = std::move(answer), evidence] { answer(evidence); }, Qt::QueuedConnection);
    }

    /// As a webhook would have told it.
    void apply(const CallChange &change)
    {
        Kept &kept = calls[change.callId.value()];
        kept.record.callId = change.callId;
        kept.record = mergeCall(kept.record, change).record;
        kept.lastSeenMs = QDateTime::currentMSecsSinceEpoch();
        kept.reasons.append(change.reason);
    }

    [[nodiscard]] CallState stateOfCall(const QString &id) const { return calls.value(id).state(); }

    QMap<QString, Kept> calls;
    QMap<QString, RejectedEnd> rejected;
    bool isFull = false;
};

} // namespace anrufwarte::test
