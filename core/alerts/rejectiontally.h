// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/call.h"
#include "core/calls/deliveryrecord.h"

namespace anrufwarte {

/// Rejected webhooks that matter still: the lately rejected ones, and those whose call has not been fetched
/// since. Bounded; the oldest go first.
class RejectionTally
{
public:
    static constexpr qsizetype Limit = 1000;
    static constexpr qint64 LatelyMs = 10 * 60 * 1000;

    /// Once per delivery, however often it is noted.
    void note(const DeliveryRecord &record);
    /// Retell's API has told about these calls: what their rejected webhooks said is known now.
    void noteFetched(const QList<CallRow> &rows);
    void clear() { m_open.clear(); } ///< a person declares them done

    /// Forgets what is both fetched and no longer recent.
    void passTime(qint64 nowMs);

    [[nodiscard]] qint64 count() const { return m_open.size(); }
    [[nodiscard]] qint64 lately(qint64 nowMs) const;
    [[nodiscard]] const DeliveryRecord &newest() const { return m_newest; }

private:
    struct Rejection
    {
        DeliveryId id;
        CallId callId; ///< unverified: enough to see that such a call was fetched
        qint64 receivedMs;
        bool isFetched;
    };

    QList<Rejection> m_open; ///< in order of arrival
    DeliveryRecord m_newest;
};

} // namespace anrufwarte
