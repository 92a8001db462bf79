// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/displaysection.h"

#include "ui/settings/checkfield.h"
#include "ui/settings/choicefield.h"
#include "ui/settings/textfield.h"

namespace anrufwarte {

DisplaySection::DisplaySection(const Look &look, QWidget *parent)
    : SettingsSection(look, QStringLiteral("sun-moon"), parent),
      m_theme(new ChoiceField(look, "ui/theme", this)),
      m_costUnit(new ChoiceField(look, "cost/unit", this)),
      m_eurRate(new TextField(look, "cost/eurRate", this)),
      m_latency(new TextField(look, "alerts/latencyP95Ms", this)),
      m_minutesWarn(new TextField(look, "alerts/callMinutesWarn", this)),
      m_minutesDanger(new TextField(look, "alerts/callMinutesDanger", this)),
      m_maskNumbers(new CheckField(look, "privacy/maskNumbers", this))
{
    for (SettingField *field : std::initializer_list<SettingField *>{
             m_theme, m_costUnit, m_eurRate, m_latency, m_minutesWarn, m_minutesDanger, m_maskNumbers})
        addField(field);
    connect(m_theme, &ChoiceField::chosen, this, &DisplaySection::themeChosen);
}

FormRow *DisplaySection::contradiction(const Settings &settings)
{
    if (settings.alertsCallMinutesDanger >= settings.alertsCallMinutesWarn)
        return nullptr;
    m_minutesDanger->setMessage(tr("The red threshold cannot be below the amber one."));
    return m_minutesDanger;
}

void DisplaySection::retranslate()
{
    setTexts(tr("Appearance"), tr("What the figures look like and from when on they stand out."));
    m_theme->setTexts(tr("Colour scheme"), tr("Takes effect at once"));
    m_theme->setNames({tr("Automatic"), tr("Light"), tr("Dark")});
    m_costUnit->setTexts(tr("Read Retell's amounts as"),
                         tr("Retell states US cents; the former system dollars"));
    m_costUnit->setNames({tr("Automatic (by their form)"), tr("US cents"), tr("US dollars")});
    m_eurRate->setTexts(tr("Euro rate"), tr("Amounts in euros are shown only when set"));
    m_eurRate->setUnit(tr("€ for 1 $"));
    m_latency->setTexts(tr("Response time (p95)"), tr("Threshold per call and per hour"));
    m_latency->setUnit(tr("ms"));
    m_minutesWarn->setTexts(tr("Duration in amber from"));
    m_minutesWarn->setUnit(tr("minutes"));
    m_minutesDanger->setTexts(tr("Duration in red from"));
    m_minutesDanger->setUnit(tr("minutes"));
    m_maskNumbers->setTexts(tr("Privacy"));
    m_maskNumbers->setBoxText(tr("Show only the last three digits of numbers"));
    SettingsSection::retranslate();
}

} // namespace anrufwarte
