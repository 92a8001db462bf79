// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"

#include "core/store/database.h"
#include "core/store/transaction.h"

#include <QFile>
#include <QFileInfo>

static void loadSqlResource()
{
    Q_INIT_RESOURCE(
        anrufwarte_sql); // a static library's resource is dropped by the linker unless somebody asks
}

namespace anrufwarte {

QStringList schemaScripts()
{
    loadSqlResource();
    const QStringList names{QStringLiteral(":/sql/001_initial.sql"), QStringLiteral(":/sql/002_sync.sql"),
                            QStringLiteral(":/sql/003_pieces.sql"),  QStringLiteral(":/sql/004_terms.sql"),
                            QStringLiteral(":/sql/005_pages.sql"),   QStringLiteral(":/sql/006_unasked.sql")};
    QStringList scripts;
    for (const QString &name : names) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the program lacks %s", qPrintable(name));
        scripts.append(QString::fromUtf8(file.readAll()));
    }
    return scripts;
}

QStringList statementsOf(const QString &script)
{
    QStringList statements;
    QString current;
    for (const QStringView line : QStringView(script).split(u'\n')) {
        const QStringView text = line.trimmed();
        if (text.isEmpty() || text.startsWith(u"--"))
            continue;
        current += text;
        current += u'\n';
        if (text.endsWith(u';'))
            statements.append(std::exchange(current, QString()));
    }
    return statements;
}

Result<int> schemaVersion(Database &database)
{
    const QVariant version = database.ask(QStringLiteral("PRAGMA user_version"));
    if (!version.isValid())
        return database.lastError();
    if (version.toInt() < 0)
        return Error{
            ErrorCode::StoreCorrupt, QStringLiteral("schema %1").arg(version.toInt()), {database.file()}};
    return version.toInt();
}

static Result<void> runStep(Database &database, int step, const QString &script)
{
    Transaction transaction(database);
    if (const Result<void> begun = transaction.begin(); !begun)
        return begun.error();
    const Result<int> version = schemaVersion(database); // another process may have been faster
    if (!version)
        return version.error();
    if (*version >= step)
        return {};
    for (const QString &statement : statementsOf(script)) {
        if (!database.run(statement))
            return database.lastError();
    }
    return transaction.commit();
}

Result<void> migrate(Database &database, const QStringList &scripts)
{
    const auto known = static_cast<int>(scripts.size());
    const Result<int> found = schemaVersion(database);
    if (!found)
        return found.error();
    if (*found > known) {
        return Error{ErrorCode::StoreNewer,
                     QStringLiteral("schema %1, this program knows %2").arg(*found).arg(known),
                     {database.file(), QString::number(*found), QString::number(known)}};
    }
    if (*found > 0 && *found < known) {
        if (const Result<void> copy = backUpBeforeMigration(database, *found + 1); !copy)
            return copy.error();
    }
    for (int step = *found + 1; step <= known; ++step) {
        if (const Result<void> done = runStep(database, step, scripts.at(step - 1)); !done)
            return done.error();
    }
    return {};
}

Result<void> backUpBeforeMigration(Database &database, int targetVersion)
{
    const QString copy = QStringLiteral("%1.before-v%2").arg(database.file()).arg(targetVersion);
    if (QFileInfo::exists(copy))
        return {};
    // Written beside and renamed: a copy that was interrupted never looks like a whole one.
    const QString part = copy + QLatin1String(".part");
    QFile::remove(part);
    QFile empty(part);
    if (!empty.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return Error{
            ErrorCode::StoreReadOnly, QStringLiteral("no room for a backup before migrating"), {part}};
    empty.close();
    if (!database.statement(QStringLiteral("VACUUM INTO ?")).run(part))
        return database.lastError();
    if (!QFile::rename(part, copy))
        return Error{ErrorCode::StoreIo, QStringLiteral("the backup cannot be renamed"), {copy}};
    return {};
}

} // namespace anrufwarte
