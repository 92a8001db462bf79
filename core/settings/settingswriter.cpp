// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settingswriter.h"

#include "core/settings/settingstable.h"
#include "core/settings/settingvalue.h"

#include <QFile>
#include <QSettings>

namespace anrufwarte {

namespace {

Result<void> write(const Profile &profile, const QHash<QString, QString> &values)
{
    if (const auto created = profile.create(); !created)
        return created;
    const QString path = profile.settingsFile();
    QSettings ini(path, QSettings::IniFormat);
    for (auto value = values.begin(); value != values.end(); ++value)
        ini.setValue(value.key(), value.value());
    ini.sync();
    if (ini.status() != QSettings::NoError ||
        !QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner))
        return Error{
            ErrorCode::SettingsUnwritable, QStringLiteral("QSettings status %1").arg(ini.status()), {path}};
    return {};
}

} // namespace

Result<void> writeSetting(const Profile &profile, const QString &key, const QString &value)
{
    const SettingInfo *setting = findSetting(key);
    if (!setting)
        return Error{ErrorCode::SettingUnknown, {}, {settingvalue::shown(key)}};
    Settings checked;
    if (const auto assigned = assign(checked, *setting, value); !assigned)
        return assigned;
    return write(profile, {{key, valueText(checked, *setting)}});
}

Result<void> writeChanges(const Profile &profile, const Settings &before, const Settings &after)
{
    QHash<QString, QString> changes;
    for (const SettingInfo &setting : allSettings()) {
        const QString text = valueText(after, setting);
        Settings checked;
        if (isSecret(setting) || text == valueText(before, setting))
            continue;
        if (const auto assigned = assign(checked, setting, text); !assigned)
            return assigned;
        changes.insert(setting.key, text);
    }
    return changes.isEmpty() ? Result<void>() : write(profile, changes);
}

} // namespace anrufwarte
