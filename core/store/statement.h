// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVarLengthArray>
#include <QVariant>
#include <array>
#include <concepts>
#include <memory_resource>
#include <optional>

struct sqlite3_stmt;

namespace anrufwarte {

class Database;

/// A use of a prepared statement that its Database keeps. Values are bound by position and never become part
/// of the text. Resets the statement when it leaves scope, so that no read lock stays behind. Not to outlive
/// the Database, and not two at a time of the same text.
///
/// Speaks to SQLite itself and not through QSqlQuery: that boxes each value twice and hands text over as
/// UTF-16, which took more time in the path of a webhook than SQLite did. What is bound is not copied once
/// more by SQLite: the statement keeps it for as long as it may be read.
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

    /// For many columns of which most are unknown: begin() makes all of them NULL, set() gives one a value,
    /// by its position from 0, and execute() ends it.
    void begin();
    void set(int position, const auto &value) { bind(position, value); }
    /// UTF-8 as text; kept alive by the caller until the statement has been executed.
    void setText(int position, QByteArrayView utf8);
    [[nodiscard]] bool execute();

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
    void bindNull(int position);
    void bind(int position, std::integral auto value) { bind(position, qint64(value)); }
    template <typename T>
    void bind(int position, const std::optional<T> &value)
    {
        if (value)
            bind(position, *value);
        else
            bindNull(position);
    }

    void rewind(); ///< values can only be bound to a statement that is not running
    [[nodiscard]] bool step();

    Database &m_database;
    sqlite3_stmt *m_statement; ///< null if the text could not be prepared
    bool m_hasFirst = false;   ///< the row that execute() met has not been asked for yet
    bool m_hasRow = false;
    bool m_failed = false;

    std::array<std::byte, 768> m_firstTexts; ///< enough for nearly all statements
    std::pmr::monotonic_buffer_resource m_texts{m_firstTexts.data(), m_firstTexts.size()};
    QVarLengthArray<QByteArray, 4> m_held; ///< content that is bound where it lies
};

/// Texts for binding: a null QString is bound as NULL, which is what "unknown" is and what an empty text is
/// not.
[[nodiscard]] QString nullIfEmpty(const QString &text);
[[nodiscard]] QString neverNull(const QString &text);

} // namespace anrufwarte
