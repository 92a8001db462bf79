// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settingvalue.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QUrl>
#include <algorithm>
#include <cmath>

namespace anrufwarte::settingvalue {

namespace {

bool isDigits(QStringView text)
{
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// A decimal number without leading zeros, 0 to max.
std::optional<int> plainNumber(QStringView text, int max)
{
    if (!isDigits(text) || text.size() > 5 || (text.size() > 1 && text.front() == u'0'))
        return std::nullopt;
    const int value = text.toInt();
    return value <= max ? std::optional(value) : std::nullopt;
}

/// QHostAddress alone takes "127.1", "010.0.0.1" and zone ids.
std::optional<QHostAddress> address(QStringView text)
{
    QHostAddress found;
    if (text.contains(u':')) {
        if (text.contains(u'%') || text.contains(u'[') || !found.setAddress(text.toString()))
            return std::nullopt;
        return found;
    }
    const QList<QStringView> parts = text.split(u'.');
    const bool isStrict = parts.size() == 4 && std::all_of(parts.begin(), parts.end(), [](QStringView part) {
                              return plainNumber(part, 255).has_value();
                          });
    if (!isStrict || !found.setAddress(text.toString()))
        return std::nullopt;
    return found;
}

std::optional<ListenAddress> listenAddress(QStringView text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon <= 0)
        return std::nullopt;
    QStringView host = text.first(colon);
    const bool hasBrackets = host.startsWith(u'[') && host.endsWith(u']');
    if (hasBrackets)
        host = host.sliced(1, host.size() - 2);
    const auto port = plainNumber(text.sliced(colon + 1), 65535);
    const auto parsed = address(host);
    if (!port || !parsed || hasBrackets != (parsed->protocol() == QAbstractSocket::IPv6Protocol))
        return std::nullopt;
    return ListenAddress{parsed->toString(), static_cast<quint16>(*port)};
}

bool isNetwork(QStringView text)
{
    const QList<QStringView> parts = text.split(u'/');
    const auto parsed = address(parts.front());
    if (!parsed || parts.size() > 2)
        return false;
    const int longest = parsed->protocol() == QAbstractSocket::IPv6Protocol ? 128 : 32;
    return parts.size() == 1 || plainNumber(parts.back(), longest).has_value();
}

bool isLoopback(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

/// Neither a space nor a control character nor anything beyond ASCII.
bool isVisibleAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c < QChar(0x7f); });
}

} // namespace

std::optional<qint64> integer(QStringView text, qint64 min, qint64 max)
{
    bool isNumber = false;
    const qint64 value = text.trimmed().toLongLong(&isNumber);
    return isNumber && value >= min && value <= max ? std::optional(value) : std::nullopt;
}

std::optional<double> decimal(QStringView text, double min, double max)
{
    bool isNumber = false;
    const double value = text.trimmed().toDouble(&isNumber);
    return isNumber && std::isfinite(value) && value >= min && value <= max ? std::optional(value)
                                                                            : std::nullopt;
}

std::optional<bool> flag(QStringView text)
{
    if (text.trimmed() == u"true")
        return true;
    return text.trimmed() == u"false" ? std::optional(false) : std::nullopt;
}

std::optional<QList<ListenAddress>> listenList(QStringView text)
{
    QList<ListenAddress> addresses;
    for (const QStringView part : text.split(u',')) {
        const auto parsed = listenAddress(part.trimmed());
        if (!parsed || (parsed->port != 0 && addresses.contains(*parsed)))
            return std::nullopt;
        addresses.append(*parsed);
    }
    return addresses;
}

std::optional<QStringList> networkList(QStringView text)
{
    QStringList networks;
    if (text.trimmed().isEmpty())
        return networks;
    for (const QStringView part : text.split(u',')) {
        if (!isNetwork(part.trimmed()))
            return std::nullopt;
        networks.append(part.trimmed().toString());
    }
    return networks;
}

std::optional<QString> baseUrl(QStringView text)
{
    QString trimmed = text.trimmed().toString();
    while (trimmed.endsWith(u'/'))
        trimmed.chop(1);
    const QUrl url(trimmed, QUrl::StrictMode);
    const bool isPlain = url.scheme() == QLatin1String("http") && isLoopback(url.host());
    const bool isRight = isVisibleAscii(trimmed) && url.isValid() && !url.host().isEmpty() &&
                         (url.scheme() == QLatin1String("https") || isPlain) && url.userInfo().isEmpty() &&
                         !url.hasQuery() && !url.hasFragment();
    return isRight ? std::optional(trimmed) : std::nullopt;
}

std::optional<QString> publicUrl(QStringView text)
{
    const QString trimmed = text.trimmed().toString();
    if (trimmed.isEmpty())
        return trimmed;
    const QUrl url(trimmed, QUrl::StrictMode);
    const bool isRight = isVisibleAscii(trimmed) && url.isValid() && !url.host().isEmpty() &&
                         (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http")) &&
                         url.userInfo().isEmpty() && !url.hasFragment();
    return isRight ? std::optional(trimmed) : std::nullopt;
}

std::optional<QString> webhookPath(QStringView text)
{
    const QStringView path = text.trimmed();
    const bool isRight = path.startsWith(u'/') && !path.endsWith(u'/') && isVisibleAscii(path) &&
                         !path.contains(u'?') && !path.contains(u'#') && !path.contains(u"//");
    return isRight ? std::optional(path.toString()) : std::nullopt;
}

std::optional<QString> storeUrl(QStringView text)
{
    const QString trimmed = text.trimmed().toString();
    constexpr QLatin1String Sqlite("sqlite:");
    if (trimmed.startsWith(Sqlite))
        return trimmed.size() > Sqlite.size() ? std::optional(trimmed) : std::nullopt;
    static const QRegularExpression postgresql(
        QStringLiteral("^postgresql://[^/@:\\s]+@[^/@\\s]+/[^/\\s]+$"));
    return postgresql.match(trimmed).hasMatch() ? std::optional(trimmed) : std::nullopt;
}

QString listenText(const QList<ListenAddress> &addresses)
{
    QStringList parts;
    for (const ListenAddress &one : addresses) {
        const QString host = one.host.contains(u':') ? QString(u'[' + one.host + u']') : one.host;
        parts.append(host + u':' + QString::number(one.port));
    }
    return parts.join(u", ");
}

QString shown(QStringView text)
{
    constexpr qsizetype MaxShown = 120;
    static const QRegularExpression userPart(QStringLiteral("//[^/]*@"));
    QString safe;
    for (const QChar c : text.first(std::min(text.size(), MaxShown)))
        safe += c.isPrint() ? QString(c) : QStringLiteral("\\x%1").arg(c.unicode(), 2, 16, QLatin1Char('0'));
    safe.replace(userPart, QStringLiteral("//…@"));
    return text.size() > MaxShown ? QString(safe + u'…') : safe;
}

} // namespace anrufwarte::settingvalue
