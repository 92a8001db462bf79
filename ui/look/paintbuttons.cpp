// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/stylepaint.h"

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

namespace anrufwarte::stylepaint {

void roundedRect(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &line,
                 qreal lineWidth)
{
    const qreal inset = line.isValid() ? lineWidth / 2 : 0.0;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter->setPen(line.isValid() ? QPen(line, lineWidth) : QPen(Qt::NoPen));
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

void icon(const Brush &brush, const QRect &rect, const QString &name, const QColor &color, int size)
{
    const QPixmap pixmap = brush.look.pixmap(name, color, size, brush.painter->device()->devicePixelRatioF());
    brush.painter->drawPixmap(rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2,
                              pixmap);
}

bool has(const QStyleOption *option, int stateFlag)
{
    return (option->state & QStyle::State(stateFlag)) == QStyle::State(stateFlag);
}

ButtonKind kindOf(const QWidget *widget)
{
    return widget ? widget->property("buttonKind").value<ButtonKind>() : ButtonKind::Secondary;
}

bool isCompact(const QWidget *widget)
{
    return widget && widget->property("compact").toBool();
}

void focusRing(const Brush &brush, const QRect &rect, qreal radius)
{
    roundedRect(brush.painter, rect, radius, {}, brush.tokens().accentText, metric::FocusWidth);
}

void pushButton(const Brush &brush, const QStyleOption *option, const QWidget *widget)
{
    const Tokens &t = brush.tokens();
    const bool down = has(option, QStyle::State_Sunken) || has(option, QStyle::State_On);
    const bool over = has(option, QStyle::State_MouseOver);
    const bool enabled = has(option, QStyle::State_Enabled);
    QColor fill = t.surface;
    QColor line = t.line2;
    switch (kindOf(widget)) {
    case ButtonKind::Primary:
        fill = !enabled ? t.hover : down ? t.accent.darker(118) : over ? t.accent.darker(108) : t.accent;
        line = enabled ? fill : t.line;
        break;
    case ButtonKind::Secondary:
        fill = !enabled ? t.raised : down ? t.line : over ? t.hover : t.surface;
        line = enabled ? t.line2 : t.line;
        break;
    case ButtonKind::Flat:
        fill = down ? t.line : over && enabled ? t.hover : QColor();
        line = QColor();
        break;
    case ButtonKind::Danger:
        fill = !enabled ? t.raised : down || over ? t.dangerBg : t.surface;
        line = enabled ? t.danger : t.line;
        break;
    }
    roundedRect(brush.painter, option->rect, metric::RadiusControl, fill, line);
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange))
        focusRing(brush, option->rect, metric::RadiusControl);
}

namespace {

constexpr int IconGap = 6, MenuArrow = 14;

/// A flat button with an icon is a tool, one without is a link.
QColor buttonText(const Tokens &tokens, const QStyleOptionButton &button, const QWidget *widget)
{
    if (!has(&button, QStyle::State_Enabled))
        return tokens.disabled;
    switch (kindOf(widget)) {
    case ButtonKind::Primary:
        return tokens.onAccent;
    case ButtonKind::Flat:
        return button.icon.isNull() ? tokens.accentText : tokens.text;
    case ButtonKind::Danger:
        return tokens.danger;
    case ButtonKind::Secondary:
        break;
    }
    return tokens.text;
}

bool hasMenu(const QStyleOptionButton &button)
{
    return button.features.testFlag(QStyleOptionButton::HasMenu);
}

} // namespace

int buttonLabelWidth(const QStyleOptionButton &button)
{
    const int icon = button.icon.isNull() ? 0 : button.iconSize.width();
    const int text =
        button.text.isEmpty() ? 0 : button.fontMetrics.size(Qt::TextShowMnemonic, button.text).width();
    const int arrow = hasMenu(button) ? IconGap + MenuArrow : 0;
    return icon + text + arrow + (icon > 0 && text > 0 ? IconGap : 0);
}

void buttonLabel(const Brush &brush, const QStyleOptionButton &button, const QWidget *widget)
{
    const QColor color = buttonText(brush.tokens(), button, widget);
    QRect room = button.rect;
    room.setLeft(room.left() + qMax(0, (room.width() - buttonLabelWidth(button)) / 2));
    if (!button.icon.isNull()) {
        const QSize size = button.iconSize;
        const QIcon::Mode mode = has(&button, QStyle::State_Enabled) ? QIcon::Normal : QIcon::Disabled;
        const QRect place(room.left(), room.center().y() - size.height() / 2 + 1, size.width(),
                          size.height());
        button.icon.paint(brush.painter, QStyle::visualRect(button.direction, button.rect, place),
                          Qt::AlignCenter, mode);
        room.setLeft(place.right() + 1 + IconGap);
    }
    brush.painter->setPen(color);
    brush.painter->drawText(QStyle::visualRect(button.direction, button.rect, room),
                            Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic | Qt::TextSingleLine,
                            button.text);
    if (hasMenu(button)) {
        const int text = button.fontMetrics.size(Qt::TextShowMnemonic, button.text).width();
        room.setLeft(room.left() + text + IconGap);
        room.setWidth(MenuArrow);
        icon(brush, QStyle::visualRect(button.direction, button.rect, room), QStringLiteral("chevron-down"),
             color, MenuArrow);
    }
}

void toolButtonPanel(const Brush &brush, const QStyleOption *option)
{
    const Tokens &t = brush.tokens();
    if (has(option, QStyle::State_Sunken) || has(option, QStyle::State_On))
        roundedRect(brush.painter, option->rect, metric::RadiusControl, t.line, {});
    else if (has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled))
        roundedRect(brush.painter, option->rect, metric::RadiusControl, t.hover, {});
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange))
        focusRing(brush, option->rect, metric::RadiusControl);
}

void checkBox(const Brush &brush, const QStyleOption *option)
{
    const Tokens &t = brush.tokens();
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool partly = has(option, QStyle::State_NoChange);
    const bool on = has(option, QStyle::State_On) || partly;
    const QColor accent = enabled ? t.accent : t.disabled;
    roundedRect(brush.painter, option->rect, metric::RadiusChip, on ? accent : t.surface,
                on        ? accent
                : enabled ? t.control
                          : t.line2,
                on ? 1.0 : 1.5);
    if (on)
        icon(brush, option->rect, partly ? QStringLiteral("minus") : QStringLiteral("check"), t.onAccent, 12);
}

void radioButton(const Brush &brush, const QStyleOption *option)
{
    const Tokens &t = brush.tokens();
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool on = has(option, QStyle::State_On);
    const QRectF rect = option->rect;
    const QColor accent = enabled ? t.accent : t.disabled;
    roundedRect(brush.painter, rect, rect.width() / 2, on ? accent : t.surface,
                on        ? accent
                : enabled ? t.control
                          : t.line2,
                on ? 1.0 : 1.5);
    if (on) {
        const qreal inset = rect.width() / 3;
        roundedRect(brush.painter, rect.adjusted(inset, inset, -inset, -inset), inset, t.onAccent, {});
    }
}

} // namespace anrufwarte::stylepaint
