// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingssection.h"

namespace anrufwarte {

class CheckField;
class ChoiceField;
class TextField;

/// "Appearance": theme (at once), how costs are read and shown, from when on a figure is coloured.
class DisplaySection : public SettingsSection
{
    Q_OBJECT
public:
    explicit DisplaySection(const Look &look, QWidget *parent = nullptr);

    FormRow *contradiction(const Settings &settings) override;
    void retranslate() override;

Q_SIGNALS:
    void themeChosen(const QString &theme);

private:
    ChoiceField *m_theme;
    ChoiceField *m_costUnit;
    TextField *m_eurRate;
    TextField *m_latency;
    TextField *m_minutesWarn;
    TextField *m_minutesDanger;
    CheckField *m_maskNumbers;
};

} // namespace anrufwarte
