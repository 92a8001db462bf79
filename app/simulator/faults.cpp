// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/faults.h"

#include <array>
#include <utility>

namespace anrufwarte::simulator {

namespace {

/// The first outcome whose share covers the draw; shares that add up to more than 1 are cut off at the end.
template <typename Fault, size_t N>
Fault draw(std::mt19937_64 &random, const std::array<std::pair<double, Fault>, N> &shares)
{
    double rest = std::uniform_real_distribution<double>(0.0, 1.0)(random);
    for (const auto &[share, fault] : shares) {
        if (rest < share)
            return fault;
        rest -= share;
    }
    return Fault::None;
}

} // namespace

WebhookFault FaultDice::webhook()
{
    return draw(m_random, std::array<std::pair<double, WebhookFault>, 5>{{
                              {m_shares.dropped, WebhookFault::Dropped},
                              {m_shares.doubled, WebhookFault::Doubled},
                              {m_shares.reordered, WebhookFault::Reordered},
                              {m_shares.delayed, WebhookFault::Delayed},
                              {m_shares.wronglySigned, WebhookFault::WronglySigned},
                          }});
}

ApiFault FaultDice::api()
{
    return draw(m_random, std::array<std::pair<double, ApiFault>, 5>{{
                              {m_shares.tooManyRequests, ApiFault::TooManyRequests},
                              {m_shares.serverError, ApiFault::ServerError},
                              {m_shares.hanging, ApiFault::Hanging},
                              {m_shares.truncated, ApiFault::Truncated},
                              {m_shares.html, ApiFault::Html},
                          }});
}

int FaultDice::delayMs()
{
    return std::uniform_int_distribution<int>(1'000, 20'000)(m_random);
}

} // namespace anrufwarte::simulator
