// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/listener.h"

#include "core/http/certificatewatch.h"
#include "core/http/socketops.h"
#include "core/http/tlstransport.h"

#include <chrono>

namespace anrufwarte::http {

namespace {

constexpr std::chrono::seconds AcceptPause{1};
/// So many candidates are looked at before a newcomer is turned away: each may have just sent its request.
constexpr int MostCandidates = 8;
constexpr qint64 CrowdedEveryMs = 60'000;

} // namespace

QString Endpoint::origin() const
{
    const QString scheme = isTls ? QStringLiteral("https://") : QStringLiteral("http://");
    return scheme + hostAndPort(address.toString(), port);
}

Listener::Listener(Handler &handler, const Clock &clock, QObject *parent)
    : QObject(parent), m_context(handler, clock), m_sweepTimer(this)
{
    connect(&m_sweepTimer, &QTimer::timeout, this, &Listener::sweep);
}

Listener::~Listener()
{
    m_acceptors.clear();
    qDeleteAll(m_connections);
}

Result<QList<Endpoint>> Listener::start(const ListenerOptions &options)
{
    Q_ASSERT(m_acceptors.empty());
    TlsContext tls;
    if (options.tls) {
        auto loaded = loadTls(*options.tls, m_context.clock.nowMs());
        if (!loaded)
            return loaded.error();
        tls = std::move(*loaded);
    }
    m_tls = std::move(tls);
    m_context.limits = options.limits;
    m_trustedProxies = options.trustedProxies;
    m_stopping = false;

    QList<Endpoint> endpoints;
    for (const BindAddress &address : options.addresses) {
        auto endpoint = bind(address);
        if (!endpoint) {
            m_acceptors.clear();
            return endpoint.error();
        }
        endpoints.append(*endpoint);
    }
    if (options.tls) {
        m_certificates = new CertificateWatch(*options.tls, m_context.clock, this);
        connect(m_certificates, &CertificateWatch::failed, this, &Listener::certificateRejected);
        connect(m_certificates, &CertificateWatch::loaded, this, [this](const TlsContext &context) {
            m_tls = context;
            Q_EMIT
            certificateReloaded();
        });
    }
    return endpoints;
}

Result<Endpoint> Listener::bind(const BindAddress &address)
{
    auto acceptor = std::make_unique<Acceptor>();
    if (const auto listening = acceptor->listen(address, m_context.limits.backlog); !listening)
        return listening.error();
    connect(acceptor.get(), &Acceptor::accepted, this, &Listener::take);
    connect(acceptor.get(), &Acceptor::exhausted, this, &Listener::pauseAccepting);
    connect(acceptor.get(), &Acceptor::emptied, this, &Listener::endPause);
    const Endpoint endpoint{acceptor->address(), acceptor->port(), m_tls != nullptr};
    m_acceptors.push_back(std::move(acceptor));
    return endpoint;
}

void Listener::stop()
{
    for (auto &acceptor : m_acceptors) {
        acceptor->acceptWaiting(); // closing would reset them, and what they have sent
        acceptor->close();
        acceptor.release()->deleteLater(); // this may run inside its signal
    }
    m_acceptors.clear();
    delete std::exchange(m_certificates, nullptr);
    m_stopping = true;
    m_acceptingPaused = false;
    m_drainDeadline = m_context.clock.steadyMs() + m_context.limits.drainMs;
    const auto connections = m_connections;
    for (Connection *connection : connections)
        connection->drain();
    if (m_connections.isEmpty())
        QMetaObject::invokeMethod(this, &Listener::finishDraining, Qt::QueuedConnection);
}

void Listener::take(qintptr descriptor)
{
    const QHostAddress peer = unmapped(peerOf(descriptor));
    if (peer.isNull())
        return closeSocket(descriptor); // gone while it waited
    if (isFullFor(peer) && !makeRoomFor(peer)) {
        ++m_turnedAway;
        resetOnClose(descriptor);
        return closeSocket(descriptor);
    }
    sendWithoutDelay(descriptor);
    std::unique_ptr<Transport> transport;
    if (m_tls)
        transport = std::make_unique<TlsTransport>(descriptor, m_tls, nullptr);
    else
        transport = std::make_unique<PlainTransport>(descriptor, nullptr);
    auto *connection = new Connection(std::move(transport), peer, m_context);
    connect(connection, &Connection::closed, this, &Listener::forget);
    m_connections.insert(connection);
    if (!m_sweepTimer.isActive())
        m_sweepTimer.start(std::chrono::milliseconds(m_context.limits.sweepMs));
}

bool Listener::isAtItsCap(const QHostAddress &peer) const
{
    return m_context.places.countOf(peer) >= m_context.limits.connectionsPerPeer &&
           !m_trustedProxies.contains(peer);
}

bool Listener::isFullFor(const QHostAddress &peer) const
{
    return m_context.places.count() >= m_context.limits.connections || isAtItsCap(peer);
}

/// A peer that is at its own cap gives way to itself.
Connection *Listener::firstToGiveWay(const QHostAddress &peer) const
{
    const Places &places = m_context.places;
    const qint64 now = m_context.clock.steadyMs();
    const qint64 keptMs = m_context.limits.keptMs;
    return isAtItsCap(peer) ? places.firstToGiveWay(peer, now, keptMs) : places.firstToGiveWay(now, keptMs);
}

/// Ends the connection that can best be done without; false if there is none. What it has already sent counts
/// first: a request may be waiting in the kernel.
bool Listener::makeRoomFor(const QHostAddress &peer)
{
    for (int i = 0; i < MostCandidates; ++i) {
        Connection *candidate = firstToGiveWay(peer);
        if (!candidate)
            return false;
        candidate->catchUp();
        if (!isFullFor(peer))
            return true; // it had ended by itself
        if (firstToGiveWay(peer) == candidate) {
            ++m_gaveWay;
            candidate->giveWay();
            return true;
        }
    }
    return false;
}

void Listener::forget(Connection *connection)
{
    if (!m_connections.remove(connection))
        return;
    connection->deleteLater();
    resumeAccepting();
    if (m_stopping && m_connections.isEmpty())
        finishDraining();
}

void Listener::sweep()
{
    const qint64 now = m_context.clock.steadyMs();
    const auto connections = m_connections; // they leave the set when they end
    for (Connection *connection : connections) {
        if (m_stopping && now >= m_drainDeadline)
            connection->abort();
        else
            connection->sweep(now);
    }
    if (m_toldCount != connectionCount()) {
        m_toldCount = connectionCount();
        Q_EMIT
        connectionCountChanged(m_toldCount);
    }
    sayWhenCrowded(now);
    if (m_connections.isEmpty())
        m_sweepTimer.stop();
}

void Listener::sayWhenCrowded(qint64 now)
{
    const bool hasNews = m_gaveWay > m_toldGaveWay || m_turnedAway > m_toldTurnedAway;
    if (!hasNews || now < m_crowdedDue)
        return;
    m_crowdedDue = now + CrowdedEveryMs;
    Q_EMIT
    crowded(m_gaveWay - std::exchange(m_toldGaveWay, m_gaveWay),
            m_turnedAway - std::exchange(m_toldTurnedAway, m_turnedAway));
}

void Listener::pauseAccepting()
{
    for (const auto &acceptor : m_acceptors)
        acceptor->pause();
    if (!std::exchange(m_acceptingPaused, true))
        Q_EMIT
    acceptingPaused();
    QTimer::singleShot(AcceptPause, this, &Listener::resumeAccepting);
}

/// Tries again; whether there is room shows with the next connection.
void Listener::resumeAccepting()
{
    if (!m_acceptingPaused)
        return;
    for (const auto &acceptor : m_acceptors)
        acceptor->resume();
}

/// Not with the first connection that finds room: while others still wait, the next one may find none again.
void Listener::endPause()
{
    if (std::exchange(m_acceptingPaused, false))
        Q_EMIT
    acceptingResumed();
}

void Listener::finishDraining()
{
    if (m_stopping && m_connections.isEmpty()) {
        m_stopping = false;
        Q_EMIT
        drained();
    }
}

} // namespace anrufwarte::http
