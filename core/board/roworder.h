// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/boardrow.h"

#include <QCollator>

namespace anrufwarte {

/// What the user chose to sort by. The default, longest duration first, means: running calls oldest first (so
/// a new one comes last) and ended calls newest first.
struct BoardSort
{
    BoardColumn column = BoardColumn::Duration;
    bool descending = true;

    bool operator==(const BoardSort &) const = default;
};

/// "Comes before" for one group. Unknown values come last in both directions; equal rows keep the order they
/// have.
class RowOrder
{
public:
    RowOrder(BoardSort sort, BoardGroup group);

    [[nodiscard]] bool before(const BoardRow &a, const BoardRow &b) const;

    /// True when a change of these columns can change the order.
    [[nodiscard]] bool dependsOn(ColumnSet columns) const { return columns.has(m_column); }

private:
    struct Key
    {
        bool (*isKnown)(const BoardRow &row);
        int (*compare)(const BoardRow &a, const BoardRow &b, const QCollator &collator);
    };
    static Key keyOf(BoardColumn column);

    Key m_key;
    BoardColumn m_column;
    bool m_descending;
    QCollator m_collator;
};

} // namespace anrufwarte
