// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/secretsource.h"
#include "ui/settings/keystate.h"

namespace anrufwarte {

/// The keys the program works with now, and where they are kept. Changes come from the settings page; what
/// the keychain does not take stays in memory until a person says otherwise (contract §3).
class KeyRing : public QObject
{
    Q_OBJECT
public:
    explicit KeyRing(SecretPlaces places, QObject *parent = nullptr);

    void read();                        ///< changed() follows
    void useOnly(const Secret &apiKey); ///< for the demo: nothing is looked for or stored
    void enterApiKey(const Secret &key);
    void enterWebhookKeys(const QByteArray &keys); ///< comma separated; empty = the API key signs
    [[nodiscard]] Result<void> saveToFile();

    [[nodiscard]] const Secrets &secrets() const { return m_secrets; }
    [[nodiscard]] const QList<Error> &problems() const { return m_problems; }
    [[nodiscard]] KeyState state() const;

Q_SIGNALS:
    void changed();

private:
    void keep(SecretName name, const Secret &secret);

    SecretSource m_source;
    Secrets m_secrets;
    QList<Error> m_problems;
    bool m_ownWebhookKeys = false;
    bool m_keychainAvailable = true;
    SecretOrigin m_origin = SecretOrigin::None; ///< of the API key
    bool m_stored = true;
};

} // namespace anrufwarte
