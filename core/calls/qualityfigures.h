// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"

#include <QMap>
#include <QMetaType>
#include <QString>
#include <optional>

namespace anrufwarte {

/// What a minute may cost: outside of it an amount was probably read in the wrong unit.
inline constexpr MicroDollars LeastPerMinute = MicrosPerDollar / 1000;
inline constexpr MicroDollars MostPerMinute = MicrosPerDollar * 3 / 2;
/// Shorter calls say nothing about their minute: one-off prices weigh too much.
inline constexpr qint64 LeastJudgedMs = 10'000;

/// How good the data of the calls since some moment is, and how they came; what alerts are decided by. A call
/// counts by its start (else by when we first heard of it).
struct QualityFigures
{
    qint64 costMismatches = 0;          ///< parts and total differ by more than the tolerance
    qint64 implausibleCosts = 0;        ///< per minute under LeastPerMinute or over MostPerMinute
    std::optional<double> latencyP95Ms; ///< over the single measurements (contract §6.7)
    qint64 latencySamples = 0;
    qint64 newFromPoll = 0;                 ///< calls that a poll told of first
    qint64 correctedCalls = 0;              ///< calls whose end only poll or resync told, since then
    QMap<QString, qint64> rejectedByReason; ///< received since then, by code of contract §4

    bool operator==(const QualityFigures &) const = default;
};

} // namespace anrufwarte

Q_DECLARE_METATYPE(anrufwarte::QualityFigures)
