// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"

#include <QStringList>
#include <QStringView>
#include <optional>

namespace anrufwarte {

/// How the text of a setting becomes a value. Strict: what is not clearly right is empty, and the table names
/// what is allowed. Surrounding white space does not count.
namespace settingvalue {
[[nodiscard]] std::optional<qint64> integer(QStringView text, qint64 min, qint64 max);
/// A finite decimal number with a point, in any locale.
[[nodiscard]] std::optional<double> decimal(QStringView text, double min, double max);
[[nodiscard]] std::optional<bool> flag(QStringView text); ///< "true", "false"
/// "127.0.0.1:8787, [::1]:0": at least one, numeric addresses only, no address and port twice.
[[nodiscard]] std::optional<QList<ListenAddress>> listenList(QStringView text);
/// Addresses and CIDR, separated by commas; may be empty. No octal parts, no zone ids, no netmasks.
[[nodiscard]] std::optional<QStringList> networkList(QStringView text);
/// https, or http to a loopback address; without user, query and fragment. A '/' at the end is dropped.
[[nodiscard]] std::optional<QString> baseUrl(QStringView text);
[[nodiscard]] std::optional<QString> publicUrl(QStringView text); ///< empty, or an http(s) address
[[nodiscard]] std::optional<QString> webhookPath(QStringView text);
/// "sqlite:FILE" or "postgresql://user@host/db"; a password does not belong into settings.
[[nodiscard]] std::optional<QString> storeUrl(QStringView text);

[[nodiscard]] QString listenText(const QList<ListenAddress> &addresses);
/// For error texts: bounded, control characters escaped, without a user part of a URL.
[[nodiscard]] QString shown(QStringView text);
} // namespace settingvalue

} // namespace anrufwarte
