// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calls/transcript.h"

#include "core/base/json.h"

#include <QStringView>
#include <array>
#include <utility>

namespace anrufwarte {

namespace {

constexpr std::array<std::pair<const char16_t *, TurnRole>, 9> Roles{{
    {u"agent", TurnRole::Agent},
    {u"user", TurnRole::User},
    {u"transfer_target", TurnRole::TransferTarget},
    {u"tool_call_invocation", TurnRole::ToolInvocation},
    {u"tool_call_result", TurnRole::ToolResult},
    {u"node_transition", TurnRole::NodeTransition},
    {u"dtmf", TurnRole::Dtmf},
    {u"sms", TurnRole::Sms},
    {u"injected", TurnRole::Injected},
}};

constexpr std::array<std::pair<const char16_t *, TurnRole>, 3> LineLabels{{
    {u"Agent: ", TurnRole::Agent},
    {u"User: ", TurnRole::User},
    {u"Transfer Target: ", TurnRole::TransferTarget},
}};

TurnRole roleFrom(QStringView word)
{
    for (const auto &[name, role] : Roles) {
        if (word == QStringView(name))
            return role;
    }
    return TurnRole::Other;
}

QString textMember(const JsonValue &entry, QByteArrayView name)
{
    return entry.member(name).text().value_or(QString());
}

void readTimes(const JsonValue &entry, Turn &turn)
{
    const JsonValue words = entry.member("words");
    turn.startSeconds = words.at(0).member("start").number();
    if (words.size() > 0)
        turn.endSeconds = words.at(words.size() - 1).member("end").number();
    if (!turn.startSeconds)
        turn.startSeconds = entry.member("time_sec").number();
}

Turn readTurn(const JsonValue &entry)
{
    Turn turn;
    turn.roleWord = textMember(entry, "role");
    turn.role = roleFrom(turn.roleWord);
    turn.text = textMember(entry, "content");
    turn.toolCallId = textMember(entry, "tool_call_id");
    turn.toolName = textMember(entry, "name");
    turn.toolArguments = textMember(entry, "arguments");
    turn.toolSucceeded = entry.member("successful").flag();
    if (turn.role == TurnRole::Dtmf)
        turn.text = textMember(entry, "digit");
    if (turn.role == TurnRole::NodeTransition) {
        turn.nodeFrom = textMember(entry, "former_node_name");
        turn.text = textMember(entry, "new_node_name");
    }
    readTimes(entry, turn);
    return turn;
}

} // namespace

QList<Turn> readTurns(const QByteArray &turnsJson)
{
    const Result<JsonDocument> document = JsonDocument::parse(turnsJson);
    if (!document)
        return {};
    const JsonValue entries = document->root();
    QList<Turn> turns;
    turns.reserve(entries.size());
    for (qsizetype i = 0; i < entries.size(); ++i) {
        if (entries.at(i).isObject())
            turns.append(readTurn(entries.at(i)));
    }
    return turns;
}

QList<Turn> turnsFromText(const QString &transcript)
{
    QList<Turn> turns;
    for (const QStringView line : QStringView(transcript).split(u'\n')) {
        if (line.isEmpty())
            continue;
        Turn turn;
        QStringView text = line;
        for (const auto &[label, role] : LineLabels) {
            if (line.startsWith(QStringView(label))) {
                turn.role = role;
                text = line.mid(QStringView(label).size());
            }
        }
        if (turn.role == TurnRole::Other && !turns.isEmpty()) {
            turns.last().text += u'\n' + line; // a turn may itself hold line ends
            continue;
        }
        turn.text = text.toString();
        turns.append(std::move(turn));
    }
    return turns;
}

} // namespace anrufwarte
