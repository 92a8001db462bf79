// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/callplanner.h"

#include "app/simulator/figures.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringBuilder>
#include <algorithm>
#include <array>

namespace anrufwarte::simulator {

namespace {

constexpr qint64 MsPerCharacter = 62; // about 16 characters a second
constexpr qint64 PauseMs = 900;
constexpr qint64 ToolMs = 1400;
constexpr int NotConnectedPercent = 6;
constexpr int WithheldPercent = 5;
constexpr std::array NotConnectedReasons{"dial_no_answer", "dial_busy", "invalid_destination",
                                         "user_declined"};

QString jsonText(const QJsonValue &value)
{
    return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
}

} // namespace

double dayPattern(int hour)
{
    constexpr std::array<double, 24> Share{0.03, 0.02, 0.02, 0.02, 0.03, 0.06, 0.15, 0.45,
                                           0.85, 1.0,  0.95, 0.8,  0.5,  0.55, 0.8,  0.9,
                                           0.85, 0.6,  0.35, 0.2,  0.12, 0.08, 0.05, 0.04};
    return Share.at(static_cast<size_t>(std::clamp(hour, 0, 23)));
}

Result<CallPlanner> CallPlanner::make(const QByteArray &conversationsJson, quint64 seed, double speed,
                                      const LackShares &lacks)
{
    const QJsonDocument document = QJsonDocument::fromJson(conversationsJson);
    if (!document.isObject())
        return Error{ErrorCode::BadJson, QStringLiteral("conversations.json"), {}};
    return CallPlanner(document.object(), seed, speed, lacks);
}

CallPlanner::CallPlanner(QJsonObject conversations, quint64 seed, double speed, const LackShares &lacks)
    : m_conversations(std::move(conversations)),
      m_agents(m_conversations.value(QStringLiteral("agents")).toArray()),
      m_random(seed),
      m_lackRandom(seed + 3),
      m_speed(speed),
      m_lacks(lacks)
{
}

int CallPlanner::between(int low, int high)
{
    return std::uniform_int_distribution<int>(low, high)(m_random);
}

QString CallPlanner::pick(const QJsonArray &list)
{
    return list.at(between(0, static_cast<int>(list.size()) - 1)).toString();
}

QString CallPlanner::callId()
{
    return QStringLiteral("call_%1%2")
        .arg(static_cast<qulonglong>(m_random()), 16, 16, QLatin1Char('0'))
        .arg(static_cast<qulonglong>(m_random() & 0xffffffffffULL), 10, 16, QLatin1Char('0'));
}

QJsonObject CallPlanner::pickAgent()
{
    int total = 0;
    for (const QJsonValue &agent : std::as_const(m_agents))
        total += agent.toObject().value(QStringLiteral("weight")).toInt();
    int draw = between(1, total);
    for (const QJsonValue &agent : std::as_const(m_agents)) {
        draw -= agent.toObject().value(QStringLiteral("weight")).toInt();
        if (draw <= 0)
            return agent.toObject();
    }
    return m_agents.last().toObject();
}

QJsonObject CallPlanner::pickConversation(const QString &agentName)
{
    QList<QJsonObject> fitting;
    const QJsonArray all = m_conversations.value(QStringLiteral("conversations")).toArray();
    for (const QJsonValue &conversation : all) {
        if (conversation.toObject().value(QStringLiteral("agent")).toString() == agentName)
            fitting.append(conversation.toObject());
    }
    return fitting.at(between(0, static_cast<int>(fitting.size()) - 1));
}

QString CallPlanner::callerNumber()
{
    if (between(1, 100) <= WithheldPercent)
        return QStringLiteral("anonymous");
    const QString base = pick(m_conversations.value(QStringLiteral("numbers")).toArray());
    const int digits = base.startsWith(QStringLiteral("+491")) ? 2 : 3;
    return base % QString::number(between(0, digits == 2 ? 99 : 999)).rightJustified(digits, u'0');
}

QString CallPlanner::fill(QString text) const
{
    for (auto it = m_words.cbegin(); it != m_words.cend(); ++it)
        text.replace(it.key(), it.value());
    return text;
}

qint64 CallPlanner::scaled(qint64 ms) const
{
    return std::max<qint64>(1, static_cast<qint64>(static_cast<double>(ms) / m_speed));
}

void CallPlanner::addTurns(PlannedCall &call, const QJsonArray &turns)
{
    qint64 at = 600;
    int tool = 0;
    for (const QJsonValue &value : turns) {
        const QJsonArray turn = value.toArray();
        const QString kind = turn.at(0).toString();
        if (kind == u"tool") {
            const QString id = QStringLiteral("tool_%1_%2").arg(call.id.right(6)).arg(++tool);
            const QString arguments = fill(jsonText(turn.at(2)));
            call.turns.append({PlannedTurn::Kind::ToolCall, scaled(at), scaled(at), arguments,
                               turn.at(1).toString(), id, true});
            at += ToolMs;
            call.turns.append({PlannedTurn::Kind::ToolResult, scaled(at), scaled(at),
                               fill(jsonText(turn.at(3))), turn.at(1).toString(), id, turn.at(4).toBool()});
            at += 200;
            continue;
        }
        if (kind == u"node") {
            call.turns.append({PlannedTurn::Kind::Node,
                               scaled(at),
                               scaled(at),
                               turn.at(2).toString(),
                               turn.at(1).toString(),
                               {},
                               true});
            continue;
        }
        const QString text = fill(turn.at(1).toString());
        const qint64 end = at + MsPerCharacter * text.size();
        call.turns.append({kind == u"a" ? PlannedTurn::Kind::Agent : PlannedTurn::Kind::Caller,
                           scaled(at),
                           scaled(end),
                           text,
                           {},
                           {},
                           true});
        at = end + PauseMs + between(0, 1200);
    }
    call.durationMs = scaled(at + 800);
}

void CallPlanner::addLatency(PlannedCall &call)
{
    const bool slow = between(1, 100) <= 4;
    bool callerSpoke = false;
    for (const PlannedTurn &turn : call.turns) {
        if (turn.kind == PlannedTurn::Kind::Caller)
            callerSpoke = true;
        if (turn.kind != PlannedTurn::Kind::Agent || !callerSpoke)
            continue;
        const double llm = between(420, 1100) + (slow ? between(2500, 4800) : 0);
        const double tts = between(180, 420);
        const double asr = between(90, 260);
        call.llm.append(llm);
        call.tts.append(tts);
        call.asr.append(asr);
        call.e2e.append(llm + tts + asr + between(250, 700) + 0.5);
    }
}

void CallPlanner::addLacks(PlannedCall &call)
{
    const double draw = std::uniform_real_distribution<double>(0.0, 1.0)(m_lackRandom);
    if (draw < m_lacks.basicStorage)
        call.storage = BasicStorage;
    else if (draw < 2.0 * m_lacks.basicStorage)
        call.storage = ScrubbedStorage;
    else if (draw < 2.0 * m_lacks.basicStorage + m_lacks.summary)
        call.isSummarised = false;
}

PlannedCall CallPlanner::plan(qint64 registeredMs)
{
    const QJsonObject agent = pickAgent();
    PlannedCall call;
    call.id = callId();
    call.agentId = agent.value(QStringLiteral("id")).toString();
    call.agentName = agent.value(QStringLiteral("name")).toString();
    call.inbound = agent.value(QStringLiteral("direction")).toString() == u"inbound";
    const QString ours = QStringLiteral("+493023125100");
    const QString other = callerNumber();
    call.fromNumber = call.inbound ? other : ours;
    call.toNumber = call.inbound ? ours : (other == u"anonymous" ? QStringLiteral("+494066969118") : other);
    call.registeredMs = registeredMs;
    call.startMs = registeredMs + scaled(between(1500, 9000));
    m_words = {{QStringLiteral("{name}"), pick(m_conversations.value(QStringLiteral("names")).toArray())},
               {QStringLiteral("{tag}"), pick(m_conversations.value(QStringLiteral("days")).toArray())},
               {QStringLiteral("{uhr}"), pick(m_conversations.value(QStringLiteral("times")).toArray())},
               {QStringLiteral("{n3}"), QString::number(between(100, 999))}};
    const QJsonObject conversation = pickConversation(call.agentName);
    call.sentiment = conversation.value(QStringLiteral("sentiment")).toString();
    call.successful = conversation.value(QStringLiteral("successful")).toBool();
    call.voicemail = conversation.value(QStringLiteral("voicemail")).toBool();
    call.summary = fill(conversation.value(QStringLiteral("summary")).toString());
    call.disconnectionReason = conversation.value(QStringLiteral("ends")).toString();
    call.connects = call.inbound || between(1, 100) > NotConnectedPercent * 3;
    if (call.connects) {
        addTurns(call, conversation.value(QStringLiteral("turns")).toArray());
        addLatency(call);
    } else {
        call.disconnectionReason = QLatin1String(NotConnectedReasons.at(static_cast<size_t>(between(0, 3))));
        call.summary = QStringLiteral("Die angerufene Person wurde nicht erreicht.");
        call.sentiment = QStringLiteral("Unknown");
        call.successful = false;
    }
    call.analysedMs = call.endMs() + scaled(between(2500, 9000));
    addLacks(call);
    return call;
}

} // namespace anrufwarte::simulator
