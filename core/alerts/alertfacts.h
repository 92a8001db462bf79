// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/health.h"
#include "core/calls/alert.h"

#include <optional>

namespace anrufwarte {

/// A call that was over without anybody having been told in time.
struct HealedCall
{
    CallId callId;
    LocalCallId number;
    qint64 atMs = 0; ///< UTC: when it was closed here
    bool isAfterRejection = false;
    bool isByResync = false;

    bool operator==(const HealedCall &) const = default;
};

/// Everything the rules look at, at one moment. Empty = not known yet, and never a reason to warn.
struct AlertFacts
{
    qint64 nowMs = 0; ///< UTC
    std::optional<ListenerHealth> listener;
    std::optional<StoreHealth> store;
    std::optional<Error> reading; ///< why the ongoing calls could not be read
    std::optional<ApiHealth> api;
    bool hasKey = true;
    bool isPollerStale = false; ///< the last good poll is longer ago than ui.md §2 allows

    qint64 rejected = 0;       ///< webhooks that were rejected lately or are still to be fetched
    qint64 rejectedLately = 0; ///< in the last ten minutes
    DeliveryRecord newestRejected;

    qint64 healed = 0; ///< calls in the last ten minutes
    HealedCall newestHealed;

    qint64 webhookAwaitedSinceMs = 0; ///< UTC: last accepted webhook, or when listening began
    qint64 newFromPoll = 0;           ///< calls that began since then and that only a poll told of

    std::optional<double> latencyP95Ms; ///< e2e, of the last hour
    qint64 latencySamples = 0;
    double latencyLimitMs = 5000.0;
    qint64 costMismatches = 0;   ///< calls of the last day
    qint64 implausibleCosts = 0; ///< calls of the last day
};

} // namespace anrufwarte
