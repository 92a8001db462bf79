// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/rejectiontally.h"

#include <algorithm>

namespace anrufwarte {

namespace {
constexpr qsizetype MostFetched =
    10'000; ///< then all are forgotten: some rejections stay open a little longer
}

void RejectionTally::note(const DeliveryRecord &record)
{
    if (record.receivedMs <= m_doneMs)
        return;
    const Rejection rejection{record.id, record.callId, record.receivedMs, record.ingestedMs.has_value()};
    const auto known = std::find_if(m_open.begin(), m_open.end(), [&record](const Rejection &other) {
        return record.id != DeliveryId() && other.id == record.id;
    });
    if (known != m_open.end())
        *known = rejection;
    else
        m_open.append(rejection);
    if (m_open.size() > Limit)
        m_open.removeFirst();
    if (record.receivedMs < m_newest.receivedMs)
        return;
    m_newest = record;
    m_newest.body.clear();
}

void RejectionTally::noteFetched(const QList<CallRow> &rows)
{
    if (m_fetchedMs.size() > MostFetched)
        m_fetchedMs.clear();
    for (const CallRow &row : rows) {
        if (row.lastSource == Source::Poll || row.lastSource == Source::Resync)
            m_fetchedMs[row.callId] = row.lastSeenMs;
    }
}

void RejectionTally::clear()
{
    m_open.clear();
    m_doneMs = m_newest.receivedMs;
}

void RejectionTally::passTime(qint64 nowMs)
{
    m_open.removeIf([this, nowMs](const Rejection &rejection) {
        return nowMs - rejection.receivedMs > LatelyMs && isFetched(rejection);
    });
}

bool RejectionTally::isFetched(const Rejection &rejection) const
{
    const auto fetched = m_fetchedMs.constFind(rejection.callId);
    return rejection.isIngested || (fetched != m_fetchedMs.cend() && *fetched >= rejection.receivedMs);
}

qint64 RejectionTally::lately(qint64 nowMs) const
{
    return std::count_if(m_open.cbegin(), m_open.cend(), [nowMs](const Rejection &rejection) {
        return nowMs - rejection.receivedMs <= LatelyMs;
    });
}

} // namespace anrufwarte
