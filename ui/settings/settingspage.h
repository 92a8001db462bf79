// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "core/settings/settings.h"

#include <QList>
#include <QWidget>

class QListWidget;
class QScrollArea;

namespace anrufwarte {

class AccessSection;
class FormRow;
class Look;
class SaveBar;
class SettingsSection;
struct KeyState;

/// The page "Einstellungen": categories on the left scroll one long form, nothing is written before Save.
/// Language and theme are told at once. Keys go out through signals of their own and never come back.
class SettingsPage : public QWidget
{
    Q_OBJECT
public:
    explicit SettingsPage(Look &look, QWidget *parent = nullptr);

    [[nodiscard]] bool hasUnsavedChanges() const;
    void focusApiKey();

public Q_SLOTS:
    void setSettings(const Settings &settings); ///< what is in force; throws away what is typed
    void setKeyState(const KeyState &state);
    void save();
    void discard();

Q_SIGNALS:
    void edited(const Settings &settings); ///< valid, to be written and put in force
    void languageChosen(const QString &language);
    void themeChosen(const QString &theme);
    void apiKeyEntered(const Secret &key);
    void webhookKeysEntered(const QByteArray &keys); ///< comma separated; empty = the API key signs
    void saveKeyToFileRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void addSections(Look &look);
    void connectSections();
    void retranslate();
    void showIcons();
    void updateBar();
    void showSection(int index);
    void markVisibleSection();
    void goTo(SettingsSection *section, FormRow *row);
    [[nodiscard]] int changedFields() const;

    const Look &m_look;
    Settings m_settings;
    QListWidget *m_categories;
    QScrollArea *m_scroll;
    SaveBar *m_bar;
    AccessSection *m_access = nullptr;
    QList<SettingsSection *> m_sections;
    bool m_jumping = false;
};

} // namespace anrufwarte
