// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/plannedcall.h"
#include "core/base/result.h"

#include <QHash>
#include <QJsonArray>
#include <random>

namespace anrufwarte::simulator {

/// How often calls lack what others have, as shares 0..1.
struct LackShares
{
    double basicStorage = 0.0; ///< stored with basic attributes only; as many again without personal data
    double summary = 0.0;      ///< analysed, but nothing to say
};

/// Makes calls up: who, with which agent, what is said, how long, how fast. Repeatable by its seed.
class CallPlanner
{
public:
    /// `conversationsJson`: resources/simulator/conversations.json. speed > 1 makes calls that much shorter.
    [[nodiscard]] static Result<CallPlanner> make(const QByteArray &conversationsJson, quint64 seed,
                                                  double speed, const LackShares &lacks = {});

    /// A call that rings at that moment.
    [[nodiscard]] PlannedCall plan(qint64 registeredMs);

    [[nodiscard]] const QJsonArray &agents() const { return m_agents; }

private:
    CallPlanner(QJsonObject conversations, quint64 seed, double speed, const LackShares &lacks);

    [[nodiscard]] int between(int low, int high); ///< both included
    [[nodiscard]] QString pick(const QJsonArray &list);
    [[nodiscard]] QString callId();
    [[nodiscard]] QJsonObject pickAgent();
    [[nodiscard]] QJsonObject pickConversation(const QString &agentName);
    [[nodiscard]] QString callerNumber();
    void addTurns(PlannedCall &call, const QJsonArray &turns);
    void addLatency(PlannedCall &call);
    void addLacks(PlannedCall &call);
    [[nodiscard]] QString fill(QString text) const;
    [[nodiscard]] qint64 scaled(qint64 ms) const;

    QJsonObject m_conversations;
    QJsonArray m_agents;
    std::mt19937_64 m_random;
    std::mt19937_64 m_lackRandom; ///< of its own: the same calls, with and without lacks
    double m_speed;
    LackShares m_lacks;
    QHash<QString, QString> m_words; ///< what the braces stand for in the call being planned
};

/// How busy this hour is, 0..1: quiet at night, peaks mid-morning and afternoon.
[[nodiscard]] double dayPattern(int hour);

} // namespace anrufwarte::simulator
