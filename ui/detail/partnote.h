// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/call.h"

namespace anrufwarte {

/// What stands in a tab whose part of the call is not there: "Kosten: ausstehend", and why.
struct PartNote
{
    DataState state = DataState::Pending;
    QString title;
    QString text;
};

[[nodiscard]] PartNote partNote(const Call &call, Part part, qint64 nowMs);

/// Lucide name of a state's shape: check, dashed circle, triangle, dash in a circle.
[[nodiscard]] QString stateIcon(DataState state);

} // namespace anrufwarte
