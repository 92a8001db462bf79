// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calls/field.h"

#include <array>

namespace anrufwarte {

namespace {
using enum FieldKind;

constexpr std::array<FieldInfo, FieldCount> Fields{{
    {Field::CallStatus, Text, "call_status"},
    {Field::CallType, Text, "call_type"},
    {Field::Direction, Text, "direction"},
    {Field::FromNumber, Text, "from_number"},
    {Field::ToNumber, Text, "to_number"},
    {Field::AgentId, Text, "agent_id"},
    {Field::AgentName, Text, "agent_name"},
    {Field::AgentVersion, Integer, "agent_version"},
    {Field::StartTimestamp, Integer, "start_timestamp"},
    {Field::EndTimestamp, Integer, "end_timestamp"},
    {Field::TransferEndTimestamp, Integer, "transfer_end_timestamp"},
    {Field::DurationMs, Integer, "duration_ms"},
    {Field::Cost, Json, "cost_breakdown"},
    {Field::Latency, Json, "latency_metrics"},
    {Field::Transcript, Text, "transcript"},
    {Field::Turns, Json, "turns"},
    {Field::RecordingUrl, Text, "recording_url"},
    {Field::RecordingMultiChannelUrl, Text, "recording_multi_channel_url"},
    {Field::ScrubbedRecordingUrl, Text, "scrubbed_recording_url"},
    {Field::ScrubbedRecordingMultiChannelUrl, Text, "scrubbed_recording_multi_channel_url"},
    {Field::PublicLogUrl, Text, "public_log_url"},
    {Field::KnowledgeBaseUrl, Text, "knowledge_base_retrieved_contents_url"},
    {Field::Summary, Text, "summary"},
    {Field::UserSentiment, Text, "user_sentiment"},
    {Field::CallSuccessful, Flag, "call_successful"},
    {Field::InVoicemail, Flag, "in_voicemail"},
    {Field::CustomAnalysis, Json, "custom_analysis_data"},
    {Field::DisconnectionReason, Text, "disconnection_reason"},
    {Field::LlmTokenUsage, Json, "llm_token_usage"},
    {Field::TelephonyIdentifier, Json, "telephony_identifier"},
    {Field::CustomSipHeaders, Json, "custom_sip_headers"},
    {Field::DynamicVariables, Json, "retell_llm_dynamic_variables"},
    {Field::CollectedVariables, Json, "collected_dynamic_variables"},
    {Field::Metadata, Json, "metadata"},
    {Field::CustomAttributes, Json, "custom_attributes"},
    {Field::DataStorageSetting, Text, "data_storage_setting"},
    {Field::OptInSignedUrl, Flag, "opt_in_signed_url"},
    {Field::TransferDestination, Text, "transfer_destination"},
    {Field::AgentTag, Text, "agent_tag"},
    {Field::NoTurns, Flag, "no_turns"},
    {Field::ExtraMembers, Json, "extra_members"},
}};

constexpr bool inOrder()
{
    for (size_t i = 0; i < Fields.size(); ++i) {
        if (static_cast<size_t>(Fields[i].field) != i)
            return false;
    }
    return true;
}
static_assert(inOrder(), "the table must list the fields in the order of the enum");
} // namespace

std::span<const FieldInfo> allFields()
{
    return Fields;
}

const FieldInfo &info(Field field)
{
    return Fields.at(static_cast<size_t>(field));
}

QString plainText(const FieldValue &value)
{
    if (const auto *text = std::get_if<QString>(&value))
        return *text;
    if (const auto *number = std::get_if<qint64>(&value))
        return QString::number(*number);
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag ? QStringLiteral("true") : QStringLiteral("false");
    if (const auto *json = std::get_if<QByteArray>(&value))
        return QString::fromUtf8(*json);
    return {};
}

} // namespace anrufwarte
