// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/connection.h"

#include <QPointer>

namespace anrufwarte::http {

namespace {

/// After so many full reads the other connections get their turn.
constexpr int MostReadsPerTurn = 16;

constexpr Refusal TooSlow{408, "timeout", "The request took too long."};
constexpr Refusal LeftUnanswered{503, "store_unavailable", "The request cannot be taken now."};

} // namespace

QByteArray ConnectionContext::date()
{
    const qint64 second = clock.nowMs() / 1000;
    if (second != m_dateSecond) {
        m_dateSecond = second;
        m_date = httpDate(clock.nowMs());
    }
    return m_date;
}

/// The one right to answer one request, shared by all copies of its Responder. The last copy answers for a
/// handler that did not.
class Connection::Answer
{
public:
    Answer(Connection *connection, qint64 number) : m_connection(connection), m_number(number) {}
    Answer(const Answer &) = delete;
    Answer &operator=(const Answer &) = delete;
    ~Answer()
    {
        if (m_connection)
            give(errorResponse(LeftUnanswered.status, LeftUnanswered.reason, LeftUnanswered.text));
    }

    void give(Response response)
    {
        if (Connection *connection = std::exchange(m_connection, nullptr))
            connection->respond(m_number, std::move(response));
    }

private:
    QPointer<Connection> m_connection;
    qint64 m_number;
};

Connection::Connection(std::unique_ptr<Transport> transport, const QHostAddress &peer,
                       ConnectionContext &context)
    : m_context(context), m_transport(std::move(transport)), m_peer(peer), m_parser(context.limits)
{
    const qint64 now = m_context.clock.steadyMs();
    m_deadline = now + m_context.limits.headerMs;
    m_context.places.take(m_seat, m_peer, now);
    connect(m_transport.get(), &Transport::readable, this, &Connection::receive);
    connect(m_transport.get(), &Transport::bytesWritten, this, &Connection::onBytesWritten);
    connect(m_transport.get(), &Transport::closed, this, &Connection::onGone);
}

Connection::~Connection()
{
    if (m_state != State::Closed)
        m_context.places.leave(m_seat, m_peer);
    m_state = State::Closed;
}

void Connection::sweep(qint64 steadyMs)
{
    if (steadyMs >= m_writeDeadline)
        return abort(); // the client takes nothing of its answers
    if (steadyMs < m_deadline)
        return;
    const bool midRequest = m_state == State::Open && m_requestStart >= 0;
    if (midRequest)
        refuse(TooSlow);
    else if (m_state == State::Open)
        linger(); // idle: closed without a word
    else
        abort();
}

void Connection::drain()
{
    m_draining = true;
    if (m_state == State::Open)
        receive(); // a request that has arrived is answered, even if nobody has looked at it yet
    if (m_state == State::Open && m_slots.empty() && m_requestStart < 0)
        linger();
}

void Connection::abort()
{
    if (m_state == State::Closed)
        return;
    m_transport->reset();
    onGone();
}

/// An idle client is told in the usual way; one in the middle of a request has nothing to wait for.
void Connection::giveWay()
{
    const bool isIdle = m_requestStart < 0 && !m_isFirst && m_transport->unsentBytes() == 0;
    if (!isIdle)
        return abort();
    m_transport->shutdownSending();
    onGone();
}

void Connection::receive()
{
    if (m_state == State::Lingering)
        return discard();
    int turns = 0;
    while (turns < MostReadsPerTurn && takesBytes() && readOnce())
        ++turns;
    if (turns == MostReadsPerTurn)
        resumeReading(); // after the others
    if (m_transport->isAtEnd())
        endOfInput();
    updateDeadline();
    updateStanding();
    m_transport->setReading(takesBytes() || m_state == State::Lingering);
}

/// The peer has finished sending. Answers that are owed are still given; half a request is none.
void Connection::endOfInput()
{
    const bool hasMore = m_state == State::Open && !takesBytes(); // what was read before is not consumed yet
    if (hasMore || m_state != State::Open)
        return;
    if (m_slots.empty())
        return m_transport->unsentBytes() > 0 ? linger() : onGone();
    m_state = State::LastTaken;
    m_requestStart = -1;
    m_slots.back().framing.keepAlive = false;
}

/// While requests are read and there is room for one more that waits for its answer.
bool Connection::takesBytes() const
{
    return m_state == State::Open && m_slots.size() < static_cast<std::size_t>(m_context.limits.pipelined);
}

/// One read and what follows from it; false when there is nothing more to do for now: a read that did not
/// fill the buffer took all there was. Bytes that can be consumed at once never leave the shared buffer.
bool Connection::readOnce()
{
    QByteArray &scratch = m_context.scratch;
    const qsizetype count = m_transport->read(scratch.data(), scratch.size());
    const QByteArrayView fresh(scratch.constData(), count);
    const qsizetype before = m_unread.size();
    if (before > 0)
        m_unread.append(fresh);
    const QByteArrayView offered = before > 0 ? QByteArrayView(m_unread) : fresh;
    if (offered.isEmpty())
        return false;
    noteFirstByte();
    const qsizetype used = consume(offered);
    if (before > 0)
        m_unread.remove(0, used);
    else
        m_unread = offered.sliced(used).toByteArray();
    return count == ReadChunkBytes;
}

void Connection::noteFirstByte()
{
    if (m_requestStart >= 0)
        return;
    m_requestStart = m_context.clock.steadyMs();
    m_hasNews = m_hasNews || m_isProven;
}

qsizetype Connection::consume(QByteArrayView bytes)
{
    qsizetype used = 0;
    m_consuming = true;
    while (used < bytes.size() && takesBytes()) {
        noteFirstByte();
        const auto [step, consumed] = m_parser.feed(bytes.sliced(used));
        used += consumed;
        if (step == RequestParser::Step::Complete) {
            take();
        } else if (step == RequestParser::Step::Refused) {
            refuse(m_parser.refusal());
        } else {
            break;
        }
    }
    m_consuming = false;
    writeAnswers();
    sendContinueIfDue();
    return m_state == State::Open ? used : bytes.size();
}

void Connection::take()
{
    Framing framing;
    framing.http10 = m_parser.isHttp10();
    framing.keepAlive = m_parser.keepsAlive() && !m_draining;
    Request request = m_parser.takeRequest();
    request.peer = m_peer;
    request.receivedMs = m_context.clock.nowMs();
    framing.headOnly = request.method == "HEAD";

    m_requestStart = -1;
    m_continueSent = false;
    m_isFirst = false;
    if (!framing.keepAlive)
        m_state = State::LastTaken;
    const qint64 number = m_firstSlot + static_cast<qint64>(m_slots.size());
    m_slots.push_back({framing, std::nullopt});
    auto answer = std::make_shared<Answer>(this, number);
    m_context.handler.handle(std::move(request), [answer = std::move(answer)](Response response) {
        answer->give(std::move(response));
    });
}

/// Answers what never became a request, after the answers that are owed before it, and ends the connection.
void Connection::refuse(const Refusal &refusal)
{
    m_state = State::LastTaken;
    m_requestStart = -1;
    m_deadline = Never;
    Framing framing;
    framing.keepAlive = false;
    m_slots.push_back({framing, errorResponse(refusal.status, refusal.reason, refusal.text)});
    m_context.handler.refused(m_peer, refusal.status, refusal.reason);
    if (!m_consuming)
        writeAnswers();
}

void Connection::respond(qint64 number, Response response)
{
    const qint64 index = number - m_firstSlot;
    const bool isOwed = (m_state == State::Open || m_state == State::LastTaken) && index >= 0 &&
                        index < static_cast<qint64>(m_slots.size());
    if (!isOwed)
        return;
    m_slots[static_cast<std::size_t>(index)].response = std::move(response);
    if (m_consuming)
        return; // one write for all that these bytes bring
    const bool wasFull = !takesBytes();
    writeAnswers();
    sendContinueIfDue();
    updateStanding();
    if (wasFull)
        resumeReading();
}

/// Writes the answers that are due, as one piece.
void Connection::writeAnswers()
{
    QByteArray out;
    bool isLast = false;
    while (!isLast && !m_slots.empty()) {
        const std::optional<Response> response = std::move(m_slots.front().response);
        if (!response)
            break; // not answered yet
        Framing framing = m_slots.front().framing;
        m_slots.erase(m_slots.begin());
        ++m_firstSlot;
        if (response->close || (m_draining && m_slots.empty()))
            framing.keepAlive = false;
        isLast = !framing.keepAlive;
        m_isProven = m_isProven || response->status == 204; // it took something: not a 200 to anybody
        appendWire(out, *response, framing, m_context.date());
    }
    if (out.isEmpty())
        return;
    m_transport->write(out);
    if (m_state == State::Closed)
        return; // the write failed
    if (m_transport->unsentBytes() > m_context.limits.writeBufferBytes)
        return abort();
    if (m_transport->unsentBytes() > 0 && m_writeDeadline == Never)
        m_writeDeadline = m_context.clock.steadyMs() + m_context.limits.idleMs;
    if (isLast)
        linger();
    else
        updateDeadline();
}

void Connection::sendContinueIfDue()
{
    if (m_state != State::Open || m_continueSent || !m_slots.empty() || !m_parser.expectsContinue())
        return;
    m_continueSent = true;
    m_transport->write("HTTP/1.1 100 Continue\r\n\r\n");
}

/// There is room for requests again; later, because this may run inside the handling of another connection's
/// bytes.
void Connection::resumeReading()
{
    if (m_state != State::Open || m_resumePending)
        return;
    m_resumePending = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_resumePending = false;
            receive();
        },
        Qt::QueuedConnection);
}

void Connection::updateDeadline()
{
    if (m_state == State::Lingering || m_state == State::Closed)
        return;
    const Limits &limits = m_context.limits;
    if (!takesBytes())
        m_deadline = Never; // it is our turn
    else if (m_requestStart < 0 && !m_isFirst)
        m_deadline = m_slots.empty() ? m_context.clock.steadyMs() + limits.idleMs : Never;
    else if (m_requestStart >= 0 && m_parser.isHeaderComplete())
        m_deadline = m_requestStart + limits.requestMs;
    else if (m_requestStart >= 0 && !m_isFirst)
        m_deadline = m_requestStart + limits.headerMs;
    // The header of the first request: the deadline set at accept stays.
}

void Connection::updateStanding()
{
    using Standing = Places::Standing;
    Standing standing = Standing::Unproven;
    if (!m_slots.empty())
        standing = Standing::Owed;
    else if (m_isProven)
        standing = Standing::Proven;
    else if (m_isFirst && m_state == State::Open && !m_parser.isHeaderComplete())
        standing = Standing::Newcomer;
    if (std::exchange(m_hasNews, false) || standing != m_seat.standing())
        m_context.places.move(m_seat, standing, m_context.clock.steadyMs());
}

/// The last byte for the client is written. Closing now with unread bytes would reset the connection and
/// could take the answer with it, so: half-close, throw away what still comes, bounded, then end.
void Connection::linger()
{
    m_state = State::Lingering;
    m_slots.clear();
    m_unread.clear();
    m_deadline = m_context.clock.steadyMs() + m_context.limits.discardMs;
    m_writeDeadline = Never; // the other one is nearer
    onBytesWritten();
    m_transport->setReading(true);
    discard();
}

void Connection::discard()
{
    while (m_state == State::Lingering) {
        const qsizetype count = m_transport->read(m_context.scratch.data(), m_context.scratch.size());
        if (m_transport->isAtEnd() && m_transport->unsentBytes() == 0)
            return onGone();
        if (count == 0)
            return;
        m_discarded += count;
        if (m_discarded > m_context.limits.discardBytes)
            abort();
    }
}

void Connection::onBytesWritten()
{
    const bool isDone = m_transport->unsentBytes() == 0;
    if (isDone)
        m_writeDeadline = Never;
    else if (m_writeDeadline != Never)
        m_writeDeadline = m_context.clock.steadyMs() + m_context.limits.idleMs;
    if (isDone && m_state == State::Lingering && !m_halfClosed) {
        m_halfClosed = true;
        m_transport->shutdownSending();
        if (m_transport->isAtEnd())
            onGone();
    }
}

void Connection::onGone()
{
    if (m_state == State::Closed)
        return;
    m_state = State::Closed;
    m_slots.clear();
    m_unread.clear();
    m_context.places.leave(m_seat, m_peer);
    Q_EMIT
    closed(this);
}

} // namespace anrufwarte::http
