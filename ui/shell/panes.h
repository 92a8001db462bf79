// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointer>
#include <QWidget>
#include <functional>

namespace anrufwarte {

/// F6 goes round the parts of the window that are shown.
class Panes
{
public:
    using Enter = std::function<void()>;

    /// `enter` puts the focus into the pane; without it the pane is entered at its first control.
    void add(QWidget *pane, Enter enter = {}) { m_panes.append({pane, std::move(enter)}); }
    void focusNext() { step(1); }
    void focusPrevious() { step(-1); }

private:
    struct Pane
    {
        QPointer<QWidget> widget;
        Enter enter;
    };

    void step(int direction);
    static bool enter(const Pane &pane, Qt::FocusReason reason);

    QList<Pane> m_panes;
};

} // namespace anrufwarte
