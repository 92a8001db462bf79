// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/statement.h"

#include "core/base/utf8.h"
#include "core/store/database.h"

#include <QStringEncoder>
#include <sqlite3.h>

namespace anrufwarte {

namespace {

/// Longer texts are encoded into a buffer of their own.
constexpr qsizetype ShortText = 256;
constexpr qsizetype MostUtf8PerUnit = 3;

} // namespace

Statement::~Statement()
{
    rewind();
}

void Statement::rewind()
{
    if (m_statement)
        sqlite3_reset(m_statement);
    m_held.clear();
    m_texts.release();
}

bool Statement::runWith(const QVariantList &values)
{
    rewind();
    for (int i = 0; i < values.size(); ++i)
        bind(i, values.at(i));
    return execute();
}

void Statement::begin()
{
    rewind();
    if (m_statement)
        sqlite3_clear_bindings(m_statement);
}

void Statement::bindNull(int position)
{
    if (m_statement)
        sqlite3_bind_null(m_statement, position + 1);
}

void Statement::bind(int position, qint64 value)
{
    if (m_statement)
        sqlite3_bind_int64(m_statement, position + 1, value);
}

void Statement::bind(int position, double value)
{
    if (m_statement)
        sqlite3_bind_double(m_statement, position + 1, value);
}

void Statement::bind(int position, const QString &text)
{
    if (text.isNull())
        return bindNull(position);
    if (text.size() > ShortText) {
        m_held.append(text.toUtf8());
        return setText(position, m_held.last());
    }
    auto *utf8 =
        static_cast<char *>(m_texts.allocate(static_cast<size_t>(text.size() * MostUtf8PerUnit) + 1, 1));
    QStringEncoder toUtf8(QStringEncoder::Utf8, QStringEncoder::Flag::Stateless);
    setText(position, QByteArrayView(utf8, toUtf8.appendToBuffer(utf8, text)));
}

void Statement::setText(int position, QByteArrayView utf8)
{
    const char *begin = utf8.isNull() ? "" : utf8.data(); // a null pointer would be NULL
    if (m_statement)
        sqlite3_bind_text64(m_statement, position + 1, begin, static_cast<sqlite3_uint64>(utf8.size()),
                            SQLITE_STATIC, SQLITE_UTF8);
}

void Statement::bind(int position, const QByteArray &content)
{
    if (content.isNull())
        return bindNull(position);
    m_held.append(content);
    if (m_statement)
        sqlite3_bind_blob64(m_statement, position + 1, m_held.last().constData(),
                            static_cast<sqlite3_uint64>(content.size()), SQLITE_STATIC);
}

void Statement::bind(int position, const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::UnknownType:
        return bindNull(position);
    case QMetaType::QByteArray:
        return bind(position, *static_cast<const QByteArray *>(value.constData()));
    case QMetaType::Double:
        return bind(position, value.toDouble());
    case QMetaType::QString:
        return bind(position, *static_cast<const QString *>(value.constData()));
    default:
        return bind(position, value.toLongLong());
    }
}

bool Statement::execute()
{
    if (!m_statement) {
        m_failed = true;
        return false;
    }
    m_hasFirst = step();
    return !m_failed;
}

bool Statement::step()
{
    const int result = sqlite3_step(m_statement);
    m_hasRow = result == SQLITE_ROW;
    if (!m_hasRow && result != SQLITE_DONE) {
        m_failed = true;
        m_database.noteFailure();
    }
    return m_hasRow;
}

bool Statement::next()
{
    if (std::exchange(m_hasFirst, false))
        return true;
    return m_hasRow && !m_failed && step();
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

QVariant Statement::value(int column) const
{
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_INTEGER:
        return integer(column);
    case SQLITE_FLOAT:
        return real(column);
    case SQLITE_TEXT:
        return text(column);
    case SQLITE_BLOB:
        return blob(column);
    default:
        return {};
    }
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

QString Statement::text(int column) const
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return bytes ? textFromUtf8({bytes, sqlite3_column_bytes(m_statement, column)}) : QString();
}

QByteArray Statement::blob(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return {bytes, sqlite3_column_bytes(m_statement, column)};
}

std::optional<qint64> Statement::optionalInteger(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

std::optional<double> Statement::optionalReal(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(real(column));
}

qint64 Statement::lastInsertId() const
{
    return sqlite3_last_insert_rowid(sqlite3_db_handle(m_statement));
}

qint64 Statement::rowsAffected() const
{
    return sqlite3_changes64(sqlite3_db_handle(m_statement));
}

QString nullIfEmpty(const QString &text)
{
    return text.isEmpty() ? QString() : text;
}

QString neverNull(const QString &text)
{
    return text.isNull() ? QLatin1String("") : text;
}

} // namespace anrufwarte
