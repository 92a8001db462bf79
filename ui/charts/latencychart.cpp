// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/latencychart.h"

#include "core/text/formats.h"
#include "core/text/terms.h"
#include "ui/charts/chartlegend.h"
#include "ui/charts/latencyplot.h"
#include "ui/look/look.h"

#include <QEvent>
#include <QVBoxLayout>

namespace anrufwarte {

namespace {
constexpr int PlotHeight = 240;
} // namespace

LatencyChart::LatencyChart(Look &look, QWidget *parent)
    : QWidget(parent), m_look(look), m_plot(new LatencyPlot(look, this)), m_legend(new ChartLegend(this))
{
    m_plot->setFixedHeight(PlotHeight);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_legend);
    layout->addWidget(m_plot);
    connect(&look, &Look::changed, this, [this] {
        m_plot->applyLook();
        renderLegend();
    });
    render();
}

void LatencyChart::setGroups(QList<LatencyGroup> groups, double limitMs)
{
    m_groups = std::move(groups);
    m_limitMs = limitMs;
    render();
}

void LatencyChart::render()
{
    m_plot->setBars(latencyBars(m_groups, m_limitMs), tr("Limit"));
    renderLegend();
    setAccessibleName(tr("Latency per component"));
    m_plot->setAccessibleName(accessibleName());
    setAccessibleDescription(description());
}

void LatencyChart::renderLegend()
{
    const Tokens &tokens = m_look.tokens();
    QList<ChartLegend::Entry> entries;
    for (size_t i = 0; i < tokens.percentile.size(); ++i) {
        static constexpr std::array Names{"p50", "p90", "p95", "p99"};
        entries.append({QString::fromLatin1(Names[i]), tokens.percentile[i], false});
    }
    entries.append({tr("Limit"), tokens.threshold, true});
    m_legend->setEntries(std::move(entries), tokens.text);
}

QString LatencyChart::description() const
{
    const Formats formats;
    QStringList sentences;
    for (const LatencyGroup &group : m_groups) {
        if (group.hasMeasurements()) {
            sentences.append(tr("%1: p50 %2, p90 %3, p95 %4, p99 %5")
                                 .arg(terms::latencyGroup(group.name), formats.latency(group.p50),
                                      formats.latency(group.p90), formats.latency(group.p95),
                                      formats.latency(group.p99)));
        }
    }
    sentences.append(tr("Limit %1").arg(formats.latency(m_limitMs)));
    return sentences.join(QStringLiteral("; "));
}

void LatencyChart::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        render();
    QWidget::changeEvent(event);
}

} // namespace anrufwarte
