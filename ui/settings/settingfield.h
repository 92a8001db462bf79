// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settingstable.h"
#include "ui/settings/formrow.h"

namespace anrufwarte {

/// A row that edits one setting of the table. What is allowed is the table's business; this class only keeps
/// text and setting together: shown value, changed or not, message on leaving the field.
class SettingField : public FormRow
{
    Q_OBJECT
public:
    SettingField(const Look &look, const char *key, QWidget *parent = nullptr);

    [[nodiscard]] const SettingInfo &setting() const { return m_setting; }

    void load(const Settings &settings);
    /// Puts the value into `settings`. False when it is not allowed; the message then stands under the field.
    bool store(Settings &settings);
    [[nodiscard]] bool isChanged() const;

    /// After a change of language: numbers and messages anew, what was typed stays.
    virtual void retranslate();

Q_SIGNALS:
    void edited();

protected:
    /// The value as settings.ini writes it; what cannot be read that way as it was typed.
    [[nodiscard]] virtual QString value() const = 0;
    virtual void setValue(const QString &value) = 0;

    void check(); ///< the person leaves the field

private:
    const SettingInfo &m_setting;
    QString m_loaded;
};

} // namespace anrufwarte
