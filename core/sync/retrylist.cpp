// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/retrylist.h"

namespace anrufwarte {

namespace {

qint64 dueMs(const WaitingCall &call)
{
    return call.state.entry.dueMs;
}

} // namespace

WaitingCall *RetryList::find(const CallId &callId)
{
    const auto call = m_calls.find(callId);
    return call == m_calls.end() ? nullptr : &*call;
}

WaitingCall *RetryList::add(const WaitingCall &call)
{
    if (m_calls.size() >= m_most && !makeRoom(call)) {
        m_hasLeftOut = true;
        return nullptr;
    }
    return &*m_calls.insert(call.state.entry.callId, call);
}

WaitingCall *RetryList::next()
{
    WaitingCall *first = nullptr;
    for (WaitingCall &call : m_calls) {
        if (!call.isAsked && (!first || dueMs(call) < dueMs(*first)))
            first = &call;
    }
    return first;
}

void RetryList::forEach(const std::function<void(WaitingCall &)> &visit)
{
    for (WaitingCall &call : m_calls)
        visit(call);
}

/// Gives up the place of the one due last, if that is later and the store will find it again.
bool RetryList::makeRoom(const WaitingCall &forCall)
{
    auto last = m_calls.end();
    for (auto call = m_calls.begin(); call != m_calls.end(); ++call) {
        if (!call->isAsked && !call->isUnwritten && (last == m_calls.end() || dueMs(*call) > dueMs(*last)))
            last = call;
    }
    if (last == m_calls.end() || dueMs(*last) <= dueMs(forCall))
        return false;
    m_calls.erase(last);
    m_hasLeftOut = true;
    return true;
}

} // namespace anrufwarte
