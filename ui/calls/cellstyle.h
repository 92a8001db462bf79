// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/boardrow.h"
#include "ui/calls/cellcontext.h"
#include "ui/look/look.h"

namespace anrufwarte {

/// How a cell is painted. Colour is for exceptions: a normal row has none but the running icon.
struct CellStyle
{
    QString icon; ///< Lucide name; empty = none
    int iconSize = 16;
    QColor iconColor;
    QColor color;
    TextStyle font = TextStyle::Body;
};

[[nodiscard]] CellStyle cellStyle(const BoardRow &row, BoardColumn column, const CellContext &context,
                                  const Tokens &tokens);

} // namespace anrufwarte
