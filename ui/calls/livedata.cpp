// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/livedata.h"

namespace anrufwarte {

namespace {
constexpr int FrameMs = 16;
constexpr int SecondMs = 1000;
} // namespace

LiveData::LiveData(AsyncReader &reader, const Clock &clock, QObject *parent)
    : QObject(parent), m_reader(reader), m_clock(clock)
{
    m_frame.setSingleShot(true);
    m_frame.setTimerType(Qt::PreciseTimer);
    connect(&m_frame, &QTimer::timeout, this, &LiveData::flush);
    m_second.setInterval(SecondMs);
    connect(&m_second, &QTimer::timeout, this, &LiveData::tick);
    m_second.start();
}

void LiveData::load()
{
    if (m_isLoading)
        return;
    m_isLoading = true;
    Q_EMIT
    loadStarted();
    const qint64 since = m_clock.nowMs() - BoardRules{}.keepEndedMs;
    m_reader.read<Result<QList<CallRow>>>(
        this, [since](CallReader &reader) { return reader.liveRows(since); },
        [this](Result<QList<CallRow>> rows) {
            m_isLoading = false;
            if (!rows) {
                Q_EMIT
                loadFailed(rows.error());
                return;
            }
            m_hasLoaded = true;
            merge(*rows);
            Q_EMIT
            loaded();
        });
}

void LiveData::take(const CallUpdates &updates)
{
    m_batcher.add(updates.rows);
    if (m_batcher.isEmpty() || m_frame.isActive())
        return;
    // A frame after the last flush, not after this update: what painting took is not waited for once more.
    const qint64 sinceFlushMs = m_clock.steadyMs() - m_flushedMs;
    m_frame.start(static_cast<int>(qBound(qint64(0), FrameMs - sinceFlushMs, qint64(FrameMs))));
}

void LiveData::flush()
{
    m_flushedMs = m_clock.steadyMs();
    merge(m_batcher.take());
    if (m_batcher.takeLost())
        load();
}

void LiveData::merge(const QList<CallRow> &rows)
{
    QSet<CallId> updated;
    for (const CallRow &row : rows) {
        const BoardRowPtr known = m_board.find(row.callId);
        if (known && known->call.revision < row.revision)
            updated.insert(row.callId);
    }
    Q_EMIT
    edited(m_board.apply(rows, m_clock.nowMs()));
    if (!updated.isEmpty())
        Q_EMIT
    callsUpdated(updated);
}

void LiveData::tick()
{
    Q_EMIT
    secondPassed();
    Q_EMIT
    edited(m_board.tick(m_clock.nowMs()));
    if (m_board.hasRoomForHidden())
        load();
}

void LiveData::setUnconfirmedAfter(qint64 ms)
{
    BoardRules rules;
    rules.unconfirmedAfterMs = ms;
    Q_EMIT
    edited(m_board.setRules(rules, m_clock.nowMs()));
}

void LiveData::setSort(BoardSort sort)
{
    Q_EMIT
    reordered(m_board.setSort(sort));
}

void LiveData::setFilter(const BoardFilter &filter)
{
    if (filter != m_board.filter())
        Q_EMIT
    edited(m_board.setFilter(filter));
}

} // namespace anrufwarte
