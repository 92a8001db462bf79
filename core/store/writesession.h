// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/callupdates.h"
#include "core/store/callwrites.h"
#include "core/store/checkpointer.h"
#include "core/store/costpass.h"
#include "core/store/deliverylog.h"
#include "core/store/fileidentity.h"
#include "core/store/retention.h"
#include "core/store/writeaheadlog.h"
#include "core/store/writequeue.h"

#include <memory>
#include <vector>

namespace anrufwarte {

struct SessionRules
{
    QString file;
    int busyTimeoutMs = 2000;
    CostUnitChoice costUnit = CostUnitChoice::Auto;
    RetentionRules retention;
    deliverylog::Bounds rejected;
    bool keepsHouse = true; ///< false beside the running program
};

/// What one committed transaction did: an answer per batch, and what there is to announce.
struct GroupOutcome
{
    std::vector<Result<BatchOutcome>> answers;
    CallUpdates updates;                  ///< also what other processes wrote since the last look
    std::vector<DeliveryRecord> rejected; ///< with their numbers
};

/// The writing connection while it can be trusted, and everything written through it. Lives in the writer
/// thread; thrown away and opened again after an I/O error.
class WriteSession
{
public:
    [[nodiscard]] static Result<std::unique_ptr<WriteSession>> open(const SessionRules &rules);

    ~WriteSession();

    /// The file is still the one that was opened, and so is its log.
    [[nodiscard]] bool fileIsOurs() const;
    /// There is no file, or no log, in its place: what is open is all there is of it.
    [[nodiscard]] bool isAllThereIs() const;

    /// After somebody deleted the file or its log: what is open still holds everything, so it is copied back
    /// into place. False if something else is there now or the copy fails.
    [[nodiscard]] bool rescue();

    /// One transaction for the whole group, durable once log() is flushed after it. A batch that fails by
    /// itself has its error as its answer and leaves no trace; an Error instead of an outcome means that
    /// nothing was written.
    [[nodiscard]] Result<GroupOutcome> write(const WriteGroup &group, qint64 nowMs);

    /// Rows that another process changed since the last look; empty when it did not.
    [[nodiscard]] Result<CallUpdates> lookAround();

    /// One short transaction of retention; 0 = nothing left.
    [[nodiscard]] Result<qint64> retain(qint64 nowMs);

    [[nodiscard]] bool costPassWaits() const { return m_costPass.has_value(); }
    [[nodiscard]] Result<CallUpdates> costStep();

    /// What the transactions of this session stand in; nobody may be told of one before it is flushed.
    [[nodiscard]] const WriteAheadLog &log() const { return *m_log; }
    /// Between two transactions: sees to it that the log is written back into the file.
    void keepLogShort();

    /// An empty transaction that writes, flushed: can we?
    [[nodiscard]] Result<void> probe();

    /// Copies the log into the file, synced, and begins it anew. After a failed sync what was written before
    /// may never reach the disk, and SQLite plays nothing back that lies behind a gap: so nothing may be
    /// appended.
    [[nodiscard]] Result<void> beginLogAnew();

    /// The last keeper of the house ended without saying good-bye, or the last full check is a week ago.
    [[nodiscard]] bool isCheckDue(qint64 nowMs) const;
    [[nodiscard]] Result<void> noteChecked(qint64 nowMs);
    [[nodiscard]] Result<void> markClean();

private:
    WriteSession(SessionRules rules, std::unique_ptr<Database> database);
    [[nodiscard]] Result<void> start();

    enum class Isolation
    {
        Together,
        EachAlone
    };
    [[nodiscard]] Result<GroupOutcome> writeGroup(const WriteGroup &group, qint64 nowMs, Isolation isolation);
    [[nodiscard]] Result<BatchOutcome> writeBatch(const QueuedBatch &queued, qint64 nowMs, qint64 revision,
                                                  QList<CallRow> &rows);
    [[nodiscard]] Result<void> writeNotes(const WriteGroup &group, GroupOutcome &outcome);

    /// The number of this transaction; notices what others wrote before it.
    [[nodiscard]] Result<qint64> beginRevision(QList<CallRow> &foreignRows);
    [[nodiscard]] qint64 dataVersion(); ///< moves when another connection commits
    [[nodiscard]] Result<QList<CallRow>> rowsSince(qint64 revision);

    SessionRules m_rules;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<WriteAheadLog> m_log;         ///< from start() on
    std::unique_ptr<Checkpointer> m_checkpointer; ///< null: SQLite writes back by itself, at a commit
    CallWrites m_calls;
    FileIdentity m_identity;
    FileIdentity m_logIdentity;
    qint64 m_seenRevision = 0; ///< the last one that was announced
    qint64 m_dataVersion = 0;
    std::optional<CostPass> m_costPass;
    bool m_wasUnclean = false;
    qint64 m_checkedMs = 0;
    bool m_logHoldsDeleted = false;
};

} // namespace anrufwarte
