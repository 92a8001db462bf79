// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHostAddress>
#include <QList>
#include <optional>
#include <utility>

namespace anrufwarte::http {

/// One complete, well-formed request. Knows nothing of calls.
struct Request
{
    QByteArray method;                                ///< as sent, "POST"
    QByteArray target;                                ///< as sent, with the query
    QList<std::pair<QByteArray, QByteArray>> headers; ///< in order, names as sent
    QByteArray body;                                  ///< raw bytes, chunking removed
    QHostAddress peer;                                ///< of the socket; a mapped IPv4 is given as IPv4
    qint64 receivedMs = 0;                            ///< UTC, when the last byte was read

    /// All values of a header, names compared without case (RFC 9110 §5.1).
    [[nodiscard]] QList<QByteArray> values(QByteArrayView name) const;
    /// The target up to '?'; nothing is decoded or normalised.
    [[nodiscard]] QByteArrayView path() const;
};

/// Fixed answers only: nothing of a request is ever echoed.
struct Response
{
    int status = 204;
    QByteArray body; ///< JSON, or empty
    QList<std::pair<QByteArray, QByteArray>>
        headers; ///< beside Content-Type, Content-Length, Connection, Date
    bool close = false;
};

/// `{"error": text, "reason": code}` with the status (contract §4). Adds Retry-After to a 503 and Allow to a
/// 405.
[[nodiscard]] Response errorResponse(int status, QByteArrayView reason, QByteArrayView text);

} // namespace anrufwarte::http
