// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/profilelock.h"

#include <QFile>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace anrufwarte {

ProfileLock::~ProfileLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<void> ProfileLock::take(const Profile &profile)
{
    const QByteArray path = QFile::encodeName(profile.lockFile());
    const int descriptor = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0) {
        const QString why = QString::fromLocal8Bit(std::strerror(errno));
        return Error{ErrorCode::ProfileUnusable, why, {profile.directory()}};
    }
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        ::close(descriptor);
        return Error{ErrorCode::ProfileInUse, {}, {profile.directory()}};
    }
    m_descriptor = descriptor;
    return {};
}

bool ProfileLock::isTaken(const Profile &profile)
{
    const int descriptor = ::open(QFile::encodeName(profile.lockFile()).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool isTaken = ::flock(descriptor, LOCK_SH | LOCK_NB) != 0;
    ::close(descriptor);
    return isTaken;
}

} // namespace anrufwarte
