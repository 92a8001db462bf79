// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/resynctext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <array>

namespace anrufwarte {

namespace {

constexpr qsizetype KeptCharacters = 300;

/// In JSON 1388.0 and 1388 are one number: this tells a measurement from a count.
const QString Real = QStringLiteral("real");

struct CodeWord
{
    ErrorCode code;
    QLatin1String word;
};

/// What a question to Retell or to the store can end with; other codes become "internal".
constexpr std::array CodeWords{
    CodeWord{ErrorCode::Internal, QLatin1String("internal")},
    CodeWord{ErrorCode::NoKey, QLatin1String("no_key")},
    CodeWord{ErrorCode::KeychainUnavailable, QLatin1String("keychain_unavailable")},
    CodeWord{ErrorCode::CallNotFound, QLatin1String("call_not_found")},
    CodeWord{ErrorCode::ApiKeyRefused, QLatin1String("api_key_refused")},
    CodeWord{ErrorCode::ApiPayment, QLatin1String("api_payment")},
    CodeWord{ErrorCode::ApiCallNotFound, QLatin1String("api_call_not_found")},
    CodeWord{ErrorCode::ApiThrottled, QLatin1String("api_throttled")},
    CodeWord{ErrorCode::ApiDown, QLatin1String("api_down")},
    CodeWord{ErrorCode::ApiNotRetell, QLatin1String("api_not_retell")},
    CodeWord{ErrorCode::ApiUnreadable, QLatin1String("api_unreadable")},
    CodeWord{ErrorCode::ApiBadRequest, QLatin1String("api_bad_request")},
    CodeWord{ErrorCode::StoreMissing, QLatin1String("store_missing")},
    CodeWord{ErrorCode::StoreReadOnly, QLatin1String("store_read_only")},
    CodeWord{ErrorCode::StoreLocked, QLatin1String("store_locked")},
    CodeWord{ErrorCode::StoreFull, QLatin1String("store_full")},
    CodeWord{ErrorCode::StoreCorrupt, QLatin1String("store_corrupt")},
    CodeWord{ErrorCode::StoreIo, QLatin1String("store_io")},
    CodeWord{ErrorCode::StoreFailed, QLatin1String("store_failed")},
    CodeWord{ErrorCode::QueueFull, QLatin1String("queue_full")},
};

QLatin1String wordOf(ErrorCode code)
{
    const auto found = std::find_if(CodeWords.begin(), CodeWords.end(),
                                    [code](const CodeWord &entry) { return entry.code == code; });
    return found == CodeWords.end() ? CodeWords.front().word : found->word;
}

ErrorCode codeOf(const QString &word)
{
    const auto found = std::find_if(CodeWords.begin(), CodeWords.end(),
                                    [&word](const CodeWord &entry) { return entry.word == word; });
    return found == CodeWords.end() ? ErrorCode::Internal : found->code;
}

struct AsJson
{
    QJsonValue operator()(std::monostate) const { return QJsonValue::Null; }
    QJsonValue operator()(const QString &text) const { return text.left(KeptCharacters); }
    QJsonValue operator()(qint64 number) const { return number; }
    QJsonValue operator()(double number) const { return QJsonObject{{Real, number}}; }
    QJsonValue operator()(bool flag) const { return flag; }
};

FigureValue figureFrom(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Double:
        return value.toInteger();
    case QJsonValue::Bool:
        return value.toBool();
    case QJsonValue::Object:
        return value[Real].toDouble();
    default:
        return {};
    }
}

template <typename JsonContainer>
QString compact(const JsonContainer &container)
{
    return QString::fromUtf8(QJsonDocument(container).toJson(QJsonDocument::Compact));
}

} // namespace

QString toText(const QList<CallId> &calls)
{
    QJsonArray array;
    for (const CallId &call : calls)
        array.append(call.value());
    return compact(array);
}

QString toText(const QList<FieldDelta> &deltas)
{
    QJsonArray array;
    for (const FieldDelta &delta : deltas.first(qMin(deltas.size(), qsizetype(ResyncFieldCount)))) {
        array.append(QJsonArray{toWord(delta.field), toWord(delta.kind), std::visit(AsJson(), delta.before),
                                std::visit(AsJson(), delta.after)});
    }
    return compact(array);
}

QString toText(const std::optional<Error> &problem)
{
    if (!problem)
        return {};
    return compact(QJsonObject{{QStringLiteral("code"), wordOf(problem->code)},
                               {QStringLiteral("detail"), problem->detail.left(KeptCharacters)},
                               {QStringLiteral("args"), QJsonArray::fromStringList(problem->args.first(
                                                            qMin(problem->args.size(), qsizetype(8))))}});
}

QList<CallId> callIdsFrom(const QString &text)
{
    QList<CallId> calls;
    for (const QJsonValue entry : QJsonDocument::fromJson(text.toUtf8()).array())
        calls.append(CallId(entry.toString()));
    return calls;
}

QList<FieldDelta> deltasFrom(const QString &text)
{
    QList<FieldDelta> deltas;
    for (const QJsonValue entry : QJsonDocument::fromJson(text.toUtf8()).array()) {
        const auto field = resyncFieldFromWord(entry[0].toString());
        const auto kind = deltaKindFromWord(entry[1].toString());
        if (field && kind)
            deltas.append({*field, *kind, figureFrom(entry[2]), figureFrom(entry[3])});
    }
    return deltas;
}

std::optional<Error> problemFrom(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    if (object.isEmpty())
        return std::nullopt;
    Error problem{codeOf(object[u"code"].toString()), object[u"detail"].toString(), {}};
    for (const QJsonValue argument : object[u"args"].toArray())
        problem.args.append(argument.toString());
    return problem;
}

} // namespace anrufwarte
