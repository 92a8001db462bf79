// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace anrufwarte {

/// contract §2.
enum class ExitCode : int
{
    Done = 0,
    Partial = 1, ///< done in part, or the thing asked for failed
    Usage = 2,   ///< wrong usage or settings, or the listen address cannot be used at start
    Store = 3,   ///< the store cannot be used
    KeyRefused = 4
};

[[nodiscard]] ExitCode exitCodeFor(ErrorCode error);

} // namespace anrufwarte
