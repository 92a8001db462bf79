// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/partmeter.h"

#include <QPainter>
#include <memory>

namespace anrufwarte {

namespace {

constexpr QSize Segment(6, 12);
constexpr int Step = 8, Gap = 6;
constexpr int Margin = 1; ///< an outline of 1.5 pixels is wider than its segment
static_assert(PartMeter::Width == (PartCount - 1) * Step + 6 + Gap);

void paintSegment(QPainter &painter, DataState state, const Tokens &t)
{
    const QRect segment(QPoint(0, 0), Segment);
    const QRectF outline = QRectF(segment).adjusted(0.5, 0.5, -0.5, -0.5);
    switch (state) {
    case DataState::Present:
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.control);
        painter.drawRoundedRect(segment, 1.5, 1.5);
        return;
    case DataState::Pending:
        painter.setPen(t.line2);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(outline, 1.5, 1.5);
        return;
    case DataState::Missing:
        painter.setPen(QPen(t.warnMark, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(outline, 1.5, 1.5);
        return;
    case DataState::Never:
        painter.fillRect(QRect(0, segment.center().y(), segment.width(), 1), t.control);
        return;
    }
}

} // namespace

void PartMeter::paint(QPainter &painter, const QRect &area, const std::array<DataState, PartCount> &states)
{
    if (const qreal ratio = painter.device()->devicePixelRatio(); ratio != m_ratio) {
        m_ratio = ratio;
        m_meters.clear();
    }
    int key = 0;
    for (const DataState state : states)
        key = key * 4 + static_cast<int>(state);
    if (!m_meters.contains(key))
        m_meters.insert(key, std::make_unique<QPixmap>(draw(states)).release());
    const int top = area.top() + (area.height() - Segment.height()) / 2 - Margin;
    painter.drawPixmap(area.left() - Margin, top, *m_meters.object(key));
}

QPixmap PartMeter::draw(const std::array<DataState, PartCount> &states) const
{
    QPixmap pixmap((QSizeF(Width - Gap + 2 * Margin, Segment.height() + 2 * Margin) * m_ratio).toSize());
    pixmap.setDevicePixelRatio(m_ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(Margin, Margin);
    for (const DataState state : states) {
        paintSegment(painter, state, m_look.tokens());
        painter.translate(Step, 0);
    }
    return pixmap;
}

} // namespace anrufwarte
