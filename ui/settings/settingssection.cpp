// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingssection.h"

#include "ui/look/textlabel.h"
#include "ui/settings/settingfield.h"

#include <QVBoxLayout>

namespace anrufwarte {

SettingsSection::SettingsSection(const Look &look, const QString &iconName, QWidget *parent)
    : Card(look, parent),
      m_look(look),
      m_iconName(iconName),
      m_title(new TextLabel(look, TextStyle::CallTitle, &Tokens::text, this)),
      m_intro(new TextLabel(look, TextStyle::Small, &Tokens::text2, this)),
      m_rows(new QVBoxLayout)
{
    m_intro->setWordWrap(true);
    m_rows->setSpacing(0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 14, 20, 14);
    column->setSpacing(2);
    column->addWidget(m_title);
    column->addWidget(m_intro);
    column->addSpacing(6);
    column->addLayout(m_rows);
}

QString SettingsSection::title() const
{
    return m_title->text();
}

void SettingsSection::load(const Settings &settings)
{
    for (SettingField *field : m_fields)
        field->load(settings);
}

FormRow *SettingsSection::contradiction(const Settings &)
{
    return nullptr;
}

void SettingsSection::reveal(FormRow *) {}

void SettingsSection::retranslate()
{
    for (SettingField *field : m_fields)
        field->retranslate();
}

void SettingsSection::setTexts(const QString &title, const QString &intro)
{
    m_title->setText(title);
    m_intro->setText(intro);
    setAccessibleName(title);
}

void SettingsSection::addRow(FormRow *row)
{
    m_rows->addWidget(row);
}

void SettingsSection::addField(SettingField *field, QVBoxLayout *into)
{
    (into ? into : m_rows)->addWidget(field);
    m_fields.append(field);
    connect(field, &SettingField::edited, this, &SettingsSection::edited);
}

} // namespace anrufwarte
