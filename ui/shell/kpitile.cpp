// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/kpitile.h"

#include "ui/look/look.h"

#include <QPainter>

namespace anrufwarte {

namespace {
constexpr int Gap = 8, LineGap = 2;
}

KpiTile::KpiTile(const Look &look, QWidget *parent) : QAbstractButton(parent), m_look(look)
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::NoFocus);
    setEnabled(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
}

void KpiTile::setContent(const KpiText &text)
{
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text.spoken);
    setToolTip(text.note);
    setEnabled(text.isPressable);
    setFocusPolicy(text.isPressable ? Qt::StrongFocus : Qt::NoFocus);
    setCursor(text.isPressable ? Qt::PointingHandCursor : Qt::ArrowCursor);
    updateGeometry();
    update();
}

int KpiTile::widthWith(const QString &note) const
{
    const int value = QFontMetrics(Look::font(TextStyle::Kpi)).horizontalAdvance(m_text.value);
    const int words =
        note.isEmpty() ? 0 : Gap + QFontMetrics(Look::font(TextStyle::SmallMedium)).horizontalAdvance(note);
    return qMax(value + words,
                QFontMetrics(Look::font(TextStyle::SmallMedium)).horizontalAdvance(m_text.caption));
}

QSize KpiTile::sizeHint() const
{
    const int height = QFontMetrics(Look::font(TextStyle::SmallMedium)).height() +
                       QFontMetrics(Look::font(TextStyle::Kpi)).height() + LineGap;
    return {widthWith(m_text.note), height};
}

QSize KpiTile::minimumSizeHint() const
{
    return {widthWith(m_text.shortNote), sizeHint().height()};
}

void KpiTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = m_look.tokens();
    const QFont small = Look::font(TextStyle::SmallMedium);
    const QFont large = Look::font(TextStyle::Kpi);
    const QFontMetrics smallMetrics(small);

    painter.setFont(small);
    painter.setPen(t.text2);
    painter.drawText(0, smallMetrics.ascent(),
                     smallMetrics.elidedText(m_text.caption, Qt::ElideRight, width()));

    const int baseline = smallMetrics.height() + LineGap + QFontMetrics(large).ascent();
    painter.setFont(large);
    const bool unknown = m_text.value == Formats::unknown();
    painter.setPen(unknown ? t.text2 : m_text.tone == KpiNoteTone::Danger ? t.danger : t.text);
    painter.drawText(0, baseline, m_text.value);

    const int left = QFontMetrics(large).horizontalAdvance(m_text.value) + Gap;
    const bool fits = left + smallMetrics.horizontalAdvance(m_text.note) <= width();
    QFont note = small;
    note.setUnderline(m_text.isPressable && (underMouse() || isDown()));
    painter.setFont(note);
    painter.setPen(m_text.tone == KpiNoteTone::Danger ? t.danger
                   : m_text.tone == KpiNoteTone::Warn ? t.warn
                                                      : t.text2);
    painter.drawText(left, baseline - 1,
                     fits ? m_text.note
                          : smallMetrics.elidedText(m_text.shortNote, Qt::ElideRight, width() - left + 2));
    paintFocus(painter);
}

void KpiTile::paintFocus(QPainter &painter) const
{
    if (!hasFocus() || !window()->testAttribute(Qt::WA_KeyboardFocusChange))
        return;
    painter.setPen(QPen(m_look.tokens().accentText, metric::FocusWidth));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

} // namespace anrufwarte
