// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <optional>
#include <span>

namespace anrufwarte {

class JsonMembers;

/// One component of a call's latency ("e2e", "llm", …), milliseconds. A percentile always comes with its
/// sample count.
struct LatencyGroup
{
    QString name; ///< Retell's, also of groups we do not know yet
    std::optional<double> p50, p90, p95, p99, min, max;
    std::optional<qint64> samples; ///< num, else the number of values
    QList<double> values;

    [[nodiscard]] bool hasMeasurements() const; ///< not num 0, and at least one figure
    bool operator==(const LatencyGroup &) const = default;
};

/// Reads the latency object (JSON text) in the order of the screen: e2e, asr, llm, llm_websocket_network_rtt,
/// tts, knowledge_base, s2s, then unknown groups by name. Percentiles that are missing are computed from the
/// values.
[[nodiscard]] QList<LatencyGroup> readLatency(const QByteArray &latencyJson);

/// What columns are made of; all in one reading.
struct EndToEndReading
{
    std::optional<double> p50; ///< endToEndP50()
    std::optional<double> p95; ///< endToEndP95()
    QList<double> values;      ///< single measurements
};

[[nodiscard]] EndToEndReading readEndToEnd(const QByteArray &latencyJson);
[[nodiscard]] EndToEndReading readEndToEnd(const JsonMembers &latency); ///< of one that has been read already

/// Column end_to_end_latency: latency.e2e.p50, else latency.end_to_end_latency; empty when the group has num
/// 0.
[[nodiscard]] std::optional<double> endToEndP50(const QByteArray &latencyJson);
[[nodiscard]] std::optional<double> endToEndP95(const QByteArray &latencyJson);

/// A measurement of e2e (or the former end_to_end_latency) is in it.
[[nodiscard]] bool hasEndToEnd(const QByteArray &latencyJson);

/// Percentile by linear interpolation between closest ranks, as in Retell's own figures (api.md §6). p in
/// 0..1. `sorted` ascending; empty for no values.
[[nodiscard]] std::optional<double> percentile(std::span<const double> sorted, double p);

} // namespace anrufwarte
