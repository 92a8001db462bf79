// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/statement.h"

#include <QSqlDatabase>
#include <array>
#include <memory>
#include <unordered_map>

struct sqlite3;

namespace anrufwarte {

struct FinalizeStatement
{
    void operator()(sqlite3_stmt *statement) const;
};

/// One SQLite connection with the statements it has prepared. Opened, used and closed in one thread
/// (interrupt() excepted).
class Database
{
public:
    enum class Access
    {
        ReadWrite,
        ReadOnly
    };

    /// Opens without touching the content; a missing file is created (mode 0600) by ReadWrite alone.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString &file, Access access,
                                                                int busyTimeoutMs);
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;
    ~Database();

    enum class Durable
    {
        AtCommit,   ///< synchronous=FULL
        WhenFlushed ///< synchronous=NORMAL: whoever commits flushes the log (WriteAheadLog)
    };

    /// WAL, foreign keys, secure_delete; 16 KiB pages for a new file. Each is read back: a file system that
    /// cannot do it is an error here and no surprise later.
    [[nodiscard]] Result<void> configureForWriting(Durable durable = Durable::AtCommit);
    [[nodiscard]] Result<void> configureForReading();

    /// Kept and prepared only once; the key is the text.
    [[nodiscard]] Statement statement(const QString &sql);
    /// For what runs once: schema, pragmas, BEGIN.
    [[nodiscard]] bool run(const QString &sql);
    /// First column of the first row; invalid when there is none, or on error.
    [[nodiscard]] QVariant ask(const QString &sql);

    /// What the last failing call on this connection said.
    [[nodiscard]] const Error &lastError() const { return m_lastError; }
    /// The system could not read the file or its log: what looks damaged may be whole.
    [[nodiscard]] bool couldNotBeRead() const;
    void noteFailure(); ///< takes what SQLite says of the last call
    void clearError() { m_lastError = {}; }
    [[nodiscard]] const QString &file() const { return m_file; }
    [[nodiscard]] sqlite3 *handle() const { return m_handle; } ///< as long as this lives; null: not open

    /// Makes a running statement end with an error. The only function for other threads; the Database must be
    /// alive.
    void interrupt();

private:
    Database(QString file, QString connection);
    [[nodiscard]] sqlite3_stmt *prepared(const QString &sql); ///< null when it cannot be
    [[nodiscard]] Result<void> apply(const char *set, const char *ask, const QVariant &expected);

    QString m_file;
    QString m_connection;
    QSqlDatabase m_database;
    sqlite3 *m_handle = nullptr; ///< of m_database, while it is open
    std::unordered_map<QString, std::unique_ptr<sqlite3_stmt, FinalizeStatement>> m_statements;

    /// The way past that map for texts that come again and again: hashing a long one costs more than many a
    /// statement. The text is shared, so its characters stay where they are for as long as they are known
    /// here.
    struct Recent
    {
        QString sql;
        sqlite3_stmt *prepared = nullptr;
    };
    std::array<Recent, 64> m_recent;
    Error m_lastError;
};

} // namespace anrufwarte
