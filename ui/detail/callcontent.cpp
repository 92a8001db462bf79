// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/callcontent.h"

#include "core/calls/transcript.h"

namespace anrufwarte {

namespace {

/// The former system's lone end_to_end_latency is a median without samples.
QList<LatencyGroup> latencyOf(const Call &call)
{
    QList<LatencyGroup> groups = readLatency(jsonOf(call.record, Field::Latency));
    const bool hasEndToEnd = !groups.isEmpty() && groups.first().name == u"e2e";
    if (!hasEndToEnd && call.row.latencyP50Ms) {
        LatencyGroup endToEnd;
        endToEnd.name = QStringLiteral("e2e");
        endToEnd.p50 = call.row.latencyP50Ms;
        groups.prepend(endToEnd);
    }
    return groups;
}

} // namespace

CallContent contentOf(Call call)
{
    CallContent out;
    out.call = std::move(call);
    const CallRecord &record = out.call.record;
    QList<Turn> turns = readTurns(jsonOf(record, Field::Turns));
    if (turns.isEmpty())
        turns = turnsFromText(textOf(record, Field::Transcript));
    out.transcript = transcriptRows(turns);
    out.latency = latencyOf(out.call);
    return out;
}

std::array<DataState, PartCount> partStates(const CallRow &row, qint64 nowMs)
{
    return dataStates(row.completeness, isFinished(row.state), row.endMs.value_or(row.finishedSeenMs), nowMs);
}

qint64 runningMs(const CallRow &row, qint64 nowMs)
{
    return std::max<qint64>(nowMs - row.startMs.value_or(row.firstSeenMs), 0);
}

} // namespace anrufwarte
