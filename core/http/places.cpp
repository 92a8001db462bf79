// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/places.h"

namespace anrufwarte::http {

/// Looks at lines and remembers the first one of that which has cost most.
class Places::Costliest
{
public:
    explicit Costliest(qint64 steadyMs) : m_now(steadyMs) {}

    void lookAt(const Line &line)
    {
        if (line.seats.empty())
            return;
        const Seat *first = line.seats.front();
        const qint64 stood = m_now - first->m_sinceMs + 1; // within one millisecond the length decides
        const qint64 cost = static_cast<qint64>(line.seats.size()) * stood;
        if (cost <= m_cost)
            return;
        m_cost = cost;
        m_holder = first->m_holder;
    }
    void lookAt(const Ranking &ranking)
    {
        for (const auto &[length, lines] : ranking)
            lookAt(*lines.front());
    }
    [[nodiscard]] Connection *holder() const { return m_holder; }

private:
    qint64 m_now;
    qint64 m_cost = 0;
    Connection *m_holder = nullptr;
};

int Places::Group::count() const
{
    std::size_t sum = 0;
    for (const Line &line : lines)
        sum += line.seats.size();
    return static_cast<int>(sum);
}

void Places::take(Seat &seat, const QHostAddress &peer, qint64 steadyMs)
{
    Q_ASSERT(!seat.m_ofPeer);
    seat.m_ofPeer = &m_peers[peer];
    seat.m_standing = Standing::Newcomer;
    seat.m_sinceMs = steadyMs;
    Line &line = seat.m_ofPeer->of(Standing::Newcomer);
    seat.m_inAll = m_others.insert(m_others.end(), &seat);
    seat.m_inLine = line.seats.insert(line.seats.end(), &seat);
    rank(line, Standing::Newcomer);
}

void Places::leave(Seat &seat, const QHostAddress &peer)
{
    if (!seat.m_ofPeer)
        return;
    Line &line = seat.m_ofPeer->of(seat.m_standing);
    among(seat.m_standing).erase(seat.m_inAll);
    line.seats.erase(seat.m_inLine);
    rank(line, seat.m_standing);
    if (seat.m_ofPeer->count() == 0)
        m_peers.erase(peer);
    seat.m_ofPeer = nullptr;
}

void Places::move(Seat &seat, Standing standing, qint64 steadyMs)
{
    if (!seat.m_ofPeer)
        return;
    const Standing before = seat.m_standing;
    Line &left = seat.m_ofPeer->of(before);
    Line &joined = seat.m_ofPeer->of(standing);
    // The nodes move: iterators stay good.
    among(standing).splice(among(standing).end(), among(before), seat.m_inAll);
    joined.seats.splice(joined.seats.end(), left.seats, seat.m_inLine);
    seat.m_standing = standing;
    seat.m_sinceMs = steadyMs;
    rank(left, before);
    rank(joined, standing);
}

/// After every change of a line, also of a first one that has become the last.
void Places::rank(Line &line, Standing standing)
{
    if (standing != Standing::Newcomer && standing != Standing::Unproven)
        return;
    Ranking &ranking = standing == Standing::Newcomer ? m_newcomers : m_unproven;
    if (line.rank > 0) {
        const auto equals = ranking.find(line.rank);
        equals->second.erase(line.ranked);
        if (equals->second.empty())
            ranking.erase(equals);
    }
    line.rank = line.seats.size();
    if (line.rank > 0) {
        std::list<Line *> &equals = ranking[line.rank];
        line.ranked = equals.insert(equals.end(), &line);
    }
}

int Places::countOf(const QHostAddress &peer) const
{
    const auto found = m_peers.find(peer);
    return found == m_peers.end() ? 0 : found->second.count();
}

Connection *Places::firstToGiveWay(qint64 steadyMs, qint64 keptMs) const
{
    Costliest costliest(steadyMs);
    costliest.lookAt(m_newcomers);
    costliest.lookAt(m_unproven);
    return costliest.holder() ? costliest.holder() : rested(m_proven, steadyMs, keptMs);
}

Connection *Places::firstToGiveWay(const QHostAddress &peer, qint64 steadyMs, qint64 keptMs) const
{
    const auto found = m_peers.find(peer);
    if (found == m_peers.end())
        return nullptr;
    const Group &group = found->second;
    Costliest costliest(steadyMs);
    costliest.lookAt(group.of(Standing::Newcomer));
    costliest.lookAt(group.of(Standing::Unproven));
    return costliest.holder() ? costliest.holder()
                              : rested(group.of(Standing::Proven).seats, steadyMs, keptMs);
}

Connection *Places::rested(const Queue &proven, qint64 steadyMs, qint64 keptMs)
{
    const bool hasRested = !proven.empty() && steadyMs - proven.front()->m_sinceMs >= keptMs;
    return hasRested ? proven.front()->m_holder : nullptr;
}

} // namespace anrufwarte::http
