// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/rejectiontally.h"

#include <algorithm>

namespace anrufwarte {

void RejectionTally::note(const DeliveryRecord &record)
{
    const auto isSame = [&record](const Rejection &other) { return other.id == record.id; };
    if (record.id != DeliveryId() && std::any_of(m_open.cbegin(), m_open.cend(), isSame))
        return;
    m_open.append({record.id, record.callId, record.receivedMs, record.ingestedMs.has_value()});
    if (m_open.size() > Limit)
        m_open.removeFirst();
    if (record.receivedMs < m_newest.receivedMs)
        return;
    m_newest = record;
    m_newest.body.clear();
}

void RejectionTally::noteFetched(const QList<CallRow> &rows)
{
    if (m_open.isEmpty())
        return;
    for (const CallRow &row : rows) {
        if (row.lastSource != Source::Poll && row.lastSource != Source::Resync)
            continue;
        for (Rejection &rejection : m_open) {
            if (rejection.callId == row.callId && row.lastSeenMs >= rejection.receivedMs)
                rejection.isFetched = true;
        }
    }
}

void RejectionTally::passTime(qint64 nowMs)
{
    m_open.removeIf([nowMs](const Rejection &rejection) {
        return rejection.isFetched && nowMs - rejection.receivedMs > LatelyMs;
    });
}

qint64 RejectionTally::lately(qint64 nowMs) const
{
    return std::count_if(m_open.cbegin(), m_open.cend(), [nowMs](const Rejection &rejection) {
        return nowMs - rejection.receivedMs <= LatelyMs;
    });
}

} // namespace anrufwarte
