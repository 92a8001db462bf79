// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/filters.h"

#include <QStringList>

namespace anrufwarte {

namespace {

constexpr const char *SearchedColumns[] = {"from_number",    "to_number", "agent_name", "agent_id",
                                           "retell_call_id", "summary",   "transcript"};

const QString &searchCondition()
{
    static const QString condition = [] {
        QStringList parts;
        for (const char *column : SearchedColumns)
            parts.append(QLatin1String(column) + QLatin1String(" LIKE ? ESCAPE '\\'"));
        return QString(QLatin1Char('(') + parts.join(QLatin1String(" OR ")) + QLatin1Char(')'));
    }();
    return condition;
}

} // namespace

QString containsPattern(const QString &text)
{
    QString pattern(QLatin1Char('%'));
    for (const QChar character : text) {
        if (character == u'%' || character == u'_' || character == u'\\')
            pattern += u'\\';
        pattern += character;
    }
    return pattern + QLatin1Char('%');
}

FilterSql filterSql(const CallFilter &filter)
{
    QStringList conditions;
    FilterSql sql;
    if (filter.ongoingOnly)
        conditions.append(QStringLiteral("finished_seen_ms = 0 AND status = 'ongoing'"));
    if (filter.incompleteOnly)
        conditions.append(QStringLiteral("incomplete = 1"));
    if (filter.sinceMs) {
        conditions.append(QStringLiteral("listed_ms >= ?"));
        sql.values.append(*filter.sinceMs);
    }
    if (filter.untilMs) {
        conditions.append(QStringLiteral("listed_ms < ?"));
        sql.values.append(*filter.untilMs);
    }
    if (!filter.agent.isEmpty()) {
        conditions.append(QStringLiteral("(agent_name = ? COLLATE NOCASE OR agent_id = ? COLLATE NOCASE)"));
        sql.values << filter.agent << filter.agent;
    }
    if (!filter.search.isEmpty()) {
        conditions.append(searchCondition());
        for (size_t i = 0; i < std::size(SearchedColumns); ++i)
            sql.values.append(containsPattern(filter.search));
    }
    if (!conditions.isEmpty())
        sql.tail = QLatin1String(" WHERE ") + conditions.join(QLatin1String(" AND "));
    sql.tail += QLatin1String(" ORDER BY listed_ms DESC, id DESC LIMIT ?");
    sql.values.append(filter.limit > 0 ? qint64(filter.limit) : qint64(-1));
    return sql;
}

} // namespace anrufwarte
