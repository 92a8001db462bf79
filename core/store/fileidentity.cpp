// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/fileidentity.h"

#include <QFile>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

namespace anrufwarte {

FileIdentity fileIdentity(const QString &path)
{
#ifdef Q_OS_UNIX
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0)
        return {};
    return {static_cast<quint64>(status.st_dev), static_cast<quint64>(status.st_ino)};
#else
    return {0, QFile::exists(path) ? 1U : 0U};
#endif
}

} // namespace anrufwarte
