// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHostAddress>
#include <QObject>
#include <QSocketNotifier>
#include <QTcpServer>
#include <memory>

namespace anrufwarte::http {

struct BindAddress
{
    QString host;     ///< "127.0.0.1", "::1", "0.0.0.0", "::", "localhost"
    quint16 port = 0; ///< 0 = any free one
};

/// One listening socket. QTcpServer binds it, but the accepting is ours: in Qt 6.4 a server that has once
/// found its queue empty takes "too many open files" for the same and spins on it.
class Acceptor final : public QObject
{
    Q_OBJECT

public:
    explicit Acceptor(QObject *parent = nullptr);

    /// Errors: Listen…, args = the address as "host:port".
    [[nodiscard]] Result<void> listen(const BindAddress &address, int backlog);

    [[nodiscard]] QHostAddress address() const { return m_server.serverAddress(); }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }

    /// Takes who has connected, without waiting for the event that tells of it.
    void acceptWaiting();
    void close();
    void pause();
    void resume();

Q_SIGNALS:
    void accepted(qintptr descriptor);
    /// All that waited are taken.
    void emptied();
    /// No descriptor or memory left; accepting is paused.
    void exhausted();

private:
    QTcpServer m_server;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

/// "127.0.0.1:8787", "[::1]:8787"
[[nodiscard]] QString hostAndPort(const QString &host, quint16 port);

} // namespace anrufwarte::http
