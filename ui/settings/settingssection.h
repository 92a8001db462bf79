// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"
#include "ui/look/card.h"

#include <QList>

class QVBoxLayout;

namespace anrufwarte {

class FormRow;
class SettingField;
class TextLabel;

/// One card of the settings: title, a sentence, rows. Subclasses add the rows and say their words.
class SettingsSection : public Card
{
    Q_OBJECT
public:
    SettingsSection(const Look &look, const QString &iconName, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const;
    [[nodiscard]] const QString &iconName() const { return m_iconName; }
    [[nodiscard]] const QList<SettingField *> &fields() const { return m_fields; }

    virtual void load(const Settings &settings);
    /// What fits the table by itself but not together: puts a message under the row and returns it.
    virtual FormRow *contradiction(const Settings &settings);
    virtual void reveal(FormRow *row); ///< opens what hides it
    virtual void retranslate();

Q_SIGNALS:
    void edited();

protected:
    void setTexts(const QString &title, const QString &intro);
    void addRow(FormRow *row);
    void addField(SettingField *field, QVBoxLayout *into = nullptr);
    [[nodiscard]] QVBoxLayout *rows() const { return m_rows; }
    [[nodiscard]] const Look &look() const { return m_look; }

private:
    const Look &m_look;
    QString m_iconName;
    TextLabel *m_title;
    TextLabel *m_intro;
    QVBoxLayout *m_rows;
    QList<SettingField *> m_fields;
};

} // namespace anrufwarte
