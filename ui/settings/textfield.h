// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingfield.h"

#include <QLocale>

class QLineEdit;

namespace anrufwarte {

/// A setting that is typed. Numbers stand in the habits of the language ("0,92"); addresses, paths and lists
/// in the fixed-width font, over the whole width.
class TextField : public SettingField
{
    Q_OBJECT
public:
    TextField(const Look &look, const char *key, QWidget *parent = nullptr);

    void setUnit(const QString &unit); ///< "seconds", right of a number
    void setReadOnly();
    [[nodiscard]] QLineEdit *line() const { return m_line; }

    void retranslate() override;

protected:
    [[nodiscard]] QString value() const override;
    void setValue(const QString &value) override;

private:
    [[nodiscard]] bool isNumber() const;
    [[nodiscard]] QString shown(const QString &value) const;

    QLineEdit *m_line;
    TextLabel *m_unit = nullptr;
    QLocale m_locale; ///< in which the text stands
};

} // namespace anrufwarte
