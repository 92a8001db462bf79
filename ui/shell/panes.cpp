// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/panes.h"

#include <QApplication>

namespace anrufwarte {

namespace {

bool takesFocus(const QWidget *widget)
{
    const bool byTab = (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
    return byTab && widget->isVisible() && widget->isEnabled() && !widget->focusProxy();
}

/// The widget itself or the first inside it, in tab order.
QWidget *firstIn(QWidget *pane)
{
    if (takesFocus(pane))
        return pane;
    for (QWidget *next = pane->nextInFocusChain(); next && next != pane; next = next->nextInFocusChain()) {
        if (pane->isAncestorOf(next) && takesFocus(next))
            return next;
    }
    return nullptr;
}

} // namespace

void Panes::step(int direction)
{
    const QWidget *focused = QApplication::focusWidget();
    const qsizetype count = m_panes.size();
    qsizetype current = direction > 0 ? -1 : 0;
    for (qsizetype i = 0; i < count; ++i) {
        if (focused && m_panes[i] && (m_panes[i] == focused || m_panes[i]->isAncestorOf(focused)))
            current = i;
    }
    for (qsizetype tried = 1; tried <= count; ++tried) {
        QWidget *pane = m_panes[(current + direction * tried + 2 * count) % count];
        QWidget *target = pane && pane->isVisible() ? firstIn(pane) : nullptr;
        if (!target)
            continue;
        target->setFocus(direction > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
        return;
    }
}

} // namespace anrufwarte
