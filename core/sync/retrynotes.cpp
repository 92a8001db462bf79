// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/retrynotes.h"

namespace anrufwarte {

namespace {

constexpr int MomentMs = 1'000;
constexpr qsizetype BatchSize = 100;

} // namespace

RetryNotes::RetryNotes(ChangeSink &sink, RetryList &list, QObject *parent)
    : QObject(parent), m_sink(sink), m_list(list), m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &RetryNotes::write);
}

void RetryNotes::writeSoon()
{
    if (!m_isWriting && !m_timer.isActive())
        m_timer.start(MomentMs);
}

void RetryNotes::settle(const CallId &callId)
{
    m_settled.append(callId);
    writeSoon();
}

void RetryNotes::write()
{
    SyncNotes notes;
    notes.settled = m_settled.mid(0, BatchSize);
    QList<CallId> calls;
    m_list.forEach([&](WaitingCall &call) {
        if (!call.isUnwritten || calls.size() >= BatchSize)
            return;
        notes.retries.append(call.state.entry);
        calls.append(call.state.entry.callId);
        call.mayBeStored = true;
    });
    const qsizetype settled = notes.settled.size();
    if (settled == 0 && calls.isEmpty())
        return;
    ChangeBatch batch;
    batch.notes = std::make_shared<const SyncNotes>(std::move(notes));
    m_isWriting = true;
    const auto queued =
        m_sink.submit(std::move(batch), this, [this, calls, settled](const Result<BatchOutcome> &outcome) {
            takeOutcome(calls, settled, outcome.has_value());
        });
    if (!queued)
        takeOutcome(calls, settled, false);
}

void RetryNotes::takeOutcome(const QList<CallId> &calls, qsizetype settled, bool isWritten)
{
    m_isWriting = false;
    if (!isWritten)
        return m_timer.start(MomentMs);
    m_settled.remove(0, settled);
    for (const CallId &callId : calls) {
        if (WaitingCall *call = m_list.change(callId))
            call->isUnwritten = false;
    }
    m_timer.start(0); // there may be more
    if (!calls.isEmpty())
        Q_EMIT written(calls);
}

} // namespace anrufwarte
