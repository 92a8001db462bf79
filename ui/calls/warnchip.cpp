// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/warnchip.h"

#include <QPainter>

namespace anrufwarte {

namespace {
constexpr int IconSize = 14, Padding = 6, Gap = 5, Height = 22;
}

WarnChip::WarnChip(const Look &look, QWidget *parent) : QAbstractButton(parent), m_look(look)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFont(Look::font(TextStyle::SmallMedium));
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
}

QSize WarnChip::sizeHint() const
{
    return {Padding + IconSize + Gap + fontMetrics().horizontalAdvance(text()) + Padding + 2, Height};
}

void WarnChip::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_look.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool framed = isChecked() || underMouse() || hasFocus();
    painter.setPen(framed ? QPen(hasFocus() ? t.accentText : t.warn, hasFocus() ? metric::FocusWidth : 1)
                          : QPen(Qt::NoPen));
    painter.setBrush(t.warnBg);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metric::RadiusChip, metric::RadiusChip);
    painter.drawPixmap(
        Padding, (height() - IconSize) / 2,
        m_look.pixmap(isChecked() ? QStringLiteral("list-filter") : QStringLiteral("circle-question-mark"),
                      t.warn, IconSize, devicePixelRatioF()));
    painter.setPen(t.warn);
    painter.drawText(rect().adjusted(Padding + IconSize + Gap, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     text());
}

} // namespace anrufwarte
