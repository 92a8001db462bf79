// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/resyncrun.h"

#include <QList>
#include <memory>

namespace anrufwarte {

/// Shared by the tables that show it.
using ResultPtr = std::shared_ptr<const ResyncResult>;

enum class ResultFilter
{
    ChangedAndFailed,
    All,
    Failed
};

/// More than these are not kept for the screen; the oldest go first. All of them are in the store.
inline constexpr qsizetype MostResults = 50'000;

[[nodiscard]] bool hasFailed(const ResyncResult &result); ///< or was given up
[[nodiscard]] bool passes(const ResyncResult &result, ResultFilter filter);

/// For keeping: what did not change of a call that did not change takes no memory.
[[nodiscard]] QList<ResultPtr> shared(const QList<ResyncResult> &results);

} // namespace anrufwarte
