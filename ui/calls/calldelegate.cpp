// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/calldelegate.h"

#include "ui/calls/callcolumns.h"
#include "ui/calls/calltablemodel.h"
#include "ui/calls/celltexts.h"

#include <QHeaderView>
#include <QPainter>
#include <QTableView>
#include <QtMath>

namespace anrufwarte {

namespace {
constexpr int OuterPadding = 12, InnerPadding = 8, IconGap = 6;
constexpr int SelectionBar = 3;

const QTableView *viewOf(const QStyleOptionViewItem &option)
{
    return qobject_cast<const QTableView *>(option.widget);
}

/// Leftmost as the user ordered them: what is hidden before it has no width.
bool isFirst(const QStyleOptionViewItem &option, int column)
{
    const QTableView *view = viewOf(option);
    return view == nullptr ? column == 0 : view->horizontalHeader()->sectionPosition(column) == 0;
}
} // namespace

CallDelegate::CallDelegate(const Look &look, const CellContext &context, const RowFade &fade, QObject *parent)
    : QStyledItemDelegate(parent), m_look(look), m_context(context), m_fade(fade), m_meter(look)
{
    loadLook();
    connect(&look, &Look::changed, this, &CallDelegate::loadLook);
}

void CallDelegate::loadLook()
{
    m_texts.forget();
    m_meter.forget();
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
        width += PartMeter::Width;
    if (isFirst(option, index.column()))
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
                    isFirst(option, index.column())};
    const QColor ground = paintGround(cell, index.row() == m_hoverRow);
    QRect area = option.rect.adjusted(cell.isFirst ? OuterPadding : InnerPadding, 0, -InnerPadding, 0);
    if (cell.column == BoardColumn::DataParts)
        paintMeter(cell, area);
    paintText(cell, area, ground);
    paintFocus(cell, index);
}

QColor CallDelegate::paintGround(const Cell &cell, bool hovered) const
{
    const Tokens &t = m_look.tokens();
    const QRect &rect = cell.option.rect;
    const bool selected = cell.option.state.testFlag(QStyle::State_Selected);
    QColor ground = selected ? t.selection : hovered ? t.hover : t.surface;
    cell.painter->fillRect(rect, ground);
    if (const qreal fade = m_fade.strength(cell.row.call.callId); fade > 0 && !selected) {
        QColor tint = t.accentBg;
        tint.setAlphaF(static_cast<float>(fade));
        cell.painter->fillRect(rect, tint);
        ground = QColor();
    }
    cell.painter->fillRect(rect.left(), rect.bottom(), rect.width(), 1, t.line);
    if (selected && cell.isFirst)
        cell.painter->fillRect(rect.left(), rect.top(), SelectionBar, rect.height(), t.accentText);
    return ground;
}

void CallDelegate::paintFocus(const Cell &cell, const QModelIndex &index) const
{
    const QTableView *view = viewOf(cell.option);
    if (view == nullptr || view->currentIndex().row() != index.row() || !view->hasFocus())
        return;
    // One ring around the row: each cell draws its part of it.
    cell.painter->save();
    const QRect row(cell.option.rect.left() - view->columnViewportPosition(index.column()),
                    cell.option.rect.top(), view->horizontalHeader()->length(), cell.option.rect.height());
    cell.painter->setRenderHint(QPainter::Antialiasing);
    cell.painter->setClipRect(cell.option.rect);
    cell.painter->setPen(QPen(m_look.tokens().accentText, metric::FocusWidth));
    cell.painter->setBrush(Qt::NoBrush);
    cell.painter->drawRect(row.adjusted(1, 1, -1, -1));
    cell.painter->restore();
}

void CallDelegate::paintMeter(const Cell &cell, QRect &area) const
{
    m_meter.paint(*cell.painter, area, partStates(cell.row));
    area.setLeft(area.left() + PartMeter::Width);
}

void CallDelegate::paintText(const Cell &cell, QRect area, const QColor &ground) const
{
    const CellStyle style = cellStyle(cell.row, cell.column, m_context, m_look.tokens());
    const CallColumn &column = callColumn(cell.column);
    QString text = column.text(cell.row, m_context);
    const auto fontKey = static_cast<int>(style.font);
    const QFont &font = m_fonts[static_cast<size_t>(style.font)];
    QSizeF size = m_texts.line(fontKey, font, text).size();
    if (!style.icon.isEmpty()) {
        const int left =
            column.isNumber ? area.right() - qCeil(size.width()) - IconGap - style.iconSize : area.left();
        const qreal ratio = cell.painter->device()->devicePixelRatio();
        cell.painter->drawPixmap(left, area.top() + (area.height() - style.iconSize) / 2,
                                 m_look.pixmap(style.icon, style.iconColor, style.iconSize, ratio));
        if (!column.isNumber)
            area.setLeft(area.left() + style.iconSize + IconGap);
    }
    // Numbers are never cut: a wrong number is worse than one that touches its neighbour.
    const bool isNumber = column.isNumber || cell.column == BoardColumn::DataParts;
    if (!isNumber && size.width() > area.width()) {
        text = QFontMetrics(font).elidedText(text, Qt::ElideRight, area.width());
        size = m_texts.line(fontKey, font, text).size();
    }
    const qreal left = column.isNumber ? area.left() + area.width() - size.width() : area.left();
    const int top = area.top() + qRound((area.height() - size.height()) / 2);
    m_texts.draw(*cell.painter, QPointF(left, top), fontKey, font, text, {style.color, ground});
}

} // namespace anrufwarte
