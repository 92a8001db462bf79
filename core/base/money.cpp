// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/money.h"

#include <cmath>

namespace anrufwarte {

std::optional<MicroDollars> microsFrom(double amount, MicroDollars microsPerUnit)
{
    const double micros = amount * static_cast<double>(microsPerUnit);
    constexpr double Limit = 9.0e15; // below 2^53: every integer is exact in a double
    if (!std::isfinite(micros) || std::abs(micros) > Limit)
        return std::nullopt;
    return std::llround(micros);
}

qint64 wholeCents(MicroDollars micros)
{
    const MicroDollars half = MicrosPerCent / 2;
    const MicroDollars shifted = micros + half;
    const MicroDollars cents = shifted / MicrosPerCent;
    return shifted % MicrosPerCent < 0 ? cents - 1 : cents;
}

} // namespace anrufwarte
