// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/backoff.h"

#include <QRandomGenerator>
#include <algorithm>
#include <cmath>

namespace anrufwarte {

Random systemRandom()
{
    return [] { return QRandomGenerator::global()->generateDouble(); };
}

qint64 backoffMs(int failures, const BackoffRange &range, double random01)
{
    constexpr int MostDoublings = 30;
    const int doublings = std::clamp(failures - 1, 0, MostDoublings);
    const qint64 full = std::min(range.firstMs << doublings, std::max(range.firstMs, range.longestMs));
    return std::llround(double(full) * (0.5 + 0.5 * std::clamp(random01, 0.0, 1.0)));
}

} // namespace anrufwarte
