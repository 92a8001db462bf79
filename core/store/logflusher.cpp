// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/logflusher.h"

#include "core/store/handover.h"

namespace anrufwarte {

LogFlusher::LogFlusher(WriterVoice voice, std::function<void()> failed)
    : m_voice(std::move(voice)), m_failed(std::move(failed)), m_thread(QThread::create([this] {
          run();
          handover::give(this);
      }))
{
    m_thread->setObjectName(QStringLiteral("store-flusher"));
    m_thread->start();
}

LogFlusher::~LogFlusher()
{
    {
        const std::lock_guard locker(m_mutex);
        m_isEnded = true;
    }
    m_changed.notify_all();
    m_thread->wait();
    handover::take(this);
}

void LogFlusher::add(Committed committed, const WriteAheadLog &log)
{
    {
        std::unique_lock locker(m_mutex);
        m_changed.wait(locker, [this] { return !m_next; });
        m_next = std::make_unique<Committed>(std::move(committed));
        m_log = &log;
    }
    m_changed.notify_all();
}

void LogFlusher::finish()
{
    std::unique_lock locker(m_mutex);
    m_changed.wait(locker, [this] { return !m_next && !m_isBusy; });
}

LogFlusher::News LogFlusher::takeNews()
{
    const std::lock_guard locker(m_mutex);
    return std::exchange(m_news, {});
}

void LogFlusher::run()
{
    std::unique_lock locker(m_mutex);
    while (true) {
        m_changed.wait(locker, [this] { return m_next || m_isEnded; });
        if (!m_next)
            return;
        Committed committed = std::move(*std::exchange(m_next, nullptr));
        const WriteAheadLog &log = *m_log;
        m_isBusy = true;
        locker.unlock();
        m_changed.notify_all();
        const Result<void> flushed = flush(committed, log);
        tell(std::move(committed), flushed);
        locker.lock();
        m_isBusy = false;
        m_changed.notify_all();
    }
}

/// The failure is noted before anybody hears of it: who asks again because of it must find it.
Result<void> LogFlusher::flush(const Committed &committed, const WriteAheadLog &log)
{
    {
        const std::lock_guard locker(m_mutex);
        if (m_news.failure) // what stands behind a gap in the log is not played back
            return *m_news.failure;
    }
    Result<void> flushed = log.flush();
    const std::lock_guard locker(m_mutex);
    if (!flushed)
        m_news.failure = flushed.error();
    else if (committed.since.isValid())
        m_news.commitMs = static_cast<double>(committed.since.nsecsElapsed()) / 1e6;
    return flushed;
}

void LogFlusher::tell(Committed committed, const Result<void> &flushed)
{
    if (!flushed) {
        const size_t refused = committed.receivers.size();
        answerAll(std::move(committed.receivers),
                  std::vector(refused, Result<BatchOutcome>(flushed.error())));
        return m_failed();
    }
    answerAll(std::move(committed.receivers), std::move(committed.answers));
    if (!committed.updates.rows.isEmpty())
        m_voice.committed(std::move(committed.updates));
    for (DeliveryRecord &record : committed.rejected)
        m_voice.rejected(std::move(record));
}

} // namespace anrufwarte
