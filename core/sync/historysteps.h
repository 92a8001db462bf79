// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/callchange.h"
#include "core/calls/historyledger.h"
#include "core/retell/apiclient.h"

#include <QList>
#include <QSet>

namespace anrufwarte {

// The arithmetic of HistoryWalk. All pure; times are UTC ms by Retell's clock.

/// Rows come late into Retell's list: each span begins so long before the mark.
inline constexpr qint64 HistoryOverlapMs = 120'000;
/// How far the first span ever goes back: today's figures are complete from the first hour on.
inline constexpr qint64 FirstHistoryMs = 24LL * 60 * 60 * 1000;

/// What is to be walked next. Ends at the mark at least, so that the mark never moves backward.
[[nodiscard]] HistorySpan nextSpan(const HistoryLedger &ledger, qint64 nowMs);

/// The walk that is not done yet; by start first.
[[nodiscard]] ListedBy nextWalk(const HistorySpan &span);
[[nodiscard]] const SpanWalk &walkOf(const HistorySpan &span, ListedBy by);
[[nodiscard]] bool isInSameWalk(const HistoryLedger &before, const HistoryLedger &after);

/// With a page taken in. `nextKey` empty: it was the last of its walk. When both walks are done, the mark is
/// at the end of the span and nothing is open.
[[nodiscard]] HistoryLedger afterPage(HistoryLedger ledger, ListedBy by, const QString &nextKey);
/// With that walk at its beginning again.
[[nodiscard]] HistoryLedger startedOver(HistoryLedger ledger, ListedBy by);

/// What of the open span nobody has watched, if it is longer than `tellAfterMs`.
[[nodiscard]] std::optional<HistorySpan> untoldPart(const HistoryLedger &ledger, qint64 tellAfterMs);

/// The rows of a page by what is to be done with them.
struct PageShare
{
    QList<CallChange> plain; ///< to be written as they are
    QList<CallChange> ends;  ///< each closes a running call: to be written with the evidence for it
};

/// `running`: what the store takes for not finished. Ends of the last seconds are left out: their webhooks
/// may be on the way. So are those of running calls in the first minute: the poller asks for them one by one.
/// Neither is lost: the next span overlaps this one.
[[nodiscard]] PageShare shareOf(QList<CallChange> page, const QSet<CallId> &running, qint64 nowMs);

} // namespace anrufwarte
