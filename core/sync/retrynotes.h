// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/changesink.h"
#include "core/sync/retrylist.h"

#include <QObject>
#include <QTimer>

namespace anrufwarte {

/// Brings into the store what has no answer of Retell's to go with: calls that began to wait and would be
/// forgotten by a crash, and calls that wait no more. Some at a time, a moment later; what the store cannot
/// take is handed in again. Lives in the sync thread.
class RetryNotes : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive it.
    RetryNotes(ChangeSink &sink, RetryList &list, QObject *parent = nullptr);

    /// There is something in the list that is unwritten.
    void writeSoon();
    /// The entry of this call is to be removed.
    void settle(const CallId &callId);

Q_SIGNALS:
    /// These are in the store; it takes batches.
    void written(const QList<anrufwarte::CallId> &calls);

private:
    void write();
    void takeOutcome(const QList<CallId> &calls, qsizetype settled, bool isWritten);

    ChangeSink &m_sink;
    RetryList &m_list;
    QList<CallId> m_settled;
    QTimer m_timer;
    bool m_isWriting = false;
};

} // namespace anrufwarte
