// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/callupdates.h"

#include <QObject>
#include <QThread>
#include <atomic>
#include <functional>

namespace anrufwarte::bench {

/// Committed rows at a given rate from a thread of its own, queued to the main thread in small batches, as
/// the store's writer does it.
class RowFeed : public QThread
{
public:
    using Change = std::function<void(CallRow &row, int number)>; ///< what is new in a row
    using Target = std::function<void(const CallUpdates &)>;      ///< called in the thread of `context`

    RowFeed(QList<CallRow> rows, Change change, QObject *context, Target target);
    ~RowFeed() override;

    /// 0 = rests. May be changed while it runs.
    void setRate(int perSecond);

private:
    void run() override;

    QList<CallRow> m_rows;
    const Change m_change;
    QObject *const m_context;
    const Target m_target;
    std::atomic<int> m_perSecond{0};
    std::atomic<bool> m_ends{false};
};

} // namespace anrufwarte::bench
