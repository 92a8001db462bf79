// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/calls/call.h"
#include "core/calls/historyledger.h"
#include "core/calls/resyncrun.h"
#include "core/calls/retryentry.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>
#include <functional>
#include <optional>

namespace anrufwarte {

/// A call that the store takes for not finished.
struct RunningCall
{
    CallId callId;
    CallState state = CallState::Ongoing; ///< or Registered
    qint64 lastSeenMs = 0;                ///< UTC, last sign of life from any source

    bool operator==(const RunningCall &) const = default;
};

/// A rejected webhook that would have told the end of a call, as far as its unverified body says so.
struct RejectedEnd
{
    qint64 receivedMs = 0; ///< UTC
    QString reason;        ///< code of contract §4, "signature_malformed"

    bool operator==(const RejectedEnd &) const = default;
};

/// What the store knows about the end of one call.
struct EndEvidence
{
    bool isRunning = false;              ///< it does not know of an end
    std::optional<RejectedEnd> rejected; ///< the newest

    bool operator==(const EndEvidence &) const = default;
};

/// What sync may ask the store. Asynchronous: answers come in the thread of `context`, which is that of the
/// caller, and not at all when the context is gone by then.
class CallSource
{
public:
    virtual ~CallSource() = default;

    virtual void runningCalls(QObject *context, std::function<void(Result<QList<RunningCall>>)> answer) = 0;
    virtual void endEvidence(const CallId &callId, QObject *context,
                             std::function<void(Result<EndEvidence>)> answer) = 0;
    /// Empty: never heard of it.
    virtual void knownCall(const CallId &callId, QObject *context,
                           std::function<void(Result<std::optional<Call>>)> answer) = 0;
    /// Finished calls with missing data that are not set aside, newest first.
    virtual void incompleteCalls(QObject *context, std::function<void(Result<QList<CallRow>>)> answer) = 0;
    /// How many have missing data, set aside or not.
    virtual void incompleteCount(QObject *context, std::function<void(Result<qint64>)> answer) = 0;
    /// Of the named ones: those that are over and complete here.
    virtual void completeAmong(const QList<CallId> &calls, QObject *context,
                               std::function<void(Result<QSet<CallId>>)> answer) = 0;

    /// As they were written last (SyncNotes).
    virtual void historyLedger(QObject *context, std::function<void(Result<HistoryLedger>)> answer) = 0;
    /// Entries that are not set aside, the next due first, and incomplete finished calls without an entry as
    /// entries due at 0; at most `limit`.
    virtual void retries(qsizetype limit, QObject *context,
                         std::function<void(Result<QList<RetryEntry>>)> answer) = 0;
    /// Those of the named calls that have an entry, set aside or not.
    virtual void knownRetries(const QList<CallId> &calls, QObject *context,
                              std::function<void(Result<QHash<CallId, RetryEntry>>)> answer) = 0;
    /// The calls that already have a result in that run.
    virtual void resyncDone(qint64 runStartedMs, QObject *context,
                            std::function<void(Result<QSet<CallId>>)> answer) = 0;
};

} // namespace anrufwarte
