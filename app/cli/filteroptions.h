// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/calls/callfilter.h"

namespace anrufwarte {

/// --ongoing --incomplete --search --agent --since --until --limit: which calls.
void declareFilter(QCommandLineParser &parser);
/// Without --limit: all with --ongoing, else 100 (contract §2).
[[nodiscard]] Result<CallFilter> filterFrom(const QCommandLineParser &parser, qint64 nowMs);

} // namespace anrufwarte
