// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/plannedcall.h"

#include "app/simulator/figures.h"

#include <QJsonArray>
#include <QStringBuilder>

namespace anrufwarte::simulator {

namespace {

constexpr double MsPerSecond = 1000.0;

/// Words with times spread over the turn, each with a trailing space as Retell gives them.
QJsonArray words(const PlannedTurn &turn)
{
    const QStringList parts = turn.text.split(u' ', Qt::SkipEmptyParts);
    QJsonArray out;
    const double step = static_cast<double>(turn.endMs - turn.atMs) /
                        static_cast<double>(std::max<qsizetype>(1, parts.size()));
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const double start = static_cast<double>(turn.atMs) + step * static_cast<double>(i);
        out.append(QJsonObject{{QStringLiteral("word"), QString(parts[i] % u' ')},
                               {QStringLiteral("start"), roundTo(start / MsPerSecond, 3)},
                               {QStringLiteral("end"), roundTo((start + step * 0.9) / MsPerSecond, 3)}});
    }
    return out;
}

QJsonObject utterance(const PlannedTurn &turn)
{
    return {{QStringLiteral("role"),
             turn.kind == PlannedTurn::Kind::Agent ? QStringLiteral("agent") : QStringLiteral("user")},
            {QStringLiteral("content"), turn.text},
            {QStringLiteral("words"), words(turn)}};
}

QJsonObject entry(const PlannedTurn &turn)
{
    const double at = roundTo(static_cast<double>(turn.atMs) / MsPerSecond, 3);
    switch (turn.kind) {
    case PlannedTurn::Kind::Agent:
    case PlannedTurn::Kind::Caller:
        return utterance(turn);
    case PlannedTurn::Kind::ToolCall:
        return {{QStringLiteral("role"), QStringLiteral("tool_call_invocation")},
                {QStringLiteral("tool_call_id"), turn.toolCallId},
                {QStringLiteral("name"), turn.name},
                {QStringLiteral("arguments"), turn.text},
                {QStringLiteral("time_sec"), at}};
    case PlannedTurn::Kind::ToolResult:
        return {{QStringLiteral("role"), QStringLiteral("tool_call_result")},
                {QStringLiteral("tool_call_id"), turn.toolCallId},
                {QStringLiteral("content"), turn.text},
                {QStringLiteral("successful"), turn.succeeded},
                {QStringLiteral("time_sec"), at}};
    case PlannedTurn::Kind::Node:
        return {{QStringLiteral("role"), QStringLiteral("node_transition")},
                {QStringLiteral("former_node_id"), QStringLiteral("node-1")},
                {QStringLiteral("former_node_name"), turn.name},
                {QStringLiteral("new_node_id"), QStringLiteral("node-2")},
                {QStringLiteral("new_node_name"), turn.text},
                {QStringLiteral("time_sec"), at}};
    }
    return {};
}

bool isSpoken(const PlannedTurn &turn)
{
    return turn.kind == PlannedTurn::Kind::Agent || turn.kind == PlannedTurn::Kind::Caller;
}

void addTranscript(QJsonObject &body, const PlannedCall &call, qint64 sinceStartMs)
{
    QString text;
    QJsonArray spoken;
    QJsonArray all;
    for (const PlannedTurn &turn : call.turns) {
        if (turn.atMs > sinceStartMs)
            break;
        all.append(entry(turn));
        if (!isSpoken(turn))
            continue;
        spoken.append(utterance(turn));
        text += (turn.kind == PlannedTurn::Kind::Agent ? u"Agent: " : u"User: ") % turn.text % u'\n';
    }
    if (all.isEmpty())
        return;
    body.insert(QStringLiteral("transcript"), text);
    body.insert(QStringLiteral("transcript_object"), spoken);
    body.insert(QStringLiteral("transcript_with_tool_calls"), all);
}

void addFigures(QJsonObject &body, const PlannedCall &call, bool isOver)
{
    if (!isOver) {
        body.insert(QStringLiteral("latency"), QJsonObject{});
        body.insert(QStringLiteral("call_cost"), zeroCostObject());
        return;
    }
    body.insert(QStringLiteral("call_cost"), costObject(call.durationMs));
    if (!call.connects)
        return;
    body.insert(QStringLiteral("latency"), latencyObject(call));
    if (call.storage == BasicStorage)
        return;
    const QString base = QStringLiteral("https://recordings.example.invalid/") % call.id;
    const QString recording = call.storage == ScrubbedStorage ? QStringLiteral("scrubbed_recording_url")
                                                              : QStringLiteral("recording_url");
    body.insert(recording, QString(base % QStringLiteral("/recording.wav")));
    body.insert(QStringLiteral("public_log_url"), QString(base % QStringLiteral("/public_log.txt")));
}

QJsonObject analysis(const PlannedCall &call)
{
    QJsonObject analysis{{QStringLiteral("user_sentiment"), call.sentiment},
                         {QStringLiteral("call_successful"), call.successful},
                         {QStringLiteral("in_voicemail"), call.voicemail},
                         {QStringLiteral("custom_analysis_data"), QJsonObject{}}};
    if (call.isSummarised && call.storage != BasicStorage)
        analysis.insert(QStringLiteral("call_summary"), call.summary);
    return analysis;
}

} // namespace

QString statusAt(const PlannedCall &call, qint64 nowMs)
{
    if (nowMs < call.startMs)
        return QStringLiteral("registered");
    if (!call.connects)
        return QStringLiteral("not_connected");
    return nowMs < call.endMs() ? QStringLiteral("ongoing") : QStringLiteral("ended");
}

QJsonObject headAt(const PlannedCall &call, qint64 nowMs)
{
    const QString status = statusAt(call, nowMs);
    QJsonObject head{
        {QStringLiteral("call_id"), call.id},
        {QStringLiteral("call_type"), QStringLiteral("phone_call")},
        {QStringLiteral("agent_id"), call.agentId},
        {QStringLiteral("agent_name"), call.agentName},
        {QStringLiteral("agent_version"), 7},
        {QStringLiteral("call_status"), status},
        {QStringLiteral("direction"), call.inbound ? QStringLiteral("inbound") : QStringLiteral("outbound")},
        {QStringLiteral("from_number"), call.fromNumber},
        {QStringLiteral("to_number"), call.toNumber},
        {QStringLiteral("data_storage_setting"), call.storage},
        {QStringLiteral("opt_in_signed_url"), false}};
    if (status == u"registered")
        return head;
    if (call.connects)
        head.insert(QStringLiteral("start_timestamp"), call.startMs);
    if (status == u"ongoing")
        return head;
    head.insert(QStringLiteral("end_timestamp"), call.endMs());
    head.insert(QStringLiteral("duration_ms"), call.durationMs);
    head.insert(QStringLiteral("disconnection_reason"), call.disconnectionReason);
    return head;
}

QJsonObject listRowAt(const PlannedCall &call, qint64 nowMs)
{
    QJsonObject row = headAt(call, nowMs);
    const bool isOver = row.contains(QStringLiteral("end_timestamp"));
    if (isOver || row.contains(QStringLiteral("start_timestamp")))
        addFigures(row, call, isOver);
    if (isOver && nowMs >= call.analysedMs)
        row.insert(QStringLiteral("call_analysis"), analysis(call));
    return row;
}

QJsonObject bodyAt(const PlannedCall &call, qint64 nowMs)
{
    QJsonObject body = listRowAt(call, nowMs);
    if (body.contains(QStringLiteral("start_timestamp")) && call.storage != BasicStorage)
        addTranscript(body, call, nowMs - call.startMs);
    return body;
}

QJsonObject finalBody(const PlannedCall &call)
{
    return bodyAt(call, call.analysedMs);
}

} // namespace anrufwarte::simulator
