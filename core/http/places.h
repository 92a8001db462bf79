// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QHostAddress>
#include <array>
#include <list>
#include <unordered_map>

namespace anrufwarte::http {

class Connection;

/// Who holds a place among the connections of a listener, and whose place is the first to be given to another
/// when all are taken: slow and silent clients must not keep genuine webhooks out. Within each standing the
/// longest without a complete request goes first. All of it in constant time, so twelve thousand places cost
/// a webhook no more than twelve do.
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

    /// The queues of one peer, or of all.
    struct Group
    {
        std::array<Queue, 4> queues;

        [[nodiscard]] Queue &of(Standing standing) { return queues.at(static_cast<std::size_t>(standing)); }
        [[nodiscard]] const Queue &of(Standing standing) const
        {
            return queues.at(static_cast<std::size_t>(standing));
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
        Queue::iterator m_inPeer;
        qint64 m_sinceMs = 0; ///< steady
        Standing m_standing = Standing::Newcomer;
    };

    void take(Seat &seat, const QHostAddress &peer, qint64 steadyMs);
    void leave(Seat &seat, const QHostAddress &peer); ///< may come twice
    /// A new standing, or news in the same one (a complete request): it is the youngest there.
    void move(Seat &seat, Standing standing, qint64 steadyMs);

    [[nodiscard]] int count() const { return m_all.count(); }
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

    [[nodiscard]] static Connection *firstOf(const Group &group, qint64 steadyMs, qint64 keptMs);

    Group m_all;
    std::unordered_map<QHostAddress, Group, HashOfAddress> m_peers; ///< its values never move
};

} // namespace anrufwarte::http
