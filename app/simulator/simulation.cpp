// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/simulation.h"

#include <algorithm>

namespace anrufwarte::simulator {

namespace {
constexpr int StepMs = 100;
constexpr qint64 HistorySpanMs = 24LL * 60 * 60 * 1000;
} // namespace

Simulation::Simulation(const Options &options, CallPlanner planner, const Clock &clock, QObject *parent)
    : QObject(parent),
      m_clock(clock),
      m_options(options),
      m_dice(options.faults, options.seed + 2),
      m_world(std::move(planner), options.plan, options.seed),
      m_api(m_world, options.key, m_dice, clock, options.concurrencyLimit)
{
    if (!options.webhookUrl.isEmpty())
        m_sender = std::make_unique<WebhookSender>(options.webhookUrl, options.key, m_dice, m_world, clock);
    m_timer.setInterval(StepMs);
    connect(&m_timer, &QTimer::timeout, this, &Simulation::step);
}

void Simulation::start()
{
    m_world.addHistory(m_options.history, HistorySpanMs, m_clock.nowMs());
    sendBackfill();
    m_timer.start();
}

void Simulation::sendBackfill()
{
    if (!m_sender)
        return;
    QList<const PlannedCall *> newest;
    for (const PlannedCall &call : m_world.calls())
        newest.append(&call);
    std::sort(newest.begin(), newest.end(),
              [](const PlannedCall *a, const PlannedCall *b) { return a->registeredMs > b->registeredMs; });
    newest.resize(std::min<qsizetype>(newest.size(), m_options.backfill));
    for (const PlannedCall *call : newest) {
        m_sender->send({QStringLiteral("call_ended"), call->id});
        m_sender->send({QStringLiteral("call_analyzed"), call->id});
    }
}

void Simulation::step()
{
    const QList<DueEvent> due = m_world.advance(m_clock.nowMs());
    if (!m_sender)
        return;
    for (const DueEvent &event : due)
        m_sender->send(event);
}

} // namespace anrufwarte::simulator
