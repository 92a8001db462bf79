// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backup.h"

#include "core/base/clock.h"
#include "core/store/database.h"
#include "core/store/schema.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

namespace anrufwarte {

namespace {

constexpr int BusyTimeoutMs = 10'000;

Error unwritable(const QString &path)
{
    return {ErrorCode::FileUnwritable, {}, {path}};
}

bool createPrivate(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner);
}

Result<void> checkBackup(const QString &backup)
{
    if (!QFileInfo::exists(backup))
        return Error{ErrorCode::StoreMissing, {}, {backup}};
    const Result<std::unique_ptr<Database>> opened =
        Database::open(backup, Database::Access::ReadOnly, BusyTimeoutMs);
    if (!opened)
        return opened.error();
    Database &database = **opened;
    const QVariant owner = database.ask(QStringLiteral("PRAGMA application_id"));
    if (!owner.isValid())
        return database.lastError();
    if (owner.toLongLong() != StoreApplicationId)
        return Error{ErrorCode::StoreFailed, QStringLiteral("the file belongs to another program"), {backup}};
    const Result<int> version = schemaVersion(database);
    if (!version)
        return version.error();
    const auto known = static_cast<int>(schemaScripts().size());
    if (*version > known)
        return Error{ErrorCode::StoreNewer, {}, {backup, QString::number(*version), QString::number(known)}};
    const QVariant found = database.ask(QStringLiteral("PRAGMA integrity_check(1)"));
    if (found.toString() == u"ok")
        return {};
    return Error{ErrorCode::StoreCorrupt, found.toString().left(500), {backup}};
}

} // namespace

Result<void> backUpStore(const QString &file, const QString &target)
{
    if (QFileInfo::exists(target))
        return unwritable(target);
    const Result<std::unique_ptr<Database>> database =
        Database::open(file, Database::Access::ReadOnly, BusyTimeoutMs);
    if (!database)
        return database.error();
    const QString part = target + QLatin1String(".part");
    QFile::remove(part);
    if (!createPrivate(part))
        return unwritable(target);
    if (!(*database)->statement(QStringLiteral("VACUUM INTO ?")).run(part)) {
        QFile::remove(part);
        return (*database)->lastError();
    }
    return QFile::rename(part, target) ? Result<void>() : unwritable(target);
}

Result<QString> restoreStore(const QString &backup, const QString &file, const Clock &clock)
{
    if (const Result<void> good = checkBackup(backup); !good)
        return good.error();
    const QString part = file + QLatin1String(".restore");
    QFile::remove(part);
    // Through SQLite and not byte by byte: a backup taken as a file copy may have its newest rows in a log
    // beside it.
    if (const Result<void> copied = backUpStore(backup, part); !copied)
        return copied.error();
    QString kept;
    if (QFileInfo::exists(file)) {
        kept = file + QDateTime::fromMSecsSinceEpoch(clock.nowMs(), Qt::UTC)
                          .toString(QStringLiteral("'.before-restore-'yyyyMMdd'T'HHmmsszzz'Z'"));
        for (const char *suffix : {"-wal", "-shm", ""}) {
            const QString from = file + QLatin1String(suffix);
            if (QFileInfo::exists(from) && !QFile::rename(from, kept + QLatin1String(suffix)))
                return unwritable(kept);
        }
    }
    if (!QFile::rename(part, file))
        return unwritable(file);
    return kept;
}

} // namespace anrufwarte
