// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/store/integritycheck.h"
#include "core/store/logflusher.h"
#include "core/store/startcheck.h"
#include "core/store/writequeue.h"
#include "core/store/writesession.h"

#include <QDeadlineTimer>

namespace anrufwarte {

/// What the writer thread does: takes groups from the queue, writes each in one transaction, hands that to
/// the flusher, which answers once it is on the disk, and keeps house in between. Whatever happens to the
/// file, it goes on: each batch gets its true answer, and the connection is opened again until it works.
class Writer
{
public:
    Writer(SessionRules rules, WriteQueue &queue, const Clock &clock, StoreHealth health, WriterVoice voice);

    /// The thread's whole life: returns when the queue is closed and empty.
    void run();

private:
    void write(WriteGroup group);
    void hearFlusher();
    void refuse(std::vector<QueuedBatch> batches, const Error &error);
    void tick();
    void keepHouse();
    void checkIntegrity();
    void noteDamage(const Error &error);
    void noteTrouble(const Error &error);

    [[nodiscard]] Result<void> ensureSession();
    [[nodiscard]] Result<void> reopen();
    void noteSuccess(double commitMs);
    void noteFailure(const Error &error);
    void announce(CallUpdates updates);
    [[nodiscard]] int waitMs() const;

    const SessionRules m_rules;
    WriteQueue &m_queue;
    const Clock &m_clock;
    StoreHealth m_health;
    WriterVoice m_voice;
    std::unique_ptr<WriteSession> m_session;
    LogFlusher m_flusher;
    std::unique_ptr<IntegrityCheck> m_check;
    std::optional<Error>
        m_damage; ///< found at the start, by the check or by a batch: stays until the next start
    bool m_logIsDoubtful = false; ///< a write failed: nobody knows what of the log is on the disk
    QDeadlineTimer m_nextTick{0};
    QDeadlineTimer m_nextRetention{0};
    bool m_moreHousework = false;
};

} // namespace anrufwarte
