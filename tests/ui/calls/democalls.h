// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/board/boardrows.h"

namespace anrufwarte::test {

/// Saturday, 4 October 2025, 17:52:24 in Berlin: the moment the mock-ups show.
inline constexpr qint64 DemoNow = 1'759'593'144'000;

inline qint64 agoMs(int minutes, int seconds)
{
    return DemoNow - (minutes * 60 + seconds) * 1000LL;
}

struct DemoCall
{
    const char *number;
    const char *agent;
    int minutes, seconds; ///< running time, or duration of an ended call
    Direction direction = Direction::Inbound;
    Source source = Source::Webhook;
    const char *sentiment = "";
    qint64 costMicros = -1; ///< -1 = unknown
    quint8 present = 0;
    quint8 never = 0;
    bool corrected = false;
};

inline CallRow demoRow(int number, const DemoCall &demo)
{
    CallRow row = runningCall(number, agoMs(demo.minutes, demo.seconds));
    row.fromNumber = QString::fromLatin1(demo.number);
    row.direction = demo.direction;
    if (demo.direction == Direction::Outbound)
        std::swap(row.fromNumber, row.toNumber);
    row.agentName = QString::fromLatin1(demo.agent);
    row.lastSource = demo.source;
    row.lastSeenMs = demo.minutes >= 15 ? row.firstSeenMs : DemoNow - 10'000;
    row.sentiment = QString::fromLatin1(demo.sentiment);
    if (demo.costMicros >= 0)
        row.cost = demo.costMicros;
    row.completeness = {demo.present, demo.never};
    row.corrected = demo.corrected;
    return row;
}

inline QList<CallRow> demoCalls()
{
    constexpr quint8 all = Completeness::AllParts;
    constexpr quint8 transcript = Completeness::bit(Part::Transcript);
    constexpr quint8 never = Completeness::bit(Part::Transcript) | Completeness::bit(Part::Latency) |
                             Completeness::bit(Part::Recording);
    constexpr quint8 twoMissing = all & ~Completeness::bit(Part::Cost) & ~Completeness::bit(Part::Latency);
    constexpr Direction in = Direction::Inbound, out = Direction::Outbound;
    QList<CallRow> rows{
        demoRow(571, {"+498999998331", "Zentrale", 18, 12}),
        demoRow(572, {"anonymous", "Zentrale", 5, 40}),
        demoRow(573, {"+493023125418", "Terminassistent", 4, 12, in, Source::Webhook, "", -1, transcript}),
        demoRow(574, {"+492214710655", "Terminerinnerung", 2, 5, out, Source::Poll}),
        demoRow(575, {"+496990009274", "Rezeptannahme", 1, 33}),
        demoRow(576, {"+4917604069017", "Terminassistent", 0, 48}),
        demoRow(577, {"+494066969120", "Terminassistent", 0, 6, in, Source::Poll}),
    };
    rows.last().state = CallState::Registered;
    rows.last().callStatus = QStringLiteral("registered");

    const QList<DemoCall> over{
        {"+493023125560", "Terminassistent", 0, 58, in, Source::Poll, "Positive", 80'000, all, 0, true},
        {"+491713920048", "Rezeptannahme", 3, 27, in, Source::Webhook, "Neutral", 281'000, all},
        {"+493023125559", "Terminassistent", 1, 11, in, Source::Resync, "Positive", 97'850, all, 0, true},
        {"+494066969502", "Zentrale", 6, 2, in, Source::Webhook, "Negative", -1, twoMissing},
        {"+492214710090", "Terminerinnerung", 0, 0, out, Source::Webhook, "", 0,
         static_cast<quint8>(all & ~never), never},
        {"+496990009618", "Terminassistent", 2, 44, in, Source::Webhook, "Neutral", 223'000, all},
        {"+498999998204", "Rezeptannahme", 1, 56, in, Source::Webhook, "Positive", 159'000, all},
    };
    for (qsizetype i = 0; i < over.size(); ++i) {
        const DemoCall &demo = over.at(i);
        const qint64 duration = (demo.minutes * 60 + demo.seconds) * 1000LL;
        CallRow row = demoRow(static_cast<int>(560 - i), demo);
        const qint64 endedAt = agoMs(static_cast<int>(5 + i), 0);
        row.startMs = endedAt - duration;
        row = ended(row, endedAt);
        if (duration == 0) {
            row.state = CallState::Failed;
            row.callStatus = QStringLiteral("not_connected");
        }
        rows.append(row);
    }
    return rows;
}

} // namespace anrufwarte::test
