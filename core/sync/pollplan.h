// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/callchange.h"
#include "core/calls/callsource.h"

namespace anrufwarte {

/// What follows from Retell's list of running calls beside the store's.
struct PollPlan
{
    QList<CallChange> news; ///< listed, and not running as far as the store knows: to be written
    QList<CallId> doubts;   ///< to be asked one by one, longest silent first
};

/// Pure. Doubtful is what the store takes for running and Retell does not list, or what gave no sign of life
/// for so long. A list is never evidence of an end: only what get-call says closes a call, and its age never
/// does (contract §6.3).
[[nodiscard]] PollPlan planPoll(QList<CallChange> listed, QList<RunningCall> running, qint64 nowMs,
                                qint64 unconfirmedAfterMs);

} // namespace anrufwarte
