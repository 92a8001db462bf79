// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/rowedits.h"
#include "core/board/roworder.h"

#include <vector>

namespace anrufwarte {

/// A call on the board, and where it stands.
struct BoardEntry
{
    BoardRowPtr row;
    BoardGroup group = BoardGroup::Running;
    qint64 endNoticedMs = 0; ///< when the board saw it end
    bool isChanged = false;  ///< since the last edits were taken
    ColumnSet changed;       ///< and what of it shows
    int position = NotShown;

    static constexpr int NotShown = -1;
    static constexpr int Coming = -2; ///< gets its position when the edits are taken

    [[nodiscard]] bool isShown() const { return position != NotShown; }
};

/// The shown rows of one group in their order. Changes gather here and are taken as one list of edits, which
/// never has more than a few dozen steps: beyond that, rows come or go in one range and one Move puts them
/// into place. Entries belong to the board and must outlive the next takeEdits().
class GroupRows
{
public:
    GroupRows(BoardSort sort, BoardGroup group) : m_order(sort, group) {}

    void insert(BoardEntry &entry);
    void remove(BoardEntry &entry);
    void markChanged(BoardEntry &entry, ColumnSet columns);
    void setOrder(RowOrder order); ///< the next edits bring the rows into it

    /// `reorder`: rows whose values changed take their new places. `appendNew`: new rows come last instead of
    /// between others.
    [[nodiscard]] RowEdits takeEdits(bool reorder, bool appendNew);

    [[nodiscard]] const std::vector<BoardEntry *> &rows() const { return m_rows; }

private:
    void takeRemovals(RowEdits &edits);
    void takeOrder(RowEdits &edits);
    void takeInsertions(RowEdits &edits, bool append);
    void takeChanges(RowEdits &edits);
    void renumber(size_t from);
    [[nodiscard]] bool before(const BoardEntry *a, const BoardEntry *b) const;

    RowOrder m_order;
    std::vector<BoardEntry *> m_rows; ///< nullptr = leaving with the next edits
    std::vector<int> m_leaving;
    std::vector<BoardEntry *> m_coming;
    std::vector<BoardEntry *> m_changed;
    bool m_outOfOrder = false;
    bool m_orderChosen = false;
};

} // namespace anrufwarte
