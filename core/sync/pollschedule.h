// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <optional>

namespace anrufwarte {

/// What decides when running calls are listed next. Times are steady ms.
struct PollFacts
{
    bool mayAsk = false;                 ///< there is a key, and Retell has not refused it
    qint64 intervalMs = 0;               ///< 0 = off
    std::optional<qint64> lastStartMs;   ///< empty: never, or something happened that calls for one at once
    std::optional<qint64> retryAtMs;     ///< after a failure
    std::optional<qint64> pausedUntilMs; ///< as Retell wishes
};

/// Empty: never. A moment that has passed means now: what was missed (sleep, a busy machine) is made up by
/// one poll, not by a burst.
[[nodiscard]] std::optional<qint64> nextPollMs(const PollFacts &facts);

} // namespace anrufwarte
