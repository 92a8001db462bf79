// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/calls/callsource.h"

#include <QHash>
#include <QQueue>
#include <optional>

namespace anrufwarte {

/// Decides which calls that rejected (hence possibly forged) webhooks have named are asked for, and when: a
/// stranger must not make us ask for whatever he likes, or as often as he likes. Lives in the sync thread.
class RejectedCalls : public QObject
{
    Q_OBJECT
public:
    /// All must outlive it.
    RejectedCalls(CallSource &source, const Clock &clock, QObject *parent = nullptr);

    /// `wanted` may follow, later.
    void note(const CallId &unverifiedId, bool senderIsAllowed);
    /// A call that waits anyway: when it may be asked for because of another rejected webhook (UTC ms).
    [[nodiscard]] qint64 dueMs(const CallId &callId) const;
    void noteAsked(const CallId &callId);

Q_SIGNALS:
    void wanted(const anrufwarte::CallId &callId, qint64 dueMs);

private:
    void judge(const CallId &callId, bool senderIsAllowed, const std::optional<Call> &known);
    [[nodiscard]] bool takeTurn();

    CallSource &m_source;
    const Clock &m_clock;
    QHash<CallId, qint64> m_askedMs; ///< steady, of the last seconds
    QQueue<qint64> m_turnsMs;        ///< steady: when unknown calls had their turn, of the last minute
    int m_lookUps = 0;               ///< answers of the store that are still to come
};

} // namespace anrufwarte
