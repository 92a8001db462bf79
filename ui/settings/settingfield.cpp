// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingfield.h"

#include "ui/settings/fieldmessage.h"

namespace anrufwarte {

SettingField::SettingField(const Look &look, const char *key, QWidget *parent)
    : FormRow(look, parent), m_setting(*findSetting(QString::fromLatin1(key)))
{
    setObjectName(QString::fromLatin1(key));
}

void SettingField::load(const Settings &settings)
{
    m_loaded = valueText(settings, m_setting);
    setValue(m_loaded);
    setMessage({});
}

bool SettingField::store(Settings &settings)
{
    const bool allowed = assign(settings, m_setting, value()).has_value();
    setMessage(allowed ? QString() : fieldMessage(m_setting));
    return allowed;
}

bool SettingField::isChanged() const
{
    return value().trimmed() != m_loaded;
}

void SettingField::retranslate()
{
    if (!message().isEmpty())
        check();
}

void SettingField::check()
{
    Settings scratch;
    store(scratch);
}

} // namespace anrufwarte
