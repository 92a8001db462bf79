// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/retrylist.h"

#include <limits>

namespace anrufwarte {

namespace {

qint64 dueMs(const WaitingCall &call)
{
    return call.state.entry.dueMs;
}

} // namespace

const WaitingCall *RetryList::find(const CallId &callId) const
{
    const auto call = m_calls.constFind(callId);
    return call == m_calls.cend() ? nullptr : &*call;
}

WaitingCall *RetryList::change(const CallId &callId)
{
    const auto call = m_calls.find(callId);
    if (call == m_calls.end())
        return nullptr;
    m_noRoomFromMs.reset(); // it may become due later
    m_first.reset();
    return &*call;
}

WaitingCall *RetryList::add(const WaitingCall &call)
{
    if (m_calls.size() >= m_most && !makeRoom(call)) {
        m_hasLeftOut = true;
        return nullptr;
    }
    if (m_noRoomFromMs && dueMs(call) > *m_noRoomFromMs)
        m_noRoomFromMs.reset();
    if (const WaitingCall *first = m_first ? find(*m_first) : nullptr; !first || dueMs(call) < dueMs(*first))
        m_first.reset();
    return &*m_calls.insert(call.state.entry.callId, call);
}

void RetryList::remove(const CallId &callId)
{
    m_calls.remove(callId);
    m_first.reset();
}

const WaitingCall *RetryList::next() const
{
    if (!m_first) {
        const WaitingCall *found = search();
        m_first = found ? found->state.entry.callId : CallId();
    }
    return find(*m_first);
}

const WaitingCall *RetryList::search() const
{
    const WaitingCall *first = nullptr;
    for (const WaitingCall &call : m_calls) {
        if (!call.isAsked && (!first || dueMs(call) < dueMs(*first)))
            first = &call;
    }
    return first;
}

void RetryList::forEach(const std::function<void(WaitingCall &)> &visit)
{
    m_noRoomFromMs.reset();
    m_first.reset();
    for (WaitingCall &call : m_calls)
        visit(call);
}

/// Gives up the place of the one due last, if that is later and the store will find it again.
bool RetryList::makeRoom(const WaitingCall &forCall)
{
    if (m_noRoomFromMs && dueMs(forCall) >= *m_noRoomFromMs)
        return false;
    auto last = m_calls.end();
    for (auto call = m_calls.begin(); call != m_calls.end(); ++call) {
        if (!call->isAsked && !call->isUnwritten && (last == m_calls.end() || dueMs(*call) > dueMs(*last)))
            last = call;
    }
    if (last == m_calls.end() || dueMs(*last) <= dueMs(forCall)) {
        m_noRoomFromMs = last == m_calls.end() ? std::numeric_limits<qint64>::min() : dueMs(*last);
        return false;
    }
    m_calls.erase(last);
    m_first.reset();
    m_hasLeftOut = true;
    return true;
}

} // namespace anrufwarte
