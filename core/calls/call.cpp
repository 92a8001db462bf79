// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calls/call.h"

#include "core/calls/callreadings.h"

namespace anrufwarte {

namespace {

template <typename T>
std::optional<T> get(const CallRecord &record, Field field)
{
    const T *value = std::get_if<T>(&record[field]);
    return value ? std::optional(*value) : std::nullopt;
}

bool anyKnown(const CallRecord &record, std::initializer_list<Field> fields)
{
    for (const Field field : fields) {
        if (isKnown(record[field]))
            return true;
    }
    return false;
}

bool isNotConnected(const CallRecord &record)
{
    return textOf(record, Field::CallStatus) == statusword::NotConnected;
}

bool hasTotal(const std::optional<CostReading> &cost)
{
    return cost && cost->total;
}

} // namespace

QString textOf(const CallRecord &record, Field field)
{
    return get<QString>(record, field).value_or(QString());
}

std::optional<qint64> integerOf(const CallRecord &record, Field field)
{
    return get<qint64>(record, field);
}

std::optional<bool> flagOf(const CallRecord &record, Field field)
{
    return get<bool>(record, field);
}

QByteArray jsonOf(const CallRecord &record, Field field)
{
    return get<QByteArray>(record, field).value_or(QByteArray());
}

qint64 wholeSeconds(qint64 durationMs)
{
    return (durationMs + 500) / 1000;
}

static Completeness completenessWith(const CallRecord &record, bool hasCost)
{
    Completeness out;
    const auto mark = [](quint8 &bits, Part part, bool on) {
        if (on)
            bits = static_cast<quint8>(bits | Completeness::bit(part));
    };
    mark(out.present, Part::Duration, isKnown(record[Field::DurationMs]));
    mark(out.present, Part::Cost, hasCost);
    mark(out.present, Part::Transcript, anyKnown(record, {Field::Transcript, Field::Turns}));
    mark(out.present, Part::Latency, isKnown(record[Field::Latency]));
    mark(out.present, Part::Recording,
         anyKnown(record, {Field::RecordingUrl, Field::RecordingMultiChannelUrl, Field::ScrubbedRecordingUrl,
                           Field::ScrubbedRecordingMultiChannelUrl}));
    mark(out.present, Part::Summary, isKnown(record[Field::Summary]));

    if (isNotConnected(record))
        out.never = Completeness::AllParts;
    if (textOf(record, Field::DataStorageSetting) == u"basic_attributes_only") {
        mark(out.never, Part::Transcript, true);
        mark(out.never, Part::Recording, true);
        mark(out.never, Part::Summary, true);
    }
    if (flagOf(record, Field::NoTurns).value_or(false)) {
        mark(out.never, Part::Transcript, true);
        mark(out.never, Part::Latency, true);
    }
    out.never = static_cast<quint8>(out.never & ~out.present);
    return out;
}

namespace {

std::optional<double> gapOf(const CostReading &cost)
{
    if (!cost.partsSum || !cost.total)
        return std::nullopt;
    const MicroDollars unit = cost.unit == CostUnit::Cents ? MicrosPerCent : MicrosPerDollar;
    return static_cast<double>(qAbs(*cost.partsSum - *cost.total)) / static_cast<double>(unit);
}

} // namespace

Completeness completenessOf(const CallRecord &record)
{
    return completenessWith(record, hasTotal(readCost(jsonOf(record, Field::Cost), CostUnitChoice::Auto)));
}

CallReadings readingsOf(const CallRecord &record, CostUnitChoice unit)
{
    return {readCost(jsonOf(record, Field::Cost), unit), readEndToEnd(jsonOf(record, Field::Latency))};
}

void deriveRow(CallRow &row, const CallRecord &record, CostUnitChoice unit)
{
    deriveRow(row, record, readingsOf(record, unit));
}

void deriveRow(CallRow &row, const CallRecord &record, const CallReadings &readings)
{
    row.callId = record.callId;
    row.callStatus = textOf(record, Field::CallStatus);
    row.state = stateOf(row.callStatus, record.furthest);
    row.callType = textOf(record, Field::CallType);
    row.direction = directionFromWord(textOf(record, Field::Direction));
    row.fromNumber = textOf(record, Field::FromNumber);
    row.toNumber = textOf(record, Field::ToNumber);
    row.agentId = textOf(record, Field::AgentId);
    row.agentName = textOf(record, Field::AgentName);
    row.startMs = integerOf(record, Field::StartTimestamp);
    row.endMs = integerOf(record, Field::EndTimestamp);
    row.durationMs = integerOf(record, Field::DurationMs);
    const std::optional<CostReading> &cost = readings.cost;
    row.cost = cost ? cost->total : std::nullopt;
    row.costGap = cost ? gapOf(*cost) : std::nullopt;
    row.costUnit = cost ? std::optional(cost->unit) : std::nullopt;
    row.latencyP50Ms = readings.latency.p50;
    row.latencyP95Ms = readings.latency.p95;
    row.sentiment = textOf(record, Field::UserSentiment);
    row.successful = flagOf(record, Field::CallSuccessful);
    row.disconnectionReason = textOf(record, Field::DisconnectionReason);
    row.completeness = completenessWith(record, hasTotal(cost));
}

} // namespace anrufwarte
