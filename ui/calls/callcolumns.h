// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/boardrow.h"
#include "ui/calls/cellcontext.h"

#include <QVariant>

namespace anrufwarte {

/// One column of the live tables. Adding a column is one line in callcolumns.cpp.
struct CallColumn
{
    BoardColumn column;
    const char *title; ///< context "CallColumns"
    int width;         ///< px at 100 %
    bool isNumber;     ///< right-aligned, and so is its header
    bool isVisible;    ///< by default
    QString (*text)(const BoardRow &row, const CellContext &context);
    QVariant (*raw)(const BoardRow &row);
};

[[nodiscard]] const std::array<CallColumn, BoardColumnCount> &callColumns();
[[nodiscard]] inline const CallColumn &callColumn(BoardColumn column)
{
    return callColumns()[static_cast<size_t>(column)];
}
[[nodiscard]] QString columnTitle(BoardColumn column);

/// The row as text for the clipboard: the given columns, tab-separated, numbers as they were dialled.
[[nodiscard]] QString copyText(const BoardRow &row, const QList<BoardColumn> &columns,
                               const CellContext &context);

} // namespace anrufwarte
