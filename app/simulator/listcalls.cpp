// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/listcalls.h"

#include <QJsonArray>
#include <QSet>
#include <algorithm>
#include <optional>

namespace anrufwarte::simulator {

namespace {

constexpr int DefaultLimit = 50;
constexpr int MaxLimit = 1000;

bool textMatches(const QString &op, const QJsonValue &wanted, const QString &found)
{
    if (op == u"in") {
        const QJsonArray words = wanted.toArray();
        return std::any_of(words.begin(), words.end(),
                           [&found](const QJsonValue &w) { return w.toString() == found; });
    }
    const QString word = wanted.toString();
    if (op == u"eq")
        return found == word;
    if (op == u"ne")
        return found != word;
    if (op == u"sw")
        return found.startsWith(word);
    if (op == u"ew")
        return found.endsWith(word);
    return op == u"co" && found.contains(word);
}

bool numberMatches(const QString &op, const QJsonValue &wanted, std::optional<double> found)
{
    if (!found)
        return false;
    if (op == u"bt")
        return *found >= wanted.toArray().at(0).toDouble() && *found <= wanted.toArray().at(1).toDouble();
    const double number = wanted.toDouble();
    if (op == u"eq")
        return *found == number;
    if (op == u"ne")
        return *found != number;
    if (op == u"gt")
        return *found > number;
    if (op == u"ge")
        return *found >= number;
    if (op == u"lt")
        return *found < number;
    return op == u"le" && *found <= number;
}

std::optional<double> numberMember(const QJsonObject &row, const QString &key)
{
    const QJsonValue value = key == u"combined_cost"
                                 ? row.value(QStringLiteral("call_cost")).toObject().value(key)
                                 : row.value(key);
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

QString textMember(const QJsonObject &row, const QString &key)
{
    if (key == u"user_sentiment")
        return row.value(QStringLiteral("call_analysis")).toObject().value(key).toString();
    return row.value(key).toString();
}

bool isNumberKey(const QString &key)
{
    return key.endsWith(QStringLiteral("_timestamp")) || key == u"duration_ms" || key == u"combined_cost";
}

bool matches(const QJsonObject &row, const QJsonObject &criteria)
{
    for (auto it = criteria.begin(); it != criteria.end(); ++it) {
        const QJsonObject filter = it.value().toObject();
        const QString op = filter.value(QStringLiteral("op")).toString();
        const QJsonValue wanted = filter.value(QStringLiteral("value"));
        const bool ok = isNumberKey(it.key()) ? numberMatches(op, wanted, numberMember(row, it.key()))
                                              : textMatches(op, wanted, textMember(row, it.key()));
        if (!ok)
            return false;
    }
    return true;
}

std::optional<ListError> unknownKey(const QJsonObject &criteria)
{
    static const QSet<QString> Known{QStringLiteral("call_status"),
                                     QStringLiteral("start_timestamp"),
                                     QStringLiteral("end_timestamp"),
                                     QStringLiteral("duration_ms"),
                                     QStringLiteral("call_id"),
                                     QStringLiteral("agent_id"),
                                     QStringLiteral("from_number"),
                                     QStringLiteral("to_number"),
                                     QStringLiteral("direction"),
                                     QStringLiteral("call_type"),
                                     QStringLiteral("combined_cost"),
                                     QStringLiteral("user_sentiment"),
                                     QStringLiteral("disconnection_reason"),
                                     QStringLiteral("data_storage_setting")};
    for (const QString &key : criteria.keys()) {
        if (!Known.contains(key))
            return ListError{QStringLiteral("filter_criteria: unknown key")};
        if (!criteria.value(key).isObject())
            return ListError{QStringLiteral("filter_criteria: each filter is {type, op, value}")};
    }
    return std::nullopt;
}

QList<QJsonObject> sortedRows(const QMap<QString, PlannedCall> &calls, const QJsonObject &criteria,
                              bool ascending, qint64 nowMs)
{
    QList<std::pair<qint64, QJsonObject>> keyed;
    for (const PlannedCall &call : calls) {
        const QJsonObject row = listRowAt(call, nowMs);
        if (matches(row, criteria))
            keyed.append({row.value(QStringLiteral("start_timestamp")).toInteger(call.registeredMs), row});
    }
    std::stable_sort(keyed.begin(), keyed.end(), [ascending](const auto &a, const auto &b) {
        return ascending ? a.first < b.first : a.first > b.first;
    });
    QList<QJsonObject> rows;
    rows.reserve(keyed.size());
    for (auto &[key, row] : keyed)
        rows.append(std::move(row));
    return rows;
}

} // namespace

std::variant<QJsonObject, ListError> listCalls(const QMap<QString, PlannedCall> &calls,
                                               const QJsonObject &request, qint64 nowMs)
{
    const QJsonObject criteria = request.value(QStringLiteral("filter_criteria")).toObject();
    if (const std::optional<ListError> error = unknownKey(criteria))
        return *error;
    const int limit = request.value(QStringLiteral("limit")).toInt(DefaultLimit);
    if (limit < 1 || limit > MaxLimit)
        return ListError{QStringLiteral("limit must be between 1 and 1000")};
    const bool ascending = request.value(QStringLiteral("sort_order")).toString() == u"ascending";
    const QList<QJsonObject> rows = sortedRows(calls, criteria, ascending, nowMs);

    // The key is opaque to callers: the id of the last row given.
    qsizetype first = request.value(QStringLiteral("skip")).toInt(0);
    const QString after = request.value(QStringLiteral("pagination_key")).toString();
    if (!after.isEmpty()) {
        const auto it = std::find_if(rows.begin(), rows.end(), [&after](const QJsonObject &row) {
            return row.value(QStringLiteral("call_id")).toString() == after;
        });
        first = it == rows.end() ? rows.size() : std::distance(rows.begin(), it) + 1;
    }
    QJsonArray items;
    for (qsizetype i = first; i < std::min<qsizetype>(rows.size(), first + limit); ++i)
        items.append(rows.at(i));
    const bool more = first + limit < rows.size();
    QJsonObject answer{{QStringLiteral("items"), items}, {QStringLiteral("has_more"), more}};
    if (more)
        answer.insert(QStringLiteral("pagination_key"),
                      items.last().toObject().value(QStringLiteral("call_id")));
    if (request.value(QStringLiteral("include_total")).toBool())
        answer.insert(QStringLiteral("total"), rows.size());
    return answer;
}

} // namespace anrufwarte::simulator
