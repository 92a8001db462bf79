// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/simulation.h"

#include "app/simulator/spoiled.h"

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
      m_sender(options.webhookUrl.isEmpty() ? nullptr
                                            : std::make_unique<WebhookSender>(options.webhookUrl, options.key,
                                                                              m_dice, m_world, clock)),
      m_api(m_world, options.key, clock, options.concurrencyLimit),
      m_backstage(m_dice, m_world, m_counts, m_sender.get()),
      m_server([this](const http::Request &request) { return answer(request); })
{
    if (m_sender)
        m_sender->mute(options.mutedEvents);
    m_timer.setInterval(StepMs);
    connect(&m_timer, &QTimer::timeout, this, &Simulation::step);
}

Result<QString> Simulation::start()
{
    if (const Result<void> listening = m_server.listen(m_options.listenHost, m_options.listenPort);
        !listening)
        return listening.error();
    m_world.addHistory(m_options.history, HistorySpanMs, m_clock.nowMs());
    sendBackfill();
    m_timer.start();
    return m_server.origin();
}

WireAnswer Simulation::answer(const http::Request &request)
{
    const qint64 nowMs = m_clock.nowMs();
    if (Backstage::isAskedFor(request))
        return whole(m_backstage.answer(request), nowMs);
    if (request.path() == QByteArrayView(ElsewherePath)) {
        ++m_counts.elsewhere;
        m_counts.elsewhereWithKey += m_api.hasKey(request) ? 1 : 0;
        return whole(htmlReply(200, "Elsewhere"), nowMs);
    }
    ++m_counts.asked;
    const Reply good = m_api.answer(request);
    m_counts.refused += good.status == 401 ? 1 : 0;
    const ApiFault fault = m_dice.api();
    m_counts.spoiled += fault == ApiFault::None ? 0 : 1;
    constexpr int Forms = 12;
    return spoiled(
        {fault, fault == ApiFault::None ? 0 : m_dice.below(Forms), nowMs, m_server.port(), request.target},
        good);
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
