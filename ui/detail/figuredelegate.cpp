// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/figuredelegate.h"

#include "ui/look/look.h"

#include <QPainter>

namespace anrufwarte {

namespace {
constexpr int Swatch = 12, SwatchRadius = 3, Icon = 14, CellPadding = 8, Gap = 8;
} // namespace

FigureDelegate::FigureDelegate(const Look &look, QObject *parent) : QStyledItemDelegate(parent), m_look(look)
{
}

void FigureDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const Tokens &tokens = m_look.tokens();
    if (index.data(SumRole).toBool())
        option->backgroundBrush = tokens.raised;
}

QSize FigureDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell(option);
    initStyleOption(&cell, index);
    const int mark = index.data(SwatchRole).isValid()  ? Swatch + Gap
                     : index.data(BreachRole).toBool() ? Icon + 4
                                                       : 0;
    return {cell.fontMetrics.horizontalAdvance(cell.text) + mark + 2 * CellPadding + 1, metric::RowHeight};
}

void FigureDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    QStyleOptionViewItem cell(option);
    initStyleOption(&cell, index);
    const QString text = cell.text;
    cell.text.clear();
    const QStyle *style = cell.widget->style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget); // ground and selection

    const Tokens &tokens = m_look.tokens();
    QRect room = option.rect.adjusted(CellPadding, 0, -CellPadding, 0);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (const QVariant swatch = index.data(SwatchRole); swatch.isValid()) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(tokens.share[static_cast<size_t>(swatch.toInt()) % tokens.share.size()]);
        painter->drawRoundedRect(QRect(room.left(), room.center().y() - Swatch / 2 + 1, Swatch, Swatch),
                                 SwatchRadius, SwatchRadius);
        room.adjust(Swatch + Gap, 0, 0, 0);
    }
    painter->setFont(cell.font);
    const bool isBreach = index.data(BreachRole).toBool();
    if (isBreach) {
        const int textLeft = room.right() - painter->fontMetrics().horizontalAdvance(text);
        painter->drawPixmap(std::max(room.left(), textLeft - Icon - 4), room.center().y() - Icon / 2 + 1,
                            m_look.pixmap(QStringLiteral("triangle-alert"), tokens.danger, Icon,
                                          painter->device()->devicePixelRatioF()));
    }
    painter->setPen(isBreach ? tokens.danger : index.data(QuietRole).toBool() ? tokens.text2 : tokens.text);
    const bool isFigure = cell.displayAlignment.testFlag(Qt::AlignRight); // numbers are never cut
    const QString shown = isFigure ? text : cell.fontMetrics.elidedText(text, Qt::ElideRight, room.width());
    painter->drawText(room, static_cast<int>(cell.displayAlignment) | Qt::TextSingleLine, shown);
    painter->restore();
}

} // namespace anrufwarte
