// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/resync/celltable.h"

#include "ui/resync/celldelegate.h"
#include "ui/resync/tablehead.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QScrollBar>

namespace anrufwarte {

void copySelectedRows(const QAbstractItemView &view)
{
    if (view.selectionModel() == nullptr)
        return;
    QModelIndexList rows = view.selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const QModelIndex &row : rows) {
        QStringList cells;
        for (int column = 0; column < view.model()->columnCount(row.parent()); ++column)
            cells.append(row.siblingAtColumn(column).data().toString());
        lines.append(cells.join(u'\t'));
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

CellTable::CellTable(const Look &look, QWidget *parent)
    : QTableView(parent), m_head(new TableHead(look, this)), m_delegate(new CellDelegate(look, this))
{
    setHorizontalHeader(m_head);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(metric::RowHeight);
    verticalHeader()->setDefaultSectionSize(
        qMax(metric::RowHeight, QFontMetrics(Look::font(TextStyle::Body)).height() + 12));
    connect(this, &QTableView::doubleClicked, this, &CellTable::rowOpened);
    connect(&look, &Look::changed, viewport(), qOverload<>(&QWidget::update));
}

void CellTable::display(QAbstractItemModel *model, const QList<int> &wide, const QList<int> &narrow)
{
    setModel(model);
    m_head->setWidths(wide, narrow);
}

void CellTable::rowsInserted(const QModelIndex &parent, int start, int end)
{
    QTableView::rowsInserted(parent, start, end);
    const int above = verticalScrollBar()->value();
    const int rowHeight = verticalHeader()->defaultSectionSize();
    if (above == 0 || start * rowHeight > above)
        return;
    updateGeometries(); // the bar must know of the new rows before it can go past them
    verticalScrollBar()->setValue(above + (end - start + 1) * rowHeight);
}

void CellTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    viewport()->update(); // the ring goes around the row, not the cell
}

void CellTable::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex current = currentIndex();
    if (event->matches(QKeySequence::Copy)) {
        copySelectedRows(*this);
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && current.isValid()) {
        Q_EMIT
        rowOpened(current);
    } else {
        QTableView::keyPressEvent(event);
    }
}

void CellTable::mouseMoveEvent(QMouseEvent *event)
{
    QTableView::mouseMoveEvent(event);
    hover(indexAt(event->pos()));
}

void CellTable::hover(const QModelIndex &index)
{
    if (m_delegate->setHovered(index))
        viewport()->update();
}

bool CellTable::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        hover({});
    return QTableView::viewportEvent(event);
}

} // namespace anrufwarte
