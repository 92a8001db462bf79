// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/alert.h"

#include <QHash>
#include <QObject>

namespace anrufwarte {

class AlertBoard;
class Clock;

/// Which alerts the desktop shows, too (ui.md §7): those whose rule says so, once per reason and hour.
class AlertNotifier : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive it.
    AlertNotifier(const AlertBoard &board, const Clock &clock, QObject *parent = nullptr);

Q_SIGNALS:
    void due(const QString &title, const QString &text, anrufwarte::AlertSeverity severity);

private:
    void look();
    [[nodiscard]] bool isDue(const Alert &alert);

    const AlertBoard &m_board;
    const Clock &m_clock;
    QHash<QString, qint64> m_toldMs; ///< by kind and reason; as many as there are reason codes
};

} // namespace anrufwarte
