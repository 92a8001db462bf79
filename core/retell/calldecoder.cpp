// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retell/calldecoder.h"

#include "core/calls/mergecall.h"
#include "core/retell/callmembers.h"

#include <QSet>
#include <algorithm>
#include <array>
#include <openssl/sha.h>
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

template <size_t N>
void addNames(QSet<QByteArray> &names, const std::array<Member, N> &members)
{
    for (const Member &member : members)
        names.insert(member.name);
}

QSet<QByteArray> knownNames()
{
    QSet<QByteArray> names(SpecialMembers.begin(), SpecialMembers.end());
    addNames(names, PlainMembers);
    addNames(names, MillisecondMembers);
    for (const char *name : TurnMembers)
        names.insert(name);
    return names;
}

QSet<QByteArray> knownAnalysisNames()
{
    QSet<QByteArray> names{"call_summary"};
    addNames(names, AnalysisMembers);
    return names;
}

QString pathOf(const QString &parent, QByteArrayView name)
{
    return parent.isEmpty() ? QString::fromUtf8(name) : parent + QLatin1Char('.') + QString::fromUtf8(name);
}

/// One pass over one call object.
class Decoder
{
public:
    Decoder(const JsonMembers &call, Stage stage) : m_call(call), m_analysis(JsonText()), m_stage(stage) {}

    CallFacts read(const QString &statusWord)
    {
        if (!statusWord.isEmpty())
            add(Field::CallStatus, statusWord);
        for (const Member &member : PlainMembers)
            addPlain(m_call, QString(), member);
        for (const Member &member : MillisecondMembers)
            addMilliseconds(member);
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
    void add(Field field, T value, bool withToolCalls = false)
    {
        FieldFact fact;
        fact.field = field;
        fact.value = std::move(value);
        fact.quality = qualityOf(field, fact.value, m_stage, withToolCalls);
        m_facts.append(std::move(fact));
    }

    template <typename T>
    void addKnown(Field field, std::optional<T> value)
    {
        if (value)
            add(field, std::move(*value));
    }

    void addPlain(const JsonMembers &parent, const QString &parentPath, const Member &member)
    {
        const JsonText value = parent[member.name];
        if (value.isAbsent())
            return;
        const QString path = pathOf(parentPath, member.name);
        switch (info(member.field).kind) {
        case FieldKind::Text:
            addKnown(member.field, m_reader.text(value, path));
            break;
        case FieldKind::Integer:
            addKnown(member.field, m_reader.integer(value, path));
            break;
        case FieldKind::Flag:
            addKnown(member.field, m_reader.flag(value, path));
            break;
        case FieldKind::Json:
            addKnown(member.field, m_reader.json(value, path));
            break;
        }
    }

    void addMilliseconds(const Member &member)
    {
        const std::optional<qint64> value =
            m_reader.milliseconds(m_call[member.name], pathOf({}, member.name));
        if (value && (*value != 0 || isFinished()))
            add(member.field, *value);
    }

    void addCost()
    {
        const QString path = QStringLiteral("call_cost");
        const JsonText cost = m_reader.object(m_call["call_cost"], path);
        const JsonMembers members(cost);
        bool hasFigure = false;
        for (const char *name : CostFigures)
            hasFigure = m_reader.expectNumber(members[name], pathOf(path, name)) || hasFigure;
        const QString productsPath = path + QStringLiteral(".product_costs");
        for (const JsonText &product : elementsOf(m_reader.array(members["product_costs"], productsPath))) {
            const JsonText amount = JsonMembers(product)["cost"];
            hasFigure = m_reader.expectNumber(amount, pathOf(productsPath, "cost")) || hasFigure;
        }
        if (!hasFigure)
            return;
        const std::optional<QByteArray> json = m_reader.rewritten(cost, path);
        if (json && (isFinished() || qualityOf(Field::Cost, *json, m_stage, false) > 0))
            add(Field::Cost, *json);
    }

    /// An object with at least one figure; `latency: {}` and groups without any come while a call runs.
    void addLatency()
    {
        const QString path = QStringLiteral("latency");
        const JsonText latency = m_reader.object(m_call["latency"], path);
        const JsonMembers groups(latency);
        bool hasFigure = groups["end_to_end_latency"].number().has_value();
        for (const auto &[name, group] : groups.all())
            hasFigure = isLatencyGroup(group, pathOf(path, name)) || hasFigure;
        if (hasFigure)
            addKnown(Field::Latency, m_reader.rewritten(latency, path));
    }

    bool isLatencyGroup(const JsonText &group, const QString &path)
    {
        if (!group.isNumber())
            (void)m_reader.object(group, path);
        const JsonMembers members(group);
        bool hasFigure = false;
        for (const char *figure : LatencyFigures)
            hasFigure = m_reader.expectNumber(members[figure], pathOf(path, figure)) || hasFigure;
        const JsonText values = m_reader.array(members["values"], pathOf(path, "values"));
        return hasFigure || (values.isArray() && !values.isEmpty());
    }

    /// "Anything": also a text or a number may stand there.
    void addMetadata()
    {
        const JsonText metadata = m_call["metadata"];
        if (!saysNothing(metadata))
            addKnown(Field::Metadata, m_reader.rewritten(metadata, QStringLiteral("metadata")));
    }

    void addAnalysis()
    {
        const QString path = QStringLiteral("call_analysis");
        m_analysis = JsonMembers(m_reader.object(m_call["call_analysis"], path));
        for (const Member &member : AnalysisMembers)
            addPlain(m_analysis, path, member);
        std::optional<QString> summary =
            m_reader.text(m_analysis["call_summary"], pathOf(path, "call_summary"));
        std::optional<QString> former = m_reader.text(m_call["call_summary"], QStringLiteral("call_summary"));
        addKnown(Field::Summary, summary ? std::move(summary) : std::move(former));
    }

    void addStorageSetting()
    {
        const QString formerName = QStringLiteral("opt_out_sensitive_data_storage");
        std::optional<QString> setting =
            m_reader.text(m_call["data_storage_setting"], QStringLiteral("data_storage_setting"));
        const std::optional<bool> optedOut =
            m_reader.flag(m_call["opt_out_sensitive_data_storage"], formerName);
        if (!setting && optedOut.value_or(false))
            setting = QStringLiteral("basic_attributes_only");
        addKnown(Field::DataStorageSetting, std::move(setting));
    }

    /// The best array becomes the turns, word for word: they are most of a call, and nobody but us reads them
    /// where they are kept. A finished call that shows an empty transcript and no entry had no
    /// turn.
    void addTurns()
    {
        const JsonText transcript = m_call["transcript"];
        bool saysEmpty = transcript.isString();
        for (const char *name : TurnMembers) {
            const JsonText entries = m_reader.array(m_call[name], pathOf({}, name));
            if (entries.isArray() && !entries.isEmpty()) {
                add(Field::Turns, entries.json(), name != TurnMembers.back());
                return;
            }
            saysEmpty = saysEmpty || entries.isArray();
        }
        if (isFinished() && saysEmpty && saysNothing(transcript))
            add(Field::NoTurns, true);
    }

    void addExtraMembers()
    {
        static const QSet<QByteArray> known = knownNames();
        static const QSet<QByteArray> knownAnalysis = knownAnalysisNames();
        QByteArray extra = unknownOf(m_call, {}, known);
        const QByteArray extraAnalysis =
            unknownOf(m_analysis, QStringLiteral("call_analysis"), knownAnalysis);
        if (!extraAnalysis.isEmpty())
            extra +=
                (extra.isEmpty() ? "" : ",") + QByteArrayLiteral("\"call_analysis\":{") + extraAnalysis + '}';
        if (!extra.isEmpty())
            add(Field::ExtraMembers, QByteArray('{' + extra + '}'));
    }

    QByteArray unknownOf(const JsonMembers &object, const QString &path, const QSet<QByteArray> &known)
    {
        QByteArray out;
        for (const auto &[name, value] : object.all()) {
            if (known.contains(name) || isSecretName(name) || value.isNull())
                continue;
            const QByteArray json = toJsonWithoutSecrets(value);
            if (json.isEmpty())
                m_reader.warn(pathOf(path, name), QStringLiteral("number out of range"));
            else
                out += (out.isEmpty() ? "" : ",") + quotedJson(name) + ':' + json;
        }
        return out;
    }

    const JsonMembers &m_call;
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

/// By OpenSSL: Qt's own SHA-256 is some ten times slower.
QByteArray digestOf(const JsonText &call)
{
    const QByteArrayView text = call.view();
    QByteArray digest(SHA256_DIGEST_LENGTH, Qt::Uninitialized);
    SHA256(reinterpret_cast<const unsigned char *>(text.data()), static_cast<size_t>(text.size()),
           reinterpret_cast<unsigned char *>(digest.data()));
    return digest;
}

} // namespace anrufwarte
