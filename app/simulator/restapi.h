// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/reply.h"
#include "app/simulator/world.h"
#include "core/base/clock.h"
#include "core/base/secret.h"
#include "core/http/message.h"

namespace anrufwarte::simulator {

/// Retell's REST API over the world: get-call, list-calls v3, get-concurrency, list-agents, get-api-key-info,
/// with its bearer key, its error bodies, its HTML for wrong paths. What it says is the truth; what befalls
/// it on its way is somebody else's (spoiled.h).
class RestApi
{
public:
    /// All must outlive it.
    RestApi(const World &world, Secret key, const Clock &clock, int concurrencyLimit);

    [[nodiscard]] Reply answer(const http::Request &request) const;
    [[nodiscard]] bool hasKey(const http::Request &request) const;

private:
    [[nodiscard]] Reply getCall(const QString &id) const;
    [[nodiscard]] Reply list(const QByteArray &body) const;
    [[nodiscard]] Reply concurrency() const;
    [[nodiscard]] Reply agents() const;

    const World &m_world;
    const Secret m_key;
    const Clock &m_clock;
    const int m_concurrencyLimit;
};

} // namespace anrufwarte::simulator
