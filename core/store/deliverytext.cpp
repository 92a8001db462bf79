// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/deliverytext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <array>

namespace anrufwarte {

namespace {

constexpr std::array CheckWords{"sender", "header", "format", "time_window", "signature", "body"};
constexpr std::array OutcomeWords{"passed", "failed", "not_reached"};
constexpr std::array HintWords{"other_key_matches", "other_scheme_matches", "body_reencoded",
                               "plain_body_hmac", "clock_skew", "time_in_seconds"};

template <typename Enum, size_t N>
QLatin1String wordOf(const std::array<const char *, N> &words, Enum value)
{
    return QLatin1String(words.at(static_cast<size_t>(value)));
}

template <typename Enum, size_t N>
std::optional<Enum> valueOf(const std::array<const char *, N> &words, const QJsonValue &word)
{
    const QString text = word.toString();
    for (size_t i = 0; i < N; ++i) {
        if (text == QLatin1String(words[i]))
            return static_cast<Enum>(i);
    }
    return std::nullopt;
}

QString compact(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QJsonArray arrayFrom(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).array();
}

} // namespace

QString toText(const QList<DeliveryCheck> &checks)
{
    QJsonArray array;
    for (const DeliveryCheck &check : checks) {
        array.append(QJsonObject{{QStringLiteral("check"), wordOf(CheckWords, check.kind)},
                                 {QStringLiteral("outcome"), wordOf(OutcomeWords, check.outcome)},
                                 {QStringLiteral("expected"), check.expected},
                                 {QStringLiteral("received"), check.received}});
    }
    return compact(array);
}

QString toText(const QList<HintFound> &hints)
{
    QJsonArray array;
    for (const HintFound &hint : hints) {
        array.append(QJsonObject{{QStringLiteral("hint"), wordOf(HintWords, hint.hint)},
                                 {QStringLiteral("argument"), hint.argument}});
    }
    return compact(array);
}

QList<DeliveryCheck> checksFrom(const QString &text)
{
    QList<DeliveryCheck> checks;
    for (const QJsonValue entry : arrayFrom(text)) {
        const auto kind = valueOf<CheckKind>(CheckWords, entry[u"check"]);
        const auto outcome = valueOf<CheckOutcome>(OutcomeWords, entry[u"outcome"]);
        if (kind && outcome)
            checks.append({*kind, *outcome, entry[u"expected"].toString(), entry[u"received"].toString()});
    }
    return checks;
}

QList<HintFound> hintsFrom(const QString &text)
{
    QList<HintFound> hints;
    for (const QJsonValue entry : arrayFrom(text)) {
        if (const auto hint = valueOf<DeliveryHint>(HintWords, entry[u"hint"]))
            hints.append({*hint, entry[u"argument"].toString()});
    }
    return hints;
}

} // namespace anrufwarte
