// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/languagesection.h"

#include "ui/settings/choicefield.h"

namespace anrufwarte {

LanguageSection::LanguageSection(const Look &look, QWidget *parent)
    : SettingsSection(look, QStringLiteral("languages"), parent),
      m_language(new ChoiceField(look, "ui/language", this))
{
    addField(m_language);
    connect(m_language, &ChoiceField::chosen, this, &LanguageSection::languageChosen);
}

void LanguageSection::retranslate()
{
    setTexts(tr("Language"), tr("Takes effect at once."));
    m_language->setTexts(tr("Language of the window"));
    // The languages name themselves: whoever is in the wrong one still finds the way out.
    m_language->setNames({tr("As in the system"), QStringLiteral("Deutsch"), QStringLiteral("English")});
    SettingsSection::retranslate();
}

} // namespace anrufwarte
