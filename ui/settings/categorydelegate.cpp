// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/categorydelegate.h"

#include "ui/look/look.h"

#include <QPainter>

namespace anrufwarte {

namespace {
constexpr int Padding = 10;
constexpr int IconSize = 18;
constexpr int Gap = 10;
} // namespace

CategoryDelegate::CategoryDelegate(const Look &look, QObject *parent)
    : QStyledItemDelegate(parent), m_look(look)
{
}

void CategoryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const Tokens &tokens = m_look.tokens();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool focused = selected && option.state.testFlag(QStyle::State_HasFocus);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF ground = QRectF(option.rect).adjusted(1, 1, -1, -1);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    painter->setBrush(selected ? tokens.selection : hovered ? tokens.hover : QColor(Qt::transparent));
    painter->setPen(focused ? QPen(tokens.accentText, metric::FocusWidth) : QPen(Qt::NoPen));
    painter->drawRoundedRect(ground, metric::RadiusControl, metric::RadiusControl);

    QRect place(option.rect.left() + Padding, 0, IconSize, IconSize);
    place.moveTop(option.rect.center().y() - IconSize / 2);
    index.data(Qt::DecorationRole).value<QIcon>().paint(painter, place);
    const QRect text = option.rect.adjusted(Padding + IconSize + Gap, 0, -Padding, 0);
    painter->setFont(Look::font(selected ? TextStyle::BodyBold : TextStyle::BodyMedium));
    painter->setPen(selected ? tokens.text : tokens.text2);
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, index.data().toString());
    painter->restore();
}

QSize CategoryDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QFontMetrics bold(Look::font(TextStyle::BodyBold));
    const int width = 2 * Padding + IconSize + Gap + bold.horizontalAdvance(index.data().toString());
    return {width, qMax(metric::RowHeight, bold.height() + Padding)};
}

} // namespace anrufwarte
