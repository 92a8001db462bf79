// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/grouprows.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace anrufwarte {

namespace {
/// More separate ranges than this cost a view more than one Move does.
constexpr size_t MaxRanges = 32;
/// Unchanged rows that may be repainted to join two ranges of changed ones.
constexpr int MaxGap = 8;

struct Range
{
    int first = 0;
    int last = 0;
};

/// Ascending positions as ranges; positions up to `gap` unlisted ones apart share a range.
std::vector<Range> rangesOf(const std::vector<int> &positions, int gap)
{
    std::vector<Range> ranges;
    for (const int position : positions) {
        if (!ranges.empty() && position - ranges.back().last <= gap + 1)
            ranges.back().last = position;
        else
            ranges.push_back({position, position});
    }
    return ranges;
}

std::vector<BoardRowPtr> contentOf(const std::vector<BoardEntry *> &rows, Range range)
{
    std::vector<BoardRowPtr> content;
    content.reserve(static_cast<size_t>(range.last) + 1 - static_cast<size_t>(range.first));
    for (int i = range.first; i <= range.last; ++i)
        content.push_back(rows[static_cast<size_t>(i)]->row);
    return content;
}
} // namespace

void GroupRows::insert(BoardEntry &entry)
{
    entry.position = BoardEntry::Coming;
    m_coming.push_back(&entry);
}

void GroupRows::remove(BoardEntry &entry)
{
    if (entry.position == BoardEntry::Coming) {
        std::erase(m_coming, &entry);
    } else {
        m_leaving.push_back(entry.position);
        m_rows[static_cast<size_t>(entry.position)] = nullptr;
    }
    entry.position = BoardEntry::NotShown;
}

void GroupRows::markChanged(BoardEntry &entry, ColumnSet columns)
{
    if (entry.position < 0)
        return;
    if (!std::exchange(entry.isChanged, true))
        m_changed.push_back(&entry);
    entry.changed.add(columns);
    m_outOfOrder = m_outOfOrder || m_order.dependsOn(columns);
}

void GroupRows::setOrder(RowOrder order)
{
    m_order = std::move(order);
    m_outOfOrder = true;
    m_orderChosen = true;
}

RowEdits GroupRows::takeEdits(bool reorder, bool appendNew)
{
    RowEdits edits;
    takeRemovals(edits);
    if (m_outOfOrder && (reorder || m_orderChosen))
        takeOrder(edits);
    takeInsertions(edits, appendNew);
    takeChanges(edits);
    return edits;
}

void GroupRows::takeRemovals(RowEdits &edits)
{
    if (m_leaving.empty())
        return;
    std::ranges::sort(m_leaving);
    const std::vector<Range> ranges = rangesOf(m_leaving, 0);
    if (ranges.size() > MaxRanges) {
        std::vector<int> order;
        order.reserve(m_rows.size());
        for (size_t i = 0; i < m_rows.size(); ++i) {
            if (m_rows[i] != nullptr)
                order.push_back(static_cast<int>(i));
        }
        const auto kept = static_cast<int>(order.size());
        std::ranges::copy(m_leaving, std::back_inserter(order));
        edits.push_back(RowEdit::move(std::move(order)));
        edits.push_back(RowEdit::remove(kept, static_cast<int>(m_leaving.size())));
    } else {
        for (auto range = ranges.rbegin(); range != ranges.rend(); ++range)
            edits.push_back(RowEdit::remove(range->first, range->last - range->first + 1));
    }
    std::erase(m_rows, nullptr);
    renumber(static_cast<size_t>(m_leaving.front()));
    m_leaving.clear();
}

void GroupRows::takeOrder(RowEdits &edits)
{
    m_outOfOrder = false;
    m_orderChosen = false;
    const auto inOrder = [this](const BoardEntry *a, const BoardEntry *b) { return before(a, b); };
    if (std::ranges::is_sorted(m_rows, inOrder))
        return;
    std::ranges::stable_sort(m_rows, inOrder);
    std::vector<int> order;
    order.reserve(m_rows.size());
    std::ranges::transform(m_rows, std::back_inserter(order), &BoardEntry::position);
    edits.push_back(RowEdit::move(std::move(order)));
    renumber(0);
}

void GroupRows::takeInsertions(RowEdits &edits, bool append)
{
    if (m_coming.empty())
        return;
    const auto inOrder = [this](const BoardEntry *a, const BoardEntry *b) { return before(a, b); };
    std::ranges::stable_sort(m_coming, inOrder);
    if (append && !m_rows.empty() && before(m_coming.front(), m_rows.back()))
        m_outOfOrder = true;

    std::vector<BoardEntry *> rows;
    std::vector<int> places;
    rows.reserve(m_rows.size() + m_coming.size());
    auto from = m_rows.cbegin();
    for (BoardEntry *entry : m_coming) {
        const auto place = append ? m_rows.cend() : std::upper_bound(from, m_rows.cend(), entry, inOrder);
        rows.insert(rows.end(), from, place);
        places.push_back(static_cast<int>(rows.size()));
        rows.push_back(entry);
        from = place;
    }
    rows.insert(rows.end(), from, m_rows.cend());

    const std::vector<Range> ranges = rangesOf(places, 0);
    if (ranges.size() > MaxRanges) {
        std::vector<BoardRowPtr> content;
        std::ranges::transform(m_coming, std::back_inserter(content), &BoardEntry::row);
        auto coming = static_cast<int>(m_rows.size());
        edits.push_back(RowEdit::insert(coming, std::move(content)));
        std::vector<int> order;
        order.reserve(rows.size());
        for (const BoardEntry *entry : rows)
            order.push_back(entry->position == BoardEntry::Coming ? coming++ : entry->position);
        edits.push_back(RowEdit::move(std::move(order)));
    } else {
        for (const Range &range : ranges)
            edits.push_back(RowEdit::insert(range.first, contentOf(rows, range)));
    }
    m_rows = std::move(rows);
    m_coming.clear();
    renumber(static_cast<size_t>(places.front()));
}

void GroupRows::takeChanges(RowEdits &edits)
{
    std::vector<int> positions;
    for (const BoardEntry *entry : m_changed) {
        if (entry->position >= 0 && m_rows.size() > static_cast<size_t>(entry->position) &&
            m_rows[static_cast<size_t>(entry->position)] == entry)
            positions.push_back(entry->position);
    }
    std::ranges::sort(positions);
    for (const Range &range : rangesOf(positions, MaxGap)) {
        ColumnSet columns;
        for (int i = range.first; i <= range.last; ++i)
            columns.add(m_rows[static_cast<size_t>(i)]->changed);
        edits.push_back(RowEdit::change(range.first, columns, contentOf(m_rows, range)));
    }
    for (BoardEntry *entry : m_changed) {
        entry->changed = {};
        entry->isChanged = false;
    }
    m_changed.clear();
}

void GroupRows::renumber(size_t from)
{
    for (size_t i = from; i < m_rows.size(); ++i)
        m_rows[i]->position = static_cast<int>(i);
}

bool GroupRows::before(const BoardEntry *a, const BoardEntry *b) const
{
    return m_order.before(*a->row, *b->row);
}

} // namespace anrufwarte
