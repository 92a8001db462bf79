// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/places.h"

namespace anrufwarte::http {

int Places::Group::count() const
{
    std::size_t sum = 0;
    for (const Queue &queue : queues)
        sum += queue.size();
    return static_cast<int>(sum);
}

void Places::take(Seat &seat, const QHostAddress &peer, qint64 steadyMs)
{
    Q_ASSERT(!seat.m_ofPeer);
    seat.m_ofPeer = &m_peers[peer];
    seat.m_standing = Standing::Newcomer;
    seat.m_sinceMs = steadyMs;
    Queue &inAll = m_all.of(Standing::Newcomer);
    Queue &inPeer = seat.m_ofPeer->of(Standing::Newcomer);
    seat.m_inAll = inAll.insert(inAll.end(), &seat);
    seat.m_inPeer = inPeer.insert(inPeer.end(), &seat);
}

void Places::leave(Seat &seat, const QHostAddress &peer)
{
    if (!seat.m_ofPeer)
        return;
    m_all.of(seat.m_standing).erase(seat.m_inAll);
    seat.m_ofPeer->of(seat.m_standing).erase(seat.m_inPeer);
    if (seat.m_ofPeer->count() == 0)
        m_peers.erase(peer);
    seat.m_ofPeer = nullptr;
}

void Places::move(Seat &seat, Standing standing, qint64 steadyMs)
{
    if (!seat.m_ofPeer)
        return;
    const auto toTheEnd = [&](Group &group, Queue::iterator place) { // moves the node: iterators stay good
        Queue &goal = group.of(standing);
        goal.splice(goal.end(), group.of(seat.m_standing), place);
    };
    toTheEnd(m_all, seat.m_inAll);
    toTheEnd(*seat.m_ofPeer, seat.m_inPeer);
    seat.m_standing = standing;
    seat.m_sinceMs = steadyMs;
}

int Places::countOf(const QHostAddress &peer) const
{
    const auto found = m_peers.find(peer);
    return found == m_peers.end() ? 0 : found->second.count();
}

Connection *Places::firstToGiveWay(qint64 steadyMs, qint64 keptMs) const
{
    return firstOf(m_all, steadyMs, keptMs);
}

Connection *Places::firstToGiveWay(const QHostAddress &peer, qint64 steadyMs, qint64 keptMs) const
{
    const auto found = m_peers.find(peer);
    return found == m_peers.end() ? nullptr : firstOf(found->second, steadyMs, keptMs);
}

Connection *Places::firstOf(const Group &group, qint64 steadyMs, qint64 keptMs)
{
    for (const Standing standing : {Standing::Newcomer, Standing::Unproven}) {
        if (const Queue &queue = group.of(standing); !queue.empty())
            return queue.front()->m_holder;
    }
    const Queue &proven = group.of(Standing::Proven);
    const bool hasRested = !proven.empty() && steadyMs - proven.front()->m_sinceMs >= keptMs;
    return hasRested ? proven.front()->m_holder : nullptr;
}

} // namespace anrufwarte::http
