// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/profile.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace anrufwarte {

namespace {

constexpr QFile::Permissions OwnerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
constexpr QFile::Permissions Others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                      QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

/// The same for all programs of the project, whatever their applicationName.
QString platformFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/anrufwarte");
}

} // namespace

Profile::Profile(const QString &directory)
    : m_directory(QDir::cleanPath(QDir(directory.isEmpty() ? platformFolder() : directory).absolutePath()))
{
}

QString Profile::settingsFile() const
{
    return resolved(QStringLiteral("settings.ini"));
}

QString Profile::secretsFile() const
{
    return resolved(QStringLiteral("secrets.ini"));
}

QString Profile::lockFile() const
{
    return resolved(QStringLiteral("anrufwarte.lock"));
}

QString Profile::logFolder() const
{
    return resolved(QStringLiteral("logs"));
}

QString Profile::resolved(const QString &path) const
{
    return path.isEmpty() ? QString() : QDir::cleanPath(QDir(m_directory).absoluteFilePath(path));
}

QString Profile::storeFile(const QString &storeUrl) const
{
    constexpr QLatin1String Sqlite("sqlite:");
    return storeUrl.startsWith(Sqlite) ? resolved(storeUrl.sliced(Sqlite.size())) : QString();
}

Result<void> Profile::create() const
{
    const QFileInfo folder(m_directory);
    if (!folder.exists()) {
        if (!QDir().mkpath(m_directory) || !QFile::setPermissions(m_directory, OwnerOnly))
            return Error{ErrorCode::ProfileUnusable, QStringLiteral("mkdir failed"), {m_directory}};
    }
    const QFileInfo now(m_directory);
    if (!now.isDir() || !now.isWritable())
        return Error{ErrorCode::ProfileUnusable, QStringLiteral("not a writable folder"), {m_directory}};
    return {};
}

bool Profile::isPrivate() const
{
    return !(QFileInfo(m_directory).permissions() & Others);
}

} // namespace anrufwarte
