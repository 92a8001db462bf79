// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/costverdict.h"

#include <algorithm>
#include <cstdlib>

namespace anrufwarte {

namespace {
constexpr qint64 MsPerMinute = 60'000;
constexpr double PlausibleDollarsPerMinute = 1.5;
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

bool isImplausible(MicroDollars total, std::optional<qint64> durationMs)
{
    if (!durationMs)
        return false;
    const double minutes = std::max(static_cast<double>(*durationMs) / static_cast<double>(MsPerMinute), 1.0);
    return dollars(total) / minutes > PlausibleDollarsPerMinute;
}

std::optional<MicroDollars> estimate(qint64 durationMs, std::optional<MicroDollars> microsPerMinute)
{
    if (!microsPerMinute)
        return std::nullopt;
    return microsFrom(static_cast<double>(durationMs) / static_cast<double>(MsPerMinute), *microsPerMinute);
}

} // namespace anrufwarte
