// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/call.h"

namespace anrufwarte {

/// What the store says after a commit, and only then: the committed rows, each call once, with its newest
/// state.
struct CallUpdates
{
    qint64 revision = 0;   ///< grows with every commit of this store
    qint64 acceptedMs = 0; ///< when the oldest of them was submitted (UTC ms): "accepted to pixels"
    QList<CallRow> rows;

    bool operator==(const CallUpdates &) const = default;
};

} // namespace anrufwarte

Q_DECLARE_METATYPE(anrufwarte::CallUpdates)
