// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace anrufwarte {

/// What SQLite says, in our words: full, locked, read-only, damaged, or an I/O error; everything else is
/// StoreFailed. args = file. The detail never holds values, only SQLite's message and number.
[[nodiscard]] Error storeError(int extendedCode, const QString &message, const QString &file);

/// The connection cannot be trusted after it: closed, opened and checked again before the next write.
[[nodiscard]] bool breaksConnection(ErrorCode code);

/// Concerns one batch and not the store: the others of its group can still be written.
[[nodiscard]] bool concernsOneBatch(ErrorCode code);

} // namespace anrufwarte
