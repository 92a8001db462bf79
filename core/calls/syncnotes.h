// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/historyledger.h"
#include "core/calls/resyncrun.h"
#include "core/calls/retryentry.h"

namespace anrufwarte {

/// What sync wants to find again after a restart; written in the transaction of the changes it belongs to.
struct SyncNotes
{
    std::optional<HistoryLedger> ledger; ///< takes the place of the stored one
    QList<RetryEntry> retries;           ///< each takes the place of the stored one of its call
    QList<CallId> settled;               ///< their entries go
    std::optional<ResyncRun> run;        ///< takes the place of the stored one with that start
    QList<ResyncResult> results;         ///< of `run`
};

} // namespace anrufwarte
