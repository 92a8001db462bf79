// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/call.h"
#include "core/calls/closing.h"
#include "core/calls/latency.h"
#include "ui/detail/transcriptrow.h"

#include <array>

namespace anrufwarte {

/// A call with the big members already taken apart, ready to be shown. A value.
struct CallContent
{
    Call call;
    QList<TranscriptRow> transcript; ///< the entries, else the lines of the plain transcript
    QList<LatencyGroup> latency;
    std::optional<Closing> closing = {}; ///< who closed it, if no webhook did
};

/// Parses megabytes of JSON if need be: for the reader thread.
[[nodiscard]] CallContent contentOf(Call call);

/// The state of the six parts of a call, at `nowMs` (UTC).
[[nodiscard]] std::array<DataState, PartCount> partStates(const CallRow &row, qint64 nowMs);

/// How long a running call has been going on.
[[nodiscard]] qint64 runningMs(const CallRow &row, qint64 nowMs);

} // namespace anrufwarte
