// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <span>
#include <variant>

namespace anrufwarte {

/// What we keep of a call, one value each. The order is stored (in the stamps of a row): append, never
/// re-order. A field the vendor adds becomes one line here, one in field.cpp and one SQL step.
enum class Field : quint8
{
    CallStatus,
    CallType,
    Direction,
    FromNumber,
    ToNumber,
    AgentId,
    AgentName,
    AgentVersion,
    StartTimestamp,
    EndTimestamp,
    TransferEndTimestamp,
    DurationMs,
    Cost,    ///< the call_cost object
    Latency, ///< the latency object
    Transcript,
    Turns, ///< the entries: transcript_with_tool_calls, else its scrubbed form, else transcript_object
    RecordingUrl,
    RecordingMultiChannelUrl,
    ScrubbedRecordingUrl,
    ScrubbedRecordingMultiChannelUrl,
    PublicLogUrl,
    KnowledgeBaseUrl,
    Summary,
    UserSentiment,
    CallSuccessful,
    InVoicemail,
    CustomAnalysis,
    DisconnectionReason,
    LlmTokenUsage,
    TelephonyIdentifier,
    CustomSipHeaders,
    DynamicVariables,
    CollectedVariables,
    Metadata,
    CustomAttributes,
    DataStorageSetting,
    OptInSignedUrl,
    TransferDestination,
    AgentTag,
    NoTurns,     ///< true: a finished call whose transcript is there and empty; nobody spoke
    ExtraMembers ///< object of the members we do not know yet, kept as they came
};
inline constexpr int FieldCount = static_cast<int>(Field::ExtraMembers) + 1;

enum class FieldKind : quint8
{
    Text,
    Integer,
    Flag,
    Json
};

/// monostate = unknown. Json = compact JSON text of an object or array.
using FieldValue = std::variant<std::monostate, QString, qint64, bool, QByteArray>;

[[nodiscard]] inline bool isKnown(const FieldValue &value)
{
    return !std::holds_alternative<std::monostate>(value);
}

struct FieldInfo
{
    Field field;
    FieldKind kind;
    const char *column; ///< of table calls, and the name in call_changes and on the command line
};

/// All fields, in the order of the enum.
[[nodiscard]] std::span<const FieldInfo> allFields();
[[nodiscard]] const FieldInfo &info(Field field);

/// The value as text for call_changes and people who look inside; empty for unknown.
[[nodiscard]] QString plainText(const FieldValue &value);

} // namespace anrufwarte
