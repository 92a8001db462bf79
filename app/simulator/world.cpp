// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/world.h"

#include <QDateTime>
#include <algorithm>

namespace anrufwarte::simulator {

World::World(CallPlanner planner, WorldPlan plan, quint64 seed)
    : m_planner(std::move(planner)), m_plan(plan), m_random(seed + 1)
{
}

void World::add(PlannedCall call)
{
    m_byAge.push_back(call.id);
    m_calls.insert(call.id, std::move(call));
    while (m_byAge.size() > static_cast<size_t>(m_plan.maxCalls)) {
        m_calls.remove(m_byAge.front());
        m_taken.remove(m_byAge.front());
        m_byAge.pop_front();
    }
}

void World::addHistory(int n, qint64 spanMs, qint64 nowMs)
{
    std::uniform_real_distribution<double> share(0.0, 1.0);
    for (int added = 0, tries = 0; added < n && tries < n * 50; ++tries) {
        const qint64 at = nowMs - static_cast<qint64>(share(m_random) * static_cast<double>(spanMs));
        if (share(m_random) > dayPattern(QDateTime::fromMSecsSinceEpoch(at).time().hour()))
            continue;
        PlannedCall call = m_planner.plan(at);
        if (call.analysedMs >= nowMs)
            continue;
        add(std::move(call));
        ++added;
    }
}

void World::startNew(qint64 nowMs)
{
    if (!m_begins)
        return;
    const auto begin = [this, nowMs] {
        m_begins = m_plan.newCalls == 0 || ++m_begun < m_plan.newCalls;
        PlannedCall call = m_planner.plan(nowMs);
        m_lives.append({call.id, 0, false, false});
        add(std::move(call));
    };
    // One new call per step and cause: calls begin one after the other, not in a volley.
    if (running(nowMs) < m_plan.concurrent && std::uniform_int_distribution<int>(0, 9)(m_random) == 0)
        begin();
    if (m_plan.callsPerMinute > 0.0 && m_lastMs > 0 && m_begins) {
        constexpr double MsPerMinute = 60'000.0;
        m_owed += m_plan.callsPerMinute * static_cast<double>(nowMs - m_lastMs) / MsPerMinute;
        for (; m_owed >= 1.0 && m_begins; m_owed -= 1.0)
            begin();
    }
}

bool World::tell(Life &life, qint64 nowMs, QList<DueEvent> &out)
{
    const auto it = m_calls.constFind(life.callId);
    if (it == m_calls.cend())
        return true;
    const PlannedCall &call = *it;
    if (!life.started && call.connects && nowMs >= call.startMs) {
        life.started = true;
        out.append({QStringLiteral("call_started"), call.id});
    }
    int turnsDue = life.turnsTold;
    while (turnsDue < call.turns.size() && call.startMs + call.turns.at(turnsDue).atMs <= nowMs)
        ++turnsDue;
    if (m_plan.liveTranscripts && turnsDue > life.turnsTold && nowMs < call.endMs())
        out.append({QStringLiteral("transcript_updated"), call.id});
    life.turnsTold = turnsDue;
    if (!life.ended && nowMs >= call.endMs()) {
        life.ended = true;
        out.append({QStringLiteral("call_ended"), call.id});
    }
    if (life.ended && nowMs >= call.analysedMs) {
        out.append({QStringLiteral("call_analyzed"), call.id});
        return true;
    }
    return false;
}

QList<DueEvent> World::advance(qint64 nowMs)
{
    startNew(nowMs);
    m_lastMs = nowMs;
    QList<DueEvent> due;
    QList<Life> unfinished;
    for (Life &life : m_lives) {
        if (!tell(life, nowMs, due))
            unfinished.append(life);
    }
    m_lives = std::move(unfinished);
    return due;
}

const PlannedCall *World::find(const QString &callId) const
{
    const auto it = m_calls.constFind(callId);
    return it == m_calls.cend() ? nullptr : &*it;
}

int World::running(qint64 nowMs) const
{
    return static_cast<int>(std::count_if(m_lives.cbegin(), m_lives.cend(), [this, nowMs](const Life &life) {
        const PlannedCall *call = find(life.callId);
        return call && nowMs < call->endMs();
    }));
}

} // namespace anrufwarte::simulator
