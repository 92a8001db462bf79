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

QString kindOf(const JsonText &value)
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
QString kindOfNumber(const JsonText &value)
{
    if (!value.isNumber())
        return kindOf(value);
    const std::optional<double> number = value.number();
    const bool fraction = number && *number > -1e15 && *number < 1e15 && !value.integer();
    return fraction ? QStringLiteral("number with a fraction") : QStringLiteral("number out of range");
}

} // namespace

bool saysNothing(const JsonText &value)
{
    return value.isAbsent() || value.isNull() || value.isEmpty();
}

QString MemberPath::text() const
{
    const QString name = QString::fromUtf8(m_name);
    return m_parent ? m_parent->text() % u'.' % name : name;
}

void MemberReader::warn(const MemberPath &path, const QString &found)
{
    if (m_warnings.size() < MostWarnings)
        m_warnings.append({path.text(), found});
}

std::optional<QString> MemberReader::text(const JsonText &value, const MemberPath &path)
{
    if (saysNothing(value))
        return std::nullopt;
    if (!value.isString())
        warn(path, kindOf(value));
    return value.text();
}

std::optional<qint64> MemberReader::integer(const JsonText &value, const MemberPath &path)
{
    if (saysNothing(value))
        return std::nullopt;
    const std::optional<qint64> number = value.integer();
    if (!number)
        warn(path, kindOfNumber(value));
    return number;
}

std::optional<qint64> MemberReader::milliseconds(const JsonText &value, const MemberPath &path)
{
    const std::optional<qint64> number = integer(value, path);
    if (!number || (*number >= 0 && *number <= LatestTimestampMs))
        return number;
    warn(path, QStringLiteral("number out of range"));
    return std::nullopt;
}

std::optional<bool> MemberReader::flag(const JsonText &value, const MemberPath &path)
{
    if (saysNothing(value))
        return std::nullopt;
    if (!value.isBool())
        warn(path, kindOf(value));
    return value.flag();
}

std::optional<QByteArray> MemberReader::json(const JsonText &value, const MemberPath &path)
{
    if (saysNothing(value))
        return std::nullopt;
    if (value.isObject() || value.isArray())
        return rewritten(value, path);
    warn(path, kindOf(value));
    return std::nullopt;
}

std::optional<QByteArray> MemberReader::rewritten(const JsonText &value, const MemberPath &path)
{
    std::optional<QByteArray> json = value.rewritten();
    if (!json)
        warn(path, QStringLiteral("number out of range")); // all else has been checked
    return json;
}

bool MemberReader::expectNumber(const JsonText &value, const MemberPath &path)
{
    if (saysNothing(value))
        return false;
    if (value.number())
        return true;
    warn(path, kindOfNumber(value));
    return false;
}

JsonText MemberReader::array(const JsonText &value, const MemberPath &path)
{
    if (value.isArray())
        return value;
    if (!saysNothing(value))
        warn(path, kindOf(value));
    return {};
}

JsonText MemberReader::object(const JsonText &value, const MemberPath &path)
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

static QByteArray withoutSecrets(const JsonValue &value)
{
    QByteArray out;
    const char *separator = "";
    if (value.isObject()) {
        value.forEachMember([&](QByteArrayView name, const JsonValue &member) {
            if (isSecretName(name))
                return;
            out += std::exchange(separator, ",") + quotedJson(name) + ':' + withoutSecrets(member);
        });
        return '{' + out + '}';
    }
    if (value.isArray()) {
        for (qsizetype i = 0; i < value.size(); ++i)
            out += std::exchange(separator, ",") + withoutSecrets(value.at(i));
        return '[' + out + ']';
    }
    return value.toJson();
}

QByteArray toJsonWithoutSecrets(const JsonText &value)
{
    if (!value.isObject() && !value.isArray())
        return value.json();
    const Result<JsonDocument> document = JsonDocument::parse(value.view());
    return document ? withoutSecrets(document->root()) : QByteArray();
}

} // namespace anrufwarte
