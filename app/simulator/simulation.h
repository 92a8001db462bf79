// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/apiserver.h"
#include "app/simulator/backstage.h"
#include "app/simulator/options.h"
#include "app/simulator/restapi.h"
#include "app/simulator/webhooksender.h"
#include "core/base/clock.h"

#include <QObject>
#include <QTimer>
#include <memory>

namespace anrufwarte::simulator {

/// The running stand-in: a world that moves on ten times a second, its webhooks, its REST API and what
/// befalls both.
class Simulation : public QObject
{
    Q_OBJECT
public:
    Simulation(const Options &options, CallPlanner planner, const Clock &clock, QObject *parent = nullptr);

    /// Where the API is to be had. Errors: Listen….
    [[nodiscard]] Result<QString> start();

private:
    [[nodiscard]] WireAnswer answer(const http::Request &request);
    void step();
    void sendBackfill();

    const Clock &m_clock;
    Options m_options;
    FaultDice m_dice;
    World m_world;
    std::unique_ptr<WebhookSender> m_sender; ///< null: REST only
    ApiCounts m_counts;
    RestApi m_api;
    Backstage m_backstage;
    ApiServer m_server;
    QTimer m_timer;
};

} // namespace anrufwarte::simulator
