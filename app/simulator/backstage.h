// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/faults.h"
#include "app/simulator/reply.h"
#include "app/simulator/webhooksender.h"
#include "app/simulator/world.h"
#include "core/http/message.h"

namespace anrufwarte::simulator {

/// What the API was asked since the start.
struct ApiCounts
{
    qint64 asked = 0;
    qint64 refused = 0;          ///< 401
    qint64 spoiled = 0;          ///< by fault
    qint64 elsewhere = 0;        ///< followed a redirect to another host …
    qint64 elsewhereWithKey = 0; ///< … and took the key along
};

/// What Retell has not: an aid for tests and training, for this computer alone. `POST /__control` switches
/// faults and new calls off and on; `GET /__counts` says how much there was so far; `GET /__truth`
/// tells of every call how it ends, and which webhooks were acknowledged.
class Backstage
{
public:
    /// `sender` may be null; all must outlive it.
    Backstage(FaultDice &dice, World &world, const ApiCounts &counts, const WebhookSender *sender);

    [[nodiscard]] static bool isAskedFor(const http::Request &request);
    [[nodiscard]] Reply answer(const http::Request &request);

private:
    [[nodiscard]] Reply control(const QByteArray &body);
    [[nodiscard]] QJsonObject truth() const;
    [[nodiscard]] QJsonObject counts() const;

    FaultDice &m_dice;
    World &m_world;
    const ApiCounts &m_counts;
    const WebhookSender *m_sender;
};

} // namespace anrufwarte::simulator
