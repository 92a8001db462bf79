// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/secretsource.h"

#include "core/settings/settingstable.h"

#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <QSettings>
#include <array>

namespace anrufwarte {

namespace {

constexpr std::array BothNames{SecretName::ApiKey, SecretName::WebhookKey};
constexpr QFile::Permissions OwnerOnly = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions Others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                      QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
constexpr qint64 MaxCredentialBytes = 64 * 1024;

QString settingKey(SecretName name)
{
    return name == SecretName::ApiKey ? QStringLiteral("retell/apiKey") : QStringLiteral("retell/webhookKey");
}

/// The name in the keychain and of the systemd credential.
QString entryName(SecretName name)
{
    return name == SecretName::ApiKey ? QStringLiteral("retell-api-key")
                                      : QStringLiteral("retell-webhook-key");
}

Secret fromEnvironment(const QProcessEnvironment &environment, SecretName name)
{
    const SettingInfo *setting = findSetting(settingKey(name));
    return Secret::fromConfigured(environment.value(environmentName(*setting)).toUtf8());
}

Secret fromCredential(const QProcessEnvironment &environment, SecretName name)
{
    const QString folder = environment.value(QStringLiteral("CREDENTIALS_DIRECTORY"));
    QFile file(folder + u'/' + entryName(name));
    if (folder.isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    return Secret::fromConfigured(file.read(MaxCredentialBytes));
}

QList<Secret> partsOf(const Secret &list)
{
    QList<Secret> parts;
    for (const QByteArray &part : list.reveal().split(',')) {
        const Secret secret = Secret::fromConfigured(part);
        if (!secret.isEmpty() && !parts.contains(secret))
            parts.append(secret);
    }
    return parts;
}

/// Nothing but separators is no key either.
bool isNothing(const Secret &secret, SecretName name)
{
    return name == SecretName::WebhookKey ? partsOf(secret).isEmpty() : secret.isEmpty();
}

} // namespace

std::optional<SecretName> secretFromKey(QStringView key)
{
    for (const SecretName name : BothNames) {
        if (key == settingKey(name))
            return name;
    }
    return std::nullopt;
}

/// One run of read(): what is found so far.
struct SecretSource::Search
{
    SecretsReading reading;
    QPointer<QObject> context;
    std::function<void(SecretsReading)> done;

    SecretOrigin &origin(SecretName name)
    {
        return name == SecretName::ApiKey ? reading.apiKey : reading.webhookKey;
    }

    void take(SecretName name, const Secret &secret, SecretOrigin from)
    {
        if (origin(name) != SecretOrigin::None || isNothing(secret, name))
            return;
        origin(name) = from;
        if (name == SecretName::ApiKey)
            reading.secrets.apiKey = secret;
        else
            reading.secrets.webhookKeys = partsOf(secret);
    }

    [[nodiscard]] bool hasAll() const
    {
        return reading.apiKey != SecretOrigin::None && reading.webhookKey != SecretOrigin::None;
    }
};

SecretSource::SecretSource(SecretPlaces places, std::unique_ptr<Keychain> keychain, QObject *parent)
    : QObject(parent), m_places(std::move(places)), m_keychain(std::move(keychain))
{
}

SecretSource::~SecretSource() = default;

void SecretSource::read(QObject *context, std::function<void(SecretsReading)> done)
{
    auto search = std::make_shared<Search>();
    search->context = context;
    search->done = std::move(done);
    for (const SecretName name : BothNames) {
        search->take(name, fromEnvironment(m_places.environment, name), SecretOrigin::Environment);
        search->take(name, fromCredential(m_places.environment, name), SecretOrigin::Credential);
    }
    if (m_keychain && !search->hasAll())
        searchKeychain(search, SecretName::ApiKey);
    else
        finish(search);
}

void SecretSource::searchKeychain(const std::shared_ptr<Search> &search, SecretName name)
{
    const QPointer<SecretSource> self(this);
    m_keychain->read(entryName(name), [self, search, name](const Secret &secret) {
        search->take(name, secret, SecretOrigin::Keychain);
        if (!self)
            return;
        if (name == SecretName::ApiKey)
            self->searchKeychain(search, SecretName::WebhookKey);
        else
            self->finish(search);
    });
}

void SecretSource::searchFile(Search &search) const
{
    const QFileInfo file(m_places.file);
    if (search.hasAll() || !file.exists())
        return;
    if (file.permissions() & Others) {
        search.reading.problems.append({ErrorCode::SecretFileInsecure, {}, {m_places.file}});
        return;
    }
    const QSettings ini(m_places.file, QSettings::IniFormat);
    for (const SecretName name : BothNames) {
        const QString text = ini.value(settingKey(name)).toStringList().join(u',');
        search.take(name, Secret::fromConfigured(text.toUtf8()), SecretOrigin::File);
    }
}

void SecretSource::finish(const std::shared_ptr<Search> &search) const
{
    searchFile(*search);
    Secrets &secrets = search->reading.secrets;
    if (secrets.webhookKeys.isEmpty() && !secrets.apiKey.isEmpty())
        secrets.webhookKeys.append(secrets.apiKey);
    if (QObject *context = search->context)
        QMetaObject::invokeMethod(
            context, [search] { search->done(search->reading); }, Qt::QueuedConnection);
}

void SecretSource::storeInKeychain(SecretName name, const Secret &secret, QObject *context,
                                   std::function<void(bool)> done)
{
    const QPointer<QObject> guard(context);
    auto answer = [guard, done = std::move(done)](bool isKept) {
        if (guard)
            QMetaObject::invokeMethod(
                guard.data(), [done, isKept] { done(isKept); }, Qt::QueuedConnection);
    };
    if (m_keychain)
        m_keychain->write(entryName(name), secret, std::move(answer));
    else
        answer(false);
}

Result<void> SecretSource::storeInFile(SecretName name, const Secret &secret) const
{
    const Error unwritable{ErrorCode::SecretUnwritable, {}, {m_places.file}};
    if (QFileInfo::exists(m_places.file)) {
        if (QFileInfo(m_places.file).permissions() & Others)
            return Error{ErrorCode::SecretFileInsecure, {}, {m_places.file}};
    } else {
        QFile empty(m_places.file); // with its mode from the first moment on
        if (!empty.open(QIODevice::WriteOnly | QIODevice::NewOnly, OwnerOnly))
            return unwritable;
    }
    QSettings ini(m_places.file, QSettings::IniFormat);
    ini.setValue(settingKey(name), QString::fromUtf8(secret.reveal()));
    ini.sync();
    if (ini.status() != QSettings::NoError || !QFile::setPermissions(m_places.file, OwnerOnly))
        return unwritable;
    return {};
}

void SecretSource::store(SecretName name, const Secret &secret, QObject *context,
                         std::function<void(Result<SecretOrigin>)> done)
{
    const QPointer<SecretSource> self(this);
    storeInKeychain(name, secret, context, [self, name, secret, done = std::move(done)](bool isKept) {
        if (isKept) {
            done(SecretOrigin::Keychain);
            return;
        }
        const auto stored =
            self ? self->storeInFile(name, secret) : Error{ErrorCode::SecretUnwritable, {}, {}};
        done(stored ? Result<SecretOrigin>(SecretOrigin::File) : Result<SecretOrigin>(stored.error()));
    });
}

} // namespace anrufwarte
