// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/writequeue.h"

#include <chrono>
#include <iterator>

namespace anrufwarte {

namespace {

constexpr qint64 PerItem = 256; ///< bytes, roughly
constexpr size_t GroupBatches = 256;
constexpr qint64 GroupBytes = 16LL * 1024 * 1024;
constexpr size_t GroupNotes = 64;
constexpr qint64 GroupNoteBytes = 4LL * 1024 * 1024; ///< genuine batches wait for no more than that

} // namespace

bool WriteQueue::put(QueuedBatch batch)
{
    {
        const std::lock_guard locker(m_mutex);
        const bool full = std::ssize(m_batches) >= m_bounds.batches || m_bytes + batch.bytes > m_bounds.bytes;
        if (m_closed || (full && !m_batches.empty()))
            return false;
        m_bytes += batch.bytes;
        m_batches.push_back(std::move(batch));
        if (m_batches.size() > 1)
            return true; // whoever put the first one has called the writer
    }
    m_changed.notify_one(); // not with the lock in hand: it would wake up only to wait for that
    return true;
}

bool WriteQueue::putRejected(DeliveryRecord record)
{
    const std::lock_guard locker(m_mutex);
    const bool full =
        std::ssize(m_rejected) >= m_bounds.notes || m_rejectedBytes + record.body.size() > m_bounds.noteBytes;
    if (m_closed || full)
        return false;
    m_rejectedBytes += record.body.size();
    m_rejected.push_back(std::move(record));
    m_changed.notify_one();
    return true;
}

void WriteQueue::putHints(HintNote note)
{
    const std::lock_guard locker(m_mutex);
    if (m_closed || std::ssize(m_hints) >= m_bounds.notes)
        return;
    m_hints.push_back(std::move(note));
    m_changed.notify_one();
}

WriteGroup WriteQueue::take(int timeoutMs)
{
    std::unique_lock locker(m_mutex);
    m_changed.wait_for(locker, std::chrono::milliseconds(timeoutMs),
                       [this] { return hasWork() || m_closed || m_called; });
    m_called = false;
    WriteGroup group;
    qint64 bytes = 0;
    while (!m_batches.empty() && group.batches.size() < GroupBatches && bytes < GroupBytes) {
        bytes += m_batches.front().bytes;
        group.batches.push_back(std::move(m_batches.front()));
        m_batches.pop_front();
    }
    m_bytes -= bytes;
    qint64 noteBytes = 0;
    while (!m_rejected.empty() && group.rejected.size() < GroupNotes && noteBytes < GroupNoteBytes) {
        noteBytes += m_rejected.front().body.size();
        group.rejected.push_back(std::move(m_rejected.front()));
        m_rejected.pop_front();
    }
    m_rejectedBytes -= noteBytes;
    while (!m_hints.empty() && group.hints.size() < GroupNotes) {
        group.hints.push_back(std::move(m_hints.front()));
        m_hints.pop_front();
    }
    return group;
}

std::vector<QueuedBatch> WriteQueue::takeBatches()
{
    const std::lock_guard locker(m_mutex);
    std::vector<QueuedBatch> all(std::make_move_iterator(m_batches.begin()),
                                 std::make_move_iterator(m_batches.end()));
    m_batches.clear();
    m_bytes = 0;
    return all;
}

void WriteQueue::call()
{
    const std::lock_guard locker(m_mutex);
    m_called = true;
    m_changed.notify_one();
}

void WriteQueue::close()
{
    const std::lock_guard locker(m_mutex);
    m_closed = true;
    m_changed.notify_all();
}

bool WriteQueue::isClosed() const
{
    const std::lock_guard locker(m_mutex);
    return m_closed;
}

bool WriteQueue::isDrained() const
{
    const std::lock_guard locker(m_mutex);
    return m_closed && !hasWork();
}

qsizetype WriteQueue::size() const
{
    const std::lock_guard locker(m_mutex);
    return std::ssize(m_batches);
}

bool WriteQueue::hasWork() const
{
    return !m_batches.empty() || !m_rejected.empty() || !m_hints.empty();
}

static qint64 roughBytes(const SyncNotes &notes)
{
    const qsizetype ids = notes.settled.size() + (notes.run ? notes.run->request.calls.size() : 0);
    qint64 bytes = PerItem + (notes.retries.size() + ids) * PerItem / 2;
    for (const ResyncResult &result : notes.results) {
        bytes += 2 * PerItem;
        for (const FieldDelta &delta : result.deltas) {
            bytes += qint64(sizeof(FieldDelta));
            for (const FigureValue &figure : {delta.before, delta.after}) {
                if (const auto *text = std::get_if<QString>(&figure))
                    bytes += text->size() * 2;
            }
        }
    }
    return bytes;
}

qint64 roughBytes(const ChangeBatch &batch)
{
    qint64 bytes = PerItem + (batch.delivery ? batch.delivery->body.size() : 0);
    if (batch.notes)
        bytes += roughBytes(*batch.notes);
    for (const CallChange &change : batch.changes) {
        bytes += PerItem;
        for (const FieldFact &fact : change.facts) {
            if (const auto *text = std::get_if<QString>(&fact.value))
                bytes += text->size() * 2;
            else if (const auto *json = std::get_if<QByteArray>(&fact.value))
                bytes += json->size();
        }
    }
    return bytes;
}

} // namespace anrufwarte
