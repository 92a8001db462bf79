// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/faults.h"

#include <algorithm>
#include <array>
#include <utility>

namespace anrufwarte::simulator {

namespace {

constexpr std::array<std::pair<const char *, ApiFault>, 20> Names{{
    {"429", ApiFault::TooManyRequests}, {"retry-after", ApiFault::GarbledRetryAfter},
    {"5xx", ApiFault::ServerError},     {"hang", ApiFault::Hanging},
    {"drip", ApiFault::Dripping},       {"reset", ApiFault::Reset},
    {"close", ApiFault::ClosedEarly},   {"length", ApiFault::WrongLength},
    {"truncate", ApiFault::Truncated},  {"html", ApiFault::Html},
    {"empty", ApiFault::Empty},         {"null", ApiFault::Null},
    {"array", ApiFault::Array},         {"bom", ApiFault::ByteOrderMark},
    {"latin1", ApiFault::Latin1},       {"garbage", ApiFault::Garbage},
    {"deep", ApiFault::Deep},           {"endless", ApiFault::Endless},
    {"bomb", ApiFault::Bomb},           {"redirect", ApiFault::Redirected},
}};

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

QStringList apiFaultNames()
{
    QStringList names;
    for (const auto &[name, fault] : Names)
        names.append(QLatin1String(name));
    return names;
}

ApiFault apiFaultFromName(const QString &name)
{
    const auto it = std::find_if(Names.begin(), Names.end(),
                                 [&name](const auto &entry) { return name == QLatin1String(entry.first); });
    return it == Names.end() ? ApiFault::None : it->second;
}

QList<ApiFault> allApiFaults()
{
    QList<ApiFault> all;
    for (const auto &[name, fault] : Names)
        all.append(fault);
    return all;
}

WebhookFault FaultDice::webhook()
{
    if (!m_isOn)
        return WebhookFault::None;
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
    if (!m_isOn)
        return ApiFault::None;
    const ApiFault any = m_shares.ways.isEmpty()
                             ? ApiFault::None
                             : m_shares.ways.at(below(static_cast<int>(m_shares.ways.size())));
    return draw(m_random, std::array<std::pair<double, ApiFault>, 6>{{
                              {m_shares.tooManyRequests, ApiFault::TooManyRequests},
                              {m_shares.serverError, ApiFault::ServerError},
                              {m_shares.hanging, ApiFault::Hanging},
                              {m_shares.truncated, ApiFault::Truncated},
                              {m_shares.html, ApiFault::Html},
                              {m_shares.anyWay, any},
                          }});
}

int FaultDice::delayMs()
{
    return std::uniform_int_distribution<int>(1'000, 20'000)(m_random);
}

int FaultDice::below(int variants)
{
    return std::uniform_int_distribution<int>(0, variants - 1)(m_random);
}

} // namespace anrufwarte::simulator
