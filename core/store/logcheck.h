// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace anrufwarte {

/// What is wrong with the write-ahead log beside `file`, in words; empty if nothing is, or nobody can tell.
/// SQLite plays back a log up to the first frame that does not fit and passes over the rest without a word,
/// because the end of a log looks like that after a power cut. But after a killed process the index (-shm)
/// still says how many frames were committed: fewer are a loss. Before the file is opened; reads the files
/// directly.
[[nodiscard]] std::optional<QString> damageOfLog(const QString &file);

} // namespace anrufwarte
