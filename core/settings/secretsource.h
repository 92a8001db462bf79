// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/settings/keychain.h"
#include "core/settings/settings.h"

#include <QObject>
#include <QProcessEnvironment>
#include <functional>
#include <memory>

namespace anrufwarte {

enum class SecretName : quint8
{
    ApiKey,
    WebhookKey
};
enum class SecretOrigin : quint8
{
    None,
    Environment,
    Credential,
    Keychain,
    File
};

/// "retell/apiKey", "retell/webhookKey"; empty for another key.
[[nodiscard]] std::optional<SecretName> secretFromKey(QStringView key);

/// What was found, and where. Problems (SecretFileInsecure) do not hide keys found elsewhere.
struct SecretsReading
{
    Secrets secrets;
    SecretOrigin apiKey = SecretOrigin::None;
    SecretOrigin webhookKey = SecretOrigin::None; ///< None: the API key signs
    QList<Error> problems;
};

struct SecretPlaces
{
    QProcessEnvironment environment; ///< also names the systemd credentials folder
    QString file;                    ///< secrets.ini of the profile; need not exist
};

/// Looks for keys and stores them (contract §3): environment, systemd credential, keychain, secrets.ini with
/// mode 0600. Lives in one thread; answers come later, from its event loop, unless `context` is gone by then.
class SecretSource : public QObject
{
    Q_OBJECT
public:
    /// `keychain` may be null: then there is none.
    SecretSource(SecretPlaces places, std::unique_ptr<Keychain> keychain, QObject *parent = nullptr);
    ~SecretSource() override;

    void read(QObject *context, std::function<void(SecretsReading)> done);

    /// False: no keychain keeps it.
    void storeInKeychain(SecretName name, const Secret &secret, QObject *context,
                         std::function<void(bool)> done);
    /// Creates the file with mode 0600. SecretUnwritable, SecretFileInsecure (path).
    [[nodiscard]] Result<void> storeInFile(SecretName name, const Secret &secret) const;
    /// In the keychain, else in the file: what `config set-secret` does.
    void store(SecretName name, const Secret &secret, QObject *context,
               std::function<void(Result<SecretOrigin>)> done);

private:
    struct Search;
    void searchKeychain(const std::shared_ptr<Search> &search, SecretName name);
    void searchFile(Search &search) const;
    void finish(const std::shared_ptr<Search> &search) const;

    SecretPlaces m_places;
    std::unique_ptr<Keychain> m_keychain;
};

} // namespace anrufwarte
