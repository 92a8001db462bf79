// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/resyncterms.h"

namespace anrufwarte {

/// What the cells of the resync page need besides their row. One per page, shared by its models.
struct ResyncView
{
    Formats formats;
    qint64 nowMs = 0;
    bool masksNumbers = false;

    [[nodiscard]] FigureStyle figureStyle() const { return {formats, masksNumbers, 60}; }
};

} // namespace anrufwarte
