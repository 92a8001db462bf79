// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace anrufwarte::bench {

struct RequestPlan
{
    QByteArray path;
    QByteArray key;
    int count = 0;
    qsizetype bytes = 0; ///< about so many per body
    qint64 stampMs = 0;  ///< time of the signatures (UTC)
    QByteArray series;   ///< in the call ids: what differs in it are other calls
    int first = 0;       ///< number of the first webhook of the series
    int running = 0;     ///< so many running calls that every second webhook tells news of, in turn
};

/// Webhooks with German talk in them, signed as Retell signs: call_ended of distinct calls, and with
/// plan.running every second one a transcript_updated.
[[nodiscard]] QList<QByteArray> signedRequests(const RequestPlan &plan);

/// Of which running call webhook `number` tells news; -1 = it is one of the distinct calls.
[[nodiscard]] constexpr int newsOf(int number, int running)
{
    return running > 0 && number % 2 == 0 ? number / 2 % running : -1;
}

/// Which webhook of its series a row comes from: the newest that its call was told of, by call id and agent
/// name; -1 = none.
struct Origin
{
    int number = -1;
    int running = -1; ///< newsOf(number)
};
[[nodiscard]] Origin originOf(const QString &callId, const QString &agentName);

} // namespace anrufwarte::bench
