// SPDX-License-Identifier: GPL-3.0-or-later
// The geometry of CallTable: columns mirrored to both groups, groups stacked, and nothing that jumps.
#include "ui/calls/calltable.h"

#include "ui/calls/groupheading.h"
#include "ui/look/textlabel.h"

#include <QEvent>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QScrollBar>

namespace anrufwarte {

namespace {
constexpr int NoneRunningHeight = 52;
constexpr qint64 PointerAtWorkMs = 5'000;
constexpr int MaxRowsToMeasure = 200;
constexpr int MostNeeded = 880;
constexpr std::array BothGroups{BoardGroup::Running, BoardGroup::Ended};
} // namespace

void CallTable::overlayScrollBar()
{
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QScrollBar *hidden = m_scroll->verticalScrollBar();
    m_bar = new QScrollBar(Qt::Vertical, m_scroll);
    m_bar->setFocusPolicy(Qt::NoFocus);
    m_bar->hide();
    connect(hidden, &QScrollBar::valueChanged, m_bar, &QScrollBar::setValue);
    connect(m_bar, &QScrollBar::valueChanged, hidden, &QScrollBar::setValue);
    connect(hidden, &QScrollBar::rangeChanged, this, &CallTable::placeScrollBar);
}

void CallTable::placeScrollBar()
{
    const QScrollBar *hidden = m_scroll->verticalScrollBar();
    m_bar->setRange(hidden->minimum(), hidden->maximum());
    m_bar->setPageStep(hidden->pageStep());
    m_bar->setSingleStep(hidden->singleStep());
    m_bar->setValue(hidden->value());
    const int width = m_bar->sizeHint().width();
    m_bar->setGeometry(m_scroll->width() - width, 0, width, m_scroll->viewport()->height());
    m_bar->setVisible(hidden->maximum() > 0);
    m_bar->raise();
}

void CallTable::mirrorColumns()
{
    for (const Group &group : m_groups) {
        QHeaderView *own = group.view->horizontalHeader();
        for (int visual = 0; visual < m_header->count(); ++visual) {
            const int section = m_header->logicalIndex(visual);
            own->moveSection(own->visualIndex(section), visual);
            own->setSectionHidden(section, m_header->isSectionHidden(section));
            if (!m_header->isSectionHidden(section))
                own->resizeSection(section, m_header->sectionSize(section));
        }
    }
    layoutGroups();
}

void CallTable::fitColumns()
{
    for (const BoardColumn column : m_header->shownColumns()) {
        const int section = static_cast<int>(column);
        int width = m_header->sectionSizeHint(section);
        for (const Group &group : m_groups) {
            const int rows = qMin(group.model->rowCount(), MaxRowsToMeasure);
            for (int row = 0; row < rows; ++row) {
                QStyleOptionViewItem option;
                option.widget = group.view;
                width =
                    qMax(width, group.delegate->sizeHint(option, group.model->index(row, section)).width());
            }
        }
        m_header->resizeSection(section, width);
    }
}

QSize CallTable::sizeHint() const
{
    return {qMin(MostNeeded, m_header->comfortableWidth() + 2), QWidget::sizeHint().height()};
}

QSize CallTable::minimumSizeHint() const
{
    return {qMin(MostNeeded, m_header->leastWidth() + 2), QWidget::minimumSizeHint().height()};
}

/// What is hidden while it has the focus would lose it to whatever comes next in the window.
void CallTable::layoutGroups()
{
    const bool focused = holdsFocus();
    placeGroups();
    if (focused && (hasFocus() || !holdsFocus()))
        focusRows();
}

void CallTable::placeGroups()
{
    const int space = m_scroll->viewport()->width();
    const int width = qMax(space, m_header->length());
    const bool anyRunning = groupOf(BoardGroup::Running).model->rowCount() > 0;
    const bool anyEnded = groupOf(BoardGroup::Ended).model->rowCount() > 0;
    int y = 0;
    const auto place = [&y, width](QWidget *widget, bool shown, int height) {
        widget->setVisible(shown);
        if (!shown)
            return;
        widget->setGeometry(0, y, width, height);
        y += height;
    };
    place(view(BoardGroup::Running), anyRunning, view(BoardGroup::Running)->contentHeight());
    place(m_noneRunning, !anyRunning && m_isKnown, NoneRunningHeight);
    place(m_endedHeading, anyEnded, GroupHeading::Height);
    m_endedHeading->resize(space, GroupHeading::Height);
    place(view(BoardGroup::Ended), anyEnded, view(BoardGroup::Ended)->contentHeight());
    m_content->resize(width, y);
    m_scroll->verticalScrollBar()->setSingleStep(metric::RowHeight);
    for (const BoardGroup group : BothGroups)
        view(group)->setPageHeight(m_scroll->viewport()->height());
}

QRect CallTable::visibleIn(const CallGroupView *table) const
{
    const QRect shown(-m_content->pos(), m_scroll->viewport()->size());
    return shown.translated(-table->pos()) & QRect(0, 0, table->width(), table->contentHeight());
}

std::vector<CallTable::Anchor> CallTable::anchors() const
{
    // A view at its top stays there, so that what runs stays in sight, unless the pointer is at work on a
    // row.
    if (m_restsAtTop && m_clock.steadyMs() - m_lastPointerMs > PointerAtWorkMs)
        return {};
    std::vector<Anchor> anchors;
    const int scrolled = m_scroll->verticalScrollBar()->value();
    const auto add = [&](BoardGroup group, int row) {
        const int top = view(group)->y() + view(group)->rowRect(row).top();
        anchors.push_back({callAt(group, row), group, top - scrolled});
    };
    for (const BoardGroup group : BothGroups) {
        if (view(group)->hoverRow() >= 0)
            add(group, view(group)->hoverRow());
    }
    if (scrolled == 0)
        return anchors;
    for (const BoardGroup group : BothGroups) {
        const QRect visible = visibleIn(view(group));
        if (visible.isEmpty())
            continue;
        for (int row = visible.top() / metric::RowHeight; row <= visible.bottom() / metric::RowHeight; ++row)
            add(group, row);
    }
    return anchors;
}

void CallTable::restore(const std::vector<Anchor> &anchors)
{
    const QScopedValueRollback restoring(m_restoring, true);
    if (m_restsAtTop && anchors.empty())
        m_scroll->verticalScrollBar()->setValue(0);
    // The first that is still in its group; one that changed groups would drag the view along.
    for (const Anchor &anchor : anchors) {
        const std::optional<BoardPlace> place = m_board.placeOf(anchor.call);
        if (!place || place->group != anchor.group)
            continue;
        const int top = view(place->group)->y() + view(place->group)->rowRect(place->row).top();
        m_scroll->verticalScrollBar()->setValue(top - anchor.offset);
        return;
    }
}

void CallTable::showRow(BoardGroup group, int row)
{
    const QRect rect = view(group)->rowRect(row).translated(0, view(group)->y());
    QScrollBar *bar = m_scroll->verticalScrollBar();
    if (rect.top() < bar->value())
        bar->setValue(rect.top());
    else if (rect.bottom() >= bar->value() + m_scroll->viewport()->height())
        bar->setValue(rect.bottom() + 1 - m_scroll->viewport()->height());
}

void CallTable::repaintDurations(bool withEstimates)
{
    QList<BoardColumn> columns{BoardColumn::Duration};
    if (withEstimates)
        columns.append(BoardColumn::Cost);
    const CallGroupView *table = view(BoardGroup::Running);
    const QRect visible = visibleIn(table);
    for (const BoardColumn column : columns) {
        const int section = static_cast<int>(column);
        if (!visible.isEmpty() && !table->isColumnHidden(section))
            table->viewport()->update(table->columnViewportPosition(section), visible.top(),
                                      table->columnWidth(section), visible.height());
    }
}

void CallTable::setKnown(bool known)
{
    m_isKnown = known;
    showCounts(m_board.counts());
    layoutGroups();
}

void CallTable::addAlternative(QWidget *widget)
{
    m_body->addWidget(widget);
}

void CallTable::showInstead(QWidget *widget)
{
    if (m_body->currentWidget() == (widget != nullptr ? widget : m_scroll))
        return;
    const bool focused = holdsFocus();
    m_body->setCurrentWidget(widget != nullptr ? widget : m_scroll);
    if (focused)
        focusRows();
    m_header->fitTo(widget != nullptr ? m_body->width() : m_scroll->viewport()->width());
}

void CallTable::focusRows()
{
    for (const BoardGroup group : BothGroups) {
        if (groupOf(group).model->rowCount() > 0)
            return view(group)->setFocus(Qt::OtherFocusReason);
    }
    setFocus(Qt::OtherFocusReason);
}

/// The rows have it, or the table that waits for them; not its heading.
bool CallTable::holdsFocus() const
{
    const QWidget *focused = window()->focusWidget();
    return focused != nullptr && (focused == this || m_body->isAncestorOf(focused));
}

void CallTable::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layoutGroups();
}

bool CallTable::eventFilter(QObject *watched, QEvent *event)
{
    // While an alternative is shown the scroll area keeps its old size, but the header is there.
    const bool rowsShown = m_body->currentWidget() == m_scroll;
    if (event->type() == QEvent::Resize && watched == (rowsShown ? m_scroll->viewport() : m_body)) {
        m_header->fitTo(rowsShown ? m_scroll->viewport()->width() : m_body->width());
        layoutGroups();
        placeScrollBar();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace anrufwarte
