// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/call.h"

#include <memory>

namespace anrufwarte {

/// The two groups of the live page: "Laufend" and "Gerade beendet".
enum class BoardGroup : quint8
{
    Running,
    Ended
};
inline constexpr int BoardGroupCount = 2;

/// What the live tables show of a row, in their default order (ui.md §3).
enum class BoardColumn : quint8
{
    Status,
    Caller, ///< the other party: who called, or who was called
    Called,
    Agent,
    Duration,
    Sentiment,
    Cost,
    LastSource,
    DataParts,
    Begin,
    LatencyP95,
    Id,
};
inline constexpr int BoardColumnCount = 12;

/// Some of the columns.
class ColumnSet
{
public:
    constexpr ColumnSet() = default;
    constexpr ColumnSet(std::initializer_list<BoardColumn> columns)
    {
        for (const BoardColumn column : columns)
            add(column);
    }

    constexpr void add(BoardColumn column) { m_bits |= bit(column); }
    constexpr void add(ColumnSet other) { m_bits |= other.m_bits; }
    [[nodiscard]] constexpr bool has(BoardColumn column) const { return (m_bits & bit(column)) != 0; }
    [[nodiscard]] constexpr bool isEmpty() const { return m_bits == 0; }

    constexpr bool operator==(const ColumnSet &) const = default;

private:
    static constexpr quint32 bit(BoardColumn column) { return 1U << static_cast<unsigned>(column); }
    quint32 m_bits = 0;
};

/// A row of the live page: the call, and what passing time makes of it.
struct BoardRow
{
    CallRow call;
    bool unconfirmed =
        false; ///< running, but no sign of life for too long ("Unbestätigt"); never closed for that
    bool overdue = false; ///< over for so long that what is absent counts as missing, not as pending

    bool operator==(const BoardRow &) const = default;
};

/// Rows are immutable and shared between the board and the models that replay its edits.
using BoardRowPtr = std::shared_ptr<const BoardRow>;

/// When a finished call ended as the board counts it: of one that was shown running, when we learned of its
/// end (it never just vanishes); of one we first heard of when it was over, its real end: old news is not
/// "Gerade beendet".
[[nodiscard]] qint64 endedMs(const CallRow &call);

/// Start of the call, or when we first heard of it.
[[nodiscard]] qint64 beginMs(const CallRow &call);

/// The number at the other end: the caller of inbound calls, the called of outbound ones.
[[nodiscard]] const QString &otherParty(const CallRow &call);

[[nodiscard]] inline bool isWebCall(const CallRow &call)
{
    return call.callType == u"web_call";
}

/// The columns that look different.
[[nodiscard]] ColumnSet changedColumns(const BoardRow &before, const BoardRow &after);

} // namespace anrufwarte
