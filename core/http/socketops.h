// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

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
    qintptr descriptor = -1; ///< of the new connection when taken; not inherited by child processes
};

/// The next waiting connection of a listening, non-blocking socket.
[[nodiscard]] Accepted acceptNext(qintptr listeningDescriptor);

/// No more bytes will be sent; receiving goes on (FIN).
void shutdownSending(qintptr descriptor);

/// Closing this socket resets the connection instead of saying goodbye, and keeps nothing in TIME_WAIT.
void resetOnClose(qintptr descriptor);

} // namespace anrufwarte::http
