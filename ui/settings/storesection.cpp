// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/storesection.h"

#include "ui/settings/textfield.h"

namespace anrufwarte {

StoreSection::StoreSection(const Look &look, QWidget *parent)
    : SettingsSection(look, QStringLiteral("database"), parent),
      m_place(new TextField(look, "store/url", this)),
      m_rawDays(new TextField(look, "store/rawDays", this)),
      m_retention(new TextField(look, "retention/days", this))
{
    m_place->setReadOnly();
    addField(m_place);
    addField(m_rawDays);
    addField(m_retention);
}

void StoreSection::retranslate()
{
    setTexts(tr("Database"), tr("Where calls, events and webhooks are kept."));
    m_place->setTexts(tr("Place"), tr("Relative to the profile folder; set at start, in settings.ini"));
    m_rawDays->setTexts(tr("Keep raw webhooks"), tr("As they were received, for Diagnostics"));
    m_rawDays->setUnit(tr("days"));
    m_retention->setTexts(tr("Delete calls after"), tr("0 = never"));
    m_retention->setUnit(tr("days"));
    SettingsSection::retranslate();
}

} // namespace anrufwarte
