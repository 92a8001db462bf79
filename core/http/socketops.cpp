// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/socketops.h"

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace anrufwarte::http {

#ifdef Q_OS_WIN

Accepted acceptNext(qintptr listeningDescriptor)
{
    const SOCKET taken = ::accept(static_cast<SOCKET>(listeningDescriptor), nullptr, nullptr);
    if (taken != INVALID_SOCKET)
        return {Accepted::Outcome::Taken, static_cast<qintptr>(taken)};
    switch (::WSAGetLastError()) {
    case WSAEMFILE:
    case WSAENOBUFS:
        return {Accepted::Outcome::OutOfResources};
    case WSAECONNRESET:
        return {Accepted::Outcome::CallerGone};
    default:
        return {Accepted::Outcome::NoneWaiting};
    }
}

void shutdownSending(qintptr descriptor)
{
    ::shutdown(static_cast<SOCKET>(descriptor), SD_SEND);
}

void resetOnClose(qintptr descriptor)
{
    const linger atOnce{1, 0};
    ::setsockopt(static_cast<SOCKET>(descriptor), SOL_SOCKET, SO_LINGER,
                 reinterpret_cast<const char *>(&atOnce), sizeof atOnce);
}

#else

Accepted acceptNext(qintptr listeningDescriptor)
{
#ifdef Q_OS_LINUX
    const int taken =
        ::accept4(static_cast<int>(listeningDescriptor), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
#else
    const int taken = ::accept(static_cast<int>(listeningDescriptor), nullptr, nullptr);
#endif
    if (taken >= 0)
        return {Accepted::Outcome::Taken, taken};
    switch (errno) {
    case EMFILE:
    case ENFILE:
    case ENOBUFS:
    case ENOMEM:
        return {Accepted::Outcome::OutOfResources};
    case ECONNABORTED:
    case EINTR:
    case EPROTO:
        return {Accepted::Outcome::CallerGone};
    default:
        return {Accepted::Outcome::NoneWaiting};
    }
}

void shutdownSending(qintptr descriptor)
{
    ::shutdown(static_cast<int>(descriptor), SHUT_WR);
}

void resetOnClose(qintptr descriptor)
{
    const linger atOnce{1, 0};
    ::setsockopt(static_cast<int>(descriptor), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
}

#endif

} // namespace anrufwarte::http
