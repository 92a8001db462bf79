// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace anrufwarte {

/// How far one of the two walks over a span has come.
struct SpanWalk
{
    bool isDone = false;
    QString nextKey; ///< Retell's pagination key of the next page; empty: from the beginning

    bool operator==(const SpanWalk &) const = default;
};

/// A stretch of Retell's time that is being fetched. Walked twice: a call that never connected may have no
/// start_timestamp, and one that began before the span may have ended in it.
struct HistorySpan
{
    qint64 fromMs = 0; ///< UTC ms by Retell's clock, inclusive
    qint64 toMs = 0;   ///< inclusive
    SpanWalk byStart;
    SpanWalk byEnd;

    [[nodiscard]] bool isDone() const { return byStart.isDone && byEnd.isDone; }
    bool operator==(const HistorySpan &) const = default;
};

/// What of Retell's past is in the store. All calls that began or ended up to the mark are; the open span
/// begins at it, and what lies after that is still to come. Kept in the store, so that a crash costs nothing.
struct HistoryLedger
{
    std::optional<qint64> coveredUntilMs; ///< the mark; empty: nothing was ever fetched
    std::optional<HistorySpan> open;

    bool operator==(const HistoryLedger &) const = default;
};

} // namespace anrufwarte
