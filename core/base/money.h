// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <optional>

namespace anrufwarte {

/// Millionths of a US dollar. All amounts are computed in it; double appears only at the borders (JSON,
/// display).
using MicroDollars = qint64;

inline constexpr MicroDollars MicrosPerDollar = 1'000'000;
inline constexpr MicroDollars MicrosPerCent = 10'000;

/// An amount as a payload gives it, times micros per unit, rounded half away from zero.
/// Empty when it is not finite or does not fit.
[[nodiscard]] std::optional<MicroDollars> microsFrom(double amount, MicroDollars microsPerUnit);

/// Whole cents, rounded half up (contract §5, cost_cents).
[[nodiscard]] qint64 wholeCents(MicroDollars micros);

[[nodiscard]] inline double dollars(MicroDollars micros)
{
    return static_cast<double>(micros) / static_cast<double>(MicrosPerDollar);
}

} // namespace anrufwarte
