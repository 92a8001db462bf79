// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/call.h"
#include "core/calls/retryentry.h"

namespace anrufwarte {

// What AutoResync decides by (contract §3, sync/*). All pure.

/// When to ask again: retryDelay, doubled per attempt, at most a day.
[[nodiscard]] qint64 retryDelayMs(qint64 firstMs, int attempts);

/// "call_" and 4 to 64 letters, digits, _ and -. Retell's have 27 today, which is documented nowhere; a
/// tighter rule would one day refuse what is genuine.
[[nodiscard]] bool looksLikeRetellsId(const CallId &callId);

struct RetryLimits
{
    qint64 delayMs = 300'000; ///< sync/retryDelaySeconds
    int maxAttempts = 5;      ///< sync/maxAttempts
};

/// A call that waits, as far as the rules are concerned.
struct RetryState
{
    RetryEntry entry;
    bool wasAtOnce = false; ///< the first attempt had no delay before it: the first delay is still to come

    bool operator==(const RetryState &) const = default;
};

/// Over, and something can still come.
[[nodiscard]] bool needsRetry(const CallRow &row);

/// The first sight of an incomplete call that is over: at once if the transcript is missing.
[[nodiscard]] RetryState onSight(const CallRow &row, const RetryLimits &limits, qint64 nowMs);

/// Something was learned from an answer. Links that are signed anew with every answer, and members that we do
/// not know, are news only the first time.
[[nodiscard]] bool bringsNews(const MergeOutcome &merged);

/// After a readable answer. Empty: the call is settled. With SetAside, it is not to be asked for any more.
[[nodiscard]] std::optional<RetryState> afterAnswer(RetryState state, const MergeOutcome &merged,
                                                    const RetryLimits &limits, qint64 nowMs);

/// After an attempt that counts and brought nothing.
[[nodiscard]] RetryState afterFruitless(RetryState state, const RetryLimits &limits, qint64 nowMs);

/// Why it was asked, for call_changes: "automatic resync: transcript, summary missing".
[[nodiscard]] QString askingReason(RetryCause cause, const Completeness &known);

} // namespace anrufwarte
