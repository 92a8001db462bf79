// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/detail/transcriptrow.h"

#include <QRect>
#include <QTextLayout>
#include <memory>
#include <vector>

namespace anrufwarte {

/// Where the things of one row stand, relative to its top left corner, with its texts already broken into
/// lines.
struct TranscriptLayout
{
    struct Block
    {
        std::unique_ptr<QTextLayout> text;
        QPointF at;
        bool isCaption = false;
    };

    QRect frame; ///< the bubble, or the box of an event
    QRect head;  ///< speaker and time, or the one line of an event
    std::vector<Block> blocks;
    int height = 0;
};

namespace transcriptmetric {
inline constexpr int Side = 16, RowGap = 5, BubblePadding = 12, BubbleTop = 7, EventHeight = 28,
                     EventInset = 24;
inline constexpr int NarrowPane = 480; ///< below it events use the full width
} // namespace transcriptmetric

/// Plain text always: nothing in it is ever markup.
[[nodiscard]] TranscriptLayout layoutRow(const TranscriptRow &row, bool unfolded, int width);

} // namespace anrufwarte
