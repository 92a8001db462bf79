// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calls/latency.h"

#include "core/base/jsontext.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace anrufwarte {

namespace {

constexpr std::array KnownGroups{"e2e", "asr", "llm", "llm_websocket_network_rtt", "tts", "knowledge_base",
                                 "s2s"};
constexpr QByteArrayView FormerMember = "end_to_end_latency";

QList<double> readValues(const JsonText &values)
{
    const QList<JsonText> elements = elementsOf(values);
    QList<double> out;
    out.reserve(elements.size());
    for (const JsonText &element : elements) {
        if (const std::optional<double> value = element.number())
            out.append(*value);
    }
    return out;
}

LatencyGroup readGroup(const QString &name, const JsonText &json)
{
    const JsonMembers group(json);
    LatencyGroup out;
    out.name = name;
    out.p50 = group["p50"].number();
    out.p90 = group["p90"].number();
    out.p95 = group["p95"].number();
    out.p99 = group["p99"].number();
    out.min = group["min"].number();
    out.max = group["max"].number();
    out.samples = group["num"].integer();
    out.values = readValues(group["values"]);
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
    const Result<JsonBody> body = JsonBody::parse(latencyJson);
    if (!body)
        return {};
    const JsonMembers latency(body->root());
    QList<LatencyGroup> out;
    for (const char *name : KnownGroups) {
        if (latency[name].isObject())
            out.append(readGroup(QString::fromLatin1(name), latency[name]));
    }
    const qsizetype known = out.size();
    for (const auto &[name, group] : latency.all()) {
        const bool isKnown = std::find(KnownGroups.begin(), KnownGroups.end(), name) != KnownGroups.end();
        if (!isKnown && group.isObject())
            out.append(readGroup(QString::fromUtf8(name), group));
    }
    std::sort(out.begin() + known, out.end(),
              [](const LatencyGroup &a, const LatencyGroup &b) { return a.name < b.name; });
    return out;
}

EndToEndReading readEndToEnd(const QByteArray &latencyJson)
{
    const Result<JsonBody> body = JsonBody::parse(latencyJson);
    return body ? readEndToEnd(JsonMembers(body->root())) : EndToEndReading();
}

EndToEndReading readEndToEnd(const JsonMembers &latency)
{
    EndToEndReading out;
    const JsonText e2e = latency["e2e"];
    if (e2e.isObject()) {
        LatencyGroup group = readGroup(QStringLiteral("e2e"), e2e);
        out.values = std::move(group.values);
        if (group.samples == 0)
            return out;
        out.p50 = group.p50;
        out.p95 = group.p95;
    }
    if (!out.p50)
        out.p50 = latency[FormerMember].number();
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
