// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settingstable.h"

#include "core/settings/settingvalue.h"

#include <QLocale>
#include <algorithm>
#include <array>

namespace anrufwarte {

namespace {

constexpr double MaxDays = 36'500;

constexpr SettingInfo number(const char *key, auto Settings::*member, double min, double max)
{
    return {QLatin1String(key), SettingKind::Integer, member, min, max, {}};
}

constexpr SettingInfo word(const char *key, QString Settings::*member, const char *words)
{
    return {QLatin1String(key), SettingKind::Word, member, 0, 0, QLatin1String(words)};
}

constexpr SettingInfo plain(const char *key, SettingKind kind, SettingMember member)
{
    return {QLatin1String(key), kind, member, 0, 0, {}};
}

using K = SettingKind;
using S = Settings;

const std::array Table{
    plain("retell/apiKey", K::Secret, {}),
    plain("retell/webhookKey", K::Secret, {}),
    plain("retell/baseUrl", K::BaseUrl, &S::retellBaseUrl),
    plain("webhook/listen", K::Listen, &S::webhookListen),
    plain("webhook/path", K::WebhookPath, &S::webhookPath),
    plain("webhook/publicUrl", K::PublicUrl, &S::webhookPublicUrl),
    number("webhook/toleranceSeconds", &S::webhookToleranceSeconds, 1, 3600),
    plain("webhook/allowlist", K::Networks, &S::webhookAllowlist),
    plain("webhook/trustedProxies", K::Networks, &S::webhookTrustedProxies),
    plain("webhook/tlsCertificate", K::File, &S::webhookTlsCertificate),
    plain("webhook/tlsKey", K::File, &S::webhookTlsKey),
    number("webhook/maxBodyBytes", &S::webhookMaxBodyBytes, 65'536, 67'108'864),
    number("webhook/maxConnections", &S::webhookMaxConnections, 1, 20'000),
    number("webhook/maxConnectionsPerPeer", &S::webhookMaxConnectionsPerPeer, 1, 20'000),
    number("webhook/headerTimeoutSeconds", &S::webhookHeaderTimeoutSeconds, 1, 3600),
    number("webhook/requestTimeoutSeconds", &S::webhookRequestTimeoutSeconds, 1, 3600),
    number("poll/intervalSeconds", &S::pollIntervalSeconds, 0, 3600),
    number("poll/unconfirmedAfterSeconds", &S::pollUnconfirmedAfterSeconds, 10, 86'400),
    number("sync/requestIntervalMs", &S::syncRequestIntervalMs, 1, 60'000),
    number("sync/requestTimeoutSeconds", &S::syncRequestTimeoutSeconds, 1, 600),
    number("sync/maxInFlight", &S::syncMaxInFlight, 1, 64),
    number("sync/retryDelaySeconds", &S::syncRetryDelaySeconds, 1, 86'400),
    number("sync/maxAttempts", &S::syncMaxAttempts, 1, 100),
    plain("store/url", K::StoreUrl, &S::storeUrl),
    number("store/rawDays", &S::storeRawDays, 0, MaxDays),
    number("retention/days", &S::retentionDays, 0, MaxDays),
    word("cost/unit", &S::costUnit, "auto, cents, dollars"),
    SettingInfo{QLatin1String("cost/tolerance"), K::Decimal, &S::costTolerance, 0, 1'000'000, {}},
    SettingInfo{QLatin1String("cost/eurRate"), K::OptionalDecimal, &S::costEurRate, 0.0001, 10'000, {}},
    number("alerts/latencyP95Ms", &S::alertsLatencyP95Ms, 1, 600'000),
    number("alerts/callMinutesWarn", &S::alertsCallMinutesWarn, 1, 1440),
    number("alerts/callMinutesDanger", &S::alertsCallMinutesDanger, 1, 1440),
    word("ui/language", &S::uiLanguage, "auto, de, en"),
    word("ui/theme", &S::uiTheme, "auto, light, dark"),
    plain("privacy/maskNumbers", K::Flag, &S::privacyMaskNumbers),
};

QString range(const SettingInfo &setting)
{
    return QStringLiteral("%1 to %2").arg(setting.min, 0, 'g', 10).arg(setting.max, 0, 'g', 10);
}

/// Puts a parsed value into its member; false when the text was none.
template <typename T>
bool put(Settings &settings, const SettingMember &member, const std::optional<T> &parsed)
{
    if (parsed)
        settings.*std::get<T Settings::*>(member) = *parsed;
    return parsed.has_value();
}

bool putInteger(Settings &settings, const SettingInfo &setting, QStringView text)
{
    const auto parsed =
        settingvalue::integer(text, static_cast<qint64>(setting.min), static_cast<qint64>(setting.max));
    if (std::holds_alternative<qint64 Settings::*>(setting.member))
        return put(settings, setting.member, parsed);
    return put(settings, setting.member, parsed ? std::optional(static_cast<int>(*parsed)) : std::nullopt);
}

bool putOptionalDecimal(Settings &settings, const SettingInfo &setting, QStringView text)
{
    const auto parsed = settingvalue::decimal(text, setting.min, setting.max);
    if (!parsed && !text.trimmed().isEmpty())
        return false;
    settings.*std::get<std::optional<double> Settings::*>(setting.member) = parsed;
    return true;
}

bool putWord(Settings &settings, const SettingInfo &setting, const QString &text)
{
    const QString trimmed = text.trimmed();
    const bool isAllowed = QString(setting.words).split(QStringLiteral(", ")).contains(trimmed);
    return put(settings, setting.member, isAllowed ? std::optional(trimmed) : std::nullopt);
}

bool putText(Settings &settings, const SettingInfo &setting, const QString &text)
{
    switch (setting.kind) {
    case K::Integer:
        return putInteger(settings, setting, text);
    case K::Decimal:
        return put(settings, setting.member, settingvalue::decimal(text, setting.min, setting.max));
    case K::OptionalDecimal:
        return putOptionalDecimal(settings, setting, text);
    case K::Flag:
        return put(settings, setting.member, settingvalue::flag(text));
    case K::Word:
        return putWord(settings, setting, text);
    case K::File:
        return put(settings, setting.member, std::optional(text.trimmed()));
    case K::BaseUrl:
        return put(settings, setting.member, settingvalue::baseUrl(text));
    case K::PublicUrl:
        return put(settings, setting.member, settingvalue::publicUrl(text));
    case K::WebhookPath:
        return put(settings, setting.member, settingvalue::webhookPath(text));
    case K::Listen:
        return put(settings, setting.member, settingvalue::listenList(text));
    case K::Networks:
        return put(settings, setting.member, settingvalue::networkList(text));
    case K::StoreUrl:
        return put(settings, setting.member, settingvalue::storeUrl(text));
    case K::Secret:
        return false;
    }
    return false;
}

struct ValueText
{
    const Settings &settings;

    QString operator()(std::monostate) const { return {}; }
    QString operator()(int Settings::*member) const { return QString::number(settings.*member); }
    QString operator()(qint64 Settings::*member) const { return QString::number(settings.*member); }
    QString operator()(double Settings::*member) const { return decimal(settings.*member); }
    QString operator()(bool Settings::*member) const
    {
        return settings.*member ? QStringLiteral("true") : QStringLiteral("false");
    }
    QString operator()(QString Settings::*member) const { return settings.*member; }
    QString operator()(QStringList Settings::*member) const { return (settings.*member).join(u", "); }
    QString operator()(QList<ListenAddress> Settings::*member) const
    {
        return settingvalue::listenText(settings.*member);
    }
    QString operator()(std::optional<double> Settings::*member) const
    {
        return settings.*member ? decimal(*(settings.*member)) : QString();
    }

    static QString decimal(double value)
    {
        return QString::number(value, 'g', QLocale::FloatingPointShortest);
    }
};

} // namespace

std::span<const SettingInfo> allSettings()
{
    return Table;
}

const SettingInfo *findSetting(QStringView key)
{
    const auto *found =
        std::find_if(Table.begin(), Table.end(), [key](const SettingInfo &s) { return s.key == key; });
    return found == Table.end() ? nullptr : found;
}

QString environmentName(const SettingInfo &setting)
{
    QString name = QStringLiteral("ANRUFWARTE_");
    for (const QChar c : QString(setting.key)) {
        if (c.isUpper())
            name += u'_';
        name += c == u'/' ? QChar(u'_') : c.toUpper();
    }
    return name;
}

QString allowedValues(const SettingInfo &setting)
{
    switch (setting.kind) {
    case K::Integer:
    case K::Decimal:
        return range(setting);
    case K::OptionalDecimal:
        return range(setting) + QStringLiteral(", or empty");
    case K::Flag:
        return QStringLiteral("true, false");
    case K::Word:
        return setting.words;
    case K::File:
        return QStringLiteral("a PEM file, or empty");
    case K::BaseUrl:
        return QStringLiteral("https URL, or http to a loopback address");
    case K::PublicUrl:
        return QStringLiteral("https or http URL, or empty");
    case K::WebhookPath:
        return QStringLiteral("a path such as /webhooks/retell, without ?, # and a / at the end");
    case K::Listen:
        return QStringLiteral("comma list of ADDRESS:PORT such as 127.0.0.1:8787, [::1]:8787");
    case K::Networks:
        return QStringLiteral(
            "comma list of addresses and networks such as 192.0.2.7, 10.0.0.0/8, 2001:db8::/32");
    case K::StoreUrl:
        return QStringLiteral("sqlite:FILE, or postgresql://USER@HOST/DATABASE without a password");
    case K::Secret:
        return QStringLiteral("only config set-secret");
    }
    return {};
}

Result<void> assign(Settings &settings, const SettingInfo &setting, const QString &text)
{
    if (putText(settings, setting, text))
        return {};
    const QString value = isSecret(setting) ? QStringLiteral("…") : settingvalue::shown(text);
    return Error{ErrorCode::SettingInvalid, {}, {QString(setting.key), value, allowedValues(setting)}};
}

QString valueText(const Settings &settings, const SettingInfo &setting)
{
    return std::visit(ValueText{settings}, setting.member);
}

} // namespace anrufwarte
