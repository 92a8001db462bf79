// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calls/latency.h"

#include "core/base/json.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace anrufwarte {

namespace {

constexpr std::array KnownGroups{"e2e", "asr", "llm", "llm_websocket_network_rtt", "tts", "knowledge_base",
                                 "s2s"};
constexpr QByteArrayView FormerMember = "end_to_end_latency";

QList<double> readValues(const JsonValue &values)
{
    QList<double> out;
    out.reserve(values.size());
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (const std::optional<double> value = values.at(i).number())
            out.append(*value);
    }
    return out;
}

LatencyGroup readGroup(const QString &name, const JsonValue &group)
{
    LatencyGroup out;
    out.name = name;
    out.p50 = group.member("p50").number();
    out.p90 = group.member("p90").number();
    out.p95 = group.member("p95").number();
    out.p99 = group.member("p99").number();
    out.min = group.member("min").number();
    out.max = group.member("max").number();
    out.samples = group.member("num").integer();
    out.values = readValues(group.member("values"));
    if (out.values.isEmpty())
        return out;
    QList<double> sorted = out.values;
    std::sort(sorted.begin(), sorted.end());
    const std::span<const double> all(sorted.constData(), static_cast<size_t>(sorted.size()));
    const auto fill = [&all](std::optional<double> &figure, double p) {
        if (!figure)
            figure = percentile(all, p);
    };
    fill(out.p50, 0.50);
    fill(out.p90, 0.90);
    fill(out.p95, 0.95);
    fill(out.p99, 0.99);
    fill(out.min, 0.0);
    fill(out.max, 1.0);
    if (!out.samples)
        out.samples = out.values.size();
    return out;
}

} // namespace

bool LatencyGroup::hasMeasurements() const
{
    return samples != 0 && (p50 || p90 || p95 || p99 || min || max || !values.isEmpty());
}

QList<LatencyGroup> readLatency(const QByteArray &latencyJson)
{
    const Result<JsonDocument> document = JsonDocument::parse(latencyJson);
    if (!document)
        return {};
    const JsonValue root = document->root();
    QList<LatencyGroup> out;
    for (const char *name : KnownGroups) {
        if (root.member(name).isObject())
            out.append(readGroup(QString::fromLatin1(name), root.member(name)));
    }
    const qsizetype known = out.size();
    root.forEachMember([&out](QByteArrayView name, const JsonValue &value) {
        const bool isKnown = std::any_of(KnownGroups.begin(), KnownGroups.end(),
                                         [name](const char *k) { return name == QByteArrayView(k); });
        if (!isKnown && value.isObject())
            out.append(readGroup(QString::fromUtf8(name), value));
    });
    std::sort(out.begin() + known, out.end(),
              [](const LatencyGroup &a, const LatencyGroup &b) { return a.name < b.name; });
    return out;
}

EndToEndReading readEndToEnd(const QByteArray &latencyJson)
{
    EndToEndReading out;
    const Result<JsonDocument> document = JsonDocument::parse(latencyJson);
    if (!document)
        return out;
    const JsonValue root = document->root();
    const JsonValue e2e = root.member("e2e");
    if (e2e.isObject()) {
        LatencyGroup group = readGroup(QStringLiteral("e2e"), e2e);
        out.values = std::move(group.values);
        if (group.samples == 0)
            return out;
        out.p50 = group.p50;
        out.p95 = group.p95;
    }
    if (!out.p50)
        out.p50 = root.member(FormerMember).number();
    return out;
}

std::optional<double> endToEndP50(const QByteArray &latencyJson)
{
    return readEndToEnd(latencyJson).p50;
}

std::optional<double> endToEndP95(const QByteArray &latencyJson)
{
    return readEndToEnd(latencyJson).p95;
}

bool hasEndToEnd(const QByteArray &latencyJson)
{
    return endToEndP50(latencyJson).has_value();
}

std::optional<double> percentile(std::span<const double> sorted, double p)
{
    if (sorted.empty())
        return std::nullopt;
    const double rank = std::clamp(p, 0.0, 1.0) * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<size_t>(std::floor(rank));
    const size_t above = std::min(below + 1, sorted.size() - 1);
    const double share = rank - static_cast<double>(below);
    return sorted[below] + (sorted[above] - sorted[below]) * share;
}

} // namespace anrufwarte
