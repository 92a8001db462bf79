// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/figures.h"

#include "core/calls/latency.h"

#include <QJsonArray>
#include <algorithm>
#include <array>
#include <cmath>

namespace anrufwarte::simulator {

namespace {

struct Product
{
    const char *name;
    int milliCentsPerSecond; ///< thousandths of a cent, so that sums stay exact
};
constexpr std::array<Product, 4> PerSecond{{
    {"elevenlabs_tts", 117},
    {"gpt_4o_mini", 10},
    {"background_voice_cancellation", 8},
    {"twilio_telephony", 25},
}};
constexpr int AnalysisMilliCents = 200;
constexpr double MilliPerCent = 1000.0;

double cents(qint64 milliCents)
{
    return static_cast<double>(milliCents) / MilliPerCent;
}

QJsonObject group(const QList<double> &values)
{
    QList<double> sorted = values;
    std::sort(sorted.begin(), sorted.end());
    const std::span<const double> all(sorted.constData(), static_cast<size_t>(sorted.size()));
    QJsonArray list;
    for (const double value : values)
        list.append(value);
    QJsonObject out{{QStringLiteral("num"), values.size()}, {QStringLiteral("values"), list}};
    constexpr std::array<std::pair<const char *, double>, 6> Figures{
        {{"p50", 0.5}, {"p90", 0.9}, {"p95", 0.95}, {"p99", 0.99}, {"min", 0.0}, {"max", 1.0}}};
    for (const auto &[name, p] : Figures) {
        if (const auto figure = percentile(all, p))
            out.insert(QLatin1String(name), roundTo(*figure, 3));
    }
    return out;
}

} // namespace

double roundTo(double value, int decimals)
{
    const double factor = std::pow(10.0, decimals);
    return std::round(value * factor) / factor;
}

QJsonObject costObject(qint64 durationMs)
{
    const qint64 seconds = (durationMs + 999) / 1000;
    if (seconds == 0)
        return zeroCostObject();
    QJsonArray products;
    qint64 total = AnalysisMilliCents;
    qint64 perSecond = 0;
    for (const Product &product : PerSecond) {
        const qint64 cost = product.milliCentsPerSecond * seconds;
        total += cost;
        perSecond += product.milliCentsPerSecond;
        products.append(QJsonObject{{QStringLiteral("product"), QLatin1String(product.name)},
                                    {QStringLiteral("unit_price"), cents(product.milliCentsPerSecond)},
                                    {QStringLiteral("cost"), cents(cost)}});
    }
    products.append(QJsonObject{{QStringLiteral("product"), QStringLiteral("post_call_analysis_gpt_4o")},
                                {QStringLiteral("cost"), cents(AnalysisMilliCents)}});
    return {{QStringLiteral("product_costs"), products},
            {QStringLiteral("total_duration_seconds"), seconds},
            {QStringLiteral("total_duration_unit_price"), cents(perSecond)},
            {QStringLiteral("combined_cost"), cents(total)}};
}

QJsonObject zeroCostObject()
{
    return {{QStringLiteral("product_costs"), QJsonArray{}},
            {QStringLiteral("total_duration_seconds"), 0},
            {QStringLiteral("total_duration_unit_price"), 0},
            {QStringLiteral("combined_cost"), 0}};
}

QJsonObject latencyObject(const PlannedCall &call)
{
    if (call.e2e.isEmpty())
        return {};
    return {{QStringLiteral("e2e"), group(call.e2e)},
            {QStringLiteral("llm"), group(call.llm)},
            {QStringLiteral("tts"), group(call.tts)},
            {QStringLiteral("asr"), group(call.asr)}};
}

} // namespace anrufwarte::simulator
