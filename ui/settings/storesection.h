// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingssection.h"

namespace anrufwarte {

class TextField;

/// "Database": where calls are kept and for how long.
class StoreSection : public SettingsSection
{
    Q_OBJECT
public:
    explicit StoreSection(const Look &look, QWidget *parent = nullptr);

    void retranslate() override;

private:
    TextField *m_place;
    TextField *m_rawDays;
    TextField *m_retention;
};

} // namespace anrufwarte
