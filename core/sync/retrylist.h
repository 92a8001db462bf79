// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/retryrules.h"

#include <QHash>
#include <QList>
#include <functional>
#include <optional>

namespace anrufwarte {

/// A call that waits to be asked for.
struct WaitingCall
{
    RetryState state;
    bool isAsked = false;     ///< on its way: to Retell or, with the answer, to the store
    bool isHeldUp = false;    ///< by an outage: due as soon as Retell is back
    bool isUnwritten = false; ///< the store could not find it again: its entry is still to be written
    bool mayBeStored = false; ///< there may be an entry of it in the store
    int failures = 0;         ///< tries in a row that brought no readable answer
};

/// The calls that are due next. Bounded: those due last are left to the store, which finds them again.
class RetryList
{
public:
    explicit RetryList(qsizetype most = 2'000) : m_most(most) {}

    [[nodiscard]] qsizetype size() const { return m_calls.size(); }
    /// There is room for a good part of what was left to the store.
    [[nodiscard]] bool isHalfEmpty() const { return m_calls.size() <= m_most / 2; }
    [[nodiscard]] qsizetype most() const { return m_most; }
    /// Some are left to the store, or were when this was said last.
    [[nodiscard]] bool hasLeftOut() const { return m_hasLeftOut; }
    void setLeftOut(bool hasLeftOut) { m_hasLeftOut = hasLeftOut; }

    [[nodiscard]] bool contains(const CallId &callId) const { return m_calls.contains(callId); }
    /// Null if it does not wait here. Valid until the next add() or remove().
    [[nodiscard]] const WaitingCall *find(const CallId &callId) const;
    [[nodiscard]] WaitingCall *change(const CallId &callId);
    /// Null when there is no room: it is left out. Replaces nothing.
    WaitingCall *add(const WaitingCall &call);
    void remove(const CallId &callId);

    /// The one due first of those that are not on their way.
    [[nodiscard]] const WaitingCall *next() const;
    void forEach(const std::function<void(WaitingCall &)> &visit);

private:
    [[nodiscard]] bool makeRoom(const WaitingCall &forCall);
    [[nodiscard]] const WaitingCall *search() const;

    QHash<CallId, WaitingCall> m_calls;
    qsizetype m_most;
    bool m_hasLeftOut = false;
    /// Nobody here gives up a place for one due then or later. Under a storm of calls each newcomer is due
    /// last: looking through all for each would cost more than all else of sync.
    std::optional<qint64> m_noRoomFromMs;
    /// What next() found, until something has changed that may be another answer: it is asked for after each
    /// webhook. An empty id: none.
    mutable std::optional<CallId> m_first;
};

} // namespace anrufwarte
