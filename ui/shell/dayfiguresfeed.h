// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/dashboard.h"

#include <QObject>
#include <QTimer>

namespace anrufwarte {

class AsyncReader;
class Clock;

/// Asks the store for the figures of today: soon after a change, at least once a minute (the day goes on),
/// and never while an answer is still on its way.
class DayFiguresFeed : public QObject
{
    Q_OBJECT
public:
    DayFiguresFeed(AsyncReader &reader, const Clock &clock, QObject *parent = nullptr);

    void askSoon();

Q_SIGNALS:
    void figures(const anrufwarte::DayFigures &figures);

private:
    void ask();

    AsyncReader &m_reader;
    const Clock &m_clock;
    QTimer m_soon;
    QTimer m_minute;
    bool m_asking = false;
};

} // namespace anrufwarte
