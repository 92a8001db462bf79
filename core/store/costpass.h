// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/calls/call.h"

#include <optional>

namespace anrufwarte {

class Database;

/// Derives the cost columns of all calls again after the setting cost/unit changed: some rows at a time, so
/// that webhooks get in between. Interrupted, it begins again at the next start.
class CostPass
{
public:
    /// Empty when the columns were derived with this unit already.
    [[nodiscard]] static Result<std::optional<CostPass>> ifNeeded(Database &database, CostUnitChoice unit);

    struct Step
    {
        QList<CallRow> rows; ///< changed, to be announced
        bool finished = false;
    };
    /// Inside the caller's transaction.
    [[nodiscard]] Result<Step> step(Database &database, qint64 revision);

private:
    explicit CostPass(CostUnitChoice unit) : m_unit(unit) {}

    CostUnitChoice m_unit;
    qint64 m_doneUpTo = 0;
};

} // namespace anrufwarte
