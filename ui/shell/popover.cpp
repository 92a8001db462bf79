// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/popover.h"

#include "ui/look/look.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScreen>
#include <QVBoxLayout>

namespace anrufwarte {

Popover::Popover(const Look &look, QWidget *parent)
    : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint), m_look(look), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(16, 16, 16, 16);
    m_column->setSpacing(8);
}

void Popover::openAt(const QWidget *opener)
{
    constexpr int Gap = 6;
    adjustSize();
    const QRect anchor(opener->mapToGlobal(QPoint(0, 0)), opener->size());
    const QRect screen = opener->screen()->availableGeometry();
    const bool fitsBelow = anchor.bottom() + Gap + height() <= screen.bottom();
    const int y = fitsBelow ? anchor.bottom() + Gap : anchor.top() - Gap - height();
    const int x = qBound(screen.left() + Gap, anchor.left(), screen.right() - width() - Gap);
    move(x, qMax(screen.top() + Gap, y));
    show();
    setFocus(Qt::PopupFocusReason);
}

void Popover::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

void Popover::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_look.tokens().line2);
    painter.setBrush(m_look.tokens().surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metric::RadiusCard,
                            metric::RadiusCard);
}

void Popover::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    QPainterPath outline; // not every desktop composites translucent windows: cut the corners
    outline.addRoundedRect(rect(), metric::RadiusCard, metric::RadiusCard);
    setMask(outline.toFillPolygon().toPolygon());
}

} // namespace anrufwarte
