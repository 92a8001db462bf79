// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/figuretable.h"

#include "ui/detail/figuredelegate.h"
#include "ui/look/look.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

namespace anrufwarte {

FigureTable::FigureTable(Look &look, QWidget *parent) : QTableView(parent), m_look(look)
{
    setItemDelegate(new FigureDelegate(look, this));
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(metric::RowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(40);
    connect(&look, &Look::changed, viewport(), qOverload<>(&QWidget::update));
}

void FigureTable::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, &FigureTable::updateGeometry);
}

QSize FigureTable::sizeHint() const
{
    const int rows = model() ? model()->rowCount() : 0;
    return {200, horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize() +
                     2 * frameWidth()};
}

QSize FigureTable::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

void FigureTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copyRows();
    else
        QTableView::keyPressEvent(event);
}

/// Tab-separated, all columns, also those the narrow pane hides.
void FigureTable::copyRows() const
{
    QModelIndexList chosen = selectionModel()->selectedRows();
    std::sort(chosen.begin(), chosen.end());
    QStringList lines;
    for (const QModelIndex &row : chosen) {
        QStringList cells;
        for (int column = 0; column < model()->columnCount(); ++column)
            cells.append(row.siblingAtColumn(column).data().toString());
        lines.append(cells.join(u'\t'));
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void FigureTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    QPainter painter(viewport());
    painter.setPen(m_look.tokens().line);
    const int rows = model() ? model()->rowCount() : 0;
    for (int row = 0; row + 1 < rows; ++row) {
        const int y = rowViewportPosition(row) + rowHeight(row) - 1;
        painter.drawLine(0, y, viewport()->width(), y);
    }
}

} // namespace anrufwarte
