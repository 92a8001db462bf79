// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/keyring.h"

namespace anrufwarte {

namespace {

constexpr std::chrono::seconds KeychainPatience{5};

QByteArray joined(const QList<Secret> &keys)
{
    QByteArray text;
    for (const Secret &key : keys)
        text += (text.isEmpty() ? "" : ",") + key.reveal();
    return text;
}

} // namespace

KeyRing::KeyRing(SecretPlaces places, QObject *parent)
    : QObject(parent), m_source(places, systemKeychain(places.environment, KeychainPatience))
{
}

void KeyRing::read()
{
    m_source.read(this, [this](const SecretsReading &reading) {
        m_secrets = reading.secrets;
        m_problems = reading.problems;
        m_origin = reading.apiKey;
        m_ownWebhookKeys = reading.webhookKey != SecretOrigin::None;
        Q_EMIT
        changed();
    });
}

void KeyRing::useOnly(const Secret &apiKey)
{
    m_secrets = {apiKey, {apiKey}};
    m_stored = false;
    Q_EMIT
    changed();
}

void KeyRing::enterApiKey(const Secret &key)
{
    m_secrets.apiKey = key;
    if (!m_ownWebhookKeys)
        m_secrets.webhookKeys = {key};
    keep(SecretName::ApiKey, key);
}

void KeyRing::enterWebhookKeys(const QByteArray &keys)
{
    m_secrets.webhookKeys.clear();
    for (const QByteArray &key : keys.split(',')) {
        const Secret secret = Secret::fromConfigured(key);
        if (!secret.isEmpty())
            m_secrets.webhookKeys.append(secret);
    }
    m_ownWebhookKeys = !m_secrets.webhookKeys.isEmpty();
    if (!m_ownWebhookKeys && !m_secrets.apiKey.isEmpty())
        m_secrets.webhookKeys = {m_secrets.apiKey};
    keep(SecretName::WebhookKey, Secret::fromConfigured(keys));
}

void KeyRing::keep(SecretName name, const Secret &secret)
{
    m_stored = false;
    Q_EMIT
    changed(); // works at once; where it is kept is known later
    m_source.storeInKeychain(name, secret, this, [this](bool kept) {
        m_keychainAvailable = kept;
        m_stored = kept;
        m_origin = SecretOrigin::Keychain;
        Q_EMIT
        changed();
    });
}

Result<void> KeyRing::saveToFile()
{
    if (const auto saved = m_source.storeInFile(SecretName::ApiKey, m_secrets.apiKey); !saved)
        return saved.error();
    if (m_ownWebhookKeys) {
        const Secret keys = Secret::fromConfigured(joined(m_secrets.webhookKeys));
        if (const auto saved = m_source.storeInFile(SecretName::WebhookKey, keys); !saved)
            return saved.error();
    }
    m_stored = true;
    m_origin = SecretOrigin::File;
    Q_EMIT
    changed();
    return {};
}

KeyState KeyRing::state() const
{
    KeyState state;
    state.hasKey = !m_secrets.apiKey.isEmpty();
    state.lastFour = m_secrets.apiKey.lastFour();
    state.keychainAvailable = m_keychainAvailable;
    state.sessionOnly = !m_stored && (state.hasKey || m_ownWebhookKeys);
    state.origin = m_origin;
    state.ownWebhookKeys = m_ownWebhookKeys;
    return state;
}

} // namespace anrufwarte
