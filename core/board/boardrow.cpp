// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/boardrow.h"

#include <algorithm>

namespace anrufwarte {

namespace {
bool sameState(const BoardRow &a, const BoardRow &b)
{
    return a.call.state == b.call.state;
}

bool sameTimes(const BoardRow &a, const BoardRow &b)
{
    return beginMs(a.call) == beginMs(b.call) && a.call.durationMs == b.call.durationMs && sameState(a, b);
}

bool sameNumbers(const BoardRow &a, const BoardRow &b)
{
    return a.call.fromNumber == b.call.fromNumber && a.call.toNumber == b.call.toNumber &&
           a.call.callType == b.call.callType && a.call.direction == b.call.direction;
}

bool sameAgent(const BoardRow &a, const BoardRow &b)
{
    return a.call.agentName == b.call.agentName && a.call.agentId == b.call.agentId;
}
} // namespace

qint64 endedMs(const CallRow &call)
{
    const qint64 learnt = call.finishedSeenMs != 0 ? call.finishedSeenMs : call.lastSeenMs;
    const bool wasKnownRunning = call.firstSeenMs < learnt;
    return wasKnownRunning ? learnt : std::min(call.endMs.value_or(learnt), learnt);
}

qint64 beginMs(const CallRow &call)
{
    return call.startMs.value_or(call.firstSeenMs);
}

const QString &otherParty(const CallRow &call)
{
    return call.direction == Direction::Outbound ? call.toNumber : call.fromNumber;
}

ColumnSet changedColumns(const BoardRow &before, const BoardRow &after)
{
    const CallRow &a = before.call;
    const CallRow &b = after.call;
    ColumnSet changed;
    if (!sameState(before, after) || a.callStatus != b.callStatus || a.corrected != b.corrected ||
        before.unconfirmed != after.unconfirmed || a.disconnectionReason != b.disconnectionReason)
        changed.add(BoardColumn::Status);
    if (!sameNumbers(before, after))
        changed.add({BoardColumn::Caller, BoardColumn::Called});
    if (!sameAgent(before, after))
        changed.add(BoardColumn::Agent);
    if (!sameTimes(before, after))
        changed.add({BoardColumn::Duration, BoardColumn::Begin, BoardColumn::Cost});
    if (a.sentiment != b.sentiment)
        changed.add(BoardColumn::Sentiment);
    if (a.cost != b.cost)
        changed.add(BoardColumn::Cost);
    if (a.lastSource != b.lastSource)
        changed.add(BoardColumn::LastSource);
    if (a.completeness != b.completeness || !sameState(before, after) || before.overdue != after.overdue) {
        changed.add(BoardColumn::DataParts);
        if (isFinished(b.state)) // while it runs, no cost is missing
            changed.add(BoardColumn::Cost);
    }
    if (a.latencyP95Ms != b.latencyP95Ms)
        changed.add(BoardColumn::LatencyP95);
    return changed;
}

} // namespace anrufwarte
