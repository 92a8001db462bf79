// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/resync/celldelegate.h"

#include <QHeaderView>
#include <QPainter>
#include <QTableView>
#include <QTreeView>

namespace anrufwarte {

namespace {

constexpr int IconSize = 16, IconGap = 6, SelectionBar = 3;
constexpr int ChipHeight = 20, ChipPadding = 8;

const QHeaderView *headerOf(const QAbstractItemView *view)
{
    if (const auto *table = qobject_cast<const QTableView *>(view))
        return table->horizontalHeader();
    const auto *tree = qobject_cast<const QTreeView *>(view);
    return tree != nullptr ? tree->header() : nullptr;
}

const QAbstractItemView *viewOf(const QStyleOptionViewItem &option)
{
    return qobject_cast<const QAbstractItemView *>(option.widget);
}

CellLook lookOf(const QModelIndex &index)
{
    return index.data(CellLookRole).value<CellLook>();
}

} // namespace

CellDelegate::CellDelegate(const Look &look, QObject *parent) : QStyledItemDelegate(parent), m_look(look)
{
    loadFonts();
    connect(&look, &Look::changed, this, &CellDelegate::loadFonts);
}

void CellDelegate::loadFonts()
{
    for (size_t i = 0; i < m_fonts.size(); ++i)
        m_fonts[i] = Look::font(static_cast<TextStyle>(i));
}

bool CellDelegate::setHovered(const QModelIndex &index)
{
    const QModelIndex first = index.siblingAtColumn(0);
    if (m_hovered == first)
        return false;
    m_hovered = first;
    return true;
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const CellLook cell = lookOf(index);
    const QFontMetrics metrics(m_fonts[static_cast<size_t>(cell.font)]);
    const int icon = cell.icon.isEmpty() ? 0 : IconSize + IconGap;
    const int chip = cell.chip ? 2 * ChipPadding : 0;
    return {metrics.horizontalAdvance(index.data().toString()) + icon + chip + cell.indent + OuterPadding +
                InnerPadding,
            qMax(metric::RowHeight, metrics.height() + 12)};
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const CellLook cell = lookOf(index);
    const bool isFirst = index.column() == 0;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(painter, option, cell, index);
    const int left = (isFirst ? OuterPadding : InnerPadding) + cell.indent;
    QRect room = option.rect.adjusted(left, 0, -InnerPadding, 0);
    paintIcon(painter, option, cell, room);
    const QString text = index.data().toString();
    if (cell.chip)
        paintChip(painter, cell, text, room);
    else
        paintText(painter, cell, text, room);
    paintFocus(painter, option, index);
    painter->restore();
}

void CellDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option, const CellLook &cell,
                               const QModelIndex &index) const
{
    const Tokens &t = m_look.tokens();
    const QRect &rect = option.rect;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = m_hovered.isValid() && m_hovered == index.siblingAtColumn(0);
    painter->fillRect(rect, selected ? t.selection : hovered ? t.hover : t.*cell.ground);
    painter->fillRect(rect.left(), rect.bottom(), rect.width(), 1, t.line);
    if (selected && index.column() == 0)
        painter->fillRect(rect.left(), rect.top(), SelectionBar, rect.height(), t.accentText);
}

void CellDelegate::paintIcon(QPainter *painter, const QStyleOptionViewItem &option, const CellLook &cell,
                             QRect &room) const
{
    if (cell.icon.isEmpty())
        return;
    const bool isOpen = option.state.testFlag(QStyle::State_Open);
    const QString name = isOpen && cell.icon == u"chevron-right" ? QStringLiteral("chevron-down") : cell.icon;
    painter->drawPixmap(room.left(), room.top() + (room.height() - IconSize) / 2,
                        m_look.pixmap(name, m_look.tokens().*cell.iconColour, IconSize,
                                      painter->device()->devicePixelRatioF()));
    room.setLeft(room.left() + IconSize + IconGap);
}

void CellDelegate::paintText(QPainter *painter, const CellLook &cell, const QString &text, QRect room) const
{
    const QFont &font = m_fonts[static_cast<size_t>(cell.font)];
    const QFontMetrics metrics(font);
    painter->setFont(font);
    painter->setPen(m_look.tokens().*cell.colour);
    const bool isCut = !cell.isNumber && metrics.horizontalAdvance(text) > room.width();
    painter->drawText(room,
                      Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip |
                          (cell.isNumber ? Qt::AlignRight : Qt::AlignLeft),
                      isCut ? metrics.elidedText(text, Qt::ElideRight, room.width()) : text);
}

void CellDelegate::paintChip(QPainter *painter, const CellLook &cell, const QString &text,
                             const QRect &room) const
{
    const QFont &font = m_fonts[static_cast<size_t>(TextStyle::SmallMedium)];
    const QFontMetrics metrics(font);
    const QRect chip(room.left(), room.top() + (room.height() - ChipHeight) / 2,
                     qMin(metrics.horizontalAdvance(text) + 2 * ChipPadding, room.width()), ChipHeight);
    painter->setPen(Qt::NoPen);
    painter->setBrush(toneGround(m_look.tokens(), *cell.chip));
    painter->drawRoundedRect(chip, metric::RadiusChip, metric::RadiusChip);
    painter->setFont(font);
    painter->setPen(toneInk(m_look.tokens(), *cell.chip));
    painter->drawText(chip, Qt::AlignCenter | Qt::TextSingleLine,
                      metrics.elidedText(text, Qt::ElideRight, chip.width() - ChipPadding));
}

/// Each cell draws its part of one ring around the row.
void CellDelegate::paintFocus(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const QAbstractItemView *view = viewOf(option);
    const QHeaderView *header = headerOf(view);
    if (header == nullptr || !view->hasFocus())
        return;
    const QModelIndex current = view->currentIndex();
    if (current.row() != index.row() || current.parent() != index.parent())
        return;
    const int before = header->sectionViewportPosition(index.column());
    const QRect row(option.rect.left() - before, option.rect.top(), header->length(), option.rect.height());
    painter->setClipRect(option.rect);
    painter->setPen(QPen(m_look.tokens().accentText, metric::FocusWidth));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(row.adjusted(1, 1, -1, -1));
}

} // namespace anrufwarte
