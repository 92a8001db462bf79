// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>
#include <random>

namespace anrufwarte::simulator {

enum class WebhookFault
{
    None,
    Dropped,
    Doubled,
    Reordered,
    Delayed,
    WronglySigned
};

/// Every way in which an answer that is not Retell's word can look (nothing that Retell means: no 401, 402,
/// 422).
enum class ApiFault
{
    None,
    TooManyRequests,   ///< 429 with Retry-After
    GarbledRetryAfter, ///< 429 with one that means nothing, or with a date
    ServerError,       ///< 5xx, 408, 409
    Hanging,           ///< no answer
    Dripping,          ///< byte by byte
    Reset,
    ClosedEarly, ///< half of what was announced
    WrongLength, ///< more than was announced
    Truncated,   ///< half a JSON text, as if it were a whole one
    Html,        ///< a captive portal's page
    Empty,       ///< 200 and nothing
    Null,        ///< 200 and null
    Array,       ///< 200 and []
    ByteOrderMark,
    Latin1,
    Garbage, ///< 200 and noise
    Deep,    ///< brackets in brackets
    Endless,
    Bomb,      ///< small on the wire, huge when unpacked
    Redirected ///< to another host, to a file, to itself
};

/// The names of the command line ("429", "reset", …); all but None.
[[nodiscard]] QStringList apiFaultNames();
[[nodiscard]] ApiFault apiFaultFromName(const QString &name); ///< None: no such name
[[nodiscard]] QList<ApiFault> allApiFaults();

/// How often the stand-in misbehaves, as shares 0..1 of the webhooks sent or answers given.
struct FaultShares
{
    double dropped = 0.0;         ///< webhook never sent
    double doubled = 0.0;         ///< sent twice
    double reordered = 0.0;       ///< sent after the next one
    double delayed = 0.0;         ///< sent 1 to 20 s late
    double wronglySigned = 0.0;   ///< signed with another key
    double tooManyRequests = 0.0; ///< API, as the five below
    double serverError = 0.0;
    double hanging = 0.0;
    double truncated = 0.0;
    double html = 0.0;
    double anyWay = 0.0; ///< one of `ways`, each as often
    QList<ApiFault> ways = allApiFaults();
};

/// Draws faults by their shares from a seeded source, so that a run can be repeated. One thread.
class FaultDice
{
public:
    FaultDice(const FaultShares &shares, quint64 seed) : m_shares(shares), m_random(seed) {}

    /// Off: no more faults until it is on again.
    void setOn(bool on) { m_isOn = on; }
    [[nodiscard]] bool isOn() const { return m_isOn; }

    [[nodiscard]] WebhookFault webhook();
    [[nodiscard]] ApiFault api();
    [[nodiscard]] int delayMs();           ///< for a delayed webhook
    [[nodiscard]] int below(int variants); ///< which form a fault takes

private:
    FaultShares m_shares;
    std::mt19937_64 m_random;
    bool m_isOn = true;
};

} // namespace anrufwarte::simulator
