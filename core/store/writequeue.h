// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/answers.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <vector>

namespace anrufwarte {

struct QueuedBatch
{
    ChangeBatch batch;
    Receiver receiver;
    qint64 submittedMs = 0;
    qint64 bytes = 0;                ///< roughly, for the bound
    std::optional<QByteArray> frame; ///< the delivery's body, packed already
};

/// What was found out about a stored rejection.
struct HintNote
{
    DeliveryId delivery;
    QString event;
    CallId callId;
    QList<HintFound> hints;
};

/// What is written in one transaction.
struct WriteGroup
{
    std::vector<QueuedBatch> batches;
    std::vector<DeliveryRecord> rejected;
    std::vector<HintNote> hints;

    [[nodiscard]] bool isEmpty() const { return batches.empty() && rejected.empty() && hints.empty(); }
};

/// The one bounded queue into the writer. Rejections have a bound of their own and a small share of each
/// group: a flood of them neither pushes out nor holds up what is genuine.
class WriteQueue
{
public:
    struct Bounds
    {
        qsizetype batches = 4096;
        qint64 bytes = 256LL * 1024 * 1024;
        qsizetype notes = 2000;
        qint64 noteBytes = 32LL * 1024 * 1024;
    };
    explicit WriteQueue(Bounds bounds) : m_bounds(bounds) {}

    /// False over the bound. A single batch is always taken when nothing waits, however big.
    [[nodiscard]] bool put(QueuedBatch batch);
    [[nodiscard]] bool putRejected(DeliveryRecord record);
    void putHints(HintNote note); ///< dropped over the bound: they can be worked out again

    /// Waits until there is something, the queue is closed, somebody calls or the time is over; takes what
    /// waits, bounded.
    [[nodiscard]] WriteGroup take(int timeoutMs);
    /// All batches that wait, at once.
    [[nodiscard]] std::vector<QueuedBatch> takeBatches();

    /// Makes take() return, now or the next time.
    void call();

    /// Nothing is taken in from now on; what is in it can still be taken out.
    void close();
    [[nodiscard]] bool isClosed() const;
    [[nodiscard]] bool isDrained() const; ///< closed and empty
    [[nodiscard]] qsizetype size() const; ///< batches waiting

private:
    [[nodiscard]] bool hasWork() const;

    const Bounds m_bounds;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<QueuedBatch> m_batches;
    std::deque<DeliveryRecord> m_rejected;
    std::deque<HintNote> m_hints;
    qint64 m_bytes = 0;
    qint64 m_rejectedBytes = 0;
    bool m_closed = false;
    bool m_called = false;
};

/// Memory a batch holds while it waits, roughly.
[[nodiscard]] qint64 roughBytes(const ChangeBatch &batch);

} // namespace anrufwarte
