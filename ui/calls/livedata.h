// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/board/changebatcher.h"
#include "core/board/liveboard.h"
#include "core/calls/callupdates.h"
#include "core/store/asyncreader.h"

#include <QObject>
#include <QTimer>

namespace anrufwarte {

/// Feeds the live board: a snapshot of the store, committed updates gathered per frame, and the passing of
/// time. Main thread.
class LiveData : public QObject
{
    Q_OBJECT
public:
    /// `reader` and `clock` must outlive this.
    LiveData(AsyncReader &reader, const Clock &clock, QObject *parent = nullptr);

    /// Asks the store for what is live; also after an error, or when updates were lost.
    void load();
    void take(const CallUpdates &updates);
    void setUnconfirmedAfter(qint64 ms);
    void setSort(BoardSort sort);
    void setFilter(const BoardFilter &filter);
    void hold(QSet<CallId> calls) { m_board.hold(std::move(calls)); }
    void setReorderAllowed(bool allowed) { m_board.setReorderAllowed(allowed); }

    [[nodiscard]] const LiveBoard &board() const { return m_board; }
    [[nodiscard]] bool hasLoaded() const { return m_hasLoaded; }

Q_SIGNALS:
    void edited(const anrufwarte::BoardEdits &edits);
    void reordered(const anrufwarte::BoardEdits &edits);      ///< the user chose another sort
    void callsUpdated(const QSet<anrufwarte::CallId> &calls); ///< their rows are newer now
    void secondPassed();                                      ///< before the board's own edits of that second
    void loadStarted();
    void loaded();
    void loadFailed(const anrufwarte::Error &error);

private:
    void flush();
    void tick();
    void merge(const QList<CallRow> &rows);

    AsyncReader &m_reader;
    const Clock &m_clock;
    LiveBoard m_board;
    ChangeBatcher m_batcher;
    QTimer m_frame;
    qint64 m_flushedMs = 0; ///< steady
    QTimer m_second;
    bool m_hasLoaded = false;
    bool m_isLoading = false;
};

} // namespace anrufwarte
