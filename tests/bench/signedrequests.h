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
    qint64 stampMs = 0;  ///< time of the signatures (UTC); also makes the call ids differ from run to run
};

/// Distinct call_ended webhooks with German talk in them, signed as Retell signs.
[[nodiscard]] QList<QByteArray> signedRequests(const RequestPlan &plan);

} // namespace anrufwarte::bench
