// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/costgaps.h"

#include "core/store/database.h"

namespace anrufwarte {

Result<void> writeCostGap(Database &database, LocalCallId id, std::optional<double> gap)
{
    if (gap) {
        Statement write = database.statement(
            QStringLiteral("INSERT OR REPLACE INTO cost_gaps (call_id, gap) VALUES (?, ?)"));
        if (!write.run(id.value(), *gap))
            return database.lastError();
        return {};
    }
    Statement remove = database.statement(QStringLiteral("DELETE FROM cost_gaps WHERE call_id = ?"));
    if (!remove.run(id.value()))
        return database.lastError();
    return {};
}

} // namespace anrufwarte
