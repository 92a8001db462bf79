// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/store/callreader.h"

#include <memory>

namespace anrufwarte {

/// A read-only look into the profile's store, beside a running program. StoreEngineMissing; StoreMissing
/// when there is none yet: a mistyped profile is not an empty one.
[[nodiscard]] Result<std::unique_ptr<CallReader>> openReader(const Invocation &invocation);

} // namespace anrufwarte
