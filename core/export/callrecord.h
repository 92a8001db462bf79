// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/call.h"
#include "core/calls/historyentry.h"
#include "core/export/record.h"

namespace anrufwarte {

/// A call as contract §5 names its columns, and which parts are still missing.
[[nodiscard]] Record recordOf(const Call &call);
/// All that is kept of it, with its history: what `show --format json` prints.
[[nodiscard]] Record wholeRecordOf(const Call &call, const QList<HistoryEntry> &history);

} // namespace anrufwarte
