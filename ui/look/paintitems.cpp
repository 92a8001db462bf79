// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/stylepaint.h"

#include <QPainter>
#include <QStyleOption>

namespace anrufwarte::stylepaint {

namespace {

constexpr int MenuRow = 30, MenuInset = 4, MenuIconColumn = 32, MenuGap = 28;

void separator(const Brush &brush, const QRect &rect)
{
    brush.painter->fillRect(rect.x() + 8, rect.center().y(), rect.width() - 16, 1, brush.tokens().line);
}

/// A menu item's text and its shortcut come as one string with a tab between.
void menuTexts(const Brush &brush, const QStyleOptionMenuItem &item, const QRect &rect, const QColor &color)
{
    const qsizetype tab = item.text.indexOf(u'\t');
    brush.painter->setFont(item.font);
    brush.painter->setPen(color);
    brush.painter->drawText(rect,
                            Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic | Qt::TextSingleLine,
                            item.text.left(tab));
    if (tab >= 0) {
        brush.painter->setPen(brush.tokens().text3);
        brush.painter->drawText(rect, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine,
                                item.text.mid(tab + 1));
    }
}

} // namespace

void tab(const Brush &brush, const QStyleOption *option)
{
    const Tokens &t = brush.tokens();
    const QRect rect = option->rect;
    if (has(option, QStyle::State_Selected))
        brush.painter->fillRect(rect.left(), rect.bottom() - 1, rect.width(), 2, t.accentText);
    else if (has(option, QStyle::State_MouseOver))
        brush.painter->fillRect(rect.left(), rect.bottom() - 1, rect.width(), 2, t.line2);
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange))
        focusRing(brush, rect.adjusted(0, 2, 0, -4), metric::RadiusChip);
}

void headerSection(const Brush &brush, const QStyleOption *option)
{
    const Tokens &t = brush.tokens();
    brush.painter->fillRect(option->rect, has(option, QStyle::State_MouseOver) ? t.hover : t.raised);
    if (has(option, QStyle::State_Horizontal))
        brush.painter->fillRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1, t.line);
}

void itemPanel(const Brush &brush, const QStyleOption *option)
{
    const Tokens &t = brush.tokens();
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    if (item && item->backgroundBrush.style() != Qt::NoBrush)
        brush.painter->fillRect(option->rect, item->backgroundBrush);
    if (has(option, QStyle::State_Selected)) {
        brush.painter->fillRect(option->rect, t.selection);
        const bool first = item && (item->viewItemPosition == QStyleOptionViewItem::Beginning ||
                                    item->viewItemPosition == QStyleOptionViewItem::OnlyOne);
        if (first)
            brush.painter->fillRect(option->rect.left(), option->rect.top(), 3, option->rect.height(),
                                    t.accentText);
    } else if (has(option, QStyle::State_MouseOver)) {
        brush.painter->fillRect(option->rect, t.hover);
    }
}

void menuItem(const Brush &brush, const QStyleOption *option)
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (!item)
        return;
    if (item->menuItemType == QStyleOptionMenuItem::Separator) {
        separator(brush, item->rect);
        return;
    }
    const Tokens &t = brush.tokens();
    const bool enabled = has(option, QStyle::State_Enabled);
    if (has(option, QStyle::State_Selected) && enabled)
        roundedRect(brush.painter, item->rect.adjusted(MenuInset, 0, -MenuInset, 0), metric::RadiusChip,
                    t.selection, {});

    const QColor color = enabled ? t.text : t.disabled;
    const QRect mark(item->rect.left() + MenuInset, item->rect.top(), MenuIconColumn, item->rect.height());
    if (item->checked)
        icon(brush, mark, QStringLiteral("check"), enabled ? t.accentText : t.disabled, 16);
    else if (!item->icon.isNull())
        item->icon.paint(brush.painter, QRect(mark.center() - QPoint(7, 7), QSize(16, 16)), Qt::AlignCenter,
                         enabled ? QIcon::Normal : QIcon::Disabled);
    menuTexts(brush, *item, item->rect.adjusted(MenuInset + MenuIconColumn, 0, -16, 0), color);
    if (item->menuItemType == QStyleOptionMenuItem::SubMenu)
        icon(brush, QRect(item->rect.right() - 24, item->rect.top(), 20, item->rect.height()),
             QStringLiteral("chevron-right"), t.text3, 14);
}

QSize menuItemSize(const QStyleOption *option, const QSize &contents)
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (item && item->menuItemType == QStyleOptionMenuItem::Separator)
        return {contents.width(), 9};
    const int shortcut = item && item->text.contains(u'\t') ? MenuGap : 0;
    return {contents.width() + MenuInset + MenuIconColumn + shortcut + 24,
            qMax(MenuRow, contents.height() + 8)};
}

void menuBarItem(const Brush &brush, const QStyleOption *option)
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (!item)
        return;
    const Tokens &t = brush.tokens();
    brush.painter->fillRect(item->rect, t.sidebar);
    if (has(option, QStyle::State_Selected))
        roundedRect(brush.painter, item->rect.adjusted(0, 2, 0, -2), metric::RadiusChip, t.selection, {});
    brush.painter->setPen(t.text);
    brush.painter->drawText(item->rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine,
                            item->text);
}

} // namespace anrufwarte::stylepaint
