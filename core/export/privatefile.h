// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace anrufwarte {

/// Writes a file that only this account can read: what is exported names callers. The whole content or, after
/// an error (FileUnwritable), what stood there before. Blocks: not for the main thread of a window.
[[nodiscard]] Result<void> writePrivateFile(const QString &path, const QByteArray &content);

} // namespace anrufwarte
