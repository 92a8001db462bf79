// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArrayView>
#include <QHostAddress>
#include <QList>
#include <array>
#include <optional>

namespace anrufwarte::http {

/// One address written out in full: "192.0.2.1", "2001:DB8::1". No zone, no port, no leading zeros in IPv4
/// (they would mean octal to some readers). An IPv4 address mapped into IPv6 comes back as IPv4.
[[nodiscard]] std::optional<QHostAddress> parseAddress(QByteArrayView text);

/// The IPv4 address inside "::ffff:a.b.c.d", else the address itself.
[[nodiscard]] QHostAddress unmapped(const QHostAddress &address);

/// A set of networks. All comparisons are made on 16 bytes, IPv4 in its mapped form.
class AddressList
{
public:
    /// Entries are addresses or CIDR networks. The first bad one is an error: SettingInvalid with args key,
    /// entry and what is allowed; never an empty list that would mean "all".
    [[nodiscard]] static Result<AddressList> parse(const QStringList &entries, const QString &key = {});

    [[nodiscard]] bool isEmpty() const { return m_networks.isEmpty(); }
    [[nodiscard]] bool contains(const QHostAddress &address) const;

private:
    using Bytes = std::array<quint8, 16>;
    struct Network
    {
        Bytes address{};
        int prefix = 128;
    };
    [[nodiscard]] static std::optional<Network> parseNetwork(QByteArrayView entry);
    [[nodiscard]] static Bytes bytesOf(const QHostAddress &address);

    QList<Network> m_networks;
};

} // namespace anrufwarte::http
