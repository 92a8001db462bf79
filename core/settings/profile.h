// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace anrufwarte {

/// The folder that holds everything the program writes (contract §3, `--profile DIR`). A value; knows names,
/// not contents.
class Profile
{
public:
    /// Empty = the platform's data folder.
    explicit Profile(const QString &directory = {});

    [[nodiscard]] const QString &directory() const { return m_directory; }
    [[nodiscard]] QString settingsFile() const;
    [[nodiscard]] QString secretsFile() const;
    [[nodiscard]] QString lockFile() const;
    [[nodiscard]] QString logFolder() const;
    /// A path of a setting: relative ones are relative to the profile.
    [[nodiscard]] QString resolved(const QString &path) const;
    /// The file of "sqlite:FILE"; empty for another engine.
    [[nodiscard]] QString storeFile(const QString &storeUrl) const;

    /// Creates the folder with mode 0700 when it is not there. ProfileUnusable (path).
    [[nodiscard]] Result<void> create() const;
    /// False when others may look into the folder.
    [[nodiscard]] bool isPrivate() const;

private:
    QString m_directory;
};

} // namespace anrufwarte
