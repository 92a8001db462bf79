// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace anrufwarte {

class Database;

/// "Anrw" in ASCII: tells our file from another program's.
inline constexpr qint64 StoreApplicationId = 0x416E7277;

/// The scripts of resources/sql in order; script n leads to version n.
[[nodiscard]] QStringList schemaScripts();

/// A script's statements: each ends with a semicolon at the end of a line; lines that begin with -- are
/// comments.
[[nodiscard]] QStringList statementsOf(const QString &script);

/// PRAGMA user_version; 0 for a new file. StoreCorrupt for a negative one, which no program ever wrote.
[[nodiscard]] Result<int> schemaVersion(Database &database);

/// Forward only, each step in one transaction, so an interrupted run goes on where it stopped; safe against a
/// second process doing the same. Errors: StoreNewer when the file knows more than the scripts.
[[nodiscard]] Result<void> migrate(Database &database, const QStringList &scripts);

/// A consistent copy beside the file, "calls.sqlite.before-v2", mode 0600; one that is there stays.
[[nodiscard]] Result<void> backUpBeforeMigration(Database &database, int targetVersion);

} // namespace anrufwarte
