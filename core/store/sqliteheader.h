// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace anrufwarte {

/// The first 100 bytes say what they say in every SQLite file we can write (sqlite.org/fileformat2.html
/// §1.3). SQLite itself takes a file of a few bytes for an empty one, and one with a strange version for a
/// read-only one. True also for a missing and an empty file.
[[nodiscard]] bool hasPlausibleHeader(const QString &path);

} // namespace anrufwarte
