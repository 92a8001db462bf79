// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/iconbutton.h"

#include "ui/look/look.h"
#include "ui/look/stylepaint.h"

#include <QKeyEvent>
#include <QKeySequence>
#include <QPainter>

namespace anrufwarte {

IconButton::IconButton(const Look &look, QString iconName, QWidget *parent)
    : QToolButton(parent), m_look(look), m_iconName(std::move(iconName))
{
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setIconSize({18, 18});
    reload();
    connect(&look, &Look::changed, this, &IconButton::reload);
}

void IconButton::setLabel(const QString &label, const QKeySequence &shortcut)
{
    const QString keys = shortcut.toString(QKeySequence::NativeText);
    setAccessibleName(label);
    setToolTip(keys.isEmpty() ? label : QStringLiteral("%1 (%2)").arg(label, keys));
}

void IconButton::setIconName(const QString &iconName)
{
    m_iconName = iconName;
    reload();
}

void IconButton::setBadge(int count)
{
    m_badge = count;
    update();
}

QSize IconButton::sizeHint() const
{
    return {metric::ControlHeight, metric::ControlHeight};
}

void IconButton::reload()
{
    setIcon(m_look.icon(m_iconName, m_look.tokens().text2));
}

void IconButton::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && !event->isAutoRepeat())
        click();
    else
        QToolButton::keyPressEvent(event);
}

void IconButton::paintEvent(QPaintEvent *event)
{
    QToolButton::paintEvent(event);
    if (m_badge <= 0)
        return;
    const Tokens &t = m_look.tokens();
    const QString text = m_badge > 9 ? QStringLiteral("9+") : QString::number(m_badge);
    QPainter painter(this);
    QFont small = Look::font(TextStyle::Caption);
    small.setPixelSize(qMax(9, small.pixelSize() - 1));
    small.setWeight(QFont::Bold);
    painter.setFont(small);
    const int side = qMax(14, QFontMetrics(small).horizontalAdvance(text) + 6);
    const QRect badge(width() - side, 1, side, 14);
    stylepaint::roundedRect(&painter, badge, 7, t.danger, {});
    painter.setPen(t.dark ? t.window : t.onAccent);
    painter.drawText(badge, Qt::AlignCenter, text);
}

} // namespace anrufwarte
