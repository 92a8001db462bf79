// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/call.h"
#include "core/calls/deliveryrecord.h"

#include <QHash>

namespace anrufwarte {

/// Rejected webhooks that matter still: the lately rejected ones, and those whose call has not been fetched
/// since. Bounded; the oldest go first.
class RejectionTally
{
public:
    static constexpr qsizetype Limit = 1000;
    static constexpr qint64 LatelyMs = 10LL * 60 * 1000;

    /// Counts once per delivery. Again when more is known of it: its call is worked out after the fact.
    void note(const DeliveryRecord &record);
    /// Retell's API has told about these calls: what their rejected webhooks said is known now.
    void noteFetched(const QList<CallRow> &rows);
    /// A person declares all so far done.
    void clear();

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
        bool isIngested;
    };
    [[nodiscard]] bool isFetched(const Rejection &rejection) const;

    QList<Rejection> m_open; ///< in order of arrival
    QHash<CallId, qint64> m_fetchedMs;
    DeliveryRecord m_newest;
    qint64 m_doneMs = 0; ///< what was received up to then is done
};

} // namespace anrufwarte
