// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingfield.h"

#include <QStringList>

class QComboBox;

namespace anrufwarte {

/// A setting that is one of a few words (SettingKind::Word).
class ChoiceField : public SettingField
{
    Q_OBJECT
public:
    ChoiceField(const Look &look, const char *key, QWidget *parent = nullptr);

    /// One name for each word of the table, in its order.
    void setNames(const QStringList &names);
    [[nodiscard]] QString word() const { return value(); }

Q_SIGNALS:
    void chosen(const QString &word); ///< by a person

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    [[nodiscard]] QString value() const override;
    void setValue(const QString &value) override;

private:
    QComboBox *m_choices;
};

} // namespace anrufwarte
