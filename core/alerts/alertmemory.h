// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/alert.h"

#include <QMap>
#include <QString>

namespace anrufwarte {

/// What a person decided about one kind of alert; outlives the program.
struct AlertDecision
{
    std::optional<AlertSeverity> acknowledged; ///< seen, as long as it does not get worse
    qint64 mutedUntilMs = 0;                   ///< UTC
    std::optional<qint64> doneCount;           ///< declared done when it counted so much …
    qint64 doneNewestMs = 0;                   ///< … and its newest cause was of then (UTC)

    bool operator==(const AlertDecision &) const = default;
};

using AlertMemory = QMap<AlertKind, AlertDecision>; ///< without those that say nothing

/// The stored words: "listener_down", "rejected".
[[nodiscard]] QString toWord(AlertKind kind);

} // namespace anrufwarte
