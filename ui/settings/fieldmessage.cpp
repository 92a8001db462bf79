// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/fieldmessage.h"

#include "core/text/formats.h"

#include <QCoreApplication>
#include <QLocale>

namespace anrufwarte {

namespace {
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FieldMessage)
};

QString bound(double value)
{
    QLocale locale = Formats().locale();
    return locale.toString(value, 'g', 10);
}
} // namespace

QString fieldMessage(const SettingInfo &setting)
{
    const QString min = bound(setting.min);
    const QString max = bound(setting.max);
    switch (setting.kind) {
    case SettingKind::Integer:
        return Words::tr("A whole number from %1 to %2 is expected.").arg(min, max);
    case SettingKind::Decimal:
        return Words::tr("A number from %1 to %2 is expected.").arg(min, max);
    case SettingKind::OptionalDecimal:
        return Words::tr("A number from %1 to %2 is expected, or nothing.").arg(min, max);
    case SettingKind::File:
        return Words::tr("A PEM file is expected, or nothing.");
    case SettingKind::BaseUrl:
        return Words::tr("An https address is expected, or http to this computer.");
    case SettingKind::PublicUrl:
        return Words::tr("A complete https or http address is expected, or nothing.");
    case SettingKind::WebhookPath:
        return Words::tr(
            "A path such as /webhooks/retell is expected, without \"?\", \"#\" and a \"/\" at the end.");
    case SettingKind::Listen:
        return Words::tr(
            "Address and port are expected, such as 127.0.0.1:8787 or [::1]:8787; several separated by "
            "commas.");
    case SettingKind::Networks:
        return Words::tr(
            "Addresses or networks are expected, such as 192.0.2.7 or 10.0.0.0/8; several separated by "
            "commas.");
    case SettingKind::StoreUrl:
    case SettingKind::Flag:
    case SettingKind::Word:
    case SettingKind::Secret:
        break;
    }
    return Words::tr("This value is not allowed.");
}

} // namespace anrufwarte
