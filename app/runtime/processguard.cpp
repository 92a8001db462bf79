// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/processguard.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace anrufwarte {

void guardProcess()
{
#ifdef Q_OS_UNIX
    ::umask(S_IRWXG | S_IRWXO);
    // A reader of the log that went away and a quota that is used up are errors of one write, not our end.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit descriptors{};
    if (::getrlimit(RLIMIT_NOFILE, &descriptors) == 0) {
        descriptors.rlim_cur = descriptors.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &descriptors);
    }
#ifdef NDEBUG
    const rlimit noCore{0, 0};
    ::setrlimit(RLIMIT_CORE, &noCore);
#endif
#endif
#ifdef __GLIBC__
    // Left alone, glibc raises this to 32 MB on its own: a growing body is then copied at each step.
    constexpr int LargeBlockBytes = 1024 * 1024;
    ::mallopt(M_MMAP_THRESHOLD, LargeBlockBytes);
#endif
#if defined(Q_OS_LINUX) && defined(NDEBUG)
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

void endWithReader()
{
#ifdef Q_OS_UNIX
    std::signal(SIGPIPE, SIG_DFL);
#endif
}

} // namespace anrufwarte
