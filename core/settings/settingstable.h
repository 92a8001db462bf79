// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/settings/settings.h"

#include <QLatin1String>
#include <span>
#include <variant>

namespace anrufwarte {

enum class SettingKind : quint8
{
    Integer,
    Decimal,
    OptionalDecimal, ///< or empty
    Flag,
    Word,
    File, ///< a path; may be empty
    BaseUrl,
    PublicUrl,
    WebhookPath,
    Listen,
    Networks,
    StoreUrl,
    Secret ///< has no place in Settings and settings.ini (secretsource.h)
};

using SettingMember = std::variant<std::monostate, int Settings::*, qint64 Settings::*, double Settings::*,
                                   bool Settings::*, QString Settings::*, QStringList Settings::*,
                                   QList<ListenAddress> Settings::*, std::optional<double> Settings::*>;

/// One line of contract §3. A new setting is a member of Settings and one line in settingstable.cpp; the
/// default is the member's initial value.
struct SettingInfo
{
    QLatin1String key; ///< "webhook/listen"
    SettingKind kind = SettingKind::File;
    SettingMember member;
    double min = 0; ///< for numbers; whole for Integer
    double max = 0;
    QLatin1String words; ///< for Word: "auto, cents, dollars"
};

/// All settings, in the order of contract §3.
[[nodiscard]] std::span<const SettingInfo> allSettings();
[[nodiscard]] const SettingInfo *findSetting(QStringView key); ///< nullptr: no such setting

[[nodiscard]] inline bool isSecret(const SettingInfo &setting)
{
    return setting.kind == SettingKind::Secret;
}

/// "ANRUFWARTE_WEBHOOK_MAX_CONNECTIONS_PER_PEER"
[[nodiscard]] QString environmentName(const SettingInfo &setting);

/// "1 to 3600", "auto, cents, dollars": facts, untranslated; an argument of ErrorCode::SettingInvalid.
[[nodiscard]] QString allowedValues(const SettingInfo &setting);

/// Checks the text and puts it into its member. SettingInvalid (key, value, allowed); for a secret always,
/// without the value.
[[nodiscard]] Result<void> assign(Settings &settings, const SettingInfo &setting, const QString &text);

/// The value as it is written in settings.ini. Empty for a secret.
[[nodiscard]] QString valueText(const Settings &settings, const SettingInfo &setting);

} // namespace anrufwarte
