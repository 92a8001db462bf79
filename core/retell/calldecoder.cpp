// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retell/calldecoder.h"

#include "core/calls/mergecall.h"
#include "core/retell/callmembers.h"
#include "core/retell/sha256.h"

#include <QVarLengthArray>
#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace anrufwarte {

namespace {

struct Member
{
    const char *name;
    Field field;
};

/// Members whose kind is the kind of their field (field.h).
constexpr std::array PlainMembers{
    Member{"call_type", Field::CallType},
    Member{"direction", Field::Direction},
    Member{"from_number", Field::FromNumber},
    Member{"to_number", Field::ToNumber},
    Member{"agent_id", Field::AgentId},
    Member{"agent_name", Field::AgentName},
    Member{"agent_version", Field::AgentVersion},
    Member{"transcript", Field::Transcript},
    Member{"recording_url", Field::RecordingUrl},
    Member{"recording_multi_channel_url", Field::RecordingMultiChannelUrl},
    Member{"scrubbed_recording_url", Field::ScrubbedRecordingUrl},
    Member{"scrubbed_recording_multi_channel_url", Field::ScrubbedRecordingMultiChannelUrl},
    Member{"public_log_url", Field::PublicLogUrl},
    Member{"knowledge_base_retrieved_contents_url", Field::KnowledgeBaseUrl},
    Member{"disconnection_reason", Field::DisconnectionReason},
    Member{"llm_token_usage", Field::LlmTokenUsage},
    Member{"telephony_identifier", Field::TelephonyIdentifier},
    Member{"custom_sip_headers", Field::CustomSipHeaders},
    Member{"retell_llm_dynamic_variables", Field::DynamicVariables},
    Member{"collected_dynamic_variables", Field::CollectedVariables},
    Member{"custom_attributes", Field::CustomAttributes},
    Member{"opt_in_signed_url", Field::OptInSignedUrl},
    Member{"transfer_destination", Field::TransferDestination},
    Member{"agent_tag", Field::AgentTag},
};

constexpr std::array MillisecondMembers{
    Member{"start_timestamp", Field::StartTimestamp},
    Member{"end_timestamp", Field::EndTimestamp},
    Member{"transfer_end_timestamp", Field::TransferEndTimestamp},
    Member{"duration_ms", Field::DurationMs},
};

constexpr std::array AnalysisMembers{
    Member{"user_sentiment", Field::UserSentiment},
    Member{"call_successful", Field::CallSuccessful},
    Member{"in_voicemail", Field::InVoicemail},
    Member{"custom_analysis_data", Field::CustomAnalysis},
};

/// The best of these that is there becomes Field::Turns.
constexpr std::array TurnMembers{"transcript_with_tool_calls", "scrubbed_transcript_with_tool_calls",
                                 "transcript_object"};

/// Members read by a rule of their own.
constexpr std::array SpecialMembers{"call_id",
                                    "call_status",
                                    "call_cost",
                                    "latency",
                                    "metadata",
                                    "call_analysis",
                                    "call_summary",
                                    "data_storage_setting",
                                    "opt_out_sensitive_data_storage"};

constexpr std::array CostFigures{"combined_cost", "total_duration_seconds", "total_duration_unit_price",
                                 "retell_cost",   "retell_llm_cost",        "twilio_cost"};
constexpr std::array LatencyFigures{"p50", "p90", "p95", "p99", "max", "min", "num"};

constexpr auto knownNames()
{
    std::array<std::string_view,
               PlainMembers.size() + MillisecondMembers.size() + TurnMembers.size() + SpecialMembers.size()>
        names;
    auto end = names.begin();
    for (const Member &member : PlainMembers)
        *end++ = member.name;
    for (const Member &member : MillisecondMembers)
        *end++ = member.name;
    end = std::copy(TurnMembers.begin(), TurnMembers.end(), end);
    std::copy(SpecialMembers.begin(), SpecialMembers.end(), end);
    std::sort(names.begin(), names.end());
    return names;
}

/// All that we read of a call, sorted: each of its members is looked up once, and those of ours that most
/// calls lack cost nothing.
constexpr auto KnownNames = knownNames();

/// KnownNames.size(): none of them.
constexpr size_t placeOf(std::string_view name)
{
    const auto *found = std::lower_bound(KnownNames.begin(), KnownNames.end(), name);
    return found != KnownNames.end() && *found == name ? static_cast<size_t>(found - KnownNames.begin())
                                                       : KnownNames.size();
}

/// The same for a name in this file.
consteval size_t at(const char *name)
{
    const size_t place = placeOf(name);
    return place < KnownNames.size() ? place : throw "no known name"; // does not compile then
}

/// The places of the names of a table.
template <size_t N>
consteval std::array<size_t, N> placesOf(const std::array<Member, N> &members)
{
    std::array<size_t, N> places{};
    for (size_t i = 0; i < N; ++i)
        places[i] = at(members[i].name);
    return places;
}

bool isKnownInAnalysis(QByteArrayView name)
{
    return name == "call_summary" ||
           std::any_of(AnalysisMembers.begin(), AnalysisMembers.end(),
                       [name](const Member &member) { return name == member.name; });
}

/// One pass over one call object.
class Decoder
{
public:
    Decoder(const JsonMembers &call, Stage stage) : m_analysis(JsonText()), m_stage(stage)
    {
        for (const JsonMembers::Member &member : call.all()) {
            const size_t place = placeOf({member.name.constData(), static_cast<size_t>(member.name.size())});
            if (place < KnownNames.size())
                m_known[place] = member.value;
            else
                m_others.append(&member);
        }
        m_facts.reserve(call.all().size());
    }

    CallFacts read(const QString &statusWord)
    {
        if (!statusWord.isEmpty())
            add(Field::CallStatus, statusWord);
        static constexpr auto PlainPlaces = placesOf(PlainMembers);
        static constexpr auto MillisecondPlaces = placesOf(MillisecondMembers);
        for (size_t i = 0; i < PlainMembers.size(); ++i)
            addPlain(PlainMembers[i].field, m_known[PlainPlaces[i]], PlainMembers[i].name);
        for (size_t i = 0; i < MillisecondMembers.size(); ++i)
            addMilliseconds(MillisecondMembers[i], m_known[MillisecondPlaces[i]]);
        addCost();
        addLatency();
        addMetadata();
        addAnalysis();
        addStorageSetting();
        addTurns();
        addExtraMembers();
        std::sort(m_facts.begin(), m_facts.end(),
                  [](const FieldFact &a, const FieldFact &b) { return a.field < b.field; });
        return {std::move(m_facts), m_reader.takeWarnings()};
    }

private:
    [[nodiscard]] bool isFinished() const { return m_stage >= Stage::Finished; }

    template <typename T>
    void add(Field field, T value, quint8 quality = 0)
    {
        m_facts.append({field, FieldValue(std::move(value)), quality});
    }

    template <typename T>
    void addKnown(Field field, std::optional<T> value, quint8 quality = 0)
    {
        if (value)
            add(field, *std::move(value), quality);
    }

    void addPlain(Field field, const JsonText &value, const MemberPath &path)
    {
        if (value.isAbsent())
            return;
        switch (info(field).kind) {
        case FieldKind::Text:
            addKnown(field, m_reader.text(value, path));
            break;
        case FieldKind::Integer:
            addKnown(field, m_reader.integer(value, path));
            break;
        case FieldKind::Flag:
            addKnown(field, m_reader.flag(value, path));
            break;
        case FieldKind::Json:
            addKnown(field, m_reader.json(value, path));
            break;
        }
    }

    void addMilliseconds(const Member &member, const JsonText &milliseconds)
    {
        const std::optional<qint64> value = m_reader.milliseconds(milliseconds, member.name);
        if (value && (*value != 0 || isFinished()))
            add(member.field, *value);
    }

    void addCost()
    {
        const MemberPath path = "call_cost";
        const JsonText cost = m_reader.object(m_known[at("call_cost")], path);
        const JsonMembers members(cost);
        bool hasFigure = false;
        for (const char *name : CostFigures)
            hasFigure = m_reader.expectNumber(members[name], {name, &path}) || hasFigure;
        const MemberPath productsPath{"product_costs", &path};
        for (const JsonText &product : elementsOf(m_reader.array(members["product_costs"], productsPath))) {
            const JsonText amount = JsonMembers(product)["cost"];
            hasFigure = m_reader.expectNumber(amount, {"cost", &productsPath}) || hasFigure;
        }
        if (!hasFigure)
            return;
        const quint8 quality = qualityOfCost(members);
        std::optional<QByteArray> json = m_reader.rewritten(cost, path);
        if (isFinished() || quality > 0)
            addKnown(Field::Cost, std::move(json), quality);
    }

    /// An object with at least one figure; `latency: {}` and groups without any come while a call runs.
    void addLatency()
    {
        const MemberPath path = "latency";
        const JsonText latency = m_reader.object(m_known[at("latency")], path);
        const JsonMembers groups(latency);
        bool hasFigure = groups["end_to_end_latency"].number().has_value();
        for (const auto &[name, group] : groups.all())
            hasFigure = isLatencyGroup(group, {name, &path}) || hasFigure;
        if (hasFigure)
            addKnown(Field::Latency, m_reader.rewritten(latency, path), qualityOfLatency(groups));
    }

    bool isLatencyGroup(const JsonText &group, const MemberPath &path)
    {
        if (!group.isNumber())
            (void)m_reader.object(group, path);
        const JsonMembers members(group);
        bool hasFigure = false;
        for (const char *figure : LatencyFigures)
            hasFigure = m_reader.expectNumber(members[figure], {figure, &path}) || hasFigure;
        const JsonText values = m_reader.array(members["values"], {"values", &path});
        return hasFigure || (values.isArray() && !values.isEmpty());
    }

    /// "Anything": also a text or a number may stand there.
    void addMetadata()
    {
        const JsonText metadata = m_known[at("metadata")];
        if (!saysNothing(metadata))
            addKnown(Field::Metadata, m_reader.rewritten(metadata, "metadata"));
    }

    void addAnalysis()
    {
        const MemberPath path = "call_analysis";
        m_analysis = JsonMembers(m_reader.object(m_known[at("call_analysis")], path));
        for (const Member &member : AnalysisMembers)
            addPlain(member.field, m_analysis[member.name], {member.name, &path});
        std::optional<QString> summary = m_reader.text(m_analysis["call_summary"], {"call_summary", &path});
        std::optional<QString> former = m_reader.text(m_known[at("call_summary")], "call_summary");
        addKnown(Field::Summary, summary ? std::move(summary) : std::move(former));
    }

    void addStorageSetting()
    {
        std::optional<QString> setting =
            m_reader.text(m_known[at("data_storage_setting")], "data_storage_setting");
        const std::optional<bool> optedOut =
            m_reader.flag(m_known[at("opt_out_sensitive_data_storage")], "opt_out_sensitive_data_storage");
        if (!setting && optedOut.value_or(false))
            setting = QStringLiteral("basic_attributes_only");
        addKnown(Field::DataStorageSetting, std::move(setting));
    }

    /// The best array becomes the turns, word for word: they are most of a call, and nobody but us reads them
    /// where they are kept. A finished call that shows an empty transcript and no entry had no
    /// turn.
    void addTurns()
    {
        const JsonText transcript = m_known[at("transcript")];
        bool saysEmpty = transcript.isString();
        for (const char *name : TurnMembers) {
            const JsonText entries = m_reader.array(m_known[placeOf(name)], name);
            if (entries.isArray() && !entries.isEmpty()) {
                const FieldValue turns = entries.json();
                const bool withToolCalls = name != TurnMembers.back();
                add(Field::Turns, turns, qualityOf(Field::Turns, turns, m_stage, withToolCalls));
                return;
            }
            saysEmpty = saysEmpty || entries.isArray();
        }
        if (isFinished() && saysEmpty && saysNothing(transcript))
            add(Field::NoTurns, true);
    }

    void addExtraMembers()
    {
        Others ofAnalysis;
        for (const JsonMembers::Member &member : m_analysis.all()) {
            if (!isKnownInAnalysis(member.name))
                ofAnalysis.append(&member);
        }
        const MemberPath path = "call_analysis";
        QByteArray extra = membersOf(m_others, nullptr);
        const QByteArray extraAnalysis = membersOf(ofAnalysis, &path);
        if (!extraAnalysis.isEmpty())
            extra +=
                (extra.isEmpty() ? "" : ",") + QByteArrayLiteral("\"call_analysis\":{") + extraAnalysis + '}';
        if (!extra.isEmpty())
            add(Field::ExtraMembers, QByteArray('{' + extra + '}'));
    }

    using Others = QVarLengthArray<const JsonMembers::Member *, 16>;

    QByteArray membersOf(const Others &others, const MemberPath *parent)
    {
        QByteArray out;
        for (const JsonMembers::Member *other : others) {
            const auto &[name, value] = *other;
            if (isSecretName(name) || value.isNull())
                continue;
            const QByteArray json = toJsonWithoutSecrets(value);
            if (json.isEmpty())
                m_reader.warn({name, parent}, QStringLiteral("number out of range"));
            else
                out += (out.isEmpty() ? "" : ",") + quotedJson(name) + ':' + json;
        }
        return out;
    }

    std::array<JsonText, KnownNames.size()> m_known; ///< at the places of their names
    Others m_others;                                 ///< members we do not know
    JsonMembers m_analysis;
    Stage m_stage;
    MemberReader m_reader;
    QList<FieldFact> m_facts;
};

} // namespace

CallFacts decodeCall(const JsonMembers &call, Stage stage, const QString &statusWord)
{
    return Decoder(call, stage).read(statusWord);
}

QByteArray digestOf(const JsonText &call)
{
    Sha256 hash;
    hash.add(call.view());
    const Digest digest = hash.finish();
    return {reinterpret_cast<const char *>(digest.data()), static_cast<qsizetype>(digest.size())};
}

} // namespace anrufwarte
