// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/historysteps.h"

#include <algorithm>

namespace anrufwarte {

namespace {

constexpr qint64 WebhookGraceMs = 3'000;
constexpr qint64 PollerGraceMs = 60'000;
static_assert(PollerGraceMs < HistoryOverlapMs);

SpanWalk &walkIn(HistorySpan &span, ListedBy by)
{
    return by == ListedBy::Start ? span.byStart : span.byEnd;
}

/// When the call ended as far as the row says so; long ago if it does not.
qint64 endOf(const CallChange &change)
{
    const auto end = std::find_if(change.facts.cbegin(), change.facts.cend(),
                                  [](const FieldFact &fact) { return fact.field == Field::EndTimestamp; });
    const auto *ms = end == change.facts.cend() ? nullptr : std::get_if<qint64>(&end->value);
    return ms ? *ms : 0;
}

} // namespace

HistorySpan nextSpan(const HistoryLedger &ledger, qint64 nowMs)
{
    const auto mark = ledger.coveredUntilMs;
    // A mark in the future (a clock was wrong) must not keep us from looking at the present.
    const qint64 fromMs = mark ? std::min(*mark, nowMs) - HistoryOverlapMs : nowMs - FirstHistoryMs;
    return {std::max<qint64>(0, fromMs), std::max(nowMs, mark.value_or(nowMs)), {}, {}};
}

ListedBy nextWalk(const HistorySpan &span)
{
    return span.byStart.isDone ? ListedBy::End : ListedBy::Start;
}

const SpanWalk &walkOf(const HistorySpan &span, ListedBy by)
{
    return by == ListedBy::Start ? span.byStart : span.byEnd;
}

bool isInSameWalk(const HistoryLedger &before, const HistoryLedger &after)
{
    return before.open && after.open && nextWalk(*before.open) == nextWalk(*after.open);
}

HistoryLedger afterPage(HistoryLedger ledger, ListedBy by, const QString &nextKey)
{
    if (!ledger.open)
        return ledger;
    walkIn(*ledger.open, by) = {nextKey.isEmpty(), nextKey};
    if (ledger.open->isDone()) {
        ledger.coveredUntilMs = std::max(ledger.open->toMs, ledger.coveredUntilMs.value_or(0));
        ledger.open.reset();
    }
    return ledger;
}

HistoryLedger startedOver(HistoryLedger ledger, ListedBy by)
{
    if (ledger.open)
        walkIn(*ledger.open, by) = {};
    return ledger;
}

std::optional<HistorySpan> untoldPart(const HistoryLedger &ledger, qint64 tellAfterMs)
{
    if (!ledger.open)
        return std::nullopt;
    HistorySpan part = *ledger.open;
    part.fromMs = std::max(part.fromMs, ledger.coveredUntilMs.value_or(0));
    return part.toMs - part.fromMs > tellAfterMs ? std::optional(part) : std::nullopt;
}

PageShare shareOf(QList<CallChange> page, const QSet<CallId> &running, qint64 nowMs)
{
    PageShare share;
    for (CallChange &change : page) {
        if (change.stamp.stage < Stage::Finished) {
            share.plain.append(std::move(change));
            continue;
        }
        const bool isRunning = running.contains(change.callId);
        const qint64 graceMs = isRunning ? PollerGraceMs : WebhookGraceMs;
        if (nowMs - endOf(change) < graceMs)
            continue;
        (isRunning ? share.ends : share.plain).append(std::move(change));
    }
    return share;
}

} // namespace anrufwarte
