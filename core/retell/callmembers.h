// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsontext.h"
#include "core/calls/callchange.h"

#include <QLatin1String>

namespace anrufwarte {

/// The latest moment we can show: the end of the year 9999, UTC ms.
inline constexpr qint64 LatestTimestampMs = 253'402'300'799'999;

/// Null, absent, empty text, {} and [] say nothing (contract §6.2).
[[nodiscard]] bool saysNothing(const JsonText &value);

/// Where a member stands, for a warning. Warnings are rare, so nothing is put together before there is one.
/// Must not outlive the names nor the parent.
class MemberPath
{
public:
    MemberPath(const char *name) : m_name(name) {}
    MemberPath(QByteArrayView name, const MemberPath *parent) : m_name(name), m_parent(parent) {}

    /// "call_cost.combined_cost"
    [[nodiscard]] QString text() const;

private:
    QByteArrayView m_name;
    const MemberPath *m_parent = nullptr; ///< null: a member of the call itself
};

/// Reads single members of a call object. What is there and of the wrong kind is no value, and a warning:
/// nothing is ever coerced. `path` names the member in the warning. Warnings are bounded.
class MemberReader
{
public:
    [[nodiscard]] std::optional<QString> text(const JsonText &value, const MemberPath &path);
    [[nodiscard]] std::optional<qint64> integer(const JsonText &value, const MemberPath &path);
    /// 0 to LatestTimestampMs: timestamps and durations.
    [[nodiscard]] std::optional<qint64> milliseconds(const JsonText &value, const MemberPath &path);
    [[nodiscard]] std::optional<bool> flag(const JsonText &value, const MemberPath &path);
    /// Object or array, as compact JSON text.
    [[nodiscard]] std::optional<QByteArray> json(const JsonText &value, const MemberPath &path);
    /// Anything, written as JsonDocument reads it: each member once, with its last value. Others read what is
    /// kept, too, and some take the first of duplicates.
    [[nodiscard]] std::optional<QByteArray> rewritten(const JsonText &value, const MemberPath &path);
    /// A number that a reader of the kept JSON will look for: warns when there is another kind in its place.
    /// True if it is one.
    bool expectNumber(const JsonText &value, const MemberPath &path);
    /// An array to look into; absent when it is something else.
    [[nodiscard]] JsonText array(const JsonText &value, const MemberPath &path);
    [[nodiscard]] JsonText object(const JsonText &value, const MemberPath &path);

    [[nodiscard]] QList<FieldWarning> takeWarnings() { return std::exchange(m_warnings, {}); }
    void warn(const MemberPath &path, const QString &found);

private:
    QList<FieldWarning> m_warnings;
};

/// True for names that hold secrets ("access_token", "api_key", …): such members are never kept.
[[nodiscard]] bool isSecretName(QByteArrayView name);

/// The value as compact JSON, without members that hold secrets at any depth. Empty for one that JsonDocument
/// does not read.
[[nodiscard]] QByteArray toJsonWithoutSecrets(const JsonText &value);

} // namespace anrufwarte
