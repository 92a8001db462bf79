// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/latencybars.h"

#include <QtCharts/QChartView>

class QBarCategoryAxis;
class QBarSeries;
class QBarSet;
class QValueAxis;

namespace anrufwarte {

class Look;

/// The QtCharts part of LatencyChart: bars and axes, and over them the limit line and the outlines of bars
/// above it.
class LatencyPlot : public QChartView
{
    Q_OBJECT
public:
    LatencyPlot(const Look &look, QWidget *parent);

    void setBars(const LatencyBars &bars, const QString &limitName);
    void applyLook();

protected:
    void drawForeground(QPainter *painter, const QRectF &rect) override;

private:
    void drawLimit(QPainter &painter, const QRectF &plot) const;
    void drawBreach(QPainter &painter, const LatencyBars::Breach &breach) const;

    const Look &m_look;
    LatencyBars m_bars;
    QString m_limitName;
    QBarSeries *m_series = nullptr;
    std::array<QBarSet *, LatencyBars::PerComponent> m_sets{};
    QBarCategoryAxis *m_names = nullptr;
    QValueAxis *m_seconds = nullptr;
};

} // namespace anrufwarte
