// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/transport.h"

#include "core/http/limits.h"
#include "core/http/socketops.h"

#include <QSslSocket>
#include <utility>

namespace anrufwarte::http {

PlainTransport::PlainTransport(qintptr descriptor, QObject *parent)
    : Transport(parent), m_descriptor(descriptor), m_readNotifier(descriptor, QSocketNotifier::Read)
{
    connect(&m_readNotifier, &QSocketNotifier::activated, this, &Transport::readable);
}

PlainTransport::~PlainTransport()
{
    close();
}

qsizetype PlainTransport::read(char *data, qsizetype size)
{
    if (m_descriptor < 0 || m_isAtEnd)
        return 0;
    const Moved moved = receiveBytes(m_descriptor, data, size);
    if (moved.isBroken) {
        close();
        Q_EMIT
        closed();
    } else if (moved.isAtEnd) {
        m_isAtEnd = true;
        m_readNotifier.setEnabled(false);
    }
    return moved.count;
}

void PlainTransport::setReading(bool isWanted)
{
    const bool isOn = isWanted && !m_isAtEnd && m_descriptor >= 0;
    if (m_readNotifier.isEnabled() != isOn)
        m_readNotifier.setEnabled(isOn);
}

void PlainTransport::write(const QByteArray &bytes)
{
    const bool wasEmpty = m_unsent.isEmpty();
    m_unsent += bytes; // shares when nothing waits
    if (wasEmpty)
        send();
}

void PlainTransport::send()
{
    if (m_descriptor < 0)
        return;
    const Moved moved = sendBytes(m_descriptor, m_unsent.constData(), m_unsent.size());
    if (moved.isBroken) {
        close();
        Q_EMIT
        closed();
        return;
    }
    if (moved.count == m_unsent.size())
        m_unsent = QByteArray();
    else
        m_unsent.remove(0, moved.count);
    if (!m_unsent.isEmpty() && !m_writeNotifier) {
        m_writeNotifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Write);
        connect(m_writeNotifier.get(), &QSocketNotifier::activated, this, &PlainTransport::send);
    }
    if (m_writeNotifier)
        m_writeNotifier->setEnabled(!m_unsent.isEmpty());
    if (moved.count > 0)
        Q_EMIT
    bytesWritten();
}

void PlainTransport::shutdownSending()
{
    if (m_descriptor >= 0)
        http::shutdownSending(m_descriptor);
}

void PlainTransport::reset()
{
    if (m_descriptor >= 0)
        resetOnClose(m_descriptor);
    close();
}

void PlainTransport::close()
{
    if (m_descriptor < 0)
        return;
    m_readNotifier.setEnabled(false);
    if (m_writeNotifier)
        m_writeNotifier->setEnabled(false);
    closeSocket(std::exchange(m_descriptor, -1));
}

TlsTransport::TlsTransport(qintptr descriptor, const QSslConfiguration &configuration, QObject *parent)
    : Transport(parent), m_socket(new QSslSocket(this))
{
    m_socket->setSslConfiguration(configuration);
    m_socket->setReadBufferSize(ReadChunkBytes);
    if (!m_socket->setSocketDescriptor(descriptor)) {
        closeSocket(descriptor);
        return; // the deadline of the connection ends it
    }
    connect(m_socket, &QSslSocket::readyRead, this, &Transport::readable);
    connect(m_socket, &QSslSocket::encryptedBytesWritten, this, &Transport::bytesWritten);
    connect(m_socket, &QSslSocket::disconnected, this, &Transport::closed);
    connect(m_socket, &QSslSocket::errorOccurred, this, &TlsTransport::onError);
    m_socket->startServerEncryption();
}

TlsTransport::~TlsTransport()
{
    m_socket->disconnect(this);
}

/// Qt says close_notify as an error. It leaves the socket connected, and what is written afterwards is sent.
void TlsTransport::onError()
{
    const bool isGoodbye = m_socket->error() == QAbstractSocket::RemoteHostClosedError &&
                           m_socket->isEncrypted() && m_socket->state() == QAbstractSocket::ConnectedState;
    if (!isGoodbye) {
        Q_EMIT
        closed();
    } else if (!std::exchange(m_hasEnded, true)) {
        Q_EMIT
        readable();
    }
}

bool TlsTransport::isAtEnd() const
{
    return m_hasEnded && m_socket->bytesAvailable() == 0;
}

qsizetype TlsTransport::read(char *data, qsizetype size)
{
    return std::max<qsizetype>(m_socket->read(data, size), 0);
}

void TlsTransport::write(const QByteArray &bytes)
{
    m_socket->write(bytes);
    m_socket->flush();
}

qint64 TlsTransport::unsentBytes() const
{
    return m_socket->bytesToWrite() + m_socket->encryptedBytesToWrite();
}

/// With unread bytes a full goodbye would reset the connection, and the answer with it.
void TlsTransport::shutdownSending()
{
    if (m_socket->bytesAvailable() == 0 && m_socket->encryptedBytesAvailable() == 0)
        m_socket->disconnectFromHost();
    else if (m_socket->socketDescriptor() >= 0)
        http::shutdownSending(m_socket->socketDescriptor());
}

void TlsTransport::reset()
{
    m_socket->disconnect(this);
    if (m_socket->socketDescriptor() >= 0)
        resetOnClose(m_socket->socketDescriptor());
    m_socket->abort();
}

} // namespace anrufwarte::http
