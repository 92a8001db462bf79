// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/rowedits.h"

#include <algorithm>

namespace anrufwarte {

RowEdit RowEdit::remove(int first, int count)
{
    RowEdit edit;
    edit.kind = Kind::Remove;
    edit.first = first;
    edit.count = count;
    return edit;
}

RowEdit RowEdit::insert(int first, std::vector<BoardRowPtr> rows)
{
    RowEdit edit;
    edit.kind = Kind::Insert;
    edit.first = first;
    edit.count = static_cast<int>(rows.size());
    edit.rows = std::move(rows);
    return edit;
}

RowEdit RowEdit::move(std::vector<int> order)
{
    RowEdit edit;
    edit.kind = Kind::Move;
    edit.count = static_cast<int>(order.size());
    edit.order = std::move(order);
    return edit;
}

RowEdit RowEdit::change(int first, ColumnSet columns, std::vector<BoardRowPtr> rows)
{
    RowEdit edit = insert(first, std::move(rows));
    edit.kind = Kind::Change;
    edit.columns = columns;
    return edit;
}

bool BoardEdits::moveRows() const
{
    return std::ranges::any_of(groups, [](const RowEdits &edits) {
        return std::ranges::any_of(edits,
                                   [](const RowEdit &edit) { return edit.kind != RowEdit::Kind::Change; });
    });
}

void replay(const RowEdit &edit, std::vector<BoardRowPtr> &rows)
{
    const auto first = rows.begin() + edit.first;
    switch (edit.kind) {
    case RowEdit::Kind::Remove:
        rows.erase(first, first + edit.count);
        return;
    case RowEdit::Kind::Insert:
        rows.insert(first, edit.rows.begin(), edit.rows.end());
        return;
    case RowEdit::Kind::Change:
        std::ranges::copy(edit.rows, first);
        return;
    case RowEdit::Kind::Move: {
        std::vector<BoardRowPtr> moved;
        moved.reserve(rows.size());
        for (const int from : edit.order)
            moved.push_back(std::move(rows[static_cast<size_t>(from)]));
        rows = std::move(moved);
        return;
    }
    }
}

} // namespace anrufwarte
