// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/callplanner.h"

#include <QMap>
#include <QString>
#include <deque>

namespace anrufwarte::simulator {

/// A webhook that is due: which event of which call. The body is made when it is sent.
struct DueEvent
{
    QString event; ///< "call_started"
    QString callId;
    bool operator==(const DueEvent &) const = default;
};

struct WorldPlan
{
    int concurrent = 6;          ///< calls kept running
    double callsPerMinute = 0.0; ///< in addition, spread by the day's pattern; 0 = none
    bool liveTranscripts = true; ///< transcript_updated at each turn
    int maxCalls = 20'000;       ///< the oldest finished ones are forgotten beyond
    int newCalls = 0;            ///< no new ones after so many; 0 = no end
};

/// All calls of the make-believe account, and what of their lives has been announced. Time is told to it; one
/// thread.
class World
{
public:
    World(CallPlanner planner, WorldPlan plan, quint64 seed);

    /// Adds n finished calls spread by the day's pattern over the time before now (history, no events).
    void addHistory(int n, qint64 spanMs, qint64 nowMs);

    /// Starts what is due and returns the events since the last time, in order.
    [[nodiscard]] QList<DueEvent> advance(qint64 nowMs);

    [[nodiscard]] const PlannedCall *find(const QString &callId) const;
    [[nodiscard]] const QMap<QString, PlannedCall> &calls() const { return m_calls; }
    [[nodiscard]] int running(qint64 nowMs) const;
    /// Calls with events still to come.
    [[nodiscard]] qsizetype unfinished() const { return m_lives.size(); }

    /// Whether new calls begin.
    void setBeginning(bool begins) { m_begins = begins; }
    [[nodiscard]] bool isBeginning() const { return m_begins; }

    /// The other side answered 2xx: from now on it has to know.
    void noteTaken(const DueEvent &event) { m_taken[event.callId].append(event.event); }
    [[nodiscard]] QStringList taken(const QString &callId) const { return m_taken.value(callId); }
    [[nodiscard]] const QJsonArray &agents() const { return m_planner.agents(); }

private:
    struct Life
    {
        QString callId;
        int turnsTold = 0;
        bool started = false;
        bool ended = false;
    };

    void startNew(qint64 nowMs);
    void add(PlannedCall call);
    /// True when the call's last event is out.
    bool tell(Life &life, qint64 nowMs, QList<DueEvent> &out);

    CallPlanner m_planner;
    WorldPlan m_plan;
    std::mt19937_64 m_random;
    QMap<QString, PlannedCall> m_calls;
    QList<Life> m_lives;         ///< calls with events still to come
    std::deque<QString> m_byAge; ///< ids in order of creation
    qint64 m_lastMs = 0;
    QHash<QString, QStringList> m_taken; ///< events by call, in order
    double m_owed = 0.0;                 ///< calls the rate owes
    int m_begun = 0;
    bool m_begins = true;
};

} // namespace anrufwarte::simulator
