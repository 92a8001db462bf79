// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QHostAddress>
#include <array>
#include <list>
#include <map>
#include <unordered_map>

namespace anrufwarte::http {

class Connection;

/// Who holds a place among the connections of a listener, and whose place is the first to be given to another
/// when all are taken: slow and silent clients must not keep genuine webhooks out.
///
/// Whoever has not shown a genuine request stands in a line with the others of its peer and of its standing.
/// The first of that line gives way which has cost the others most: the length of the line times how long its
/// first one has stood there. So a peer that takes many places makes its own room, and neither its bodies nor
/// its coming back put out the few of another whose bytes are still on their way; silence spread over many
/// peers goes before many of one peer that have only just come; and of equals, who came last goes last. Bytes
/// that complete no genuine request earn nothing, nor does a refusal.
///
/// Taking, leaving and moving cost no more with twelve thousand places than with twelve. Finding the first
/// looks at one line of each length there is, and lengths that differ are few (at most the root of twice the
/// places).
class Places
{
public:
    enum class Standing : quint8
    {
        Newcomer, ///< no complete header so far
        Unproven, ///< no request of it has been answered with success
        Proven,   ///< one has: whoever sent it has the key
        Owed,     ///< an answer of ours is due: never gives way
    };

    class Seat;
    using Queue = std::list<Seat *>;

    /// Those of one peer that have the same standing, the longest there first.
    struct Line
    {
        Queue seats;
        std::size_t rank = 0; ///< its length when it was last ranked
        std::list<Line *>::iterator ranked;
    };

    /// All of one peer.
    struct Group
    {
        std::array<Line, 4> lines;

        [[nodiscard]] Line &of(Standing standing) { return lines.at(static_cast<std::size_t>(standing)); }
        [[nodiscard]] const Line &of(Standing standing) const
        {
            return lines.at(static_cast<std::size_t>(standing));
        }
        [[nodiscard]] int count() const;
    };

    /// What a connection has of it; stays where it is while it is taken.
    class Seat
    {
    public:
        explicit Seat(Connection *holder) : m_holder(holder) {}
        [[nodiscard]] Standing standing() const { return m_standing; }

    private:
        friend class Places;
        Connection *m_holder;
        Group *m_ofPeer = nullptr; ///< null: not taken
        Queue::iterator m_inAll;
        Queue::iterator m_inLine;
        qint64 m_sinceMs = 0; ///< steady
        Standing m_standing = Standing::Newcomer;
    };

    void take(Seat &seat, const QHostAddress &peer, qint64 steadyMs);
    void leave(Seat &seat, const QHostAddress &peer); ///< may come twice
    /// A new standing, or news in the same one (another request of a proven one): it is the youngest there.
    void move(Seat &seat, Standing standing, qint64 steadyMs);

    [[nodiscard]] int count() const { return static_cast<int>(m_proven.size() + m_others.size()); }
    [[nodiscard]] int countOf(const QHostAddress &peer) const;

    /// The first to give way, among all or among those of `peer`; null when none may be asked to. A proven
    /// one may be when it has brought nothing for `keptMs`.
    [[nodiscard]] Connection *firstToGiveWay(qint64 steadyMs, qint64 keptMs) const;
    [[nodiscard]] Connection *firstToGiveWay(const QHostAddress &peer, qint64 steadyMs, qint64 keptMs) const;

private:
    struct HashOfAddress
    {
        /// Seeded: addresses are chosen by strangers.
        std::size_t operator()(const QHostAddress &address) const
        {
            return qHash(address, QHashSeed::globalSeed());
        }
    };

    /// Lines by their length; of equally long ones the one that has changed last comes last.
    using Ranking = std::map<std::size_t, std::list<Line *>>;
    class Costliest;

    [[nodiscard]] Queue &among(Standing standing)
    {
        return standing == Standing::Proven ? m_proven : m_others;
    }
    void rank(Line &line, Standing standing);
    [[nodiscard]] static Connection *rested(const Queue &proven, qint64 steadyMs, qint64 keptMs);

    Queue m_proven; ///< of all peers
    Queue m_others;
    Ranking m_newcomers;
    Ranking m_unproven;
    std::unordered_map<QHostAddress, Group, HashOfAddress> m_peers; ///< its values never move
};

} // namespace anrufwarte::http
