// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlQuery>
#include <QVariant>
#include <optional>

namespace anrufwarte {

class Database;

/// A use of a prepared statement that its Database keeps. Values are bound by position and never become part
/// of the text. Resets the statement when it leaves scope, so that no read lock stays behind. Not to outlive
/// the Database, and not two at a time of the same text.
class Statement
{
public:
    Statement(Database &database, QSqlQuery *query) : m_database(database), m_query(query) {}
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;
    ~Statement();

    /// Binds all and executes. False on error: Database::lastError() says which.
    template <typename... Values>
    [[nodiscard]] bool run(const Values &...values)
    {
        int position = 0;
        (bind(position++, bindable(values)), ...);
        return execute();
    }
    [[nodiscard]] bool runWith(const QVariantList &values);

    /// To the next row. False at the end and on error (then failed()).
    [[nodiscard]] bool next();
    [[nodiscard]] bool failed() const { return m_failed; }

    [[nodiscard]] bool isNull(int column) const { return m_query->isNull(column); }
    [[nodiscard]] QVariant value(int column) const { return m_query->value(column); }
    [[nodiscard]] qint64 integer(int column) const { return m_query->value(column).toLongLong(); }
    [[nodiscard]] QString text(int column) const { return m_query->value(column).toString(); }
    [[nodiscard]] QByteArray blob(int column) const { return m_query->value(column).toByteArray(); }
    [[nodiscard]] std::optional<qint64> optionalInteger(int column) const;
    [[nodiscard]] std::optional<double> optionalReal(int column) const;

    [[nodiscard]] qint64 lastInsertId() const { return m_query->lastInsertId().toLongLong(); }
    [[nodiscard]] qint64 rowsAffected() const { return m_query->numRowsAffected(); }

private:
    template <typename T>
    static QVariant bindable(const std::optional<T> &value)
    {
        return value ? QVariant::fromValue(*value) : QVariant();
    }
    template <typename T>
    static QVariant bindable(const T &value)
    {
        return QVariant::fromValue(value);
    }
    static QVariant bindable(const QVariant &value) { return value; }

    void bind(int position, const QVariant &value);
    bool execute();

    Database &m_database;
    QSqlQuery *m_query; ///< null if the text could not be prepared
    bool m_failed = false;
};

/// Texts for binding: Qt binds a null QString as NULL, which is what "unknown" is and what an empty text is
/// not.
[[nodiscard]] QVariant nullIfEmpty(const QString &text);
[[nodiscard]] QString neverNull(const QString &text);

} // namespace anrufwarte
