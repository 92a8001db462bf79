// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"

#include "core/store/sqlerror.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <atomic>
#include <cerrno>
#include <sqlite3.h>

namespace anrufwarte {

namespace {

constexpr int PageSize = 16384;

QString newConnectionName()
{
    static std::atomic<int> number = 0;
    return QStringLiteral("anrufwarte-store-%1").arg(++number);
}

/// Nobody asks SQLite how much memory it has taken: counting costs a lock of all connections for each piece.
void stopCounting()
{
    static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); // refused once SQLite is in use
    Q_UNUSED(once)
}

/// SQLite gives -wal and -shm the mode of the main file, so this is the one place that sets it.
bool createPrivateFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner);
}

int lastSystemError(sqlite3_file *file)
{
    int error = 0;
    if (file && file->pMethods)
        file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &error);
    return error;
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
    m_recent = {};
    m_statements.clear();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Database>> Database::open(const QString &file, Access access, int busyTimeoutMs)
{
    stopCounting();
    if (access == Access::ReadWrite && !QFileInfo::exists(file) && !createPrivateFile(file))
        return Error{ErrorCode::StoreReadOnly, QStringLiteral("the file cannot be created"), {file}};
    std::unique_ptr<Database> database(new Database(file, newConnectionName()));
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busyTimeoutMs);
    if (access == Access::ReadOnly)
        options += QLatin1String(";QSQLITE_OPEN_READONLY");
    database->m_database.setConnectOptions(options);
    database->m_database.setDatabaseName(file);
    if (!database->m_database.open()) {
        const QSqlError error = database->m_database.lastError();
        return storeError(error.nativeErrorCode().toInt(), error.databaseText(), file);
    }
    const QVariant handle = database->m_database.driver()->handle();
    if (qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return Error{
            ErrorCode::StoreEngineMissing, QStringLiteral("the driver hands out no sqlite3"), {file}};
    database->m_handle = *static_cast<sqlite3 *const *>(handle.constData());
    return database;
}

Result<void> Database::configureForWriting(Durable durable)
{
    const bool atCommit = durable == Durable::AtCommit;
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
        {atCommit ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL", "PRAGMA synchronous",
         atCommit ? 2 : 1},
        {"PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", 1},
        {"PRAGMA secure_delete = ON", "PRAGMA secure_delete", 1},
        {"PRAGMA temp_store = MEMORY", "PRAGMA temp_store", 2},
        {"PRAGMA cache_size = -3000", "PRAGMA cache_size", -3000},
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

void FinalizeStatement::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Statement Database::statement(const QString &sql)
{
    const auto address = reinterpret_cast<quintptr>(sql.constData());
    Recent &recent = m_recent.at((address / alignof(std::max_align_t)) % m_recent.size());
    const bool isKnown = recent.sql.constData() == sql.constData() && recent.sql.size() == sql.size();
    if (!isKnown || !recent.prepared)
        recent = {sql, prepared(sql)};
    return {*this, recent.prepared};
}

sqlite3_stmt *Database::prepared(const QString &sql)
{
    auto &kept = m_statements[sql];
    if (!kept) {
        const QByteArray utf8 = sql.toUtf8();
        sqlite3_stmt *prepared = nullptr;
        if (sqlite3_prepare_v3(m_handle, utf8.constData(), static_cast<int>(utf8.size()),
                               SQLITE_PREPARE_PERSISTENT, &prepared, nullptr) != SQLITE_OK)
            noteFailure();
        kept.reset(prepared);
    }
    return kept.get();
}

bool Database::run(const QString &sql)
{
    if (sqlite3_exec(m_handle, sql.toUtf8().constData(), nullptr, nullptr, nullptr) == SQLITE_OK)
        return true;
    noteFailure();
    return false;
}

QVariant Database::ask(const QString &sql)
{
    sqlite3_stmt *prepared = nullptr;
    if (sqlite3_prepare_v2(m_handle, sql.toUtf8().constData(), -1, &prepared, nullptr) != SQLITE_OK)
        noteFailure();
    const std::unique_ptr<sqlite3_stmt, FinalizeStatement> owner(prepared);
    Statement statement(*this, prepared);
    return statement.run() && statement.next() ? statement.value(0) : QVariant();
}

/// SQLite takes an error of reading for damage (SQLITE_IOERR_CORRUPTFS becomes SQLITE_CORRUPT); but the disk
/// may answer again, and what it holds is not to be set aside.
bool Database::couldNotBeRead() const
{
    sqlite3_file *file = nullptr;
    sqlite3_file *log = nullptr;
    sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
    const auto isOfReading = [](int error) { return error == EIO || error == ENXIO; };
    return isOfReading(lastSystemError(file)) || isOfReading(lastSystemError(log));
}

void Database::noteFailure()
{
    int code = sqlite3_extended_errcode(m_handle);
    if ((code & 0xff) == SQLITE_CORRUPT && couldNotBeRead())
        code = SQLITE_IOERR_READ;
    m_lastError = storeError(code, QString::fromUtf8(sqlite3_errmsg(m_handle)), m_file);
}

void Database::interrupt()
{
    sqlite3_interrupt(m_handle);
}

} // namespace anrufwarte
