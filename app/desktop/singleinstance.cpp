// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/singleinstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>

namespace anrufwarte {

namespace {

constexpr int PatienceMs = 500;

QString nameFor(const QString &profileDirectory)
{
    const QByteArray path = QDir(profileDirectory).absolutePath().toUtf8();
    const QByteArray digest = QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().left(16);
    return QStringLiteral("anrufwarte-") + QString::fromLatin1(digest);
}

} // namespace

SingleInstance::SingleInstance(const QString &profileDirectory, QObject *parent)
    : QObject(parent), m_name(nameFor(profileDirectory))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *caller = m_server.nextPendingConnection()) {
            connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
            caller->disconnectFromServer();
            Q_EMIT
            raiseRequested();
        }
    });
}

bool SingleInstance::handOver() const
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    return socket.waitForConnected(PatienceMs);
}

void SingleInstance::listen()
{
    if (m_server.listen(m_name))
        return;
    QLocalServer::removeServer(m_name); // left over from a crash: nobody answered in handOver()
    m_server.listen(m_name);
}

} // namespace anrufwarte
