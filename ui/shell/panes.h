// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointer>
#include <QWidget>

namespace anrufwarte {

/// F6 goes round the parts of the window; each is entered at its first control.
class Panes
{
public:
    void add(QWidget *pane) { m_panes.append(pane); }
    void focusNext() { step(1); }
    void focusPrevious() { step(-1); }

private:
    void step(int direction);

    QList<QPointer<QWidget>> m_panes;
};

} // namespace anrufwarte
