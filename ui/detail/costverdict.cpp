// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/costverdict.h"

#include "core/calls/qualityfigures.h"

#include <algorithm>
#include <cstdlib>

namespace anrufwarte {

namespace {
constexpr qint64 MsPerMinute = 60'000;

double minutesOf(qint64 durationMs)
{
    return static_cast<double>(durationMs) / static_cast<double>(MsPerMinute);
}
} // namespace

CostVerdict judge(const CostReading &cost, double tolerance)
{
    CostVerdict out;
    const MicroDollars perUnit = cost.unit == CostUnit::Cents ? MicrosPerCent : MicrosPerDollar;
    out.limit = microsFrom(tolerance, perUnit).value_or(0);
    if (!cost.total || !cost.partsSum)
        return out;
    out.difference = std::abs(*cost.total - *cost.partsSum);
    out.agreement = out.difference <= out.limit ? CostAgreement::Agrees : CostAgreement::Differs;
    return out;
}

bool isUnusuallyHigh(MicroDollars total, std::optional<qint64> durationMs)
{
    return durationMs &&
           static_cast<double>(total) / std::max(minutesOf(*durationMs), 1.0) > double(MostPerMinute);
}

bool isUnusuallyLow(MicroDollars total, std::optional<qint64> durationMs)
{
    return durationMs && *durationMs >= LeastJudgedMs && total > 0 &&
           static_cast<double>(total) / minutesOf(*durationMs) < double(LeastPerMinute);
}

std::optional<MicroDollars> estimate(qint64 durationMs, std::optional<MicroDollars> microsPerMinute)
{
    if (!microsPerMinute)
        return std::nullopt;
    return microsFrom(minutesOf(durationMs), *microsPerMinute);
}

} // namespace anrufwarte
