// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/resyncrun.h"
#include "core/text/formats.h"

#include <QString>

namespace anrufwarte {

/// How a resync stands, in one line of standard error that is drawn over and over. Does nothing where that is
/// no terminal.
class ProgressBar
{
public:
    ProgressBar();

    void draw(const ResyncProgress &progress, qint64 nowMs);
    /// Before anything else is printed: the line is gone as if it had never been.
    void clear();

private:
    const bool m_isTerminal;
    bool m_isDrawn = false;
};

/// "[#######       ]  61 %  1.482/2.418  9,4/s  noch etwa 1:40 min"
[[nodiscard]] QString progressLine(const ResyncProgress &progress, qint64 nowMs, const Formats &formats);

} // namespace anrufwarte
