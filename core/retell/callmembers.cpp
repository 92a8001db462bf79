// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retell/callmembers.h"

#include <QStringBuilder>
#include <algorithm>
#include <array>
#include <utility>

namespace anrufwarte {

namespace {

constexpr qsizetype MostWarnings = 100;
constexpr std::array SecretWords{"secret",        "password",   "api_key",    "apikey",
                                 "authorization", "credential", "private_key"};

QString kindOf(const JsonValue &value)
{
    if (value.isString())
        return QStringLiteral("text");
    if (value.isBool())
        return QStringLiteral("true or false");
    if (value.isArray())
        return QStringLiteral("array");
    return value.isObject() ? QStringLiteral("object") : QStringLiteral("number");
}

/// Why this number cannot be the whole number that is asked for.
QString kindOfNumber(const JsonValue &value)
{
    if (!value.isNumber())
        return kindOf(value);
    const std::optional<double> number = value.number();
    const bool fraction = number && *number > -1e15 && *number < 1e15 && !value.integer();
    return fraction ? QStringLiteral("number with a fraction") : QStringLiteral("number out of range");
}

} // namespace

bool saysNothing(const JsonValue &value)
{
    if (value.isAbsent() || value.isNull())
        return true;
    if (value.isObject() || value.isArray())
        return value.size() == 0;
    return value.text() == QString(); // other kinds have no text
}

void MemberReader::warn(const QString &path, const QString &found)
{
    if (m_warnings.size() < MostWarnings)
        m_warnings.append({path, found});
}

std::optional<QString> MemberReader::text(const JsonValue &value, const QString &path)
{
    if (saysNothing(value))
        return std::nullopt;
    if (!value.isString())
        warn(path, kindOf(value));
    return value.text();
}

std::optional<qint64> MemberReader::integer(const JsonValue &value, const QString &path)
{
    if (saysNothing(value))
        return std::nullopt;
    const std::optional<qint64> number = value.integer();
    if (!number)
        warn(path, kindOfNumber(value));
    return number;
}

std::optional<qint64> MemberReader::milliseconds(const JsonValue &value, const QString &path)
{
    const std::optional<qint64> number = integer(value, path);
    if (!number || (*number >= 0 && *number <= LatestTimestampMs))
        return number;
    warn(path, QStringLiteral("number out of range"));
    return std::nullopt;
}

std::optional<bool> MemberReader::flag(const JsonValue &value, const QString &path)
{
    if (saysNothing(value))
        return std::nullopt;
    if (!value.isBool())
        warn(path, kindOf(value));
    return value.flag();
}

std::optional<QByteArray> MemberReader::json(const JsonValue &value, const QString &path)
{
    if (saysNothing(value))
        return std::nullopt;
    if (value.isObject() || value.isArray())
        return value.toJson();
    warn(path, kindOf(value));
    return std::nullopt;
}

void MemberReader::expectNumber(const JsonValue &value, const QString &path)
{
    if (!saysNothing(value) && !value.number())
        warn(path, kindOfNumber(value));
}

JsonValue MemberReader::array(const JsonValue &value, const QString &path)
{
    if (value.isArray())
        return value;
    if (!saysNothing(value))
        warn(path, kindOf(value));
    return {};
}

JsonValue MemberReader::object(const JsonValue &value, const QString &path)
{
    if (value.isObject())
        return value;
    if (!saysNothing(value))
        warn(path, kindOf(value));
    return {};
}

bool isSecretName(QByteArrayView name)
{
    const QByteArray lower = name.toByteArray().toLower();
    return lower.endsWith("token") ||
           std::any_of(SecretWords.begin(), SecretWords.end(),
                       [&lower](const char *word) { return lower.contains(word); });
}

QByteArray toJsonWithoutSecrets(const JsonValue &value)
{
    QByteArray out;
    const char *separator = "";
    if (value.isObject()) {
        value.forEachMember([&](QByteArrayView name, const JsonValue &member) {
            if (isSecretName(name))
                return;
            out += std::exchange(separator, ",") + quotedJson(name) + ':' + toJsonWithoutSecrets(member);
        });
        return '{' + out + '}';
    }
    if (value.isArray()) {
        for (qsizetype i = 0; i < value.size(); ++i)
            out += std::exchange(separator, ",") + toJsonWithoutSecrets(value.at(i));
        return '[' + out + ']';
    }
    return value.toJson();
}

} // namespace anrufwarte
