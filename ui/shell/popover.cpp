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
    m_opener = opener;
    adjustSize();
    place();
    show();
    adjustSize(); // what lies inside is laid out only now
    setFocus(Qt::PopupFocusReason);
}

bool Popover::event(QEvent *event)
{
    const bool done = QFrame::event(event);
    if (event->type() == QEvent::LayoutRequest && isVisible())
        adjustSize();
    return done;
}

/// Never wider than it may be: adjustSize() takes the height for this width, and lines have to wrap in it.
QSize Popover::sizeHint() const
{
    const QSize hint = QFrame::sizeHint();
    return {qBound(minimumWidth(), hint.width(), maximumWidth()), hint.height()};
}

/// Again whenever the size changes: what grows must not cover its opener or leave the screen.
void Popover::place()
{
    if (!m_opener)
        return;
    constexpr int Gap = 6;
    const QRect anchor(m_opener->mapToGlobal(QPoint(0, 0)), m_opener->size());
    const QRect screen = m_opener->screen()->availableGeometry();
    const bool below = anchor.center().y() < screen.center().y();
    const int y = below ? anchor.bottom() + Gap : anchor.top() - Gap - height();
    const int x = qBound(screen.left() + Gap, anchor.left(), screen.right() - width() - Gap);
    move(x, qMax(screen.top() + Gap, y));
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
    place();
}

} // namespace anrufwarte
