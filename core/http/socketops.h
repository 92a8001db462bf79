// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>

/// What Qt's sockets cannot say. A `descriptor` is that of an open TCP socket.
namespace anrufwarte::http {

struct Accepted
{
    enum class Outcome
    {
        Taken,
        NoneWaiting,
        CallerGone,     ///< left the queue again: ask for the next
        OutOfResources, ///< no descriptor or memory left: later
    };
    Outcome outcome = Outcome::NoneWaiting;
    qintptr descriptor =
        -1; ///< of the new connection when taken: non-blocking, not inherited by child processes
};

/// The next waiting connection of a listening, non-blocking socket.
[[nodiscard]] Accepted acceptNext(qintptr listeningDescriptor);

/// Of the other end; null when it is gone already.
[[nodiscard]] QHostAddress peerOf(qintptr descriptor);

struct Moved
{
    qsizetype count = 0;   ///< 0 and nothing else: not now
    bool isAtEnd = false;  ///< the peer has finished sending
    bool isBroken = false; ///< reset or unusable
};
[[nodiscard]] Moved receiveBytes(qintptr descriptor, char *data, qsizetype size);
[[nodiscard]] Moved sendBytes(qintptr descriptor, const char *data, qsizetype size);

/// Small answers leave at once (TCP_NODELAY).
void sendWithoutDelay(qintptr descriptor);

/// No more bytes will be sent; receiving goes on (FIN).
void shutdownSending(qintptr descriptor);

/// Closing this socket resets the connection instead of saying goodbye, and keeps nothing in TIME_WAIT.
void resetOnClose(qintptr descriptor);

void closeSocket(qintptr descriptor);

} // namespace anrufwarte::http
