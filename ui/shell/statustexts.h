// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/health.h"
#include "core/text/formats.h"

namespace anrufwarte {

enum class StatusState
{
    Ok,
    Warn,
    Bad,
    Busy
};

/// A segment of the status bar as it is shown and as it is read aloud (ui.md §2.9).
struct StatusText
{
    StatusState state = StatusState::Busy;
    QString name;
    QString value;
    QString alarm; ///< behind the value, in red; never elided
    QString spoken;

    bool operator==(const StatusText &) const = default;
};

/// What a listener that listens is good for.
enum class Hearing
{
    Well,
    Silent, ///< calls come, but no webhook tells of them
    NoKey   ///< nothing can be verified, so nothing is taken
};

namespace statustexts {
[[nodiscard]] StatusText listener(const std::optional<ListenerHealth> &health, Hearing hearing, qint64 nowMs,
                                  const Formats &formats);
[[nodiscard]] StatusText poller(const std::optional<ApiHealth> &health, bool stale, qint64 nowMs,
                                const Formats &formats);
[[nodiscard]] StatusText api(const std::optional<ApiHealth> &health, const Formats &formats);
[[nodiscard]] StatusText store(const std::optional<StoreHealth> &health, const Formats &formats);
/// "Stand 17:52:24", and when nothing has come in since then: "… – seit 2 min ohne Aktualisierung".
[[nodiscard]] QString asOf(qint64 updatedMs, qint64 nowMs, bool stale, const Formats &formats);
/// "Lücke 12:03 bis 12:41, wird geholt"; empty when there is none.
[[nodiscard]] QString gap(const std::optional<ApiHealth> &health, qint64 nowMs, const Formats &formats);
[[nodiscard]] QString stateWord(StatusState state);
[[nodiscard]] QString stateWord(ApiState state);
} // namespace statustexts

} // namespace anrufwarte
