// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/retell/pagewalk.h"
#include "core/sync/historysteps.h"
#include "core/sync/syncmeans.h"

#include <QPointer>
#include <QTimer>
#include <memory>

namespace anrufwarte {

/// Sees to it that no call of the past is missing: walks, oldest first, over every stretch of time that no
/// complete walk has covered yet (program off, machine asleep, API down, and the moments between two polls).
/// Resumes where it stopped, also after a crash: the ledger is written with the calls of each page. Lives in
/// the sync thread.
class HistoryWalk : public QObject
{
    Q_OBJECT
public:
    explicit HistoryWalk(SyncMeans means, QObject *parent = nullptr);

    /// How old the past may be before a gap in it is worth telling (ms).
    void setTellAfterMs(qint64 ms) { m_tellAfterMs = ms; }
    /// Walks up to now, unless it is walking; to be called after each good poll. Retries itself after
    /// failures.
    void advance();
    /// Forgets what is on its way; the ledger is read again from the store.
    void begin();
    /// Forgets what is on its way, and asks nothing before advance() or begin().
    void halt();

    /// The stretch being fetched, if it is longer than the ordinary step from poll to poll.
    [[nodiscard]] std::optional<HistorySpan> gap() const { return untoldPart(m_ledger, m_tellAfterMs); }

Q_SIGNALS:
    void gapChanged();

private:
    /// A page on its way into the store.
    struct Page
    {
        HistoryLedger after; ///< what is true when all of it is written
        QList<CallChange> listed;
        bool isShared = false; ///< `listed` has become the following two
        QList<CallChange> ends;
        QList<CallChange> changes;
        qsizetype written = 0; ///< so many of them are
        qsizetype batchSize = 100;
        int refusals = 0; ///< of a single call by a store that takes others
    };

    /// Does the next thing, whatever that is.
    void goOn();
    void readLedger();
    [[nodiscard]] bool openSpan();
    void askPage();
    void takePage(ListedBy by, const ApiAnswer<ListPage> &answer);
    void takeFailure(ListedBy by, const ApiFailure &failure);
    void startOver(ListedBy by);
    void sharePage();
    void askEvidence();
    void handIn();
    void submit(ChangeBatch batch, BatchDone done);
    void takeRefusal(const Error &error, qsizetype size);
    void leaveOut();
    void finishPage();
    void waitForStore();
    void goOnIn(qint64 waitMs);
    void announce();
    [[nodiscard]] QList<CallChange> newsOf(QList<CallChange> listed) const;
    [[nodiscard]] qint64 retellNowMs() const { return m_means.clock.nowMs() + m_means.gate.serverAheadMs(); }

    /// For answers: they are not wanted when the walk is gone, or began anew since the question.
    template <typename Take>
    [[nodiscard]] auto ifStillWanted(Take take)
    {
        return [self = QPointer(this), beginning = m_beginnings, take](const auto &answer) {
            if (self && self->m_beginnings == beginning)
                take(answer);
        };
    }

    SyncMeans m_means;
    HistoryLedger m_ledger;
    std::unique_ptr<Page> m_page; ///< null: none is
    PageWalk m_guard;
    QHash<CallId, QByteArray> m_known; ///< digests of rows that are in the store; the newest thousands
    std::optional<HistorySpan> m_told;
    QTimer m_again;
    qint64 m_againAtMs = 0; ///< steady, while m_again runs
    std::optional<qint64> m_finishedMs;
    qint64 m_tellAfterMs = 60'000;
    int m_beginnings = 0;
    int m_failures = 0; ///< of Retell, since the last page
    int m_restarts = 0; ///< of this walk
    int m_storeFailures = 0;
    bool m_isRead = false;   ///< the ledger is what the store says
    bool m_isWanted = false; ///< advance() was called since the last span
    bool m_isBusy = false;   ///< an answer of Retell or the store is still to come
};

} // namespace anrufwarte
