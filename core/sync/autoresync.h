// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/callupdates.h"
#include "core/sync/rejectedcalls.h"
#include "core/sync/retrylist.h"
#include "core/sync/retrynotes.h"
#include "core/sync/syncmeans.h"

#include <QHash>
#include <QPointer>
#include <QTimer>

namespace anrufwarte {

/// Asks again, without anybody's wish, about calls that are over and incomplete, and about calls whose
/// webhook was rejected or could not be written (contract §3, sync/*). Lives in the sync thread.
class AutoResync : public QObject
{
    Q_OBJECT
public:
    struct Rules
    {
        qint64 retryDelayMs = 300'000;
        int maxAttempts = 5;
        int maxInFlight = 4;
    };

    explicit AutoResync(SyncMeans means, QObject *parent = nullptr);

    void setRules(const Rules &rules);
    /// Reads what waits from the store and goes on; after a start and after ApiGate::reset().
    void begin();

    /// Rows that were committed: incomplete finished ones are noted, complete ones are settled.
    void noteCommitted(const CallUpdates &updates);
    /// A rejected webhook named this call (unverified). Only ids that look like Retell's are asked for: at
    /// once if the call is known, else at most 10 a minute in all and only if its sender may send.
    void noteRejected(const CallId &unverifiedId, bool senderIsAllowed);
    /// A genuine webhook about this call could not be written.
    void noteNotWritten(const CallId &callId);

    [[nodiscard]] qint64 waiting() const { return m_list.size(); }

    /// Asks what is due. Its own timer calls this.
    void turn();

Q_SIGNALS:
    void waitingChanged();

private:
    void readStored();
    void adopt(const RetryEntry &entry);
    void takeSight(const CallRow &row);
    void lookUpSoon();
    void lookUpSights();
    void takeStored(const QList<CallId> &calls, const QHash<CallId, RetryEntry> &stored);
    void settle(const CallId &callId);
    void wait(const WaitingCall &call);

    void ask(WaitingCall &call);
    void takeAnswer(const CallId &callId, const ApiAnswer<CallChange> &answer);
    void takeFailure(WaitingCall &call, const ApiFailure &failure);
    void holdUp(WaitingCall &call, qint64 waitMs);
    void judge(CallChange change, const std::optional<Call> &known);
    void write(const CallId &callId, QList<CallChange> changes, const std::optional<RetryState> &next);
    void takeWritten(const CallId &callId, const std::optional<RetryState> &next);
    void waitForStore(const CallId &callId);
    void release(WaitingCall &call);

    void takeNotesWritten(const QList<CallId> &calls);

    void schedule();
    void announce();
    [[nodiscard]] RetryLimits limits() const { return {m_rules.retryDelayMs, m_rules.maxAttempts}; }
    /// The call, if it is still being asked for.
    [[nodiscard]] WaitingCall *asked(const CallId &callId);

    /// For answers: they are not wanted when this is gone, or began anew since the question.
    template <typename Take>
    [[nodiscard]] auto ifStillWanted(Take take)
    {
        return [self = QPointer(this), beginning = m_beginnings, take](const auto &answer) {
            if (self && self->m_beginnings == beginning)
                take(answer);
        };
    }

    SyncMeans m_means;
    Rules m_rules;
    RetryList m_list;
    RetryNotes m_notes;
    RejectedCalls m_rejected;
    QHash<CallId, RetryState> m_sights; ///< seen incomplete; the store has not said yet whether it knows more
    QTimer m_turn;
    QTimer m_lookUp;
    std::optional<qint64> m_storePauseUntilMs; ///< steady
    qint64 m_told = 0;
    int m_beginnings = 0;
    int m_asking = 0;
    int m_storeFailures = 0;
    bool m_isReading = false;
    bool m_isLookingUp = false;
};

} // namespace anrufwarte
