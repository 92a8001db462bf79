// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/calls/callid.h"

#include <optional>

namespace anrufwarte {

class Database;

/// Table cost_gaps: CallRow::costGap of a call. Inside the caller's transaction.
[[nodiscard]] Result<void> writeCostGap(Database &database, LocalCallId id, std::optional<double> gap);

} // namespace anrufwarte
