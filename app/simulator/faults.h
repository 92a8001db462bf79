// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <random>

namespace anrufwarte::simulator {

/// How often the stand-in misbehaves, as shares 0..1 of the webhooks sent or answers given.
struct FaultShares
{
    double dropped = 0.0;         ///< webhook never sent
    double doubled = 0.0;         ///< sent twice
    double reordered = 0.0;       ///< sent after the call's next one
    double delayed = 0.0;         ///< sent 1 to 20 s late
    double wronglySigned = 0.0;   ///< signed with another key
    double tooManyRequests = 0.0; ///< API: 429 with Retry-After
    double serverError = 0.0;     ///< API: 500 or 503
    double hanging = 0.0;         ///< API: no answer
    double truncated = 0.0;       ///< API: half a JSON text
    double html = 0.0;            ///< API: a captive portal's page
};

enum class WebhookFault
{
    None,
    Dropped,
    Doubled,
    Reordered,
    Delayed,
    WronglySigned
};
enum class ApiFault
{
    None,
    TooManyRequests,
    ServerError,
    Hanging,
    Truncated,
    Html
};

/// Draws faults by their shares from a seeded source, so that a run can be repeated. One thread.
class FaultDice
{
public:
    FaultDice(const FaultShares &shares, quint64 seed) : m_shares(shares), m_random(seed) {}

    [[nodiscard]] WebhookFault webhook();
    [[nodiscard]] ApiFault api();
    [[nodiscard]] int delayMs(); ///< for a delayed webhook

private:
    FaultShares m_shares;
    std::mt19937_64 m_random;
};

} // namespace anrufwarte::simulator
