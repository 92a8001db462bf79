// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <optional>

namespace anrufwarte {

/// Who or what made an entry of the transcript (api.md §5). Other: a role of tomorrow, shown with its own
/// word.
enum class TurnRole : quint8
{
    Agent,
    User,
    TransferTarget,
    ToolInvocation,
    ToolResult,
    NodeTransition,
    Dtmf,
    Sms,
    Injected,
    Other
};

struct Turn
{
    TurnRole role = TurnRole::Other;
    QString roleWord;                   ///< Retell's word
    QString text;                       ///< content, digit, or new node name
    std::optional<double> startSeconds; ///< of audio, approximate: first word's start, else time_sec
    std::optional<double> endSeconds;
    QString toolCallId;
    QString toolName;
    QString toolArguments; ///< JSON as text, may be empty or no JSON at all
    std::optional<bool> toolSucceeded;
    QString nodeFrom; ///< former node's name

    bool operator==(const Turn &) const = default;
};

/// Reads the stored entries (Field::Turns, JSON text). Never fails: what cannot be read is left out or empty.
[[nodiscard]] QList<Turn> readTurns(const QByteArray &turnsJson);

/// When there are no entries: the lines "Agent: …", "User: …", "Transfer Target: …" of the plain transcript.
[[nodiscard]] QList<Turn> turnsFromText(const QString &transcript);

} // namespace anrufwarte
