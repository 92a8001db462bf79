// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/callsource.h"
#include "core/calls/changesink.h"
#include "core/sync/apigate.h"

#include <QHash>
#include <QQueue>
#include <QSet>

namespace anrufwarte {

class AccountFacts;

/// Asks Retell about single calls that may be over, and hands what it says to the store: an end with the
/// evidence for it, anything else as the sign of life it is. Forgets what it was to ask when the gate closes
/// or is reset. Lives in the sync thread.
class Healer : public QObject
{
    Q_OBJECT
public:
    struct Means ///< all must outlive the Healer
    {
        ApiGate &gate;
        AccountFacts &account;
        ChangeSink &sink;
        CallSource &source;
        const Clock &clock;
    };
    struct Rules
    {
        qint64 pollIntervalMs = 15'000;
        int maxInFlight = 1; ///< questions of its own at once
    };

    explicit Healer(Means means, QObject *parent = nullptr);

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

    Means m_means;
    Rules m_rules;
    QQueue<Question> m_waiting;
    QSet<CallId> m_underWay;          ///< from ask() until the store has the answer, or it is given up
    QHash<CallId, qint64> m_notFound; ///< steady ms, when Retell said so
    int m_asking = 0;
    qint64 m_healed = 0;
};

/// Why a call was closed, for call_changes: who found it over, and why no webhook had told it.
[[nodiscard]] QString closingReason(const EndEvidence &evidence, Source by = Source::Poll);

} // namespace anrufwarte
