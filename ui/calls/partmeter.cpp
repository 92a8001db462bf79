// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/partmeter.h"

#include <QPainter>

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
    if (const qreal ratio = painter.device()->devicePixelRatio(); ratio != m_ratio)
        draw(ratio);
    const int top = area.top() + (area.height() - Segment.height()) / 2 - Margin;
    for (int i = 0; i < PartCount; ++i)
        painter.drawPixmap(area.left() + i * Step - Margin, top,
                           m_segments[static_cast<size_t>(states[static_cast<size_t>(i)])]);
}

void PartMeter::draw(qreal ratio)
{
    m_ratio = ratio;
    for (size_t i = 0; i < m_segments.size(); ++i) {
        QPixmap pixmap((Segment + QSize(2 * Margin, 2 * Margin)) * ratio);
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.translate(Margin, Margin);
        paintSegment(painter, static_cast<DataState>(i), m_look.tokens());
        painter.end();
        m_segments[i] = std::move(pixmap);
    }
}

} // namespace anrufwarte
