// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/calldelegate.h"

#include "ui/calls/callcolumns.h"
#include "ui/calls/calltablemodel.h"
#include "ui/calls/celltexts.h"

#include <QHeaderView>
#include <QPainter>
#include <QTableView>

namespace anrufwarte {

namespace {
constexpr int OuterPadding = 12, InnerPadding = 8, IconGap = 6;
constexpr int SelectionBar = 3;
constexpr int SegmentWidth = 6, SegmentHeight = 12, SegmentStep = 8, MeterGap = 6;
static_assert(CallDelegate::MeterWidth == (PartCount - 1) * SegmentStep + SegmentWidth + MeterGap);

const QTableView *viewOf(const QStyleOptionViewItem &option)
{
    return qobject_cast<const QTableView *>(option.widget);
}

int visualColumn(const QStyleOptionViewItem &option, int column)
{
    const QTableView *view = viewOf(option);
    if (view == nullptr)
        return column;
    const QHeaderView *header = view->horizontalHeader();
    int shownBefore = 0;
    for (int visual = 0; visual < header->visualIndex(column); ++visual)
        shownBefore += header->isSectionHidden(header->logicalIndex(visual)) ? 0 : 1;
    return shownBefore;
}

void paintSegment(QPainter *painter, const QRect &segment, DataState state, const Tokens &t)
{
    const QRectF outline = QRectF(segment).adjusted(0.5, 0.5, -0.5, -0.5);
    switch (state) {
    case DataState::Present:
        painter->setPen(Qt::NoPen);
        painter->setBrush(t.control);
        painter->drawRoundedRect(segment, 1.5, 1.5);
        return;
    case DataState::Pending:
        painter->setPen(t.line2);
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(outline, 1.5, 1.5);
        return;
    case DataState::Missing:
        painter->setPen(QPen(t.warnMark, 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(outline, 1.5, 1.5);
        return;
    case DataState::Never:
        painter->fillRect(QRect(segment.left(), segment.center().y(), segment.width(), 1), t.control);
        return;
    }
}
} // namespace

CallDelegate::CallDelegate(const Look &look, const CellContext &context, const RowFade &fade, QObject *parent)
    : QStyledItemDelegate(parent), m_look(look), m_context(context), m_fade(fade)
{
    loadFonts();
    connect(&look, &Look::changed, this, &CallDelegate::loadFonts);
}

void CallDelegate::loadFonts()
{
    for (size_t i = 0; i < m_fonts.size(); ++i)
        m_fonts[i] = Look::font(static_cast<TextStyle>(i));
}

QSize CallDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto row = index.data(CallTableModel::RowRole).value<BoardRowPtr>();
    const auto column = static_cast<BoardColumn>(index.column());
    const CellStyle style = cellStyle(*row, column, m_context, m_look.tokens());
    const QFontMetrics metrics(m_fonts[static_cast<size_t>(style.font)]);
    int width = metrics.horizontalAdvance(callColumn(column).text(*row, m_context)) + 2 * InnerPadding;
    if (!style.icon.isEmpty())
        width += style.iconSize + IconGap;
    if (column == BoardColumn::DataParts)
        width += MeterWidth;
    if (visualColumn(option, index.column()) == 0)
        width += OuterPadding - InnerPadding;
    return {width, metric::RowHeight};
}

void CallDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const auto *model = qobject_cast<const CallTableModel *>(index.model());
    if (model == nullptr)
        return;
    const Cell cell{painter, option, *model->row(index.row()), static_cast<BoardColumn>(index.column()),
                    visualColumn(option, index.column()) == 0};
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(cell, index.row() == m_hoverRow);
    QRect area = option.rect.adjusted(cell.isFirst ? OuterPadding : InnerPadding, 0, -InnerPadding, 0);
    if (cell.column == BoardColumn::DataParts)
        paintMeter(cell, area);
    paintText(cell, area);
    paintFocus(cell, index);
    painter->restore();
}

void CallDelegate::paintGround(const Cell &cell, bool hovered) const
{
    const Tokens &t = m_look.tokens();
    const QRect &rect = cell.option.rect;
    const bool selected = cell.option.state.testFlag(QStyle::State_Selected);
    cell.painter->fillRect(rect, selected ? t.selection : hovered ? t.hover : t.surface);
    if (const qreal fade = m_fade.strength(cell.row.call.callId); fade > 0 && !selected) {
        QColor tint = t.accentBg;
        tint.setAlphaF(static_cast<float>(fade));
        cell.painter->fillRect(rect, tint);
    }
    cell.painter->fillRect(rect.left(), rect.bottom(), rect.width(), 1, t.line);
    if (selected && cell.isFirst)
        cell.painter->fillRect(rect.left(), rect.top(), SelectionBar, rect.height(), t.accentText);
}

void CallDelegate::paintFocus(const Cell &cell, const QModelIndex &index) const
{
    const QTableView *view = viewOf(cell.option);
    if (view == nullptr || !view->hasFocus() || view->currentIndex().row() != index.row())
        return;
    // One ring around the row: each cell draws its part of it.
    const QRect row(cell.option.rect.left() - view->columnViewportPosition(index.column()),
                    cell.option.rect.top(), view->horizontalHeader()->length(), cell.option.rect.height());
    cell.painter->setClipRect(cell.option.rect);
    cell.painter->setPen(QPen(m_look.tokens().accentText, metric::FocusWidth));
    cell.painter->setBrush(Qt::NoBrush);
    cell.painter->drawRect(row.adjusted(1, 1, -1, -1));
}

void CallDelegate::paintMeter(const Cell &cell, QRect &area) const
{
    const std::array<DataState, PartCount> states = partStates(cell.row);
    const int top = area.top() + (area.height() - SegmentHeight) / 2;
    for (int i = 0; i < PartCount; ++i)
        paintSegment(cell.painter, {area.left() + i * SegmentStep, top, SegmentWidth, SegmentHeight},
                     states[static_cast<size_t>(i)], m_look.tokens());
    area.setLeft(area.left() + MeterWidth);
}

void CallDelegate::paintText(const Cell &cell, QRect area) const
{
    const CellStyle style = cellStyle(cell.row, cell.column, m_context, m_look.tokens());
    const CallColumn &column = callColumn(cell.column);
    const QString text = column.text(cell.row, m_context);
    const QFont &font = m_fonts[static_cast<size_t>(style.font)];
    const QFontMetrics metrics(font);
    if (!style.icon.isEmpty()) {
        const int left = column.isNumber
                             ? area.right() - metrics.horizontalAdvance(text) - IconGap - style.iconSize
                             : area.left();
        const qreal ratio = cell.painter->device()->devicePixelRatio();
        cell.painter->drawPixmap(left, area.top() + (area.height() - style.iconSize) / 2,
                                 m_look.pixmap(style.icon, style.iconColor, style.iconSize, ratio));
        if (!column.isNumber)
            area.setLeft(area.left() + style.iconSize + IconGap);
    }
    cell.painter->setFont(font);
    cell.painter->setPen(style.color);
    // Numbers are never cut: a wrong number is worse than one that touches its neighbour.
    const bool isNumber = column.isNumber || cell.column == BoardColumn::DataParts;
    const bool isCut = !isNumber && metrics.horizontalAdvance(text) > area.width();
    const int alignment = Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip |
                          (column.isNumber ? Qt::AlignRight : Qt::AlignLeft);
    cell.painter->drawText(area, alignment,
                           isCut ? metrics.elidedText(text, Qt::ElideRight, area.width()) : text);
}

} // namespace anrufwarte
