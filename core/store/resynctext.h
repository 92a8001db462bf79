// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/resyncrun.h"

namespace anrufwarte {

/// Columns calls, deltas and problem of the resync tables: compact JSON. Reading passes over what a later
/// version may have written.
[[nodiscard]] QString toText(const QList<CallId> &calls);
[[nodiscard]] QString toText(const QList<FieldDelta> &deltas);
[[nodiscard]] QString toText(const std::optional<Error> &problem); ///< null if there is none

[[nodiscard]] QList<CallId> callIdsFrom(const QString &text);
[[nodiscard]] QList<FieldDelta> deltasFrom(const QString &text);
[[nodiscard]] std::optional<Error> problemFrom(const QString &text);

} // namespace anrufwarte
