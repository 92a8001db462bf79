// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/call.h"
#include "core/calls/retryentry.h"

#include <QList>
#include <optional>

namespace anrufwarte {

/// A call that is over and lacks data.
struct IncompleteCall
{
    CallRow row;
    std::optional<RetryEntry> retry; ///< empty: not planned yet

    bool operator==(const IncompleteCall &) const = default;
};

/// The newest of them, and how many there are.
struct IncompleteOverview
{
    QList<IncompleteCall> calls; ///< newest first
    qint64 total = 0;            ///< set-aside ones included
    qint64 setAside = 0;

    bool operator==(const IncompleteOverview &) const = default;
};

} // namespace anrufwarte
