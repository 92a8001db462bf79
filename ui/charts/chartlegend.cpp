// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartlegend.h"

#include "ui/look/look.h"

#include <QPainter>

namespace anrufwarte {

namespace {
constexpr int Swatch = 12;
constexpr int Dash = 18;
constexpr int NameGap = 6;
constexpr int EntryGap = 16;
} // namespace

ChartLegend::ChartLegend(QWidget *parent) : QWidget(parent)
{
    setFont(Look::font(TextStyle::Small));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChartLegend::setEntries(QList<Entry> entries, const QColor &textColor)
{
    m_entries = std::move(entries);
    m_textColor = textColor;
    updateGeometry();
    update();
}

int ChartLegend::entryWidth(const Entry &entry) const
{
    return (entry.dashed ? Dash : Swatch) + NameGap + fontMetrics().horizontalAdvance(entry.name);
}

int ChartLegend::lineHeight() const
{
    return std::max(fontMetrics().height(), Swatch) + 4;
}

QList<QPoint> ChartLegend::places(int width) const
{
    QList<QPoint> out;
    QPoint next(0, 0);
    for (const Entry &entry : m_entries) {
        if (next.x() > 0 && next.x() + entryWidth(entry) > width)
            next = QPoint(0, next.y() + lineHeight());
        out.append(next);
        next.rx() += entryWidth(entry) + EntryGap;
    }
    return out;
}

QSize ChartLegend::sizeHint() const
{
    int width = -EntryGap;
    for (const Entry &entry : m_entries)
        width += entryWidth(entry) + EntryGap;
    return {std::max(width, 0), lineHeight()};
}

int ChartLegend::heightForWidth(int width) const
{
    const QList<QPoint> all = places(width);
    return all.isEmpty() ? lineHeight() : all.last().y() + lineHeight();
}

void ChartLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QList<QPoint> all = places(width());
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const Entry &entry = m_entries[i];
        const QRect line(all[i], QSize(entryWidth(entry), lineHeight()));
        const int mark = entry.dashed ? Dash : Swatch;
        if (entry.dashed) {
            painter.setPen(QPen(entry.color, 2, Qt::DashLine));
            painter.drawLine(line.left(), line.center().y(), line.left() + mark, line.center().y());
        } else {
            painter.setPen(Qt::NoPen);
            painter.setBrush(entry.color);
            painter.drawRoundedRect(QRect(line.left(), line.center().y() - Swatch / 2, Swatch, Swatch), 3, 3);
        }
        painter.setPen(m_textColor);
        painter.drawText(line.adjusted(mark + NameGap, 0, 2, 0), Qt::AlignVCenter | Qt::AlignLeft,
                         entry.name);
    }
}

} // namespace anrufwarte
