// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/callsource.h"
#include "core/retell/pagewalk.h"
#include "core/sync/apigate.h"

#include <QHash>
#include <QTimer>

namespace anrufwarte {

/// Finds out which calls a resync has to ask for, newest first: those that were named, those that the store
/// knows to be incomplete, or all that Retell has of the last days. Lives in the sync thread.
class ResyncListing : public QObject
{
    Q_OBJECT
public:
    struct Means ///< all must outlive it
    {
        ApiGate &gate;
        CallSource &source;
    };

    /// `beganMs` (UTC, our clock): the last days end with it.
    ResyncListing(Means means, ResyncRequest request, qint64 beganMs, QObject *parent);

    void start();

Q_SIGNALS:
    /// Of each only what names it.
    void listed(const QList<anrufwarte::ResyncResult> &targets);
    /// The question as a whole cannot be answered.
    void failed(const anrufwarte::Error &error);

private:
    struct Found
    {
        qint64 whenMs = 0;
        ResyncResult face;
    };

    void walk(ListedBy by);
    void askPage();
    void takePage(const ApiAnswer<ListPage> &answer);
    void takeFailure(const ApiFailure &failure);
    void endWalk();
    void leaveOutComplete();
    void finish();
    [[nodiscard]] ListSpan span(ListedBy by) const;

    Means m_means;
    const ResyncRequest m_request;
    const qint64 m_beganMs;
    ListedBy m_by = ListedBy::Start; ///< the walk
    ListQuery m_query;
    PageWalk m_walk;
    QHash<CallId, Found> m_found;
    QTimer m_again;
    int m_failures = 0;
    int m_turn = 0; ///< answers to questions of an earlier one are not ours
};

} // namespace anrufwarte
