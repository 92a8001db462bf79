// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <functional>

namespace anrufwarte {

/// Draws from [0, 1). Passed in, so that tests own chance too.
using Random = std::function<double()>;
[[nodiscard]] Random systemRandom();

struct BackoffRange
{
    qint64 firstMs = 1'000;
    qint64 longestMs = 60'000;
};

/// The pause after so many failures in a row (at least 1): doubles from first to longest, and lies by chance
/// in the upper half of that, so that many who failed together do not come back together.
[[nodiscard]] qint64 backoffMs(int failures, const BackoffRange &range, double random01);

} // namespace anrufwarte
