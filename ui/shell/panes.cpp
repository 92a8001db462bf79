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

bool Panes::enter(const Pane &pane, Qt::FocusReason reason)
{
    if (!pane.widget || !pane.widget->isVisible())
        return false;
    if (pane.enter) {
        pane.enter();
        return true;
    }
    QWidget *first = firstIn(pane.widget);
    if (first)
        first->setFocus(reason);
    return first != nullptr;
}

void Panes::step(int direction)
{
    const QWidget *focused = QApplication::focusWidget();
    const qsizetype count = m_panes.size();
    qsizetype current = direction > 0 ? -1 : 0;
    for (qsizetype i = 0; i < count; ++i) {
        const QWidget *pane = m_panes[i].widget;
        if (focused && pane && (pane == focused || pane->isAncestorOf(focused)))
            current = i;
    }
    const Qt::FocusReason reason = direction > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason;
    for (qsizetype tried = 1; tried <= count; ++tried) {
        if (enter(m_panes[(current + direction * tried + 2 * count) % count], reason))
            return;
    }
}

} // namespace anrufwarte
