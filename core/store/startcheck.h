// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <optional>

namespace anrufwarte {

class Clock;

/// What the check of the file at start did.
struct StartReport
{
    std::optional<QString> replacedBrokenFile; ///< where a damaged one was moved to
    bool created = false;                      ///< there was none, or an empty one
    std::optional<Error> damage;               ///< it goes on, but something is lost: to be told
};

struct StartRules
{
    QString file;
    int busyTimeoutMs = 2000;
    bool mayReplace = true; ///< false beside the running program: a damaged file is an error then
    /// No other connection of this process has the file open. Only then may its bytes be read directly:
    /// closing any descriptor of a file drops the POSIX locks that this process's SQLite connections hold on
    /// it.
    bool firstOpen = true;
};

/// Makes the file one that can be written to (faults.md 2.4): directory, rights, header, owner, schema, one
/// indexed read; migrates an older one. A damaged file is renamed (with -wal and -shm), never overwritten,
/// and a new one begun. Of a damaged log a copy is kept. A file of another program or of a newer version of
/// this one is left alone: that is an error.
[[nodiscard]] Result<StartReport> prepareStoreFile(const StartRules &rules, const Clock &clock);

} // namespace anrufwarte
