// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/http/acceptor.h"
#include "core/http/addresslist.h"
#include "core/http/connection.h"
#include "core/http/handler.h"
#include "core/http/limits.h"
#include "core/http/tlsfiles.h"

#include <QObject>
#include <QSet>
#include <QTimer>
#include <memory>
#include <vector>

namespace anrufwarte::http {

/// Where it really listens.
struct Endpoint
{
    QHostAddress address;
    quint16 port = 0;
    bool isTls = false;

    /// "http://127.0.0.1:8787", "https://[::1]:8787"
    [[nodiscard]] QString origin() const;
    bool operator==(const Endpoint &) const = default;
};

struct ListenerOptions
{
    QList<BindAddress> addresses;
    Limits limits;
    std::optional<TlsFiles> tls;
    AddressList trustedProxies; ///< exempt from the cap per peer
};

class CertificateWatch;

/// Accepts connections and keeps their number, age and manners within the limits. Lives, with everything it
/// makes and with the handler, in one thread; all functions are to be called there.
class Listener final : public QObject
{
    Q_OBJECT

public:
    /// `handler` and `clock` must outlive the listener.
    Listener(Handler &handler, const Clock &clock, QObject *parent = nullptr);
    ~Listener() override;

    /// All addresses or none. May be called again after stop(). Errors: Listen…, Tls….
    [[nodiscard]] Result<QList<Endpoint>> start(const ListenerOptions &options);

    /// Accepts nothing more, lets what is on its way finish within limits.drainMs, then says drained().
    void stop();

    [[nodiscard]] int connectionCount() const { return static_cast<int>(m_connections.size()); }
    /// Connections reset at once because of a cap, since the listener was made.
    [[nodiscard]] qint64 turnedAway() const { return m_turnedAway; }
    /// Connections ended because another needed their place.
    [[nodiscard]] qint64 gaveWay() const { return m_gaveWay; }

Q_SIGNALS:
    void drained();
    /// At most once per sweep.
    void connectionCountChanged(int count);
    /// Out of file descriptors or memory; said once until it works again.
    void acceptingPaused();
    void acceptingResumed();
    /// All places are taken, and since it was last said so many connections gave way to others or were turned
    /// away; at most once a minute.
    void crowded(qint64 gaveWay, qint64 turnedAway);
    void certificateReloaded();
    /// The changed files cannot be used; the certificate before stays in use.
    void certificateRejected(const anrufwarte::Error &error);

private:
    [[nodiscard]] Result<Endpoint> bind(const BindAddress &address);
    void take(qintptr descriptor);
    [[nodiscard]] bool isAtItsCap(const QHostAddress &peer) const;
    [[nodiscard]] bool isFullFor(const QHostAddress &peer) const;
    [[nodiscard]] Connection *firstToGiveWay(const QHostAddress &peer) const;
    [[nodiscard]] bool makeRoomFor(const QHostAddress &peer);
    void sayWhenCrowded(qint64 now);
    void forget(Connection *connection);
    void sweep();
    void pauseAccepting();
    void resumeAccepting();
    void endPause();
    void finishDraining();

    ConnectionContext m_context;
    AddressList m_trustedProxies;
    TlsContext m_tls;                           ///< null: http
    CertificateWatch *m_certificates = nullptr; ///< only with TLS; a child
    std::vector<std::unique_ptr<Acceptor>> m_acceptors;
    QSet<Connection *> m_connections; ///< owned
    QTimer m_sweepTimer;
    qint64 m_drainDeadline = 0; ///< steady ms
    qint64 m_turnedAway = 0;
    qint64 m_gaveWay = 0;
    qint64 m_toldTurnedAway = 0;
    qint64 m_toldGaveWay = 0;
    qint64 m_crowdedDue = 0; ///< steady ms; before it the next crowded() is not said
    int m_toldCount = 0;
    bool m_stopping = false;
    bool m_acceptingPaused = false;
};

} // namespace anrufwarte::http
