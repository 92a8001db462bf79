// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settingsloader.h"

#include "core/settings/settingvalue.h"

#include <QFileInfo>
#include <QSettings>
#include <algorithm>

namespace anrufwarte {

namespace {

/// What settings.ini says: key -> text. A list without quotes is given back by QSettings in pieces.
Result<QHash<QString, QString>> readFile(const QString &path)
{
    QHash<QString, QString> values;
    const QFileInfo file(path);
    if (!file.exists())
        return values;
    const QSettings ini(path, QSettings::IniFormat);
    if (!file.isFile() || !file.isReadable() || ini.status() != QSettings::NoError)
        return Error{
            ErrorCode::SettingsUnreadable, QStringLiteral("QSettings status %1").arg(ini.status()), {path}};
    const QStringList keys = ini.allKeys();
    for (const QString &key : keys)
        values.insert(key, key.isEmpty() ? QString() : ini.value(key).toStringList().join(u", ")); // "=x"
    return values;
}

class Reader
{
public:
    explicit Reader(const SettingsSources &sources) : m_sources(sources) {}

    SettingsReading read()
    {
        auto file = readFile(m_sources.file);
        if (!file)
            m_reading.errors.append(file.error());
        const QHash<QString, QString> fileValues = std::move(file).value_or(QHash<QString, QString>());
        for (const SettingInfo &setting : allSettings())
            readOne(setting, fileValues);
        checkTogether();
        warnAboutFile(fileValues);
        warnAboutEnvironment();
        return std::move(m_reading);
    }

private:
    void readOne(const SettingInfo &setting, const QHash<QString, QString> &file)
    {
        const QString key = setting.key;
        const QString variable = environmentName(setting);
        if (isSecret(setting)) { // secretsource.h reads them; in a plain file they are an error
            if (file.contains(key))
                take(setting, {}, SettingOrigin::File);
        } else if (m_sources.commandLine.contains(key)) {
            take(setting, m_sources.commandLine.value(key), SettingOrigin::CommandLine);
        } else if (m_sources.environment.contains(variable)) {
            take(setting, m_sources.environment.value(variable), SettingOrigin::Environment);
        } else if (file.contains(key)) {
            take(setting, file.value(key), SettingOrigin::File);
        }
    }

    void take(const SettingInfo &setting, const QString &text, SettingOrigin origin)
    {
        const auto assigned = assign(m_reading.settings, setting, text);
        if (assigned)
            m_reading.origins.insert(setting.key, origin);
        else
            m_reading.errors.append(assigned.error());
    }

    void checkTogether()
    {
        const Settings &settings = m_reading.settings;
        if (settings.webhookTlsCertificate.isEmpty() != settings.webhookTlsKey.isEmpty()) {
            const bool isKeyMissing = settings.webhookTlsKey.isEmpty();
            const QString missing =
                isKeyMissing ? QStringLiteral("webhook/tlsKey") : QStringLiteral("webhook/tlsCertificate");
            m_reading.errors.append(
                {ErrorCode::SettingInvalid,
                 {},
                 {missing, {}, QStringLiteral("certificate and key together, or neither")}});
        }
    }

    void warnAboutFile(const QHash<QString, QString> &file)
    {
        QStringList keys = file.keys();
        keys.sort();
        for (const QString &key : std::as_const(keys)) {
            if (!findSetting(key))
                m_reading.warnings.append({ErrorCode::SettingUnknown, {}, {settingvalue::shown(key)}});
        }
    }

    /// A slip in a variable's name would otherwise go unnoticed; variables of other kinds ("ANRUFWARTE_DEMO")
    /// may exist.
    void warnAboutEnvironment()
    {
        QStringList known;
        QStringList sections;
        for (const SettingInfo &setting : allSettings()) {
            known.append(environmentName(setting));
            sections.append(known.constLast().section(u'_', 0, 1) + u'_');
        }
        QStringList names = m_sources.environment.keys();
        names.sort();
        for (const QString &name : std::as_const(names)) {
            const bool looksLikeOurs =
                std::any_of(sections.begin(), sections.end(),
                            [&name](const QString &section) { return name.startsWith(section); });
            if (looksLikeOurs && !known.contains(name))
                m_reading.warnings.append({ErrorCode::SettingUnknown, {}, {settingvalue::shown(name)}});
        }
    }

    const SettingsSources &m_sources;
    SettingsReading m_reading;
};

} // namespace

Result<Settings> SettingsReading::result() const
{
    if (!errors.isEmpty())
        return errors.constFirst();
    return settings;
}

SettingsReading readSettings(const SettingsSources &sources)
{
    return Reader(sources).read();
}

} // namespace anrufwarte
