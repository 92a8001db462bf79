// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/answers.h"
#include "core/store/writeaheadlog.h"
#include "core/store/writervoice.h"

#include <QElapsedTimer>
#include <QThread>
#include <condition_variable>
#include <mutex>
#include <optional>

namespace anrufwarte {

/// A transaction that stands in the log and is not known to be on the disk yet.
struct Committed
{
    std::vector<Receiver> receivers;
    std::vector<Result<BatchOutcome>> answers; ///< one per receiver
    CallUpdates updates;
    std::vector<DeliveryRecord> rejected;
    QElapsedTimer since; ///< running since the transaction began; invalid: its time is of no interest
};

/// The second half of every commit, in a thread of its own: brings the log to the disk, then gives the
/// answers and tells the world, in the order of the commits. While it waits for the disk, the writer writes
/// the next transaction; what arrives meanwhile gathers for the one after that.
class LogFlusher
{
public:
    /// `failed` is called in the flusher's thread when the disk refused.
    LogFlusher(WriterVoice voice, std::function<void()> failed);
    ~LogFlusher(); ///< after all that was added has been flushed

    /// Writer thread. Waits for room: one transaction may wait beside the one that is being flushed. `log`
    /// must stay open until finish().
    void add(Committed committed, const WriteAheadLog &log);

    /// Returns when nothing waits and everybody has been told. The log may be closed then.
    void finish();

    struct News
    {
        std::optional<Error> failure;   ///< the disk refused
        std::optional<double> commitMs; ///< from the begin of the last transaction to the disk
    };
    /// What happened since the last time. After a failure all that is added is refused, too, until somebody
    /// asks here.
    [[nodiscard]] News takeNews();

private:
    void run();
    [[nodiscard]] Result<void> flush(const Committed &committed, const WriteAheadLog &log);
    void tell(Committed committed, const Result<void> &flushed);

    const WriterVoice m_voice;
    const std::function<void()> m_failed;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::unique_ptr<Committed> m_next;    ///< null: nothing waits
    const WriteAheadLog *m_log = nullptr; ///< of m_next
    News m_news;
    bool m_isBusy = false;
    bool m_isEnded = false;
    std::unique_ptr<QThread> m_thread;
};

} // namespace anrufwarte
