// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/http/handler.h"
#include "core/http/parser.h"
#include "core/http/places.h"
#include "core/http/transport.h"
#include "core/http/wire.h"

#include <QObject>
#include <limits>
#include <memory>
#include <vector>

namespace anrufwarte::http {

/// What all connections of a listener share. Outlives them; one thread.
class ConnectionContext
{
public:
    ConnectionContext(Handler &requestHandler, const Clock &time) : handler(requestHandler), clock(time) {}

    /// The Date field, made once per second.
    [[nodiscard]] QByteArray date();

    Handler &handler;
    const Clock &clock;
    Limits limits;
    Places places; ///< who gives way when all are taken
    /// Where reads land that are consumed at once.
    QByteArray scratch{ReadChunkBytes, Qt::Uninitialized};

private:
    qint64 m_dateSecond = -1;
    QByteArray m_date;
};

/// One socket: reads within bounds, hands requests to the handler, writes the answers in the order of the
/// requests. Its deadlines are plain numbers; the listener asks all connections in one sweep, so ten thousand
/// idle ones cost no timers.
class Connection final : public QObject
{
    Q_OBJECT

public:
    Connection(std::unique_ptr<Transport> transport, const QHostAddress &peer, ConnectionContext &context);
    ~Connection() override;

    [[nodiscard]] const QHostAddress &peer() const { return m_peer; }

    /// Looks at the deadline (steady milliseconds).
    void sweep(qint64 steadyMs);
    /// Takes no further requests; ends at once when none is on its way.
    void drain();
    /// Ends now, without another byte.
    void abort();
    /// Takes what has already come; afterwards it may no longer be the one that can be done without.
    void catchUp() { receive(); }
    /// Ends, because another needs its place.
    void giveWay();

Q_SIGNALS:
    /// The socket is gone. Emitted once; the owner deletes later.
    void closed(anrufwarte::http::Connection *connection);

private:
    class Answer;
    struct Slot
    {
        Framing framing;
        std::optional<Response> response;
    };
    enum class State
    {
        Open,      ///< requests are read
        LastTaken, ///< no more requests; answers are still owed
        Lingering, ///< the last answer is on its way; what comes is thrown away, bounded
        Closed,
    };

    static constexpr qint64 Never = std::numeric_limits<qint64>::max();

    void receive();
    [[nodiscard]] bool readOnce();
    [[nodiscard]] qsizetype consume(QByteArrayView bytes);
    [[nodiscard]] bool takesBytes() const;
    void noteFirstByte();
    void take();
    void refuse(const Refusal &refusal);
    void respond(qint64 number, Response response);
    void writeAnswers();
    void sendContinueIfDue();
    void resumeReading();
    void updateDeadline();
    void updateStanding();
    void linger();
    void discard();
    void endOfInput();
    void onBytesWritten();
    void onGone();

    ConnectionContext &m_context;
    std::unique_ptr<Transport> m_transport;
    const QHostAddress m_peer;
    RequestParser m_parser;
    QByteArray m_unread; ///< read from the socket, not yet consumed by the parser
    /// Requests taken and not yet answered on the wire, oldest first. A vector: it has a few at most, and
    /// unlike a deque it takes half a kilobyte less while there is none, times ten thousand idle connections.
    std::vector<Slot> m_slots;
    qint64 m_firstSlot = 0;    ///< number of the oldest
    qint64 m_deadline = Never; ///< steady ms
    qint64 m_writeDeadline = Never;
    qint64 m_requestStart = -1; ///< steady ms of the first byte of the request being read; -1 = none
    qint64 m_discarded = 0;
    State m_state = State::Open;
    Places::Seat m_seat{this};
    bool m_isFirst = true;   ///< no request has been taken yet
    bool m_isProven = false; ///< a request of it has been answered with success
    bool m_hasNews = false;  ///< a proven one has begun another request
    bool m_consuming = false;
    bool m_continueSent = false;
    bool m_draining = false;
    bool m_resumePending = false;
    bool m_halfClosed = false;
};

} // namespace anrufwarte::http
