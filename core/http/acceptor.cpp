// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/acceptor.h"

#include "core/http/socketops.h"

namespace anrufwarte::http {

namespace {

/// Connections taken before the connections there are get their turn again.
constexpr int MostPerTurn = 64;

QHostAddress hostAddress(const QString &host)
{
    return host == u"localhost" ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(host);
}

ErrorCode listenErrorCode(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::AddressInUseError:
        return ErrorCode::ListenAddressInUse;
    case QAbstractSocket::SocketAddressNotAvailableError:
    case QAbstractSocket::UnsupportedSocketOperationError:
        return ErrorCode::ListenAddressUnavailable;
    case QAbstractSocket::SocketAccessError:
        return ErrorCode::ListenPermission;
    default:
        return ErrorCode::ListenFailed;
    }
}

} // namespace

Acceptor::Acceptor(QObject *parent) : QObject(parent), m_server(this) {}

Result<void> Acceptor::listen(const BindAddress &address, int backlog)
{
    const QStringList args{hostAndPort(address.host, address.port)};
    const QHostAddress host = hostAddress(address.host);
    if (host.isNull())
        return Error{ErrorCode::ListenAddressUnavailable, QStringLiteral("not an IP address"), args};
    m_server.setListenBacklogSize(backlog);
    if (!m_server.listen(host, address.port))
        return Error{listenErrorCode(m_server.serverError()), m_server.errorString(), args};
    m_server.pauseAccepting();
    m_notifier = std::make_unique<QSocketNotifier>(m_server.socketDescriptor(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &Acceptor::acceptWaiting);
    return {};
}

void Acceptor::close()
{
    pause();
    m_server.close();
}

void Acceptor::pause()
{
    m_notifier->setEnabled(false);
}

void Acceptor::resume()
{
    m_notifier->setEnabled(true);
}

void Acceptor::acceptWaiting()
{
    for (int turn = 0; turn < MostPerTurn && m_notifier->isEnabled(); ++turn) {
        const auto [outcome, descriptor] = acceptNext(m_server.socketDescriptor());
        switch (outcome) {
        case Accepted::Outcome::Taken:
            Q_EMIT
            accepted(descriptor);
            break;
        case Accepted::Outcome::CallerGone:
            break;
        case Accepted::Outcome::NoneWaiting:
            Q_EMIT
            emptied();
            return;
        case Accepted::Outcome::OutOfResources:
            pause();
            Q_EMIT
            exhausted();
            return;
        }
    }
}

QString hostAndPort(const QString &host, quint16 port)
{
    const QString bracketed = host.contains(u':') ? u'[' + host + u']' : host;
    return bracketed + u':' + QString::number(port);
}

} // namespace anrufwarte::http
