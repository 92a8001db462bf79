// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/latencybars.h"

#include <QCoreApplication>
#include <cmath>
#include <limits>

namespace anrufwarte {

namespace {

constexpr double MsPerSecond = 1000.0;
constexpr double MostTicks = 7.0;

struct ComponentNames
{
    Q_DECLARE_TR_FUNCTIONS(anrufwarte::LatencyChart)
};

/// 1, 2 or 5 times a power of ten, so that at most MostTicks lines cross the chart.
double niceStep(double top)
{
    const double power = std::pow(10.0, std::floor(std::log10(top / MostTicks)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (top / (factor * power) <= MostTicks)
            return factor * power;
    }
    return 10.0 * power;
}

} // namespace

QString shortComponentName(const QString &group)
{
    if (group == u"knowledge_base")
        return ComponentNames::tr("Knowledge");
    if (group == u"llm_websocket_network_rtt")
        return ComponentNames::tr("LLM network");
    for (const QStringView acronym : {u"e2e", u"asr", u"llm", u"tts", u"s2s"}) {
        if (group == acronym)
            return group.toUpper();
    }
    return group;
}

LatencyBars latencyBars(const QList<LatencyGroup> &groups, double limitMs)
{
    LatencyBars out;
    out.limitSeconds = limitMs / MsPerSecond;
    double highest = out.limitSeconds;
    for (const LatencyGroup &group : groups) {
        const std::array figures{group.p50, group.p90, group.p95, group.p99};
        if (!group.hasMeasurements() || (!figures[0] && !figures[1] && !figures[2] && !figures[3]))
            continue;
        for (int i = 0; i < LatencyBars::PerComponent; ++i) {
            const auto index = static_cast<size_t>(i);
            const double value =
                figures[index] ? *figures[index] / MsPerSecond : std::numeric_limits<double>::quiet_NaN();
            out.seconds[index].append(value);
            if (std::isnan(value))
                continue;
            highest = std::max(highest, value);
            if (value > out.limitSeconds)
                out.breaches.append({out.components.size(), i, value});
        }
        out.components.append(shortComponentName(group.name));
    }
    const double top = std::max(highest * 1.08, 0.01);
    out.tickStep = niceStep(top);
    out.axisMax = std::ceil(top / out.tickStep) * out.tickStep;
    return out;
}

} // namespace anrufwarte
