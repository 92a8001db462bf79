// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/statement.h"

#include "core/store/database.h"

namespace anrufwarte {

namespace {

/// Qt hands text over as UTF-16, and SQLite takes a U+FEFF or U+FFFE at its beginning for a byte order mark:
/// it drops the one and swaps all bytes after the other. Behind a mark of our own both are text.
QVariant withMark(const QVariant &value)
{
    if (value.userType() != QMetaType::QString)
        return value;
    const QString text = value.toString();
    const bool looksMarked = text.startsWith(QChar(0xfeff)) || text.startsWith(QChar(0xfffe));
    return looksMarked ? QVariant(QChar(0xfeff) + text) : value;
}

} // namespace

Statement::~Statement()
{
    if (m_query)
        m_query->finish();
}

bool Statement::runWith(const QVariantList &values)
{
    for (int i = 0; i < values.size(); ++i)
        bind(i, values.at(i));
    return execute();
}

void Statement::bind(int position, const QVariant &value)
{
    if (m_query)
        m_query->bindValue(position, withMark(value));
}

bool Statement::execute()
{
    if (!m_query || !m_query->exec()) {
        m_failed = true;
        if (m_query)
            m_database.noteError(m_query->lastError());
    }
    return !m_failed;
}

bool Statement::next()
{
    if (m_failed)
        return false;
    if (m_query->next())
        return true;
    if (m_query->lastError().isValid()) {
        m_failed = true;
        m_database.noteError(m_query->lastError());
    }
    return false;
}

std::optional<qint64> Statement::optionalInteger(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

std::optional<double> Statement::optionalReal(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(m_query->value(column).toDouble());
}

QVariant nullIfEmpty(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

QString neverNull(const QString &text)
{
    return text.isNull() ? QLatin1String("") : text;
}

} // namespace anrufwarte
