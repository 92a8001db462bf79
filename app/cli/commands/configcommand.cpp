// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/configcommand.h"

#include "app/cli/secretaccess.h"
#include "app/cli/texttable.h"
#include "core/settings/settingswriter.h"

#include <QFile>
#include <cstdio>

namespace anrufwarte {

namespace {

constexpr qint64 MaxSecretBytes = 64 * 1024;

struct ConfigText
{
    Q_DECLARE_TR_FUNCTIONS(ConfigText)
};

QString originName(SettingOrigin origin)
{
    switch (origin) {
    case SettingOrigin::Default:
        return ConfigText::tr("default");
    case SettingOrigin::File:
        return ConfigText::tr("settings.ini");
    case SettingOrigin::Environment:
        return ConfigText::tr("environment");
    case SettingOrigin::CommandLine:
        return ConfigText::tr("command line");
    }
    return {};
}

/// The keys as far as they may be shown.
QString shownKeys(const SecretsReading &reading, SecretName name)
{
    if (name == SecretName::ApiKey)
        return reading.apiKey == SecretOrigin::None ? QString() : shownKey(reading.secrets.apiKey);
    QStringList shown;
    for (const Secret &key : reading.secrets.webhookKeys)
        shown.append(shownKey(key));
    return reading.webhookKey == SecretOrigin::None ? QString() : shown.join(u", ");
}

SecretOrigin originOf(const SecretsReading &reading, SecretName name)
{
    return name == SecretName::ApiKey ? reading.apiKey : reading.webhookKey;
}

TextTable settingsTable(const SettingsReading &settings, const SecretsReading &keys)
{
    TextTable table;
    table.addColumn(ConfigText::tr("Setting"));
    table.addColumn(ConfigText::tr("Value"));
    table.addColumn(ConfigText::tr("From"));
    for (const SettingInfo &setting : allSettings()) {
        if (const auto secret = secretFromKey(QString(setting.key)))
            table.addRow({setting.key, shownKeys(keys, *secret), placeName(originOf(keys, *secret))});
        else
            table.addRow({setting.key, valueText(settings.settings, setting),
                          originName(settings.origin(setting.key))});
    }
    return table;
}

} // namespace

void ConfigCommand::declare(QCommandLineParser &parser) const
{
    parser.setApplicationDescription(tr("list shows all settings and where they come from, get one of them; "
                                        "set writes to settings.ini of the "
                                        "profile; set-secret reads a key from standard input and stores it "
                                        "in the keychain, or in secrets.ini "
                                        "(mode 0600) where there is no keychain."));
    parser.addPositionalArgument(QStringLiteral("ACTION"),
                                 tr("list, get KEY, set KEY VALUE or set-secret KEY"),
                                 QStringLiteral("list|get|set|set-secret [KEY [VALUE]]"));
}

void ConfigCommand::run(const Invocation &invocation, Finish finish)
{
    const QStringList &arguments = invocation.arguments;
    const QString action = arguments.value(0);
    const QString key = arguments.value(1);
    if (action == QLatin1String("list") && arguments.size() == 1)
        return list(invocation, finish);
    if (action == QLatin1String("get") && arguments.size() == 2)
        return get(invocation, key, finish);
    if (action == QLatin1String("set") && arguments.size() == 3)
        return finish(set(invocation, key, arguments.at(2)));
    if (action == QLatin1String("set-secret") && arguments.size() == 2)
        return setSecret(invocation, key, finish);
    const bool isKeyOnCommandLine = action == QLatin1String("set-secret") && arguments.size() > 2;
    const QString text =
        isKeyOnCommandLine
            ? tr("A key is never given on the command line, where others can see it: set-secret "
                 "reads it from standard input.")
            : tr("config needs list, get KEY, set KEY VALUE or set-secret KEY.");
    finish(wrongUsage(invocation, text));
}

void ConfigCommand::list(const Invocation &invocation, const Finish &finish)
{
    m_keys = secretSource(invocation);
    m_keys->read(m_keys.get(), [&invocation, finish](const SecretsReading &keys) {
        for (const QString &line : settingsTable(invocation.settings, keys).lines())
            invocation.output.line(line);
        for (const Error &problem : keys.problems + invocation.settings.errors)
            invocation.output.error(problem);
        finish(invocation.settings.errors.isEmpty() ? ExitCode::Done : ExitCode::Usage);
    });
}

void ConfigCommand::get(const Invocation &invocation, const QString &key, const Finish &finish)
{
    const SettingInfo *setting = findSetting(key);
    if (!setting)
        return finish(failed(invocation, {ErrorCode::SettingUnknown, {}, {key}}));
    if (const auto secret = secretFromKey(key))
        return getSecret(invocation, *secret, finish);
    for (const Error &error : invocation.settings.errors) {
        if (error.args.value(0) == key)
            return finish(failed(invocation, error));
    }
    invocation.output.line(valueText(invocation.settings.settings, *setting));
    finish(ExitCode::Done);
}

void ConfigCommand::getSecret(const Invocation &invocation, SecretName name, const Finish &finish)
{
    m_keys = secretSource(invocation);
    m_keys->read(m_keys.get(), [&invocation, finish, name](const SecretsReading &keys) {
        for (const Error &problem : keys.problems)
            invocation.output.error(problem);
        invocation.output.line(shownKeys(keys, name));
        finish(ExitCode::Done);
    });
}

ExitCode ConfigCommand::set(const Invocation &invocation, const QString &key, const QString &value)
{
    if (secretFromKey(key))
        return wrongUsage(
            invocation,
            tr("%1 is a key: use config set-secret, which reads it from standard input.").arg(key));
    if (const auto written = writeSetting(invocation.profile, key, value); !written)
        return failed(invocation, written.error());
    const SettingOrigin origin = invocation.settings.origin(key);
    if (origin == SettingOrigin::Environment || origin == SettingOrigin::CommandLine)
        invocation.output.message(tr("Saved, but %1 (%2) counts more.").arg(originName(origin), key));
    return ExitCode::Done;
}

void ConfigCommand::setSecret(const Invocation &invocation, const QString &key, const Finish &finish)
{
    const auto name = secretFromKey(key);
    if (!name)
        return finish(wrongUsage(
            invocation, tr("set-secret knows retell/apiKey and retell/webhookKey, not \"%1\".").arg(key)));
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return finish(wrongUsage(invocation, tr("Standard input cannot be read.")));
    const Secret secret = Secret::fromConfigured(input.read(MaxSecretBytes));
    if (secret.isEmpty())
        return finish(wrongUsage(invocation, tr("Standard input holds no key.")));
    if (const auto created = invocation.profile.create(); !created)
        return finish(failed(invocation, created.error()));
    m_keys = secretSource(invocation);
    m_keys->store(*name, secret, m_keys.get(), [&invocation, finish](const Result<SecretOrigin> &stored) {
        if (!stored)
            return finish(failed(invocation, stored.error()));
        invocation.output.message(ConfigText::tr("Key stored: %1.").arg(placeName(*stored)));
        finish(ExitCode::Done);
    });
}

} // namespace anrufwarte
