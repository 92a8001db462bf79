// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/checkup.h"

#include "app/cli/secretaccess.h"
#include "app/runtime/profilelock.h"
#include "app/runtime/receiverconfig.h"
#include "app/runtime/storeplace.h"
#include "core/http/handler.h"
#include "core/text/errortext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace anrufwarte::checkup {

namespace {

struct CheckupText
{
    Q_DECLARE_TR_FUNCTIONS(CheckupText)
};

/// Only asks whether the addresses can be had; nobody is answered.
class NoHandler final : public http::Handler
{
public:
    void handle(http::Request, http::Responder) override {}
    void refused(const QHostAddress &, int, QByteArrayView) override {}
};

Finding fine(const QString &subject, const QString &text)
{
    return {true, subject, text};
}

Finding bad(const QString &subject, const Error &error)
{
    return {false, subject, sentence(error)};
}

bool isPrivateFile(const QString &path)
{
    constexpr auto Others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    return !QFileInfo::exists(path) || !(QFileInfo(path).permissions() & Others);
}

} // namespace

QList<Finding> settings(const Invocation &invocation)
{
    const QString subject = CheckupText::tr("Settings");
    QList<Finding> findings;
    for (const Error &error : invocation.settings.errors)
        findings.append(bad(subject, error));
    if (findings.isEmpty())
        findings.append(fine(subject, CheckupText::tr("all values are allowed")));
    return findings;
}

QList<Finding> profile(const Invocation &invocation)
{
    const QString subject = CheckupText::tr("Profile");
    const Profile &profile = invocation.profile;
    const QFileInfo folder(profile.directory());
    if (!folder.exists())
        return {fine(subject, CheckupText::tr("%1 will be created").arg(profile.directory()))};
    if (!folder.isDir() || !folder.isWritable())
        return {bad(subject, {ErrorCode::ProfileUnusable, {}, {profile.directory()}})};
    QStringList open;
    for (const QString &path : {profile.settingsFile(), profile.secretsFile(),
                                profile.storeFile(invocation.settings.settings.storeUrl)}) {
        if (!isPrivateFile(path))
            open.append(path);
    }
    if (!profile.isPrivate())
        open.append(profile.directory());
    if (open.isEmpty())
        return {fine(subject, CheckupText::tr("%1, for this account only").arg(profile.directory()))};
    const QString text = CheckupText::tr("Others can look into %1. Take their rights away (chmod go-rwx).");
    return {{false, subject, text.arg(open.join(u", "))}};
}

QList<Finding> key(const SecretsReading &keys)
{
    const QString subject = CheckupText::tr("Key");
    QList<Finding> findings;
    for (const Error &problem : keys.problems)
        findings.append(bad(subject, problem));
    if (keys.secrets.webhookKeys.isEmpty()) {
        findings.append(bad(subject, {ErrorCode::NoKey, {}, {}}));
        return findings;
    }
    if (keys.apiKey != SecretOrigin::None) {
        const QString text = CheckupText::tr("API key %1 from: %2");
        findings.append(fine(subject, text.arg(shownKey(keys.secrets.apiKey), placeName(keys.apiKey))));
    }
    if (keys.webhookKey != SecretOrigin::None) {
        QStringList shown;
        for (const Secret &secret : keys.secrets.webhookKeys)
            shown.append(shownKey(secret));
        const QString text = CheckupText::tr("webhook key %1 from: %2");
        findings.append(fine(subject, text.arg(shown.join(u", "), placeName(keys.webhookKey))));
    }
    return findings;
}

QList<Finding> keychain(const Invocation &invocation)
{
    const bool isThere = systemKeychain(invocation.environment, std::chrono::seconds(1)) != nullptr;
    return {fine(
        CheckupText::tr("Keychain"),
        isThere ? CheckupText::tr("there is a session that can have one")
                : CheckupText::tr("none here; keys come from the environment, a credential or secrets.ini"))};
}

QList<Finding> listener(const Invocation &invocation)
{
    const QString subject = CheckupText::tr("Listener");
    const auto config = receiverConfig(invocation.profile, invocation.settings.settings, {});
    if (!config)
        return {bad(subject, config.error())};
    NoHandler handler;
    http::Listener probe(handler, invocation.clock);
    const auto bound = probe.start(config->listener);
    if (bound)
        return {fine(subject, CheckupText::tr("the addresses are free"))};
    if (bound.error().code == ErrorCode::ListenAddressInUse && ProfileLock::isTaken(invocation.profile))
        return {fine(subject, CheckupText::tr("Anrufwarte is running and receives"))};
    return {bad(subject, bound.error())};
}

QList<Finding> database(const Invocation &invocation)
{
    const QString subject = CheckupText::tr("Database");
    const auto options = readerOptions(invocation.profile, invocation.settings.settings);
    if (!options)
        return {bad(subject, options.error())};
    const QFileInfo file(options->file);
    if (!file.exists()) {
        const bool isPossible = file.dir().exists() || file.path() == invocation.profile.directory();
        return {isPossible ? fine(subject, CheckupText::tr("%1 will be created").arg(options->file))
                           : bad(subject, {ErrorCode::StoreDirectoryMissing, {}, {options->file}})};
    }
    if (!file.isWritable())
        return {bad(subject, {ErrorCode::StoreReadOnly, {}, {options->file}})};
    CallReader reader(*options);
    if (const auto checked = reader.check(); !checked)
        return {bad(subject, checked.error())};
    return {fine(subject, CheckupText::tr("%1 is sound").arg(options->file))};
}

} // namespace anrufwarte::checkup
