// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/pollplan.h"

#include <QHash>
#include <QSet>
#include <algorithm>

namespace anrufwarte {

PollPlan planPoll(QList<CallChange> listed, QList<RunningCall> running, qint64 nowMs,
                  qint64 unconfirmedAfterMs)
{
    QHash<CallId, CallState> known;
    for (const RunningCall &call : std::as_const(running))
        known.insert(call.callId, call.state);

    PollPlan plan;
    QSet<CallId> listedIds;
    for (CallChange &change : listed) {
        if (change.stamp.stage >= Stage::Finished && known.contains(change.callId))
            continue; // ended while the list was made: asked for below
        if (listedIds.contains(change.callId))
            continue;
        listedIds.insert(change.callId);
        if (known.value(change.callId, CallState::Registered) == CallState::Registered)
            plan.news.append(std::move(change));
    }

    std::sort(running.begin(), running.end(), [](const RunningCall &a, const RunningCall &b) {
        return a.lastSeenMs != b.lastSeenMs ? a.lastSeenMs < b.lastSeenMs : a.callId < b.callId;
    });
    for (const RunningCall &call : std::as_const(running)) {
        const bool isSilent = nowMs - call.lastSeenMs >= unconfirmedAfterMs;
        if (isSilent || !listedIds.contains(call.callId))
            plan.doubts.append(call.callId);
    }
    return plan;
}

} // namespace anrufwarte
