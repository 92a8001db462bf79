// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/listener.h"

#include <QTcpSocket>
#include <QTest>
#include <QtEndian>
#include <netinet/in.h>
#include <sys/socket.h>

namespace anrufwarte::test {

/// Connects a native IPv4 socket; at once, since the listener is on this machine and need not have accepted
/// yet.
inline bool connectTo(const http::Endpoint &endpoint, int descriptor)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = qToBigEndian(endpoint.port);
    address.sin_addr.s_addr = qToBigEndian(endpoint.address.toIPv4Address());
    return ::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
}

/// A client that sends exactly the bytes it is given and collects what comes back.
class RawClient
{
public:
    explicit RawClient(const http::Endpoint &endpoint) : RawClient(endpoint, INADDR_ANY) {}
    /// Comes from that address of this machine (INADDR_LOOPBACK + 1 is 127.0.0.2).
    RawClient(const http::Endpoint &endpoint, quint32 source)
    {
        QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [this] { received += socket.readAll(); });
        const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in own{};
        own.sin_family = AF_INET;
        own.sin_addr.s_addr = qToBigEndian(source);
        if (::bind(descriptor, reinterpret_cast<const sockaddr *>(&own), sizeof own) != 0 ||
            !connectTo(endpoint, descriptor) || !socket.setSocketDescriptor(descriptor))
            qFatal("cannot connect");
    }

    [[nodiscard]] bool isConnected() const { return socket.state() == QAbstractSocket::ConnectedState; }
    [[nodiscard]] bool isGone() const { return socket.state() == QAbstractSocket::UnconnectedState; }
    void send(const QByteArray &bytes) { socket.write(bytes); }

    /// "204", "400 bad_request", … one per answer, in order; the reason code when there is one.
    [[nodiscard]] QByteArrayList answers() const
    {
        QByteArrayList found;
        QByteArray rest = received;
        while (rest.startsWith("HTTP/1.1 ")) {
            const qsizetype headEnd = rest.indexOf("\r\n\r\n");
            if (headEnd < 0)
                break;
            const QByteArray head = rest.left(headEnd);
            qsizetype length = 0;
            if (const qsizetype at = head.indexOf("Content-Length: "); at >= 0)
                length = head.mid(at + 16, head.indexOf('\r', at + 16) - at - 16).toLongLong();
            const QByteArray body = rest.mid(headEnd + 4, length);
            QByteArray answer = head.mid(9, 3);
            if (const qsizetype at = body.indexOf("\"reason\":\""); at >= 0)
                answer += ' ' + body.mid(at + 10, body.indexOf('"', at + 10) - at - 10);
            found.append(answer);
            rest.remove(0, headEnd + 4 + length);
        }
        return found;
    }

    QTcpSocket socket;
    QByteArray received;
};

inline QByteArray get(const QByteArray &target, const QByteArray &fields = {})
{
    return "GET " + target + " HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n";
}

inline QByteArray post(const QByteArray &body, const QByteArray &fields = {})
{
    return "POST /in HTTP/1.1\r\nHost: a\r\n" + fields +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace anrufwarte::test
