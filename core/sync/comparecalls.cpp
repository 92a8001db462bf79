// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/resync.h"

#include "core/calls/latency.h"
#include "core/calls/transcript.h"

#include <algorithm>
#include <array>

namespace anrufwarte {

namespace {

constexpr qsizetype LongestText = 300; ///< of a figure: the whole text is in the call itself

/// The line that speaks of a fact. Cost and the two percentiles have none of their own: they follow from
/// CostBreakdown and LatencyMetrics.
ResyncField lineOf(Field field)
{
    switch (field) {
    case Field::CallStatus:
        return ResyncField::Status;
    case Field::DurationMs:
        return ResyncField::Duration;
    case Field::Cost:
        return ResyncField::CostBreakdown;
    case Field::Transcript:
    case Field::Turns:
        return ResyncField::Transcript;
    case Field::RecordingUrl:
    case Field::RecordingMultiChannelUrl:
    case Field::ScrubbedRecordingUrl:
    case Field::ScrubbedRecordingMultiChannelUrl:
        return ResyncField::Recording;
    case Field::Summary:
        return ResyncField::Summary;
    case Field::Latency:
        return ResyncField::LatencyMetrics;
    case Field::UserSentiment:
        return ResyncField::Sentiment;
    case Field::CallSuccessful:
        return ResyncField::Successful;
    case Field::DisconnectionReason:
        return ResyncField::DisconnectionReason;
    case Field::AgentName:
        return ResyncField::Agent;
    case Field::FromNumber:
        return ResyncField::Caller;
    case Field::ToNumber:
        return ResyncField::Called;
    case Field::StartTimestamp:
        return ResyncField::Start;
    case Field::EndTimestamp:
        return ResyncField::End;
    default:
        return ResyncField::Other;
    }
}

FigureValue figureOf(const QString &text)
{
    return text.isEmpty() ? FigureValue() : FigureValue(text.left(LongestText));
}

template <typename T>
FigureValue figureOf(const std::optional<T> &value)
{
    return value ? FigureValue(*value) : FigureValue();
}

FigureValue costItems(const CallRecord &record)
{
    const auto cost = readCost(jsonOf(record, Field::Cost), CostUnitChoice::Auto);
    if (!cost)
        return {};
    return qint64(std::count_if(cost->parts.cbegin(), cost->parts.cend(),
                                [](const CostPart &part) { return !part.isRemainder; }));
}

FigureValue transcriptLength(const CallRecord &record)
{
    if (isKnown(record[Field::Transcript]))
        return qint64(textOf(record, Field::Transcript).size());
    if (!isKnown(record[Field::Turns]))
        return {};
    qint64 length = 0;
    for (const Turn &turn : readTurns(jsonOf(record, Field::Turns)))
        length += turn.text.size();
    return length;
}

FigureValue measurements(const CallRecord &record)
{
    if (!isKnown(record[Field::Latency]))
        return {};
    const QList<LatencyGroup> groups = readLatency(jsonOf(record, Field::Latency));
    const auto endToEnd = std::find_if(groups.cbegin(), groups.cend(),
                                       [](const LatencyGroup &group) { return group.name == u"e2e"; });
    return endToEnd == groups.cend() ? qint64(0) : endToEnd->samples.value_or(0);
}

FigureValue recording(const CallRecord &record)
{
    for (int i = 0; i < FieldCount; ++i) {
        const auto field = static_cast<Field>(i);
        if (lineOf(field) == ResyncField::Recording && isKnown(record[field]))
            return true;
    }
    return {};
}

FigureValue figureOf(const Call &call, ResyncField line)
{
    const CallRecord &record = call.record;
    switch (line) {
    case ResyncField::Status:
        return figureOf(call.row.callStatus);
    case ResyncField::Duration:
        return figureOf(call.row.durationMs);
    case ResyncField::Cost:
        return figureOf(call.row.cost);
    case ResyncField::CostBreakdown:
        return costItems(record);
    case ResyncField::Transcript:
        return transcriptLength(record);
    case ResyncField::Recording:
        return recording(record);
    case ResyncField::Summary:
        return figureOf(textOf(record, Field::Summary));
    case ResyncField::LatencyMetrics:
        return measurements(record);
    case ResyncField::LatencyP50:
        return figureOf(call.row.latencyP50Ms);
    case ResyncField::LatencyP95:
        return figureOf(call.row.latencyP95Ms);
    case ResyncField::Sentiment:
        return figureOf(call.row.sentiment);
    case ResyncField::Successful:
        return figureOf(call.row.successful);
    case ResyncField::DisconnectionReason:
        return figureOf(call.row.disconnectionReason);
    case ResyncField::Agent:
        return figureOf(call.row.agentName);
    case ResyncField::Caller:
        return figureOf(call.row.fromNumber);
    case ResyncField::Called:
        return figureOf(call.row.toNumber);
    case ResyncField::Start:
        return figureOf(call.row.startMs);
    case ResyncField::End:
        return figureOf(call.row.endMs);
    case ResyncField::Other:
        break;
    }
    return {};
}

bool isKnownFigure(const FigureValue &value)
{
    return !std::holds_alternative<std::monostate>(value);
}

/// The facts that differ, by their line: two texts may be different and have the same figure.
class Differences
{
public:
    Differences(const CallRecord &before, const CallRecord &after)
    {
        for (int i = 0; i < FieldCount; ++i) {
            const auto field = static_cast<Field>(i);
            if (before[field] == after[field])
                continue;
            const ResyncField line = lineOf(field);
            m_has.at(static_cast<size_t>(line)) = true;
            if (line == ResyncField::Other) {
                m_others.append(QLatin1String(info(field).column));
                m_correctsOther = m_correctsOther || isKnown(before[field]);
            }
        }
    }

    [[nodiscard]] bool has(ResyncField line) const { return m_has.at(static_cast<size_t>(line)); }
    [[nodiscard]] FieldDelta others() const
    {
        return {ResyncField::Other,
                m_correctsOther ? DeltaKind::Corrected : DeltaKind::Added,
                {},
                m_others.join(QStringLiteral(", ")).left(LongestText)};
    }

private:
    std::array<bool, ResyncFieldCount> m_has{};
    QStringList m_others; ///< their columns
    bool m_correctsOther = false;
};

} // namespace

QList<FieldDelta> compareCalls(const std::optional<Call> &before, const Call &after)
{
    const Call earlier = before.value_or(Call());
    const Differences differences(earlier.record, after.record);
    QList<FieldDelta> deltas;
    for (int i = 0; i < ResyncFieldCount; ++i) {
        const auto line = static_cast<ResyncField>(i);
        if (line == ResyncField::Other)
            break;
        FieldDelta delta{line, DeltaKind::Unchanged, figureOf(earlier, line), figureOf(after, line)};
        if (!isKnownFigure(delta.before) && !isKnownFigure(delta.after))
            continue;
        if (!isKnownFigure(delta.before))
            delta.kind = DeltaKind::Added;
        else if (delta.before != delta.after || differences.has(line))
            delta.kind = DeltaKind::Corrected;
        deltas.append(std::move(delta));
    }
    if (differences.has(ResyncField::Other))
        deltas.append(differences.others());
    return deltas;
}

} // namespace anrufwarte
