// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settingstable.h"

#include <QHash>
#include <QProcessEnvironment>

namespace anrufwarte {

/// Where the value that counts came from.
enum class SettingOrigin : quint8
{
    Default,
    File,
    Environment,
    CommandLine
};

/// All that was read, right or wrong. Errors are collected so that doctor can show them all at once.
struct SettingsReading
{
    Settings settings;                     ///< wrong ones have their default
    QHash<QString, SettingOrigin> origins; ///< key -> origin; keys at their default are not in it
    QList<Error> errors;
    QList<Error> warnings; ///< SettingUnknown: kept in the file, without effect

    [[nodiscard]] SettingOrigin origin(const QString &key) const
    {
        return origins.value(key, SettingOrigin::Default);
    }
    /// The settings, or the first error: nothing starts half-configured.
    [[nodiscard]] Result<Settings> result() const;
};

/// Where settings are looked for, strongest first.
struct SettingsSources
{
    QHash<QString, QString> commandLine; ///< key -> text
    QProcessEnvironment environment;
    QString file; ///< settings.ini; need not exist
};

/// Command line > environment > settings.ini > default (contract §3).
[[nodiscard]] SettingsReading readSettings(const SettingsSources &sources);

} // namespace anrufwarte
