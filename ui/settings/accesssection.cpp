// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/accesssection.h"

#include "ui/look/banner.h"
#include "ui/look/style.h"
#include "ui/settings/keyfield.h"
#include "ui/settings/textfield.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace anrufwarte {

AccessSection::AccessSection(const Look &look, QWidget *parent)
    : SettingsSection(look, QStringLiteral("key-round"), parent),
      m_notice(new Banner(look, this)),
      m_apiKey(new KeyField(look, QStringLiteral("retell/apiKey"), this)),
      m_webhookKeys(new KeyField(look, QStringLiteral("retell/webhookKey"), this)),
      m_useApiKey(new QPushButton(this)),
      m_baseUrl(new TextField(look, "retell/baseUrl", this))
{
    m_notice->hide();
    setButtonKind(m_useApiKey, ButtonKind::Flat);
    rows()->addWidget(m_notice);
    addRow(m_apiKey);
    addRow(m_webhookKeys);
    rows()->addWidget(m_useApiKey, 0, Qt::AlignRight);
    addField(m_baseUrl);

    connect(m_notice, &Banner::actionTriggered, this, &AccessSection::saveKeyToFileRequested);
    connect(m_apiKey, &KeyField::edited, this, &SettingsSection::edited);
    connect(m_webhookKeys, &KeyField::edited, this, &SettingsSection::edited);
    connect(m_apiKey, &KeyField::entered, this, [this](const QByteArray &key) {
        Q_EMIT
        apiKeyEntered(Secret::fromConfigured(key));
    });
    connect(m_webhookKeys, &KeyField::entered, this, &AccessSection::webhookKeysEntered);
    connect(m_useApiKey, &QPushButton::clicked, this, [this] {
        Q_EMIT
        webhookKeysEntered({});
    });
}

void AccessSection::setKeyState(const KeyState &state)
{
    m_state = state;
    showKeyState();
}

void AccessSection::retranslate()
{
    setTexts(tr("Retell access"), tr("Access to the Retell API. A key is never shown or logged."));
    m_webhookKeys->setTexts(tr("Webhook key"),
                            tr("The key that carries the webhook badge in Retell. During a key "
                               "change several, separated by commas."));
    m_webhookKeys->setPlaceholder(tr("Only if it differs from the API key"));
    m_useApiKey->setText(tr("Check signatures with the API key"));
    m_baseUrl->setTexts(tr("API address"));
    showKeyState();
    m_apiKey->retranslate(); // its button names the field, which has its name only now
    m_webhookKeys->retranslate();
    SettingsSection::retranslate();
}

int AccessSection::pendingKeys() const
{
    return (m_apiKey->isPending() ? 1 : 0) + (m_webhookKeys->isPending() ? 1 : 0);
}

void AccessSection::submitKeys()
{
    m_apiKey->submit();
    m_webhookKeys->submit();
}

void AccessSection::forgetKeys()
{
    m_apiKey->forget();
    m_webhookKeys->forget();
}

FormRow *AccessSection::apiKey() const
{
    return m_apiKey;
}

QString AccessSection::keyPlace() const
{
    if (!m_state.hasKey)
        return tr("Retell shows it under API Keys");
    if (m_state.sessionOnly)
        return tr("Kept until you quit only");
    switch (m_state.origin) {
    case SecretOrigin::Environment:
        return tr("Given by the environment of the program");
    case SecretOrigin::Credential:
        return tr("Given as a systemd credential");
    case SecretOrigin::File:
        return tr("Stored in a file that only this account can read");
    case SecretOrigin::Keychain:
    case SecretOrigin::None:
        break;
    }
    return tr("Stored in the system's keychain");
}

void AccessSection::showKeyState()
{
    m_apiKey->setTexts(tr("API key"), keyPlace());
    m_apiKey->setPlaceholder(m_state.hasKey ? tr("Enter another key to replace it") : tr("Enter the key"));
    if (!m_state.hasKey)
        m_apiKey->setState(tr("Missing"), Tone::Warn, QStringLiteral("triangle-alert"));
    else if (m_state.lastFour.isEmpty())
        m_apiKey->setState(tr("Stored"), Tone::Ok, QStringLiteral("shield-check"));
    else
        m_apiKey->setState(tr("Stored · ends in %1").arg(m_state.lastFour), Tone::Ok,
                           QStringLiteral("shield-check"));

    m_webhookKeys->setState(m_state.ownWebhookKeys ? tr("Stored") : QString(), Tone::Ok,
                            QStringLiteral("shield-check"));
    m_useApiKey->setVisible(m_state.ownWebhookKeys);

    m_notice->setContent(Tone::Warn, tr("No keychain found."), tr("The key is kept until you quit only."),
                         tr("Save to a file (readable by this account only)"), false);
    m_notice->setVisible(!m_state.keychainAvailable && m_state.sessionOnly && m_state.hasKey);
}

} // namespace anrufwarte
