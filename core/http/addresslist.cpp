// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/addresslist.h"

#include <algorithm>

namespace anrufwarte::http {

namespace {

constexpr int MappedPrefix = 96; ///< bits of ::ffff:0:0

/// A decimal number without sign, blanks or leading zeros.
std::optional<int> parseNumber(QByteArrayView text, int most)
{
    const bool isPlain = !text.isEmpty() && text.size() <= 3 && (text.size() == 1 || text.front() != '0') &&
                         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!isPlain)
        return std::nullopt;
    int value = 0;
    for (const char c : text)
        value = value * 10 + (c - '0');
    return value <= most ? std::optional(value) : std::nullopt;
}

std::optional<quint32> parseIPv4(QByteArrayView text)
{
    quint32 value = 0;
    for (int part = 0; part < 4; ++part) {
        const qsizetype dot = text.indexOf('.');
        if ((dot < 0) != (part == 3))
            return std::nullopt;
        const auto number = parseNumber(dot < 0 ? text : text.first(dot), 255);
        if (!number)
            return std::nullopt;
        value = value << 8 | static_cast<quint32>(*number);
        text = dot < 0 ? QByteArrayView() : text.sliced(dot + 1);
    }
    return value;
}

std::optional<QHostAddress> parseIPv6(QByteArrayView text)
{
    const QByteArrayView allowed("0123456789abcdefABCDEF:.");
    if (text.size() > 45 ||
        !std::all_of(text.begin(), text.end(), [&](char c) { return allowed.contains(c); }))
        return std::nullopt;
    if (text.contains('.') && !parseIPv4(text.sliced(text.lastIndexOf(':') + 1)))
        return std::nullopt;
    const QHostAddress address(QString::fromLatin1(text));
    return address.protocol() == QHostAddress::IPv6Protocol ? std::optional(address) : std::nullopt;
}

} // namespace

std::optional<QHostAddress> parseAddress(QByteArrayView text)
{
    if (text.contains(':')) {
        const auto address = parseIPv6(text);
        return address ? std::optional(unmapped(*address)) : std::nullopt;
    }
    const auto value = parseIPv4(text);
    return value ? std::optional(QHostAddress(*value)) : std::nullopt;
}

QHostAddress unmapped(const QHostAddress &address)
{
    bool isIPv4 = false;
    const quint32 value = address.toIPv4Address(&isIPv4);
    return isIPv4 ? QHostAddress(value) : address;
}

Result<AddressList> AddressList::parse(const QStringList &entries, const QString &key)
{
    AddressList list;
    for (const QString &entry : entries) {
        const auto network = parseNetwork(entry.trimmed().toUtf8());
        if (!network) {
            return Error{ErrorCode::SettingInvalid,
                         QStringLiteral("not an address or CIDR network"),
                         {key, entry, QStringLiteral("192.0.2.1, 192.0.2.0/24, 2001:db8::/32")}};
        }
        list.m_networks.append(*network);
    }
    return list;
}

std::optional<AddressList::Network> AddressList::parseNetwork(QByteArrayView entry)
{
    const qsizetype slash = entry.indexOf('/');
    const QByteArrayView addressText = slash < 0 ? entry : entry.first(slash);
    const auto address = parseAddress(addressText);
    if (!address)
        return std::nullopt;
    Network network{bytesOf(*address), 128};
    if (slash >= 0) {
        const int base = addressText.contains(':') ? 0 : MappedPrefix;
        const auto prefix = parseNumber(entry.sliced(slash + 1), 128 - base);
        if (!prefix)
            return std::nullopt;
        network.prefix = base + *prefix;
    }
    return network;
}

AddressList::Bytes AddressList::bytesOf(const QHostAddress &address)
{
    Q_IPV6ADDR raw = address.toIPv6Address(); // an IPv4 address comes mapped, except 0.0.0.0
    if (address.protocol() == QHostAddress::IPv4Protocol)
        raw.c[10] = raw.c[11] = 0xff;
    Bytes bytes;
    std::copy_n(raw.c, bytes.size(), bytes.begin());
    return bytes;
}

bool AddressList::contains(const QHostAddress &address) const
{
    if (address.isNull())
        return false;
    const Bytes bytes = bytesOf(address);
    return std::any_of(m_networks.begin(), m_networks.end(), [&bytes](const Network &network) {
        const auto whole = static_cast<std::size_t>(network.prefix / 8);
        const int rest = network.prefix % 8;
        if (!std::equal(bytes.begin(), bytes.begin() + whole, network.address.begin()))
            return false;
        return rest == 0 || (bytes[whole] ^ network.address[whole]) >> (8 - rest) == 0;
    });
}

} // namespace anrufwarte::http
