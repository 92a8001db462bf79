// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/deliverytext.h"

#include "core/base/json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringBuilder>
#include <array>

namespace anrufwarte {

namespace {

constexpr std::array CheckWords{"sender", "header", "format", "time_window", "signature", "body"};
constexpr std::array OutcomeWords{"passed", "failed", "not_reached"};
constexpr std::array HintWords{"other_key_matches", "other_scheme_matches", "body_reencoded",
                               "plain_body_hmac",   "clock_skew",           "time_in_seconds"};

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

QString quoted(const QString &text)
{
    return QString::fromUtf8(quotedJson(text.toUtf8()));
}

QJsonArray arrayFrom(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).array();
}

} // namespace

/// Written by hand: each webhook carries six checks, and a tree of JSON values for them took a third of the
/// writer's time.
QString toText(const QList<DeliveryCheck> &checks)
{
    QString text;
    for (const DeliveryCheck &check : checks) {
        text += QLatin1String(text.isEmpty() ? "[" : ",") % QLatin1String("{\"check\":\"") %
                wordOf(CheckWords, check.kind) % QLatin1String("\",\"outcome\":\"") %
                wordOf(OutcomeWords, check.outcome) % QLatin1String("\",\"expected\":") %
                quoted(check.expected) % QLatin1String(",\"received\":") % quoted(check.received) % u'}';
    }
    return text.isEmpty() ? QStringLiteral("[]") : QString(text % u']');
}

QString toText(const QList<HintFound> &hints)
{
    QString text;
    for (const HintFound &hint : hints) {
        text += QLatin1String(text.isEmpty() ? "[" : ",") % QLatin1String("{\"hint\":\"") %
                wordOf(HintWords, hint.hint) % QLatin1String("\",\"argument\":") % quoted(hint.argument) %
                u'}';
    }
    return text.isEmpty() ? QStringLiteral("[]") : QString(text % u']');
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
