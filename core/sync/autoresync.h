// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/callsource.h"
#include "core/calls/callupdates.h"
#include "core/calls/changesink.h"
#include "core/sync/accountfacts.h"
#include "core/sync/apigate.h"

#include <QHash>
#include <QTimer>

namespace anrufwarte {

/// Asks again, without anybody's wish, about calls that are over and incomplete, and about calls whose
/// webhook was rejected or could not be written (contract §3, sync/*). Lives in the sync thread.
class AutoResync : public QObject
{
    Q_OBJECT
public:
    struct Means ///< all must outlive the AutoResync
    {
        ApiGate &gate;
        AccountFacts &account;
        ChangeSink &sink;
        CallSource &source;
        const Clock &clock;
    };
    struct Rules
    {
        qint64 retryDelayMs = 300'000;
        int maxAttempts = 5;
        int maxInFlight = 4;
    };

    explicit AutoResync(Means means, QObject *parent = nullptr);

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

    [[nodiscard]] qint64 waiting() const;

Q_SIGNALS:
    void waitingChanged();

private:
    Means m_means;
    Rules m_rules;
};

/// When to ask again: retryDelay, doubled per attempt, at most a day. Pure.
[[nodiscard]] qint64 retryDelayMs(qint64 firstMs, int attempts);

/// "call_" and 16 to 64 letters and digits, as Retell makes them. Pure.
[[nodiscard]] bool looksLikeRetellsId(const CallId &callId);

} // namespace anrufwarte
