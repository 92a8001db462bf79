// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/privatefile.h"

#include <QFile>
#include <QSaveFile>

namespace anrufwarte {

Result<void> writePrivateFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                         file.write(content) == content.size() && file.commit();
    if (!written)
        return Error{ErrorCode::FileUnwritable, file.errorString(), {path}};
    return {};
}

} // namespace anrufwarte
