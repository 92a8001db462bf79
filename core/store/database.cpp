// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"

#include "core/store/sqlerror.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlDriver>
#include <atomic>
#include <sqlite3.h>

namespace anrufwarte {

namespace {

constexpr int PageSize = 16384;

QString newConnectionName()
{
    static std::atomic<int> number = 0;
    return QStringLiteral("anrufwarte-store-%1").arg(++number);
}

/// SQLite gives -wal and -shm the mode of the main file, so this is the one place that sets it.
bool createPrivateFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner);
}

} // namespace

Database::Database(QString file, QString connection)
    : m_file(std::move(file)),
      m_connection(std::move(connection)),
      m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection))
{
}

Database::~Database()
{
    m_statements.clear();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Database>> Database::open(const QString &file, Access access, int busyTimeoutMs)
{
    if (access == Access::ReadWrite && !QFileInfo::exists(file) && !createPrivateFile(file))
        return Error{ErrorCode::StoreReadOnly, QStringLiteral("the file cannot be created"), {file}};
    std::unique_ptr<Database> database(new Database(file, newConnectionName()));
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busyTimeoutMs);
    if (access == Access::ReadOnly)
        options += QLatin1String(";QSQLITE_OPEN_READONLY");
    database->m_database.setConnectOptions(options);
    database->m_database.setDatabaseName(file);
    if (!database->m_database.open()) {
        database->noteError(database->m_database.lastError());
        return database->lastError();
    }
    return database;
}

Result<void> Database::configureForWriting()
{
    const bool isNew = QFileInfo(m_file).size() == 0;
    if (isNew) {
        if (const Result<void> set = apply("PRAGMA page_size = 16384", "PRAGMA page_size", PageSize); !set)
            return set.error();
    }
    struct Wanted
    {
        const char *set;
        const char *ask;
        QVariant expected;
    };
    const Wanted wanted[] = {
        {"PRAGMA journal_mode = WAL", "PRAGMA journal_mode", QStringLiteral("wal")},
        {"PRAGMA synchronous = FULL", "PRAGMA synchronous", 2},
        {"PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", 1},
        {"PRAGMA secure_delete = ON", "PRAGMA secure_delete", 1},
        {"PRAGMA temp_store = MEMORY", "PRAGMA temp_store", 2},
        {"PRAGMA cache_size = -16000", "PRAGMA cache_size", -16000},
        {"PRAGMA journal_size_limit = 67108864", "PRAGMA journal_size_limit", 67108864},
    };
    for (const Wanted &one : wanted) {
        if (const Result<void> set = apply(one.set, one.ask, one.expected); !set)
            return set.error();
    }
    return {};
}

Result<void> Database::configureForReading()
{
    return apply("PRAGMA query_only = ON", "PRAGMA query_only", 1);
}

Result<void> Database::apply(const char *set, const char *ask, const QVariant &expected)
{
    if (!run(QString::fromLatin1(set)))
        return m_lastError;
    const QVariant found = this->ask(QString::fromLatin1(ask));
    if (found.toString() == expected.toString())
        return {};
    return Error{ErrorCode::StoreFailed,
                 QStringLiteral("%1 is %2 instead").arg(QLatin1String(set), found.toString()),
                 {m_file}};
}

Statement Database::statement(const QString &sql)
{
    std::unique_ptr<QSqlQuery> &query = m_statements[sql];
    if (!query) {
        auto prepared = std::make_unique<QSqlQuery>(m_database);
        prepared->setForwardOnly(true);
        if (!prepared->prepare(sql)) {
            noteError(prepared->lastError());
            return {*this, nullptr};
        }
        query = std::move(prepared);
    }
    return {*this, query.get()};
}

bool Database::run(const QString &sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (query.exec(sql))
        return true;
    noteError(query.lastError());
    return false;
}

QVariant Database::ask(const QString &sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (query.exec(sql) && query.next())
        return query.value(0);
    if (query.lastError().isValid())
        noteError(query.lastError());
    return {};
}

void Database::noteError(const QSqlError &error)
{
    m_lastError = storeError(error, m_file);
}

void Database::interrupt()
{
    const QVariant handle = m_database.driver()->handle();
    if (handle.isValid() && qstrcmp(handle.typeName(), "sqlite3*") == 0)
        sqlite3_interrupt(*static_cast<sqlite3 *const *>(handle.constData()));
}

} // namespace anrufwarte
