// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/callupdates.h"
#include "core/calls/incompletecall.h"
#include "core/calls/resyncrun.h"

#include <QObject>
#include <QTimer>

namespace anrufwarte {

class AsyncReader;

/// Reads for the resync page what the store knows: open calls, the last runs, the results of one of them.
/// Soon after a change and once a minute, never while an answer is on its way. Main thread.
class ResyncData : public QObject
{
    Q_OBJECT
public:
    /// `reader` must outlive this.
    explicit ResyncData(AsyncReader &reader, QObject *parent = nullptr);

    void load();     ///< at once
    void loadSoon(); ///< calls changed
    void loadResults(const ResyncRun &run);

Q_SIGNALS:
    void incompleteRead(const anrufwarte::IncompleteOverview &overview);
    void runsRead(const QList<anrufwarte::ResyncRun> &runs);
    void resultsRead(const anrufwarte::ResyncRun &run, const QList<anrufwarte::ResyncResult> &results);

private:
    struct Answer
    {
        std::optional<IncompleteOverview> overview;
        std::optional<QList<ResyncRun>> runs;
    };
    void take(const Answer &answer);

    AsyncReader &m_reader;
    QTimer m_soon;
    QTimer m_minute;
    bool m_isReading = false;
    bool m_readAgain = false;
    qint64 m_wantedRun = 0; ///< startedMs of the run that was asked for last
};

} // namespace anrufwarte
