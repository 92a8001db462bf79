// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/socketops.h"

#include <algorithm>
#include <limits>

#ifdef Q_OS_WIN
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <cerrno>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace anrufwarte::http {

namespace {

// The few words in which the two families of systems differ.
#ifdef Q_OS_WIN
using Descriptor = SOCKET;
using Length = int;
constexpr int SendFlags = 0;
constexpr int SendingSide = SD_SEND;
int lastError()
{
    return ::WSAGetLastError();
}
bool isNotNow(int error)
{
    return error == WSAEWOULDBLOCK || error == WSAEINTR;
}
bool isOutOfResources(int error)
{
    return error == WSAEMFILE || error == WSAENOBUFS;
}
bool isCallerGone(int error)
{
    return error == WSAECONNRESET;
}
#else
using Descriptor = int;
using Length = std::size_t;
constexpr int SendFlags = MSG_NOSIGNAL;
constexpr int SendingSide = SHUT_WR;
int lastError()
{
    return errno;
}
bool isNotNow(int error)
{
    return error == EAGAIN || error == EWOULDBLOCK || error == EINTR;
}
bool isOutOfResources(int error)
{
    return error == EMFILE || error == ENFILE || error == ENOBUFS || error == ENOMEM;
}
bool isCallerGone(int error)
{
    return error == ECONNABORTED || error == EINTR || error == EPROTO;
}
#endif

Descriptor native(qintptr descriptor)
{
    return static_cast<Descriptor>(descriptor);
}

Length lengthOf(qsizetype size)
{
    return static_cast<Length>(std::min<qsizetype>(size, std::numeric_limits<int>::max()));
}

template <typename Value>
void setOption(qintptr descriptor, int level, int name, const Value &value)
{
    ::setsockopt(native(descriptor), level, name, reinterpret_cast<const char *>(&value), sizeof value);
}

qintptr acceptNonBlocking(qintptr listeningDescriptor)
{
#if defined(Q_OS_LINUX)
    return ::accept4(native(listeningDescriptor), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
#elif defined(Q_OS_WIN)
    const SOCKET taken = ::accept(native(listeningDescriptor), nullptr, nullptr);
    u_long on = 1;
    if (taken != INVALID_SOCKET)
        ::ioctlsocket(taken, FIONBIO, &on);
    return taken == INVALID_SOCKET ? -1 : static_cast<qintptr>(taken);
#else
    const int taken = ::accept(native(listeningDescriptor), nullptr, nullptr);
    if (taken >= 0) {
        ::fcntl(taken, F_SETFL, O_NONBLOCK);
        ::fcntl(taken, F_SETFD, FD_CLOEXEC);
    }
    return taken;
#endif
}

} // namespace

Accepted acceptNext(qintptr listeningDescriptor)
{
    const qintptr taken = acceptNonBlocking(listeningDescriptor);
    if (taken >= 0)
        return {Accepted::Outcome::Taken, taken};
    const int error = lastError();
    if (isOutOfResources(error))
        return {Accepted::Outcome::OutOfResources};
    return {isCallerGone(error) ? Accepted::Outcome::CallerGone : Accepted::Outcome::NoneWaiting};
}

QHostAddress peerOf(qintptr descriptor)
{
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    if (::getpeername(native(descriptor), generic, &size) != 0)
        return {};
    return QHostAddress(generic);
}

Moved receiveBytes(qintptr descriptor, char *data, qsizetype size)
{
    const auto count = ::recv(native(descriptor), data, lengthOf(size), 0);
    if (count > 0)
        return {static_cast<qsizetype>(count)};
    if (count == 0)
        return {.isAtEnd = true};
    return {.isBroken = !isNotNow(lastError())};
}

Moved sendBytes(qintptr descriptor, const char *data, qsizetype size)
{
    const auto count = ::send(native(descriptor), data, lengthOf(size), SendFlags);
    if (count >= 0)
        return {static_cast<qsizetype>(count)};
    return {.isBroken = !isNotNow(lastError())};
}

void sendWithoutDelay(qintptr descriptor)
{
    setOption(descriptor, IPPROTO_TCP, TCP_NODELAY, int{1});
}

void shutdownSending(qintptr descriptor)
{
    ::shutdown(native(descriptor), SendingSide);
}

void resetOnClose(qintptr descriptor)
{
    setOption(descriptor, SOL_SOCKET, SO_LINGER, linger{1, 0});
}

void closeSocket(qintptr descriptor)
{
#ifdef Q_OS_WIN
    ::closesocket(native(descriptor));
#else
    ::close(native(descriptor));
#endif
}

} // namespace anrufwarte::http
