// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/cost.h"

namespace anrufwarte {

/// Do the parts of a cost add up to the total that Retell states?
enum class CostAgreement : quint8
{
    NothingToCompare,
    Agrees,
    Differs
};

struct CostVerdict
{
    CostAgreement agreement = CostAgreement::NothingToCompare;
    MicroDollars difference = 0; ///< never negative
    MicroDollars limit = 0;

    bool operator==(const CostVerdict &) const = default;
};

/// `tolerance` is in the unit of the payload (setting cost/tolerance); a difference of exactly that much
/// still agrees.
[[nodiscard]] CostVerdict judge(const CostReading &cost, double tolerance);

/// More or less than a minute may cost (qualityfigures.h): then the unit was probably read wrongly. For the
/// upper limit short calls are measured as one minute; the lower one asks for some duration and some cost.
[[nodiscard]] bool isUnusuallyHigh(MicroDollars total, std::optional<qint64> durationMs);
[[nodiscard]] bool isUnusuallyLow(MicroDollars total, std::optional<qint64> durationMs);

/// Duration times the mean price of a minute; empty when that price is unknown.
[[nodiscard]] std::optional<MicroDollars> estimate(qint64 durationMs,
                                                   std::optional<MicroDollars> microsPerMinute);

} // namespace anrufwarte
