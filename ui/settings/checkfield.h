// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingfield.h"

class QCheckBox;

namespace anrufwarte {

/// A setting that is on or off.
class CheckField : public SettingField
{
    Q_OBJECT
public:
    CheckField(const Look &look, const char *key, QWidget *parent = nullptr);

    void setBoxText(const QString &text);

protected:
    [[nodiscard]] QString value() const override;
    void setValue(const QString &value) override;

private:
    QCheckBox *m_box;
};

} // namespace anrufwarte
