// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace anrufwarte {

class Database;

/// Whether all tables and columns that the scripts make are there, under their names and types: one flipped
/// bit in the schema leaves a file that SQLite opens and calls sound, and in which every statement fails.
/// Indexes and what others have added do not matter. StoreCorrupt, and what is missing.
[[nodiscard]] Result<void> checkSchema(Database &database, const QStringList &scripts);

} // namespace anrufwarte
