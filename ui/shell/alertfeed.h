// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/callupdates.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace anrufwarte {

class AlertBoard;
class AsyncReader;
class Clock;

/// Brings the board what only the store knows: every half minute, soon after something went wrong, never two
/// questions at once, never on the main thread.
class AlertFeed : public QObject
{
    Q_OBJECT
public:
    /// All must outlive it. `costTolerance`: setting cost/tolerance.
    AlertFeed(AsyncReader &reader, const Clock &clock, AlertBoard &board, double costTolerance,
              QObject *parent = nullptr);

    void setCostTolerance(double tolerance);
    void askSoon();
    /// Looks for calls that were healed.
    void noteUpdates(const CallUpdates &updates);

private:
    void begin();
    void ask();
    void askRejections();
    void noteHealed(const QList<CallRow> &rows);

    AsyncReader &m_reader;
    const Clock &m_clock;
    AlertBoard &m_board;
    double m_costTolerance;
    QTimer m_soon;
    QTimer m_regular;
    QSet<CallId> m_healed; ///< already told; emptied when it grows large
    qint64 m_round = 0;
    bool m_isAsking = false;
};

} // namespace anrufwarte
