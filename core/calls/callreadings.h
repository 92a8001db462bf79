// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/call.h"
#include "core/calls/latency.h"

namespace anrufwarte {

/// What the JSON members of a record say; read once for all that is derived from them.
struct CallReadings
{
    std::optional<CostReading> cost;
    EndToEndReading latency;
};

[[nodiscard]] CallReadings readingsOf(const CallRecord &record, CostUnitChoice unit);

/// deriveRow() with what was read already.
void deriveRow(CallRow &row, const CallRecord &record, const CallReadings &readings);

} // namespace anrufwarte
