// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "ui/settings/keystate.h"
#include "ui/settings/settingssection.h"

class QPushButton;

namespace anrufwarte {

class Banner;
class KeyField;
class TextField;

/// "Retell access": the keys and the address of the API.
class AccessSection : public SettingsSection
{
    Q_OBJECT
public:
    explicit AccessSection(const Look &look, QWidget *parent = nullptr);

    void setKeyState(const KeyState &state);
    void retranslate() override;

    [[nodiscard]] int pendingKeys() const;
    void submitKeys();
    void forgetKeys();
    [[nodiscard]] FormRow *apiKey() const;

Q_SIGNALS:
    void apiKeyEntered(const Secret &key);
    void webhookKeysEntered(const QByteArray &keys); ///< comma separated; empty = the API key signs
    void saveKeyToFileRequested();

private:
    [[nodiscard]] QString keyPlace() const;
    void showKeyState();

    KeyState m_state;
    Banner *m_notice;
    KeyField *m_apiKey;
    KeyField *m_webhookKeys;
    QPushButton *m_useApiKey;
    TextField *m_baseUrl;
};

} // namespace anrufwarte
