// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/latency.h"

#include <QWidget>

namespace anrufwarte {

class ChartLegend;
class LatencyPlot;
class Look;

/// Grouped bars of a call's latency percentiles per component, with the limit as a dashed line. Takes values,
/// keeps QtCharts to itself. The figures are also its accessible description; the table beside it is the
/// keyboard path.
class LatencyChart : public QWidget
{
    Q_OBJECT
public:
    explicit LatencyChart(Look &look, QWidget *parent = nullptr);

    void setGroups(QList<LatencyGroup> groups, double limitMs);

protected:
    void changeEvent(QEvent *event) override;

private:
    void render();
    void renderLegend();
    [[nodiscard]] QString description() const;

    const Look &m_look;
    LatencyPlot *m_plot = nullptr;
    ChartLegend *m_legend = nullptr;
    QList<LatencyGroup> m_groups;
    double m_limitMs = 0.0;
};

} // namespace anrufwarte
