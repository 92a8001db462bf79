// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/rowedits.h"

#include <QList>
#include <algorithm>

namespace anrufwarte::test {

inline constexpr qint64 Noon = 1'759'572'000'000;

inline CallRow runningCall(int number, qint64 startMs = Noon)
{
    CallRow row;
    row.id = LocalCallId(number);
    row.callId = CallId(QStringLiteral("call_%1").arg(number, 6, 10, QLatin1Char('0')));
    row.callStatus = QStringLiteral("ongoing");
    row.callType = QStringLiteral("phone_call");
    row.direction = Direction::Inbound;
    row.fromNumber = QStringLiteral("+493023125%1").arg(number % 1000, 3, 10, QLatin1Char('0'));
    row.toNumber = QStringLiteral("+498999998300");
    row.agentName = QStringLiteral("Terminassistent");
    row.startMs = startMs;
    row.firstSeenMs = startMs;
    row.lastSeenMs = startMs;
    row.revision = 1;
    return row;
}

inline CallRow ended(CallRow row, qint64 atMs)
{
    row.state = CallState::Completed;
    row.callStatus = QStringLiteral("ended");
    row.endMs = atMs;
    row.durationMs = atMs - row.startMs.value_or(atMs);
    row.finishedSeenMs = atMs;
    row.lastSeenMs = atMs;
    ++row.revision;
    return row;
}

/// Two tables that only know what edits told them.
struct Tables
{
    std::array<std::vector<BoardRowPtr>, BoardGroupCount> rows;

    void take(const BoardEdits &edits)
    {
        for (size_t group = 0; group < rows.size(); ++group) {
            for (const RowEdit &edit : edits.groups[group])
                replay(edit, rows[group]);
        }
    }

    [[nodiscard]] QList<int> numbers(BoardGroup group) const
    {
        QList<int> numbers;
        for (const BoardRowPtr &row : rows[static_cast<size_t>(group)])
            numbers.append(static_cast<int>(row->call.id.value()));
        return numbers;
    }
    [[nodiscard]] QList<int> running() const { return numbers(BoardGroup::Running); }
    [[nodiscard]] QList<int> justEnded() const { return numbers(BoardGroup::Ended); }
};

} // namespace anrufwarte::test
