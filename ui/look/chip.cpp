// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/chip.h"

#include "ui/look/look.h"
#include "ui/look/stylepaint.h"

#include <QPainter>

namespace anrufwarte {

namespace {
constexpr int Padding = 6, IconSize = 14, Gap = 4;
}

Chip::Chip(const Look &look, QWidget *parent) : QWidget(parent), m_look(look)
{
    setFont(Look::font(TextStyle::SmallMedium));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
}

void Chip::setContent(const QString &text, Tone tone, const QString &iconName)
{
    if (text == m_text && tone == m_tone && iconName == m_iconName)
        return;
    m_text = text;
    m_tone = tone;
    m_iconName = iconName;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    const QFontMetrics metrics(font());
    const int icon = m_iconName.isEmpty() ? 0 : IconSize + Gap;
    return {metrics.horizontalAdvance(m_text) + icon + 2 * Padding, metrics.height() + 6};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = m_look.tokens();
    const QColor ink = toneInk(t, m_tone);
    stylepaint::roundedRect(&painter, rect(), metric::RadiusChip, toneGround(t, m_tone), {});
    QRect inner = rect().adjusted(Padding, 0, -Padding, 0);
    if (!m_iconName.isEmpty()) {
        stylepaint::icon({&painter, m_look}, QRect(inner.left(), 0, IconSize, height()), m_iconName, ink,
                         IconSize);
        inner.adjust(IconSize + Gap, 0, 0, 0);
    }
    painter.setPen(ink);
    painter.drawText(inner, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, m_text);
}

} // namespace anrufwarte
