// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/callsource.h"
#include "core/calls/historyentry.h"

namespace anrufwarte {

/// How a call ended that no webhook had ended, as it stands in its history.
struct Closing
{
    Source by = Source::Poll;
    qint64 atMs = 0;               ///< UTC
    bool isAfterRejection = false; ///< a webhook had come, and was rejected:
    QString rejectedAt;            ///< "17:42:58", local
    QString rejectionReason;       ///< code of contract §4

    bool operator==(const Closing &) const = default;
};

/// Why a call was closed, for call_changes: who found it over, and why no webhook had told it. In one
/// technical form, so that every surface and every old record reads the same.
[[nodiscard]] QString closingReason(const EndEvidence &evidence, Source by = Source::Poll);

/// Read back; empty if a webhook ended the call, or nothing yet. Pure.
[[nodiscard]] std::optional<Closing> closingOf(const QList<HistoryEntry> &history);

} // namespace anrufwarte
