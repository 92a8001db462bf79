// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/writesession.h"

#include "core/store/database.h"
#include "core/store/sqlerror.h"
#include "core/store/storemeta.h"
#include "core/store/syncmemory.h"
#include "core/store/transaction.h"

#include <QFile>
#include <QSet>

namespace anrufwarte {

namespace {

constexpr qint64 CheckEveryMs = 7LL * 24 * 60 * 60 * 1000; ///< faults.md 2.4

/// Each call once, with its newest state; the order of the first mention stays.
void addNewest(QList<CallRow> &rows, const QList<CallRow> &more)
{
    QHash<LocalCallId, qsizetype> places;
    for (qsizetype i = 0; i < rows.size(); ++i)
        places.insert(rows.at(i).id, i);
    for (const CallRow &row : more) {
        const auto place = places.constFind(row.id);
        if (place != places.constEnd()) {
            rows[*place] = row;
        } else {
            places.insert(row.id, rows.size());
            rows.append(row);
        }
    }
}

QString logOf(const QString &file)
{
    return file + QLatin1String("-wal");
}

qint64 oldestOf(const WriteGroup &group, qint64 nowMs)
{
    qint64 oldest = nowMs;
    for (const QueuedBatch &queued : group.batches)
        oldest = qMin(oldest, queued.submittedMs);
    return oldest;
}

} // namespace

WriteSession::WriteSession(SessionRules rules, std::unique_ptr<Database> database)
    : m_rules(std::move(rules)), m_database(std::move(database)), m_calls(*m_database, m_rules.costUnit)
{
}

WriteSession::~WriteSession() = default;

Result<std::unique_ptr<WriteSession>> WriteSession::open(const SessionRules &rules)
{
    Result<std::unique_ptr<Database>> database =
        Database::open(rules.file, Database::Access::ReadWrite, rules.busyTimeoutMs);
    if (!database)
        return database.error();
    const Result<void> configured = (*database)->configureForWriting(Database::Durable::WhenFlushed);
    if (!configured)
        return configured.error();
    std::unique_ptr<WriteSession> session(new WriteSession(rules, *std::move(database)));
    if (const Result<void> started = session->start(); !started)
        return started.error();
    return session;
}

Result<void> WriteSession::start()
{
    m_identity = fileIdentity(m_rules.file);
    m_dataVersion = dataVersion(); // first: what is committed between the two is looked at again, not missed
    const Result<qint64> revision = greatestRevision(*m_database);
    if (!revision)
        return revision.error();
    m_logIdentity = fileIdentity(logOf(m_rules.file)); // there since the first question
    m_log = std::make_unique<WriteAheadLog>(*m_database);
    m_seenRevision = *revision;
    if (!m_rules.keepsHouse)
        return {};
    Result<std::unique_ptr<Checkpointer>> checkpointer = Checkpointer::open(m_rules.file);
    if (!checkpointer)
        return checkpointer.error();
    m_checkpointer = *std::move(checkpointer);
    m_log->growFreely();
    Result<std::optional<CostPass>> costPass = CostPass::ifNeeded(*m_database, m_rules.costUnit);
    if (!costPass)
        return costPass.error();
    m_costPass = *std::move(costPass);
    const Result<QVariant> clean = readMeta(*m_database, MetaKey::Clean);
    if (!clean)
        return clean.error();
    m_wasUnclean = clean->isValid() && clean->toInt() == 0;
    const Result<QVariant> checked = readMeta(*m_database, MetaKey::Checked);
    if (!checked)
        return checked.error();
    m_checkedMs = checked->toLongLong();
    return writeMeta(*m_database, MetaKey::Clean, 0);
}

bool WriteSession::fileIsOurs() const
{
    return fileIdentity(m_rules.file) == m_identity && fileIdentity(logOf(m_rules.file)) == m_logIdentity;
}

bool WriteSession::isAllThereIs() const
{
    const FileIdentity file = fileIdentity(m_rules.file);
    const bool lacksItsLog = file == m_identity && fileIdentity(logOf(m_rules.file)) == FileIdentity();
    return file == FileIdentity() || lacksItsLog;
}

bool WriteSession::rescue()
{
    if (m_checkpointer)
        m_checkpointer->finish();
    const QString path = m_rules.file;
    const QString part = path + QLatin1String(".rescue");
    if (fileIdentity(path) == m_identity)
        return static_cast<bool>(beginLogAnew());
    if (QFile::exists(path))
        return false;
    QFile::remove(part);
    QFile empty(part);
    if (!empty.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return false;
    empty.close();
    if (!m_database->statement(QStringLiteral("VACUUM INTO ?")).run(part))
        return false;
    // The log beside the missing file is in the copy; left there it would be played back into it once more.
    QFile::remove(logOf(path));
    QFile::remove(path + QLatin1String("-shm"));
    return QFile::rename(part, path);
}

Result<GroupOutcome> WriteSession::write(const WriteGroup &group, qint64 nowMs)
{
    // Nearly always all batches are fine, and savepoints cost; so they are used only in a second try.
    Result<GroupOutcome> outcome = writeGroup(group, nowMs, Isolation::Together);
    if (!outcome && concernsOneBatch(outcome.error().code)) {
        m_calls.forget();
        outcome = writeGroup(group, nowMs, Isolation::EachAlone);
    }
    if (!outcome)
        m_calls.forget();
    return outcome;
}

Result<GroupOutcome> WriteSession::writeGroup(const WriteGroup &group, qint64 nowMs, Isolation isolation)
{
    Transaction transaction(*m_database);
    if (const Result<void> begun = transaction.begin(); !begun)
        return begun.error();
    GroupOutcome outcome;
    outcome.updates.acceptedMs = oldestOf(group, nowMs);
    QList<CallRow> rows;
    const Result<qint64> revision = beginRevision(rows);
    if (!revision)
        return revision.error();
    outcome.updates.revision = *revision;
    const qsizetype foreignRows = rows.size();
    for (const QueuedBatch &queued : group.batches) {
        if (isolation == Isolation::Together) {
            Result<BatchOutcome> answer = writeBatch(queued, nowMs, *revision, rows);
            if (!answer)
                return answer.error();
            outcome.answers.push_back(std::move(answer));
            continue;
        }
        QList<CallRow> own;
        Savepoint savepoint(*m_database);
        Result<BatchOutcome> answer = writeBatch(queued, nowMs, *revision, own);
        if (!answer && !concernsOneBatch(answer.error().code))
            return answer.error();
        if (!answer) {
            m_calls.forget();
        } else {
            rows += own;
            if (const Result<void> kept = savepoint.release(); !kept)
                return kept.error();
        }
        outcome.answers.push_back(std::move(answer));
    }
    if (const Result<void> noted = writeNotes(group, outcome); !noted)
        return noted.error();
    if (const Result<void> done = transaction.commit(); !done)
        return done.error();
    const bool hasRows = rows.size() > foreignRows; // without any no other process knows of this number
    m_seenRevision = hasRows ? *revision : *revision - 1;
    addNewest(outcome.updates.rows, rows);
    return outcome;
}

Result<BatchOutcome> WriteSession::writeBatch(const QueuedBatch &queued, qint64 nowMs, qint64 revision,
                                              QList<CallRow> &rows)
{
    const ChangeBatch &batch = queued.batch;
    BatchOutcome outcome;
    QSet<LocalCallId> changed;
    KeptBody kept;
    if (batch.delivery) {
        const Result<DeliveryId> id = deliverylog::insert(*m_database, *batch.delivery, queued.frame);
        if (!id)
            return id.error();
        outcome.delivery = *id;
        kept = {*id, batch.delivery->body};
    }
    for (const CallChange &change : batch.changes) {
        Result<AppliedChange> applied = m_calls.apply(change, kept, nowMs, revision);
        if (!applied)
            return applied.error();
        if (applied->changed)
            changed.insert(applied->row.id);
        rows.append(std::move(applied->row));
    }
    outcome.callsChanged = changed.size();
    if (batch.ingested != DeliveryId()) {
        if (const Result<void> marked = deliverylog::markIngested(*m_database, batch.ingested, nowMs);
            !marked)
            return marked.error();
    }
    if (batch.notes) {
        if (const Result<void> noted = syncmemory::write(*m_database, *batch.notes); !noted)
            return noted.error();
    }
    return outcome;
}

Result<void> WriteSession::writeNotes(const WriteGroup &group, GroupOutcome &outcome)
{
    for (const DeliveryRecord &record : group.rejected) {
        const Result<DeliveryId> id = deliverylog::insert(*m_database, record);
        if (!id)
            return id.error();
        DeliveryRecord written = record;
        written.id = *id;
        written.body.clear();
        outcome.rejected.push_back(std::move(written));
    }
    for (const HintNote &note : group.hints) {
        if (const Result<void> kept =
                deliverylog::updateHints(*m_database, note.delivery, note.event, note.callId, note.hints);
            !kept)
            return kept.error();
    }
    if (group.rejected.empty())
        return {};
    return deliverylog::pruneRejected(*m_database, m_rules.rejected);
}

Result<qint64> WriteSession::beginRevision(QList<CallRow> &foreignRows)
{
    if (dataVersion() == m_dataVersion)
        return m_seenRevision + 1;
    m_calls.forget();
    const Result<qint64> last = greatestRevision(*m_database);
    if (!last)
        return last.error();
    if (*last != m_seenRevision) {
        Result<QList<CallRow>> rows = rowsSince(m_seenRevision);
        if (!rows)
            return rows.error();
        foreignRows = *std::move(rows);
    }
    return *last + 1;
}

qint64 WriteSession::dataVersion()
{
    Statement select = m_database->statement(QStringLiteral("PRAGMA data_version"));
    return select.run() && select.next() ? select.integer(0) : -1;
}

Result<QList<CallRow>> WriteSession::rowsSince(qint64 revision)
{
    static const QString sql = QStringLiteral("SELECT %1 FROM calls WHERE revision > ? ORDER BY revision")
                                   .arg(callrows::rowColumns());
    Statement select = m_database->statement(sql);
    QList<CallRow> rows;
    if (!select.run(revision))
        return m_database->lastError();
    while (select.next())
        rows.append(callrows::readRow(select));
    if (select.failed())
        return m_database->lastError();
    return rows;
}

Result<CallUpdates> WriteSession::lookAround()
{
    CallUpdates updates;
    const qint64 version = dataVersion();
    if (version == m_dataVersion)
        return updates;
    m_calls.forget();
    const Result<qint64> last = greatestRevision(*m_database);
    if (!last)
        return last.error();
    Result<QList<CallRow>> rows = rowsSince(m_seenRevision);
    if (!rows)
        return rows.error();
    m_dataVersion = version;
    m_seenRevision = *last;
    updates.revision = *last;
    updates.rows = *std::move(rows);
    return updates;
}

Result<qint64> WriteSession::retain(qint64 nowMs)
{
    Transaction transaction(*m_database);
    if (const Result<void> begun = transaction.begin(); !begun)
        return begun.error();
    const Result<qint64> revision = greatestRevision(*m_database);
    if (!revision)
        return revision.error();
    const Result<qint64> lastCall = greatestCallId(*m_database);
    if (!lastCall)
        return lastCall.error();
    Result<qint64> removed = retentionStep(*m_database, m_rules.retention, nowMs);
    if (!removed)
        return removed.error();
    if (*removed > 0) {
        for (const Result<void> &kept : {writeMeta(*m_database, MetaKey::Revision, *revision),
                                         writeMeta(*m_database, MetaKey::LastCall, *lastCall)}) {
            if (!kept)
                return kept.error();
        }
    }
    if (const Result<void> done = transaction.commit(); !done)
        return done.error();
    if (*removed > 0) {
        m_calls.forget();
        m_logHoldsDeleted = true;
    } else if (std::exchange(m_logHoldsDeleted, false)) {
        // secure_delete zeroes the pages, but their old content is still in the log until that is cut.
        (void)beginLogAnew();
    }
    return removed;
}

Result<CallUpdates> WriteSession::costStep()
{
    if (!m_costPass)
        return CallUpdates{};
    Transaction transaction(*m_database);
    if (const Result<void> begun = transaction.begin(); !begun)
        return begun.error();
    CallUpdates updates;
    const Result<qint64> revision = beginRevision(updates.rows);
    if (!revision)
        return revision.error();
    CostPass pass = *m_costPass; // kept only if the transaction is
    const Result<CostPass::Step> step = pass.step(*m_database, *revision);
    if (!step)
        return step.error();
    if (const Result<void> done = transaction.commit(); !done)
        return done.error();
    m_calls.forget();
    m_seenRevision = step->rows.isEmpty() ? *revision - 1 : *revision;
    m_costPass = step->finished ? std::nullopt : std::optional(pass);
    updates.revision = *revision;
    addNewest(updates.rows, step->rows);
    return updates;
}

Result<void> WriteSession::probe()
{
    Transaction transaction(*m_database);
    if (const Result<void> begun = transaction.begin(); !begun)
        return begun.error();
    const Result<qint64> revision = greatestRevision(*m_database);
    if (!revision)
        return revision.error();
    if (const Result<void> kept = writeMeta(*m_database, MetaKey::Revision, *revision); !kept)
        return kept.error();
    if (const Result<void> done = transaction.commit(); !done)
        return done.error();
    return m_log->flush();
}

void WriteSession::keepLogShort()
{
    if (!m_checkpointer || m_checkpointer->keepsUp(m_log->pages()))
        return;
    // An error is no matter of what was just committed; the next write will say.
    (void)m_database->statement(QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)")).run();
}

Result<void> WriteSession::beginLogAnew()
{
    if (m_checkpointer)
        m_checkpointer->finish();
    const QVariant isBusy = m_database->ask(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    if (!isBusy.isValid())
        return m_database->lastError();
    if (isBusy.toInt() != 0)
        return Error{ErrorCode::StoreLocked, QStringLiteral("the log is still read"), {m_rules.file}};
    return {};
}

bool WriteSession::isCheckDue(qint64 nowMs) const
{
    return m_wasUnclean || nowMs - m_checkedMs > CheckEveryMs;
}

Result<void> WriteSession::noteChecked(qint64 nowMs)
{
    return writeMeta(*m_database, MetaKey::Checked, nowMs);
}

Result<void> WriteSession::markClean()
{
    if (!m_rules.keepsHouse)
        return {};
    return writeMeta(*m_database, MetaKey::Clean, 1);
}

} // namespace anrufwarte
