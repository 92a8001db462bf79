// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/writer.h"

#include "core/store/damagemark.h"
#include "core/store/sqlerror.h"

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <iterator>

namespace anrufwarte {

namespace {

Q_LOGGING_CATEGORY(lcStore, "anrufwarte.store")

constexpr int TickMs = 500;         ///< how late another process's changes are shown, at most
constexpr int HouseworkPauseMs = 5; ///< between two steps when there is more to do
constexpr qint64 RetentionEveryMs = 60LL * 60 * 1000;

std::vector<Receiver> receiversOf(std::vector<QueuedBatch> batches)
{
    std::vector<Receiver> receivers;
    receivers.reserve(batches.size());
    for (QueuedBatch &queued : batches)
        receivers.push_back(std::move(queued.receiver));
    return receivers;
}

} // namespace

Writer::Writer(SessionRules rules, WriteQueue &queue, const Clock &clock, StoreHealth health,
               WriterVoice voice)
    : m_rules(std::move(rules)),
      m_queue(queue),
      m_clock(clock),
      m_health(std::move(health)),
      m_voice(std::move(voice)),
      m_flusher(m_voice, [&queue] { queue.call(); }),
      m_damage(m_health.problem)
{
}

void Writer::run()
{
    const auto isDone = [this] {
        // Batches are answered even then; rejections that could not be noted hold up no end.
        return m_queue.isDrained() || (m_queue.isClosed() && !m_health.writable && m_queue.size() == 0);
    };
    while (!isDone()) {
        WriteGroup group = m_queue.take(waitMs());
        hearFlusher();
        if (!group.isEmpty())
            write(std::move(group));
        if (!m_queue.isClosed() && (m_nextTick.hasExpired() || m_moreHousework))
            tick();
    }
    m_check.reset();
    m_flusher.finish();
    hearFlusher();
    if (m_session && m_health.writable && !m_damage) // damaged: checked and told again after the next start
        (void)m_session->markClean();
    m_session.reset(); // here: a connection is closed in the thread that opened it
}

void Writer::write(WriteGroup group)
{
    QElapsedTimer timer;
    timer.start();
    const Result<void> ready = ensureSession();
    Result<GroupOutcome> outcome =
        ready ? m_session->write(group, m_clock.nowMs()) : Result<GroupOutcome>(ready.error());
    if (!outcome)
        return refuse(std::move(group.batches), outcome.error());
    for (const Result<BatchOutcome> &answer : outcome->answers) {
        if (answer || answer.error().code != ErrorCode::StoreCorrupt)
            continue;
        if (m_rules.keepsHouse && !m_check && !m_damage)
            m_check = std::make_unique<IntegrityCheck>(m_rules.file);
        noteDamage(answer.error());
    }
    m_flusher.add({receiversOf(std::move(group.batches)), std::move(outcome->answers),
                   std::move(outcome->updates), std::move(outcome->rejected), timer},
                  m_session->log());
    m_session->keepLogShort();
    if (!m_health.writable) // whoever hears that it is written may ask at once how we are
        m_flusher.finish();
    hearFlusher();
}

/// What became of the transactions before.
void Writer::hearFlusher()
{
    const LogFlusher::News news = m_flusher.takeNews();
    if (news.failure)
        noteFailure(*news.failure);
    else if (news.commitMs)
        noteSuccess(*news.commitMs);
}

/// Also what waits behind them: each group would wait for a lock as long again, and only to hear the same.
/// Retell does not wait that long, but asks again.
void Writer::refuse(std::vector<QueuedBatch> batches, const Error &error)
{
    std::vector<QueuedBatch> waiting = m_queue.takeBatches();
    std::move(waiting.begin(), waiting.end(), std::back_inserter(batches));
    const size_t refused = batches.size();
    answerAll(receiversOf(std::move(batches)), std::vector(refused, Result<BatchOutcome>(error)));
    noteFailure(error);
}

void Writer::tick()
{
    m_nextTick = QDeadlineTimer(TickMs);
    m_moreHousework = false;
    const Result<void> ready = ensureSession();
    const Result<void> works = ready && !m_health.writable ? m_session->probe() : ready;
    if (!works) {
        noteFailure(works.error());
        return;
    }
    noteSuccess(m_health.commitMs);
    Result<CallUpdates> foreign = m_session->lookAround();
    if (!foreign) {
        noteTrouble(foreign.error());
        return;
    }
    foreign->acceptedMs = m_clock.nowMs();
    announce(*std::move(foreign));
    if (m_rules.keepsHouse)
        keepHouse();
}

void Writer::keepHouse()
{
    checkIntegrity();
    if (m_session->costPassWaits()) {
        Result<CallUpdates> derived = m_session->costStep();
        if (!derived) {
            noteTrouble(derived.error());
            return;
        }
        m_moreHousework = true;
        derived->acceptedMs = m_clock.nowMs();
        announce(*std::move(derived));
    }
    if (!m_nextRetention.hasExpired())
        return;
    const Result<qint64> removed = m_session->retain(m_clock.nowMs());
    if (!removed) {
        if (removed.error().code == ErrorCode::StoreCorrupt) // will be there at the next tick, too
            m_nextRetention = QDeadlineTimer(RetentionEveryMs);
        noteTrouble(removed.error());
        return;
    }
    if (*removed > 0)
        m_moreHousework = true;
    else
        m_nextRetention = QDeadlineTimer(RetentionEveryMs);
}

void Writer::checkIntegrity()
{
    const std::optional<Result<void>> result = m_check ? m_check->result() : std::nullopt;
    if (!result)
        return;
    m_check.reset();
    if (*result)
        (void)m_session->noteChecked(m_clock.nowMs());
    else if (result->error().code == ErrorCode::StoreCorrupt)
        noteDamage(result->error());
}

/// What is done beside the writes failed. If it met damage, the writes may go well all the same: to call that
/// an outage would be taken back half a second later, with every tick anew.
void Writer::noteTrouble(const Error &error)
{
    if (error.code == ErrorCode::StoreCorrupt)
        noteDamage(error);
    else
        noteFailure(error);
}

/// It still takes writes, but must be told of.
void Writer::noteDamage(const Error &error)
{
    markDamaged(m_rules.file); // the next start sees to it
    if (m_damage)
        return;
    m_damage = error;
    qCWarning(lcStore, "the store is damaged: %s", qPrintable(error.detail));
    noteSuccess(m_health.commitMs);
}

Result<void> Writer::ensureSession()
{
    if (m_session && !m_session->fileIsOurs()) {
        const bool rescued = m_session->rescue();
        if (rescued) {
            m_flusher.finish();
            m_session.reset();
        }
        const Error moved{
            ErrorCode::StoreIo,
            rescued ? QStringLiteral("the file or its log was deleted under the program; it was written back")
                    : QStringLiteral("the file or its log was deleted or replaced under the program"),
            {m_rules.file}};
        noteFailure(moved);
        if (m_session)
            return moved; // nothing in its place yet: tried again
    }
    return m_session ? Result<void>() : reopen();
}

Result<void> Writer::reopen()
{
    const Result<StartReport> report =
        prepareStoreFile({m_rules.file, m_rules.busyTimeoutMs, m_rules.keepsHouse, false}, m_clock);
    if (!report)
        return report.error();
    if (report->replacedBrokenFile)
        m_health.replacedBrokenFile = report->replacedBrokenFile;
    Result<std::unique_ptr<WriteSession>> session = WriteSession::open(m_rules);
    if (!session)
        return session.error();
    if (m_logIsDoubtful) {
        if (const Result<void> begun = (*session)->beginLogAnew(); !begun)
            return begun.error();
        m_logIsDoubtful = false;
    }
    m_session = *std::move(session);
    if (m_rules.keepsHouse && !m_check && m_session->isCheckDue(m_clock.nowMs()))
        m_check = std::make_unique<IntegrityCheck>(m_rules.file);
    return {};
}

void Writer::noteSuccess(double commitMs)
{
    const StoreHealth before = m_health;
    m_health.writable = true;
    m_health.problem = m_damage;
    m_health.commitMs = commitMs;
    const bool toBeTold = before.problem != m_health.problem || before.writable != m_health.writable ||
                          before.replacedBrokenFile != m_health.replacedBrokenFile;
    if (toBeTold && !m_health.problem)
        qCInfo(lcStore, "the store takes writes again");
    m_voice.health(m_health, toBeTold);
}

void Writer::noteFailure(const Error &error)
{
    m_flusher.finish(); // so that no older success is heard after this
    const bool isFlushed = !m_flusher.takeNews().failure;
    const bool isAllThereIs = m_session && m_session->isAllThereIs(); // kept until it can be written back
    if ((breaksConnection(error.code) || !isFlushed) && !isAllThereIs) {
        m_session.reset(); // after a failed fsync nobody knows what is on disk: opened and checked anew
        m_logIsDoubtful = true;
    }
    if (error.code == ErrorCode::StoreCorrupt && m_rules.keepsHouse)
        markDamaged(m_rules.file);
    const bool toBeTold = m_health.writable || !m_health.problem || m_health.problem->code != error.code;
    m_health.writable = false;
    m_health.problem = error;
    if (toBeTold)
        qCWarning(lcStore, "the store cannot write: %s", qPrintable(error.detail));
    m_voice.health(m_health, toBeTold);
}

void Writer::announce(CallUpdates updates)
{
    if (!updates.rows.isEmpty())
        m_flusher.add({{}, {}, std::move(updates), {}, {}}, m_session->log());
}

int Writer::waitMs() const
{
    if (m_moreHousework)
        return HouseworkPauseMs;
    return static_cast<int>(qMax(qint64(0), m_nextTick.remainingTime()));
}

} // namespace anrufwarte
