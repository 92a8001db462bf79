// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/boardrow.h"

#include <array>
#include <vector>

namespace anrufwarte {

/// One step of a table from how it was to how it is. Steps are replayed in order; positions are those at that
/// step.
struct RowEdit
{
    enum class Kind : quint8
    {
        Remove, ///< rows [first, first + count)
        Insert, ///< `rows` before `first`
        Move,   ///< all rows: the new row i is the old row order[i]
        Change, ///< `rows` replace [first, first + count); only `columns` look different, maybe none
    };

    Kind kind = Kind::Change;
    int first = 0;
    int count = 0;
    ColumnSet columns;
    std::vector<BoardRowPtr> rows;
    std::vector<int> order;

    [[nodiscard]] static RowEdit remove(int first, int count);
    [[nodiscard]] static RowEdit insert(int first, std::vector<BoardRowPtr> rows);
    [[nodiscard]] static RowEdit move(std::vector<int> order);
    [[nodiscard]] static RowEdit change(int first, ColumnSet columns, std::vector<BoardRowPtr> rows);
};

using RowEdits = std::vector<RowEdit>;

/// The edits of both groups; a call that changes groups is removed in one and inserted in the other.
struct BoardEdits
{
    std::array<RowEdits, BoardGroupCount> groups;

    [[nodiscard]] const RowEdits &of(BoardGroup group) const { return groups[static_cast<size_t>(group)]; }
    [[nodiscard]] bool isEmpty() const { return groups[0].empty() && groups[1].empty(); }
    /// True when a row came, went or moved: positions held elsewhere have to be looked up again.
    [[nodiscard]] bool moveRows() const;
};

void replay(const RowEdit &edit, std::vector<BoardRowPtr> &rows);

} // namespace anrufwarte
