// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/callgroupview.h"

#include <QAccessible>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QWheelEvent>

namespace anrufwarte {

CallGroupView::CallGroupView(const Look &look, CallTableModel *model, CallDelegate *delegate, QWidget *parent)
    : QTableView(parent), m_delegate(delegate)
{
    setModel(model);
    setItemDelegate(delegate);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent); // cells cover it: filled once and not twice a frame
    // As high as its rows: when those below grow more, what is in sight stays as it is.
    setAttribute(Qt::WA_StaticContents);
    viewport()->setAttribute(Qt::WA_StaticContents);
    horizontalHeader()->hide();
    horizontalHeader()->setMinimumSectionSize(1);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(metric::RowHeight);
    verticalHeader()->setDefaultSectionSize(metric::RowHeight);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QTableView::updateGeometries(); // puts the corner between the headers away
    connect(&look, &Look::changed, viewport(), qOverload<>(&QWidget::update));
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this](const QItemSelection &selected) {
                if (!m_quiet && !selected.isEmpty())
                    Q_EMIT
                rowPicked(selected.first().top());
            });
    connect(this, &QTableView::clicked, this, [this](const QModelIndex &index) {
        Q_EMIT
        rowOpened(index.row());
    });
}

void CallGroupView::settleRows(const RowEdits &edits)
{
    int first = model()->rowCount();
    for (const RowEdit &edit : edits) {
        if (edit.kind != RowEdit::Kind::Change)
            first = qMin(first, edit.first);
    }
    // At once, or the table paints itself now and once more when its own timer comes; and without its repaint
    // of everything: what is above the first row that came or went is where it was.
    viewport()->setAttribute(Qt::WA_UpdatesDisabled);
    executeDelayedItemsLayout();
    viewport()->setAttribute(Qt::WA_UpdatesDisabled, false);
    const int top = rowRect(first).top();
    viewport()->update(0, top, viewport()->width(), viewport()->height() - top);
}

void CallGroupView::updateGeometries()
{
    // Nothing here scrolls, and to find that out Qt walks over every row. How many cells to paint it takes
    // from the size of its headers, hidden as they are.
    horizontalHeader()->resize(viewport()->width(), 0);
    verticalHeader()->resize(0, viewport()->height());
}

int CallGroupView::contentHeight() const
{
    return model()->rowCount() * metric::RowHeight;
}

QRect CallGroupView::rowRect(int row) const
{
    return {0, row * metric::RowHeight, width(), metric::RowHeight};
}

int CallGroupView::selectedRow() const
{
    const QModelIndexList rows =
        selectionModel()->selectedRows(currentIndex().isValid() ? currentIndex().column() : 0);
    return rows.isEmpty() ? -1 : rows.first().row();
}

void CallGroupView::selectRow(int row, int column)
{
    const QScopedValueRollback quiet(m_quiet, true);
    if (row < 0) {
        selectionModel()->clearSelection();
        selectionModel()->clearCurrentIndex();
        return;
    }
    if (currentIndex().isValid())
        column = currentIndex().column();
    if (currentIndex().row() != row || selectedRow() != row)
        selectionModel()->setCurrentIndex(model()->index(row, column),
                                          QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void CallGroupView::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                                const QList<int> &roles)
{
    if (QAccessible::isActive()) {
        QTableView::dataChanged(topLeft, bottomRight, roles); // tells screen readers, and repaints everything
        return;
    }
    const int top = rowRect(topLeft.row()).top();
    const int height = rowRect(bottomRight.row()).bottom() + 1 - top;
    for (int column = topLeft.column(); column <= bottomRight.column(); ++column) {
        if (!isColumnHidden(column))
            viewport()->update(columnViewportPosition(column), top, columnWidth(column), height);
    }
}

void CallGroupView::scrollTo(const QModelIndex &index, ScrollHint)
{
    if (!m_quiet && index.isValid())
        Q_EMIT
    rowWanted(index.row());
}

QModelIndex CallGroupView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const int last = model()->rowCount() - 1;
    const int page = qMax(1, m_pageHeight / metric::RowHeight - 1);
    const auto inRow = [&](int row) {
        return model()->index(qBound(0, row, last), qMax(0, currentIndex().column()));
    };
    switch (action) {
    case MovePageUp:
        return inRow(currentIndex().row() - page);
    case MovePageDown:
        return inRow(currentIndex().row() + page);
    case MoveHome: // rows are what one walks through, not cells
        return inRow(0);
    case MoveEnd:
        return inRow(last);
    default:
        return QTableView::moveCursor(action, modifiers);
    }
}

void CallGroupView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    // The ring goes around the row, not the cell.
    updateRow(previous.row());
    updateRow(current.row());
    if (!m_quiet)
        Q_EMIT
    attentionChanged();
}

void CallGroupView::keyPressEvent(QKeyEvent *event)
{
    Q_EMIT
    keyPressed();
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT
        copyRequested();
        return;
    }
    if (event->key() == Qt::Key_C && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier)) {
        Q_EMIT
        copyIdRequested();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT
        rowOpened(currentIndex().row());
        return;
    }
    QTableView::keyPressEvent(event);
}

void CallGroupView::mouseMoveEvent(QMouseEvent *event)
{
    QTableView::mouseMoveEvent(event);
    setHoverRow(rowAt(event->pos().y()));
    Q_EMIT pointerMoved();
}

void CallGroupView::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the scroll area around both groups scrolls
}

bool CallGroupView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        setHoverRow(-1);
    return QTableView::viewportEvent(event);
}

void CallGroupView::paintEvent(QPaintEvent *event)
{
    // Nothing else paints what no cell covers: columns may be narrower than the view.
    const QRect cells(0, 0, horizontalHeader()->length(), contentHeight());
    const QRegion bare = event->region() - cells;
    if (!bare.isEmpty()) {
        QPainter painter(viewport());
        for (const QRect &rect : bare)
            painter.fillRect(rect, palette().base());
    }
    QTableView::paintEvent(event);
}

void CallGroupView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    Q_EMIT
    attentionChanged();
}

void CallGroupView::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    Q_EMIT
    attentionChanged();
}

void CallGroupView::updateHover()
{
    setHoverRow(viewport()->underMouse() ? rowAt(viewport()->mapFromGlobal(QCursor::pos()).y()) : -1);
}

void CallGroupView::setHoverRow(int row)
{
    if (row == m_hoverRow)
        return;
    updateRow(m_hoverRow);
    m_hoverRow = row;
    m_delegate->setHoverRow(row);
    updateRow(row);
    Q_EMIT
    attentionChanged();
}

void CallGroupView::updateRow(int row)
{
    if (row >= 0)
        viewport()->update(rowRect(row));
}

} // namespace anrufwarte
