// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/callrecord.h"

#include "core/base/json.h"

#include <array>

namespace anrufwarte {

namespace {

/// Names of the six parts as a script wants them, in the order of Part.
constexpr std::array<const char *, PartCount> PartNames{"duration", "cost",      "transcript",
                                                        "latency",  "recording", "summary"};

Cell fieldCell(const CallRecord &record, Field field)
{
    switch (info(field).kind) {
    case FieldKind::Text:
        return textCell(textOf(record, field));
    case FieldKind::Integer:
        return cellOf(integerOf(record, field));
    case FieldKind::Flag:
        return cellOf(flagOf(record, field));
    case FieldKind::Json:
        return jsonCell(jsonOf(record, field));
    }
    return {};
}

NamedCell named(const char *name, Cell value)
{
    return {QString::fromLatin1(name), std::move(value)};
}

void append(Record &record, const CallRecord &call, std::initializer_list<Field> fields)
{
    for (const Field field : fields)
        record.append(named(info(field).column, fieldCell(call, field)));
}

/// JSON in a text column stays text, one encoding deep, as in the file (contract §5).
NamedCell textColumn(const CallRecord &record, Field field)
{
    return named(info(field).column, textCell(QString::fromUtf8(jsonOf(record, field))));
}

Cell dollarCell(const std::optional<MicroDollars> &amount)
{
    return amount ? Cell(dollars(*amount)) : Cell();
}

void appendCost(Record &record, const Call &call)
{
    const auto &cost = call.row.cost;
    record.append(named("cost_micros", cellOf(cost)));
    record.append(named("cost", dollarCell(cost)));
    record.append(named("cost_cents", cost ? Cell(wholeCents(*cost)) : Cell()));
    record.append(named("cost_unit", call.cost ? Cell(toWord(call.cost->unit)) : Cell()));
    record.append(named("retell_cost_usd", call.cost ? dollarCell(call.cost->retell) : Cell()));
    record.append(named("twilio_cost_usd", call.cost ? dollarCell(call.cost->telephony) : Cell()));
}

Cell missingParts(const CallRow &row)
{
    QByteArrayList names;
    for (int i = 0; i < PartCount; ++i) {
        const auto part = static_cast<Part>(i);
        if (!row.completeness.has(part) && !row.completeness.cannotHave(part))
            names.append(quotedJson(PartNames.at(static_cast<size_t>(i))));
    }
    return RawJson{'[' + names.join(", ") + ']'};
}

QByteArray historyJson(const QList<HistoryEntry> &history)
{
    QByteArrayList lines;
    for (const HistoryEntry &entry : history) {
        lines.append(toJson(
            Record{named("changed_at", timeCell(entry.changedMs)), named("source", toWord(entry.source)),
                   named("field", entry.field), named("before", textCell(entry.before)),
                   named("after", textCell(entry.after)), named("reason", textCell(entry.reason))}));
    }
    return '[' + lines.join(", ") + ']';
}

QByteArray warningsJson(const QList<FieldWarning> &warnings)
{
    QByteArrayList lines;
    for (const FieldWarning &warning : warnings)
        lines.append(toJson(Record{named("member", warning.member), named("found", warning.found)}));
    return '[' + lines.join(", ") + ']';
}

} // namespace

Record recordOf(const Call &call)
{
    const CallRow &row = call.row;
    Record record{named("id", row.id.value()), named("retell_call_id", row.callId.value()),
                  named("status", toWord(row.state))};
    append(record, call.record,
           {Field::CallStatus, Field::CallType, Field::Direction, Field::FromNumber, Field::ToNumber,
            Field::AgentId, Field::AgentName, Field::AgentVersion, Field::StartTimestamp, Field::EndTimestamp,
            Field::DurationMs});
    record.append(named("duration_sec", row.durationMs ? Cell(wholeSeconds(*row.durationMs)) : Cell()));
    appendCost(record, call);
    record.append(textColumn(call.record, Field::Cost));
    record.append(textColumn(call.record, Field::Latency));
    record.append(named("end_to_end_latency", cellOf(row.latencyP50Ms)));
    append(record, call.record,
           {Field::Transcript, Field::RecordingUrl, Field::PublicLogUrl, Field::Summary, Field::UserSentiment,
            Field::DisconnectionReason});
    record.append(named("call_successful", row.successful ? Cell(qint64(*row.successful)) : Cell()));
    record.append(named("created_at", timeCell(row.firstSeenMs)));
    record.append(named("updated_at", timeCell(row.updatedMs)));
    record.append(named("last_source", toWord(row.lastSource)));
    record.append(named("complete", row.completeness.isComplete()));
    record.append(named("missing", missingParts(row)));
    return record;
}

Record wholeRecordOf(const Call &call, const QList<HistoryEntry> &history)
{
    Record record = recordOf(call);
    QStringList names;
    for (const NamedCell &cell : std::as_const(record))
        names.append(cell.name);
    for (const FieldInfo &field : allFields()) {
        if (!names.contains(QLatin1String(field.column)))
            record.append(named(field.column, fieldCell(call.record, field.field)));
    }
    record.append(named("warnings", RawJson{warningsJson(call.warnings)}));
    record.append(named("history", RawJson{historyJson(history)}));
    return record;
}

} // namespace anrufwarte
