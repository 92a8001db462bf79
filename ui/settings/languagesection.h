// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingssection.h"

namespace anrufwarte {

class ChoiceField;

/// "Language": takes effect at once.
class LanguageSection : public SettingsSection
{
    Q_OBJECT
public:
    explicit LanguageSection(const Look &look, QWidget *parent = nullptr);

    void retranslate() override;

Q_SIGNALS:
    void languageChosen(const QString &language);

private:
    ChoiceField *m_language;
};

} // namespace anrufwarte
