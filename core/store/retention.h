// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace anrufwarte {

class Database;

struct RetentionRules
{
    int rawDays = 30;      ///< raw bodies; 0 = keep
    int retentionDays = 0; ///< finished calls and deliveries; 0 = keep
};

/// Deletes at most a few hundred rows of what is too old, inside the caller's transaction: short enough to
/// let webhooks in between. Returns how many; 0 = nothing left to do.
[[nodiscard]] Result<qint64> retentionStep(Database &database, const RetentionRules &rules, qint64 nowMs);

} // namespace anrufwarte
