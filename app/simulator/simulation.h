// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/options.h"
#include "app/simulator/restapi.h"
#include "app/simulator/webhooksender.h"
#include "core/base/clock.h"

#include <QObject>
#include <QTimer>
#include <memory>

namespace anrufwarte::simulator {

/// The running stand-in: a world that moves on ten times a second, its webhooks, and the handler of its REST
/// API.
class Simulation : public QObject
{
    Q_OBJECT
public:
    Simulation(const Options &options, CallPlanner planner, const Clock &clock, QObject *parent = nullptr);

    void start();
    [[nodiscard]] http::Handler &api() { return m_api; }
    [[nodiscard]] const WebhookSender *sender() const { return m_sender.get(); }

private:
    void step();
    void sendBackfill();

    const Clock &m_clock;
    Options m_options;
    FaultDice m_dice;
    World m_world;
    RestApi m_api;
    std::unique_ptr<WebhookSender> m_sender;
    QTimer m_timer;
};

} // namespace anrufwarte::simulator
