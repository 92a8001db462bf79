// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/latencyplot.h"

#include "ui/look/look.h"

#include <QGraphicsLayout>
#include <QLocale>
#include <QPainter>
#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSeries>
#include <QtCharts/QBarSet>
#include <QtCharts/QChart>
#include <QtCharts/QLegend>
#include <QtCharts/QValueAxis>
#include <cmath>

namespace anrufwarte {

namespace {

constexpr double BarWidth = 0.72; ///< of a category
constexpr int IconSize = 14;
constexpr qsizetype MostWholeNames = 5; ///< more component names than that are cut where they would touch
constexpr std::array PercentileNames{"p50", "p90", "p95", "p99"};

/// A label format with just the decimals that the step needs.
QString labelFormat(double step)
{
    return step >= 1.0   ? QStringLiteral("%.0f s")
           : step >= 0.1 ? QStringLiteral("%.1f s")
                         : QStringLiteral("%.2f s");
}

} // namespace

LatencyPlot::LatencyPlot(const Look &look, QWidget *parent)
    : QChartView(parent),
      m_look(look),
      m_series(new QBarSeries),
      m_names(new QBarCategoryAxis),
      m_seconds(new QValueAxis)
{
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    for (size_t i = 0; i < m_sets.size(); ++i) {
        m_sets[i] = new QBarSet(QString::fromLatin1(PercentileNames[i]));
        m_series->append(m_sets[i]);
    }
    m_series->setBarWidth(BarWidth);
    QChart *chart = this->chart();
    chart->addSeries(m_series);
    chart->addAxis(m_names, Qt::AlignBottom);
    chart->addAxis(m_seconds, Qt::AlignLeft);
    m_series->attachAxis(m_names);
    m_series->attachAxis(m_seconds);
    chart->legend()->hide();
    chart->setMargins(QMargins(0, 8, 0, 0));
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->setBackgroundRoundness(0);
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->setLocalizeNumbers(true);
    applyLook();
}

void LatencyPlot::setBars(const LatencyBars &bars, const QString &limitName)
{
    m_bars = bars;
    m_limitName = limitName;
    chart()->setLocale(QLocale());
    for (size_t i = 0; i < m_sets.size(); ++i) {
        m_sets[i]->remove(0, m_sets[i]->count());
        for (const double value : bars.seconds[i])
            m_sets[i]->append(std::isnan(value) ? 0.0 : value); // QtCharts drops NaN and would shift the rest
    }
    m_names->clear();
    m_names->append(bars.components);
    m_names->setTruncateLabels(bars.components.size() > MostWholeNames);
    m_seconds->setLabelFormat(labelFormat(bars.tickStep));
    m_seconds->setRange(0.0, bars.axisMax);
    m_seconds->setTickCount(static_cast<int>(std::lround(bars.axisMax / bars.tickStep)) + 1);
    viewport()->update();
}

void LatencyPlot::applyLook()
{
    const Tokens &tokens = m_look.tokens();
    for (size_t i = 0; i < m_sets.size(); ++i) {
        m_sets[i]->setColor(tokens.percentile[i]);
        m_sets[i]->setBorderColor(tokens.surface);
    }
    chart()->setBackgroundVisible(false);
    for (QAbstractAxis *axis : std::initializer_list<QAbstractAxis *>{m_names, m_seconds}) {
        axis->setLabelsFont(Look::font(TextStyle::Caption));
        axis->setLabelsColor(tokens.text2);
        axis->setGridLinePen(QPen(tokens.grid, 1));
        axis->setLinePen(QPen(tokens.line2, 1));
    }
    m_names->setGridLineVisible(false);
    m_seconds->setLineVisible(false);
    viewport()->update();
}

void LatencyPlot::drawForeground(QPainter *painter, const QRectF &)
{
    if (m_bars.components.isEmpty())
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    drawLimit(*painter, chart()->mapRectToScene(chart()->plotArea()));
    for (const LatencyBars::Breach &breach : m_bars.breaches)
        drawBreach(*painter, breach);
    painter->restore();
}

void LatencyPlot::drawLimit(QPainter &painter, const QRectF &plot) const
{
    const QPointF at = chart()->mapToScene(chart()->mapToPosition(QPointF(0, m_bars.limitSeconds), m_series));
    painter.setPen(QPen(m_look.tokens().threshold, 1.5, Qt::DashLine));
    painter.drawLine(QPointF(plot.left(), at.y()), QPointF(plot.right(), at.y()));
    painter.setFont(Look::font(TextStyle::Caption));
    painter.setPen(m_look.tokens().threshold);
    const qreal height = painter.fontMetrics().height();
    painter.drawText(QRectF(plot.left(), at.y() - height - 2, plot.width() - 2, height), Qt::AlignRight,
                     m_limitName);
}

void LatencyPlot::drawBreach(QPainter &painter, const LatencyBars::Breach &breach) const
{
    const double each = BarWidth / LatencyBars::PerComponent;
    const double left = static_cast<double>(breach.component) - BarWidth / 2 + each * breach.percentile;
    const auto scene = [this](double x, double y) {
        return chart()->mapToScene(chart()->mapToPosition(QPointF(x, y), m_series));
    };
    const QRectF bar(scene(left, breach.seconds), scene(left + each, 0.0));
    const QColor danger = m_look.tokens().danger;
    painter.setPen(QPen(danger, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(bar.adjusted(1, 1, -1, 0));
    const QPixmap icon =
        m_look.pixmap(QStringLiteral("triangle-alert"), danger, IconSize, devicePixelRatioF());
    painter.drawPixmap(QPointF(bar.center().x() - IconSize / 2.0, bar.top() - IconSize - 2), icon);
}

} // namespace anrufwarte
