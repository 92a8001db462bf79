// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/grouprows.h"

#include <QSet>
#include <deque>
#include <optional>
#include <unordered_map>

namespace anrufwarte {

/// How long things last on the board, and how much it holds.
struct BoardRules
{
    qint64 keepPlaceMs = 5'000;            ///< an ended call stays among the running ones for so long
    qint64 keepEndedMs = 15LL * 60 * 1000; ///< then it is listed as just ended
    qint64 unconfirmedAfterMs = 900'000;   ///< no sign of life for so long (poll/unconfirmedAfterSeconds)
    qsizetype maxRunning = 20'000;
    qsizetype maxEnded = 5'000;

    bool operator==(const BoardRules &) const = default;
};

/// Which rows are shown. Empty members do not restrict.
struct BoardFilter
{
    QString text;                 ///< part of a number, an agent or a call id
    bool unconfirmedOnly = false; ///< among the running ones

    [[nodiscard]] bool isEmpty() const { return text.isEmpty() && !unconfirmedOnly; }
    [[nodiscard]] bool accepts(const BoardRow &row, BoardGroup group) const;
    bool operator==(const BoardFilter &) const = default;
};

/// Of all rows, shown or filtered out.
struct BoardCounts
{
    int ongoing = 0;
    int registered = 0; ///< counted apart (contract §6.4)
    int unconfirmed = 0;
    int ended = 0;
    qsizetype hiddenRunning = 0; ///< running calls over maxRunning: not on the board, but never kept quiet
    qsizetype hiddenEnded = 0;

    bool operator==(const BoardCounts &) const = default;
};

struct BoardPlace
{
    BoardGroup group = BoardGroup::Running;
    int row = 0;

    bool operator==(const BoardPlace &) const = default;
};

/// What the live page holds: rows in, edits out. Knows neither Qt models nor clocks; all times are UTC ms
/// handed in. Every function that changes something returns what has to be replayed on a table, in both
/// groups.
class LiveBoard
{
public:
    explicit LiveBoard(BoardRules rules = {});
    Q_DISABLE_COPY_MOVE(LiveBoard)

    /// Takes committed rows, from updates or from a snapshot of the store; per call the newest revision
    /// stands, so their order does not matter.
    [[nodiscard]] BoardEdits apply(const QList<CallRow> &rows, qint64 nowMs);

    /// What time alone brings: ended calls change groups, old ones leave, silent ones become unconfirmed.
    [[nodiscard]] BoardEdits tick(qint64 nowMs);

    [[nodiscard]] BoardEdits setSort(BoardSort sort);
    [[nodiscard]] BoardEdits setFilter(BoardFilter filter);
    [[nodiscard]] BoardEdits setRules(BoardRules rules, qint64 nowMs);

    /// Calls under the pointer or the keyboard's focus: they stay where they are.
    void hold(QSet<CallId> calls) { m_held = std::move(calls); }
    /// Nobody reads just now: rows may take their places with the next tick.
    void setReorderAllowed(bool allowed) { m_reorderAllowed = allowed; }

    [[nodiscard]] const BoardSort &sort() const { return m_sort; }
    [[nodiscard]] const BoardFilter &filter() const { return m_filter; }
    [[nodiscard]] BoardCounts counts() const;
    [[nodiscard]] BoardRowPtr
    find(const CallId &id) const; ///< also when filtered out; null when not on the board
    [[nodiscard]] std::optional<BoardPlace> placeOf(const CallId &id) const; ///< empty when not shown
    [[nodiscard]] std::vector<BoardRowPtr> rows(BoardGroup group) const;

    /// Hidden running calls would fit by now: ask the store for a snapshot.
    [[nodiscard]] bool hasRoomForHidden() const;

private:
    void applyRow(const CallRow &row, qint64 nowMs);
    void add(const CallRow &row, qint64 nowMs);
    void replace(BoardEntry &entry, BoardRow row, qint64 nowMs);
    void advance(BoardEntry &entry, qint64 nowMs);
    void moveTo(BoardEntry &entry, BoardGroup group);
    void drop(BoardEntry &entry);
    void trimEnded();
    void updateShown(BoardEntry &entry);
    void count(const BoardEntry &entry, int by);
    [[nodiscard]] BoardRow derive(const CallRow &call, qint64 nowMs) const;
    [[nodiscard]] bool isUnconfirmed(const CallRow &call, qint64 nowMs) const;
    [[nodiscard]] bool isExpired(const CallRow &call, qint64 nowMs) const;
    [[nodiscard]] GroupRows &rowsOf(BoardGroup group) { return m_groups[static_cast<size_t>(group)]; }
    [[nodiscard]] const GroupRows &rowsOf(BoardGroup group) const
    {
        return m_groups[static_cast<size_t>(group)];
    }
    [[nodiscard]] BoardEdits takeEdits(bool reorder);

    struct HashId
    {
        size_t operator()(const CallId &id) const { return qHash(id); }
    };

    BoardRules m_rules;
    BoardSort m_sort;
    BoardFilter m_filter;
    std::array<GroupRows, BoardGroupCount> m_groups;
    std::unordered_map<CallId, BoardEntry, HashId>
        m_entries;                 ///< nodes stay where they are: groups point to them
    std::vector<CallId> m_dropped; ///< erased once the edits are taken
    QSet<CallId> m_held;
    QSet<CallId> m_hiddenRunning;
    std::deque<qint64> m_hiddenEnded; ///< when they ended
    BoardCounts m_counts;
    bool m_reorderAllowed = false;
};

} // namespace anrufwarte
