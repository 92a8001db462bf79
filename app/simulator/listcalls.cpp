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

bool isRange(const QJsonValue &value)
{
    const QJsonArray bounds = value.toArray();
    return bounds.size() == 2 && bounds.at(0).isDouble() && bounds.at(1).isDouble();
}

/// {type, op, value} as api.md §3 has them.
bool isWellFormed(const QString &key, const QJsonObject &filter)
{
    const QString op = filter.value(QStringLiteral("op")).toString();
    const QJsonValue value = filter.value(QStringLiteral("value"));
    if (op == u"bt")
        return isNumberKey(key) && isRange(value);
    if (op == u"in")
        return !isNumberKey(key) && value.isArray();
    static const QSet<QString> Compared{QStringLiteral("eq"), QStringLiteral("ne")};
    static const QSet<QString> Ordered{QStringLiteral("gt"), QStringLiteral("ge"), QStringLiteral("lt"),
                                       QStringLiteral("le")};
    static const QSet<QString> Parts{QStringLiteral("sw"), QStringLiteral("ew"), QStringLiteral("co")};
    if (isNumberKey(key))
        return value.isDouble() && (Compared.contains(op) || Ordered.contains(op));
    return value.isString() && (Compared.contains(op) || Parts.contains(op));
}

std::optional<ListError> wrongFilter(const QJsonObject &criteria)
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
        if (!isWellFormed(key, criteria.value(key).toObject()))
            return ListError{QStringLiteral("filter_criteria: each filter is {type, op, value}")};
    }
    return std::nullopt;
}

/// Where a row stands in the list: by start (a call that never connected: by when it rang), then by id. Does
/// not change with the call, so that a page key stays good whatever happens meanwhile.
struct Place
{
    qint64 ms = 0;
    QString id;

    bool operator<(const Place &other) const { return ms != other.ms ? ms < other.ms : id < other.id; }

    [[nodiscard]] QString key() const
    {
        const QByteArray text = QByteArray::number(ms) + ' ' + id.toUtf8();
        return QString::fromLatin1(
            text.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    }
    [[nodiscard]] static std::optional<Place> fromKey(const QString &key)
    {
        const auto text = QByteArray::fromBase64Encoding(
            key.toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
        const QList<QByteArray> parts = text ? text.decoded.split(' ') : QList<QByteArray>();
        bool ok = false;
        const qint64 ms = parts.value(0).toLongLong(&ok);
        if (!ok || parts.size() != 2)
            return std::nullopt;
        return Place{ms, QString::fromUtf8(parts.at(1))};
    }
};

struct PlacedCall
{
    Place place;
    const PlannedCall *call = nullptr;
};

/// Those that match. Whole rows are made only where a filter looks at them: an account has many calls.
QList<PlacedCall> sortedCalls(const QMap<QString, PlannedCall> &calls, const QJsonObject &criteria,
                              bool ascending, qint64 nowMs)
{
    const bool needsWholeRows = criteria.contains(QStringLiteral("combined_cost")) ||
                                criteria.contains(QStringLiteral("user_sentiment"));
    QList<PlacedCall> found;
    for (const PlannedCall &call : calls) {
        if (matches(needsWholeRows ? listRowAt(call, nowMs) : headAt(call, nowMs), criteria))
            found.append({{call.connects ? call.startMs : call.registeredMs, call.id}, &call});
    }
    std::sort(found.begin(), found.end(), [ascending](const PlacedCall &a, const PlacedCall &b) {
        return ascending ? a.place < b.place : b.place < a.place;
    });
    return found;
}

} // namespace

std::variant<QJsonObject, ListError> listCalls(const QMap<QString, PlannedCall> &calls,
                                               const QJsonObject &request, qint64 nowMs)
{
    const QJsonObject criteria = request.value(QStringLiteral("filter_criteria")).toObject();
    if (const std::optional<ListError> error = wrongFilter(criteria))
        return *error;
    const int limit = request.value(QStringLiteral("limit")).toInt(DefaultLimit);
    if (limit < 1 || limit > MaxLimit)
        return ListError{QStringLiteral("limit must be between 1 and 1000")};
    const bool ascending = request.value(QStringLiteral("sort_order")).toString() == u"ascending";
    const QList<PlacedCall> rows = sortedCalls(calls, criteria, ascending, nowMs);

    qsizetype first = std::max(0, request.value(QStringLiteral("skip")).toInt(0));
    if (const QString key = request.value(QStringLiteral("pagination_key")).toString(); !key.isEmpty()) {
        const std::optional<Place> after = Place::fromKey(key);
        if (!after)
            return ListError{QStringLiteral("pagination_key: not one of ours")};
        const auto it = std::find_if(rows.begin(), rows.end(), [&](const PlacedCall &row) {
            return ascending ? *after < row.place : row.place < *after;
        });
        first += std::distance(rows.begin(), it);
    }
    QJsonArray items;
    const qsizetype end = std::min<qsizetype>(rows.size(), first + limit);
    for (qsizetype i = first; i < end; ++i)
        items.append(listRowAt(*rows.at(i).call, nowMs));
    const bool more = end < rows.size();
    QJsonObject answer{{QStringLiteral("items"), items}, {QStringLiteral("has_more"), more}};
    if (more)
        answer.insert(QStringLiteral("pagination_key"), rows.at(end - 1).place.key());
    if (request.value(QStringLiteral("include_total")).toBool())
        answer.insert(QStringLiteral("total"), rows.size());
    return answer;
}

} // namespace anrufwarte::simulator
