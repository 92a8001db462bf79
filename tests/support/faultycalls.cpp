// SPDX-License-Identifier: GPL-3.0-or-later
// A library for LD_PRELOAD: the n-th system call of one kind fails, in the real program. Which one says a
// page of memory that a test maps, too (tests/failure/faults.py): so one running process can be led through
// every n, and a start as well. Only TCP sockets and the store's files are touched. Does nothing without
// ANRUFWARTE_FAULTS.
#include <array>
#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <string>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

/// Numbers as in tests/failure/faults.py.
enum class Call : std::int64_t
{
    Accept,
    Receive,
    Send,
    Shutdown,
    Open,
    Read,
    Write,
    Sync,
    Truncate,
    Count
};

/// The page. Whoever plans writes `armed` last.
struct Plan
{
    std::atomic<std::int64_t> armed;
    std::atomic<std::int64_t> call;
    std::atomic<std::int64_t> left;    ///< calls that still go well
    std::atomic<std::int64_t> failing; ///< how many fail then; negative: all
    std::atomic<std::int64_t> error;   ///< errno; 0 = moves a single byte
    std::atomic<std::int64_t> fired;
    std::array<std::atomic<std::int64_t>, static_cast<std::size_t>(Call::Count)> seen;
};

Plan *openPlan()
{
    const char *path = std::getenv("ANRUFWARTE_FAULTS");
    if (!path)
        return nullptr;
    const int descriptor = ::open(path, O_RDWR | O_CLOEXEC);
    if (descriptor < 0)
        std::abort(); // a test without its faults would pass for the wrong reason
    void *page = ::mmap(nullptr, sizeof(Plan), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    ::close(descriptor);
    if (page == MAP_FAILED)
        std::abort();
    return static_cast<Plan *>(page);
}

Plan *plan()
{
    static Plan *const opened = openPlan();
    return opened;
}

bool isStorePath(const char *path)
{
    return std::strstr(path, "/calls.sqlite") != nullptr;
}

bool isStoreFile(int descriptor)
{
    std::array<char, 4096> path{};
    const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
    return ::readlink(link.c_str(), path.data(), path.size() - 1) > 0 && isStorePath(path.data());
}

bool isTcp(int descriptor)
{
    int protocol = 0;
    socklen_t size = sizeof protocol;
    return ::getsockopt(descriptor, SOL_SOCKET, SO_PROTOCOL, &protocol, &size) == 0 &&
           protocol == IPPROTO_TCP;
}

bool failsNow(Call call)
{
    plan()->seen.at(static_cast<std::size_t>(call)).fetch_add(1);
    if (plan()->armed == 0 || plan()->call != static_cast<std::int64_t>(call))
        return false;
    const std::int64_t left = plan()->left.fetch_sub(1);
    if (left > 0 || (plan()->failing >= 0 && -left >= plan()->failing))
        return false;
    plan()->fired.fetch_add(1);
    return true;
}

bool socketFails(Call call, int descriptor)
{
    return plan() && isTcp(descriptor) && failsNow(call);
}

bool fileFails(Call call, int descriptor)
{
    return plan() && isStoreFile(descriptor) && failsNow(call);
}

bool isShort()
{
    return plan()->error == 0;
}

int refuse()
{
    errno = static_cast<int>(plan()->error);
    return -1;
}

template <typename Function>
Function realOf(const char *name)
{
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

} // namespace

// The names are the C library's. Each asks whether it is its turn to fail, and is the real one otherwise.
// NOLINTBEGIN(readability-identifier-naming)
extern "C" {

int accept4(int descriptor, sockaddr *address, socklen_t *size, int flags)
{
    static const auto real = realOf<decltype(&::accept4)>("accept4");
    return socketFails(Call::Accept, descriptor) ? refuse() : real(descriptor, address, size, flags);
}

ssize_t recv(int descriptor, void *data, std::size_t size, int flags)
{
    static const auto real = realOf<decltype(&::recv)>("recv");
    if (!socketFails(Call::Receive, descriptor))
        return real(descriptor, data, size, flags);
    return isShort() ? real(descriptor, data, 1, flags) : refuse();
}

ssize_t send(int descriptor, const void *data, std::size_t size, int flags)
{
    static const auto real = realOf<decltype(&::send)>("send");
    if (!socketFails(Call::Send, descriptor))
        return real(descriptor, data, size, flags);
    return isShort() ? real(descriptor, data, 1, flags) : refuse();
}

int shutdown(int descriptor, int how) noexcept
{
    static const auto real = realOf<int (*)(int, int)>("shutdown");
    return socketFails(Call::Shutdown, descriptor) ? refuse() : real(descriptor, how);
}

int open64(const char *path, int flags, ...)
{
    static const auto real = realOf<int (*)(const char *, int, ...)>("open64");
    std::va_list more;
    va_start(more, flags);
    const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(more, mode_t) : 0;
    va_end(more);
    if (plan() && isStorePath(path) && failsNow(Call::Open))
        return refuse();
    return real(path, flags, mode);
}

ssize_t pread64(int descriptor, void *data, std::size_t size, off64_t at)
{
    static const auto real = realOf<decltype(&::pread64)>("pread64");
    return fileFails(Call::Read, descriptor) ? refuse() : real(descriptor, data, size, at);
}

ssize_t pwrite64(int descriptor, const void *data, std::size_t size, off64_t at)
{
    static const auto real = realOf<decltype(&::pwrite64)>("pwrite64");
    if (!fileFails(Call::Write, descriptor))
        return real(descriptor, data, size, at);
    return isShort() ? real(descriptor, data, 1, at) : refuse();
}

int fdatasync(int descriptor)
{
    static const auto real = realOf<decltype(&::fdatasync)>("fdatasync");
    return fileFails(Call::Sync, descriptor) ? refuse() : real(descriptor);
}

int fsync(int descriptor)
{
    static const auto real = realOf<decltype(&::fsync)>("fsync");
    return fileFails(Call::Sync, descriptor) ? refuse() : real(descriptor);
}

int ftruncate64(int descriptor, off64_t size) noexcept
{
    static const auto real = realOf<int (*)(int, off64_t)>("ftruncate64");
    return fileFails(Call::Truncate, descriptor) ? refuse() : real(descriptor, size);
}

} // extern "C"
// NOLINTEND(readability-identifier-naming)
