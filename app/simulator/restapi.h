// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/faults.h"
#include "app/simulator/world.h"
#include "core/base/clock.h"
#include "core/base/secret.h"
#include "core/http/handler.h"

#include <QJsonObject>
#include <QList>

namespace anrufwarte::simulator {

/// Retell's REST API over the world: get-call, list-calls v3, get-concurrency, list-agents, get-api-key-info,
/// with its bearer key, its error bodies, its HTML for wrong paths, and the ordered faults. Lives in the
/// listener's thread.
class RestApi : public http::Handler
{
public:
    RestApi(const World &world, Secret key, FaultDice &dice, const Clock &clock, int concurrencyLimit);

    void handle(http::Request request, http::Responder respond) override;
    void refused(const QHostAddress &peer, int status, QByteArrayView reason) override;

private:
    [[nodiscard]] http::Response answer(const http::Request &request) const;
    [[nodiscard]] http::Response getCall(const QString &id) const;
    [[nodiscard]] http::Response list(const QByteArray &body) const;
    [[nodiscard]] http::Response concurrency() const;
    [[nodiscard]] http::Response agents() const;

    const World &m_world;
    Secret m_key;
    FaultDice &m_dice;
    const Clock &m_clock;
    int m_concurrencyLimit;
    QList<http::Responder> m_hanging; ///< kept, so that the other side waits; bounded
};

} // namespace anrufwarte::simulator
