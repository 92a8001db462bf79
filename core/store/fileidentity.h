// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace anrufwarte {

/// Which file a path leads to just now: a store that was deleted or replaced under us keeps taking writes
/// that nobody will ever see again.
struct FileIdentity
{
    quint64 device = 0;
    quint64 inode = 0; ///< 0 = there is none

    bool operator==(const FileIdentity &) const = default;
};

/// Always the same where the system has no such thing.
[[nodiscard]] FileIdentity fileIdentity(const QString &path);

} // namespace anrufwarte
