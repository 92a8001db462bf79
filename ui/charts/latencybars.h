// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/latency.h"

#include <QStringList>
#include <array>

namespace anrufwarte {

/// What the latency chart draws, in seconds: which components, how high each bar, how far the axis goes and
/// which bars break the limit. Pure, so that the choice is tested without a picture.
struct LatencyBars
{
    static constexpr int PerComponent = 4; ///< p50 p90 p95 p99

    struct Breach
    {
        qsizetype component = 0;
        int percentile = 0;
        double seconds = 0.0;

        bool operator==(const Breach &) const = default;
    };

    QStringList components;                          ///< short names; only those with measurements
    std::array<QList<double>, PerComponent> seconds; ///< an unknown figure is NaN: no bar
    double axisMax = 1.0;
    double tickStep = 1.0;
    double limitSeconds = 0.0;
    QList<Breach> breaches;

    bool operator==(const LatencyBars &) const = default;
};

/// The axis always reaches above the limit, so that its line is seen.
[[nodiscard]] LatencyBars latencyBars(const QList<LatencyGroup> &groups, double limitMs);

/// "E2E", "ASR", "LLM", "Knowledge" …: short enough to stand under a bar; unknown names verbatim.
[[nodiscard]] QString shortComponentName(const QString &group);

} // namespace anrufwarte
