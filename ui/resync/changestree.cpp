// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/resync/changestree.h"

#include "ui/resync/celldelegate.h"
#include "ui/resync/celltable.h"
#include "ui/resync/changesmodel.h"
#include "ui/resync/tablehead.h"

#include <QKeyEvent>

namespace anrufwarte {

namespace {
constexpr int MostOpenedCalls = 50;
const QList<int> Widths{206, 206, 36, 0, 132}, NarrowWidths{172, 140, 32, 0, 116};
} // namespace

ChangesTree::ChangesTree(const Look &look, ChangesModel &model, QWidget *parent)
    : QTreeView(parent),
      m_model(model),
      m_head(new TableHead(look, this)),
      m_delegate(new CellDelegate(look, this))
{
    setHeader(m_head);
    setItemDelegate(m_delegate);
    setModel(&model);
    m_head->setWidths(Widths, NarrowWidths);
    setFrameShape(QFrame::NoFrame);
    setRootIsDecorated(false);
    setIndentation(0);
    setUniformRowHeights(true);
    setExpandsOnDoubleClick(false); // a click has done it already
    setEditTriggers(NoEditTriggers);
    setSelectionMode(ExtendedSelection);
    setAllColumnsShowFocus(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    connect(this, &QTreeView::clicked, this, &ChangesTree::toggle);
    connect(this, &QTreeView::expanded, this, &ChangesTree::spanReasons);
    connect(&look, &Look::changed, viewport(), qOverload<>(&QWidget::update));
}

void ChangesTree::openFirst()
{
    const int calls = qMin(m_model.rowCount(), MostOpenedCalls);
    for (int row = 0; row < calls; ++row) {
        const QModelIndex call = m_model.index(row, 0);
        if (!m_model.isReason(m_model.index(0, 0, call)))
            expand(call);
    }
}

void ChangesTree::toggle(const QModelIndex &index)
{
    const QModelIndex first = index.siblingAtColumn(0);
    if (!first.parent().isValid() && m_model.rowCount(first) > 0)
        setExpanded(first, !isExpanded(first));
}

void ChangesTree::spanReasons(const QModelIndex &call)
{
    for (int row = 0; row < m_model.rowCount(call); ++row) {
        if (m_model.isReason(m_model.index(row, 0, call)))
            setFirstColumnSpanned(row, call, true);
    }
}

void ChangesTree::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    viewport()->update(); // the ring goes around the row, not the cell
}

void ChangesTree::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copySelectedRows(*this);
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        toggle(currentIndex());
    else
        QTreeView::keyPressEvent(event);
}

void ChangesTree::mouseMoveEvent(QMouseEvent *event)
{
    QTreeView::mouseMoveEvent(event);
    hover(indexAt(event->pos()));
}

bool ChangesTree::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        hover({});
    return QTreeView::viewportEvent(event);
}

void ChangesTree::hover(const QModelIndex &index)
{
    if (m_delegate->setHovered(index))
        viewport()->update();
}

} // namespace anrufwarte
