// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/syncmeans.h"

#include <QHash>
#include <QQueue>
#include <QSet>

namespace anrufwarte {

/// Asks Retell about single calls that may be over, and hands what it says to the store: an end with the
/// evidence for it, anything else as the sign of life it is. Forgets what it was to ask when the gate closes
/// or is reset. Lives in the sync thread.
class Healer : public QObject
{
    Q_OBJECT
public:
    struct Rules
    {
        qint64 pollIntervalMs = 15'000;
        int maxInFlight = 1; ///< questions of its own at once
    };

    explicit Healer(SyncMeans means, QObject *parent = nullptr);

    void setRules(const Rules &rules) { m_rules = rules; }
    /// Asks about those that are not being asked about already.
    void ask(const QList<CallId> &calls);

    [[nodiscard]] qint64 healed() const { return m_healed; }
    [[nodiscard]] qint64 notFound() const { return m_notFound.size(); }

Q_SIGNALS:
    void countsChanged();

private:
    struct Question
    {
        CallId callId;
        int tries = 0;
    };

    void clear();
    void pump();
    void take(Question question, const ApiAnswer<CallChange> &answer);
    void takeFailure(Question question, const ApiFailure &failure);
    void retry(const Question &question, qint64 delayMs);
    void judge(const CallChange &change);
    void close(CallChange change, const EndEvidence &evidence);
    void submit(CallChange change, bool isEnd);
    [[nodiscard]] bool isKnownMissing(const CallId &callId) const;

    SyncMeans m_means;
    Rules m_rules;
    QQueue<Question> m_waiting;
    QSet<CallId> m_underWay;          ///< from ask() until the store has the answer, or it is given up
    QHash<CallId, qint64> m_notFound; ///< steady ms, when Retell said so
    int m_asking = 0;
    qint64 m_healed = 0;
};

} // namespace anrufwarte
