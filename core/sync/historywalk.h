// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/callsource.h"
#include "core/calls/changesink.h"
#include "core/sync/accountfacts.h"
#include "core/sync/apigate.h"

#include <QTimer>

namespace anrufwarte {

/// Sees to it that no call of the past is missing: walks, oldest first, over every stretch of time that no
/// complete walk has covered yet (program off, machine asleep, API down, and the moments between two polls).
/// Resumes where it stopped, also after a crash: the ledger is written with the calls of each page. Lives in
/// the sync thread.
class HistoryWalk : public QObject
{
    Q_OBJECT
public:
    struct Means ///< all must outlive the HistoryWalk
    {
        ApiGate &gate;
        AccountFacts &account;
        ChangeSink &sink;
        CallSource &source;
        const Clock &clock;
    };

    explicit HistoryWalk(Means means, QObject *parent = nullptr);

    /// How old the past may be before a gap in it is worth telling (ms).
    void setTellAfterMs(qint64 ms) { m_tellAfterMs = ms; }
    /// Walks up to now, unless it is walking; to be called after each good poll. Retries itself after
    /// failures.
    void advance();
    /// Forgets what is on its way; the ledger is read again from the store.
    void begin();

    /// The stretch being fetched, if it is longer than the ordinary step from poll to poll.
    [[nodiscard]] std::optional<HistorySpan> gap() const;

Q_SIGNALS:
    void gapChanged();

private:
    Means m_means;
    HistoryLedger m_ledger;
    qint64 m_tellAfterMs = 60'000;
};

} // namespace anrufwarte
