// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/apiserver.h"

#include "core/http/acceptor.h"
#include "core/http/parser.h"
#include "core/http/socketops.h"

#include <QTcpSocket>
#include <QTimer>

namespace anrufwarte::simulator {

namespace {

constexpr int MaxConnections = 500;
constexpr int DripMs = 100;
constexpr qsizetype ChunkBytes = 64 * 1024;
constexpr qint64 BufferedBytes = 4 * ChunkBytes; ///< of an endless answer, not yet taken by the asker

/// One connection: requests one after the other, each answered as it was ordered. Ends with its socket.
class Visitor : public QObject
{
public:
    Visitor(QTcpSocket *socket, const ApiServer::Answer &answer, QObject *parent)
        : QObject(parent), m_socket(socket), m_answer(answer), m_parser(m_limits)
    {
        m_socket->setParent(this);
        http::sendWithoutDelay(m_socket->socketDescriptor());
        connect(m_socket, &QTcpSocket::readyRead, this, &Visitor::read);
        connect(m_socket, &QTcpSocket::bytesWritten, this, &Visitor::refill);
        connect(m_socket, &QTcpSocket::disconnected, &m_drip, &QTimer::stop);
        connect(m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
        connect(&m_drip, &QTimer::timeout, this, &Visitor::drip);
    }

private:
    void read()
    {
        m_in += m_socket->readAll();
        while (!m_in.isEmpty() && !m_isSpoiled) {
            const http::RequestParser::Progress progress = m_parser.feed(m_in);
            m_in.remove(0, progress.consumed);
            if (progress.step == http::RequestParser::Step::NeedMore)
                return;
            if (progress.step == http::RequestParser::Step::Refused) {
                m_socket->abort();
                return;
            }
            const bool keepsAlive = m_parser.keepsAlive();
            http::Request request = m_parser.takeRequest();
            request.peer = m_socket->peerAddress();
            send(m_answer(request));
            if (!keepsAlive && !m_isSpoiled)
                m_socket->disconnectFromHost();
        }
    }

    void send(const WireAnswer &answer)
    {
        m_isSpoiled = answer.bytes.isEmpty() || answer.then != WireAnswer::Then::KeepOpen;
        if (answer.then == WireAnswer::Then::Drip) {
            m_dripping = answer.bytes;
            m_drip.start(DripMs);
            return;
        }
        m_socket->write(answer.bytes);
        if (answer.then == WireAnswer::Then::Close)
            m_socket->disconnectFromHost();
        if (answer.then == WireAnswer::Then::Reset) {
            m_socket->flush();
            http::resetOnClose(m_socket->socketDescriptor());
            m_socket->abort();
        }
        m_isEndless = answer.then == WireAnswer::Then::Endless;
        refill();
    }

    void drip()
    {
        m_socket->write(m_dripping.left(1));
        m_dripping.remove(0, 1);
        if (m_dripping.isEmpty())
            m_drip.stop();
    }

    void refill()
    {
        while (m_isEndless && m_socket->bytesToWrite() < BufferedBytes)
            m_socket->write(QByteArray::number(ChunkBytes, 16) + "\r\n" + QByteArray(ChunkBytes, ' ') +
                            "\r\n");
    }

    QTcpSocket *m_socket;
    const ApiServer::Answer &m_answer;
    const http::Limits m_limits;
    http::RequestParser m_parser;
    QByteArray m_in;
    QByteArray m_dripping;
    QTimer m_drip;
    bool m_isSpoiled = false; ///< nothing more is answered on this connection
    bool m_isEndless = false;
};

} // namespace

ApiServer::ApiServer(Answer answer, QObject *parent) : QObject(parent), m_answer(std::move(answer))
{
    connect(&m_server, &QTcpServer::newConnection, this, &ApiServer::takeAll);
}

Result<void> ApiServer::listen(const QString &host, quint16 port)
{
    if (m_server.listen(QHostAddress(host), port))
        return {};
    const ErrorCode code = m_server.serverError() == QAbstractSocket::AddressInUseError
                               ? ErrorCode::ListenAddressInUse
                               : ErrorCode::ListenFailed;
    return Error{code, m_server.errorString(), {http::hostAndPort(host, port)}};
}

QString ApiServer::origin() const
{
    return QStringLiteral("http://") + http::hostAndPort(m_server.serverAddress().toString(), port());
}

void ApiServer::takeAll()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        if (m_connections >= MaxConnections) {
            delete socket;
            continue;
        }
        ++m_connections;
        auto *visitor = new Visitor(socket, m_answer, this);
        connect(visitor, &QObject::destroyed, this, [this] { --m_connections; });
    }
}

} // namespace anrufwarte::simulator
