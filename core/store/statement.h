// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariant>
#include <concepts>
#include <optional>

struct sqlite3_stmt;

namespace anrufwarte {

class Database;

/// A use of a prepared statement that its Database keeps. Values are bound by position and never become part
/// of the text. Resets the statement when it leaves scope, so that no read lock stays behind. Not to outlive
/// the Database, and not two at a time of the same text.
///
/// Speaks to SQLite itself and not through QSqlQuery: that boxes each value twice and hands text over as
/// UTF-16, which took more time in the path of a webhook than SQLite did.
class Statement
{
public:
    Statement(Database &database, sqlite3_stmt *statement) : m_database(database), m_statement(statement) {}
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;
    ~Statement();

    /// Binds all and executes. False on error: Database::lastError() says which.
    template <typename... Values>
    [[nodiscard]] bool run(const Values &...values)
    {
        rewind();
        int position = 0;
        (bind(position++, values), ...);
        return execute();
    }
    [[nodiscard]] bool runWith(const QVariantList &values);

    /// To the next row. False at the end and on error (then failed()).
    [[nodiscard]] bool next();
    [[nodiscard]] bool failed() const { return m_failed; }

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] QVariant value(int column) const; ///< invalid for NULL
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;
    [[nodiscard]] std::optional<qint64> optionalInteger(int column) const;
    [[nodiscard]] std::optional<double> optionalReal(int column) const;

    [[nodiscard]] qint64 lastInsertId() const;
    [[nodiscard]] qint64 rowsAffected() const;

private:
    void bind(int position, qint64 value);
    void bind(int position, double value);
    void bind(int position, const QString &text);       ///< a null one is NULL
    void bind(int position, const QByteArray &content); ///< a null one is NULL
    void bind(int position, const QVariant &value);
    void bind(int position, std::integral auto value) { bind(position, qint64(value)); }
    template <typename T>
    void bind(int position, const std::optional<T> &value)
    {
        if (value)
            bind(position, *value);
        else
            bind(position, QVariant());
    }

    void rewind(); ///< values can only be bound to a statement that is not running
    [[nodiscard]] bool execute();
    [[nodiscard]] bool step();

    Database &m_database;
    sqlite3_stmt *m_statement; ///< null if the text could not be prepared
    bool m_hasFirst = false;   ///< the row that execute() met has not been asked for yet
    bool m_hasRow = false;
    bool m_failed = false;
};

/// Texts for binding: a null QString is bound as NULL, which is what "unknown" is and what an empty text is
/// not.
[[nodiscard]] QVariant nullIfEmpty(const QString &text);
[[nodiscard]] QString neverNull(const QString &text);

} // namespace anrufwarte
