// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dayfiguresfeed.h"

#include "core/base/clock.h"
#include "core/store/asyncreader.h"

#include <QDateTime>
#include <chrono>

namespace anrufwarte {

using namespace std::chrono_literals;

DayFiguresFeed::DayFiguresFeed(AsyncReader &reader, const Clock &clock, QObject *parent)
    : QObject(parent), m_reader(reader), m_clock(clock)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(1s);
    m_minute.setInterval(60s);
    connect(&m_soon, &QTimer::timeout, this, &DayFiguresFeed::ask);
    connect(&m_minute, &QTimer::timeout, this, &DayFiguresFeed::ask);
    m_minute.start();
    QTimer::singleShot(0, this, &DayFiguresFeed::ask);
}

void DayFiguresFeed::askSoon()
{
    if (!m_soon.isActive())
        m_soon.start();
}

void DayFiguresFeed::ask()
{
    if (m_asking) {
        askSoon();
        return;
    }
    m_asking = true;
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_clock.nowMs());
    const QDateTime midnight = now.date().startOfDay();
    const TimeSpan today{midnight.toMSecsSinceEpoch(), midnight.addDays(1).toMSecsSinceEpoch()};
    const TimeSpan lastWeek{midnight.addDays(-7).toMSecsSinceEpoch(), now.addDays(-7).toMSecsSinceEpoch()};
    using Answer = Result<DayFigures>;
    m_reader.read<Answer>(
        this, [today, lastWeek](CallReader &reader) { return reader.dayFigures(today, lastWeek); },
        [this](Answer answer) {
            m_asking = false;
            if (answer) // else the strip keeps what it knew; the status bar tells about the store
                Q_EMIT
            figures(*answer);
        });
}

} // namespace anrufwarte
