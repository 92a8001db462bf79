// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/historywalk.h"

#include "core/calls/closing.h"

#include <QLoggingCategory>
#include <algorithm>

namespace anrufwarte {

namespace {

Q_LOGGING_CATEGORY(lcSync, "anrufwarte.sync")

constexpr qsizetype MostKnown = 10'000;
constexpr int MostPages = 100'000; ///< of one walk: no account has so many
constexpr qint64 LeastStepMs = 1'000;
constexpr qint64 LongestSleepMs = 60'000;
/// When Retell finds fault with the question itself, which will be the same the next time.
constexpr qint64 MisunderstoodPauseMs = 10LL * 60'000;
constexpr int MostRefusals = 3;

std::shared_ptr<const SyncNotes> noteOf(const HistoryLedger &ledger)
{
    auto notes = std::make_shared<SyncNotes>();
    notes->ledger = ledger;
    return notes;
}

} // namespace

HistoryWalk::HistoryWalk(SyncMeans means, QObject *parent)
    : QObject(parent), m_means(means), m_guard(MostPages), m_again(this)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, [this] {
        const qint64 leftMs = m_againAtMs - m_means.clock.steadyMs();
        leftMs > 0 ? goOnIn(leftMs) : goOn();
    });
    connect(&means.gate, &ApiGate::cameBack, this, [this] {
        if (m_again.isActive())
            goOnIn(0);
    });
}

void HistoryWalk::begin()
{
    halt();
    readLedger();
}

void HistoryWalk::halt()
{
    ++m_beginnings;
    m_page.reset();
    m_known.clear();
    m_guard = PageWalk(MostPages);
    m_failures = m_restarts = m_storeFailures = 0;
    m_isRead = false;
    m_isBusy = false;
    m_again.stop();
}

void HistoryWalk::advance()
{
    m_isWanted = true;
    const bool isWaiting = m_again.isActive() && m_means.clock.steadyMs() < m_againAtMs;
    if (!isWaiting)
        goOn();
}

void HistoryWalk::goOn()
{
    m_again.stop();
    if (m_isBusy)
        return;
    if (!m_isRead)
        return readLedger();
    if (m_page)
        return m_page->isShared ? askEvidence() : sharePage();
    if (m_means.gate.isOpen() && (m_ledger.open || openSpan()))
        askPage();
}

void HistoryWalk::readLedger()
{
    m_isBusy = true;
    m_means.source.historyLedger(this, ifStillWanted([this](const Result<HistoryLedger> &ledger) {
                                     m_isBusy = false;
                                     if (!ledger)
                                         return waitForStore();
                                     m_ledger = *ledger;
                                     m_isRead = true;
                                     announce();
                                     goOn();
                                 }));
}

bool HistoryWalk::openSpan()
{
    const bool isEarly = m_finishedMs && m_means.clock.steadyMs() - *m_finishedMs < LeastStepMs;
    if (!m_isWanted || isEarly)
        return false;
    m_isWanted = false;
    m_ledger.open = nextSpan(m_ledger, retellNowMs());
    announce();
    return true;
}

void HistoryWalk::askPage()
{
    if (const qint64 waitMs = m_means.gate.waitMs(); waitMs > 0)
        return goOnIn(waitMs);
    const HistorySpan span = m_ledger.open.value_or(HistorySpan());
    const ListedBy by = nextWalk(span);
    ListQuery query;
    query.span = ListSpan{by, span.fromMs, span.toMs};
    query.paginationKey = walkOf(span, by).nextKey;
    m_isBusy = true;
    m_means.gate.listCalls(
        Precedence::Automatic, query, Source::Poll,
        ifStillWanted([this, by](const ApiAnswer<ListPage> &answer) { takePage(by, answer); }));
}

void HistoryWalk::takePage(ListedBy by, const ApiAnswer<ListPage> &answer)
{
    m_isBusy = false;
    if (const auto *failure = std::get_if<ApiFailure>(&answer))
        return takeFailure(by, *failure);
    const auto &page = std::get<ListPage>(answer);
    if (!page.nextKey.isEmpty() && m_guard.goOn(page.nextKey))
        return startOver(by);
    m_failures = 0;
    m_page = std::make_unique<Page>();
    m_page->after = afterPage(m_ledger, by, page.nextKey);
    m_page->listed = newsOf(page.calls);
    m_page->isShared = m_page->listed.isEmpty();
    goOn();
}

void HistoryWalk::takeFailure(ListedBy by, const ApiFailure &failure)
{
    ++m_failures;
    if (failure.fault == ApiFault::BadRequest) {
        if (!m_ledger.open || walkOf(*m_ledger.open, by).nextKey.isEmpty())
            return goOnIn(MisunderstoodPauseMs);
        if (m_failures > 1)
            return startOver(by); // the key may have expired
    }
    goOnIn(std::max(m_means.gate.waitMs(), m_means.gate.backoff(m_failures + m_restarts)));
}

void HistoryWalk::startOver(ListedBy by)
{
    m_ledger = startedOver(m_ledger, by);
    m_guard = PageWalk(MostPages);
    m_failures = 0;
    ++m_restarts;
    goOnIn(std::max(m_means.gate.waitMs(), m_means.gate.backoff(m_restarts)));
}

/// Spans overlap: what was written lately and has not changed since needs no writing.
QList<CallChange> HistoryWalk::newsOf(QList<CallChange> listed) const
{
    listed.removeIf([this](const CallChange &change) {
        const auto known = m_known.constFind(change.callId);
        return known != m_known.cend() && *known == change.stamp.digest;
    });
    for (CallChange &change : listed) {
        m_means.account.complete(change);
        change.reason = QStringLiteral("found by history walk");
    }
    return listed;
}

void HistoryWalk::sharePage()
{
    m_isBusy = true;
    m_means.source.runningCalls(this, ifStillWanted([this](const Result<QList<RunningCall>> &running) {
                                    m_isBusy = false;
                                    if (!running)
                                        return waitForStore();
                                    QSet<CallId> ids;
                                    for (const RunningCall &call : *running)
                                        ids.insert(call.callId);
                                    PageShare share =
                                        shareOf(std::exchange(m_page->listed, {}), ids, retellNowMs());
                                    m_page->changes = std::move(share.plain);
                                    m_page->ends = std::move(share.ends);
                                    m_page->isShared = true;
                                    askEvidence();
                                }));
}

void HistoryWalk::askEvidence()
{
    if (m_page->ends.isEmpty())
        return handIn();
    m_isBusy = true;
    m_means.source.endEvidence(m_page->ends.first().callId, this,
                               ifStillWanted([this](const Result<EndEvidence> &evidence) {
                                   m_isBusy = false;
                                   if (!evidence)
                                       return waitForStore();
                                   CallChange change = m_page->ends.takeFirst();
                                   if (evidence->isRunning)
                                       change.reason = closingReason(*evidence);
                                   m_page->changes.append(std::move(change));
                                   askEvidence();
                               }));
}

/// One batch at a time: the ledger may only say of a page that it is there when all its calls are.
void HistoryWalk::handIn()
{
    ChangeBatch batch{m_page->changes.mid(m_page->written, m_page->batchSize), {}};
    const qsizetype size = batch.changes.size();
    const bool isLast = m_page->written + size == m_page->changes.size();
    if (isLast && size == 0 && m_page->after.open)
        return finishPage(); // nothing new: the ledger can wait for the next page
    if (isLast)
        batch.notes = noteOf(m_page->after);
    submit(std::move(batch), [this, size, isLast](const Result<BatchOutcome> &outcome) {
        if (!outcome)
            return takeRefusal(outcome.error(), size);
        m_storeFailures = 0;
        m_page->refusals = 0;
        m_page->written += size;
        isLast ? finishPage() : handIn();
    });
}

void HistoryWalk::submit(ChangeBatch batch, BatchDone done)
{
    m_isBusy = true;
    const auto queued = m_means.sink.submit(
        std::move(batch), this,
        ifStillWanted([this, done = std::move(done)](const Result<BatchOutcome> &outcome) {
            m_isBusy = false;
            done(outcome);
        }));
    if (queued)
        return;
    m_isBusy = false;
    waitForStore();
}

/// One call that the store can never take (its row is damaged, say) must not hold up all others.
void HistoryWalk::takeRefusal(const Error &error, qsizetype size)
{
    if (error.code == ErrorCode::StoreFailed || error.code == ErrorCode::StoreCorrupt) {
        m_page->batchSize = 1;
        if (size == 1 && ++m_page->refusals >= MostRefusals)
            return leaveOut();
    }
    waitForStore();
}

/// If it is the call and not the store: that is known when the store takes something else.
void HistoryWalk::leaveOut()
{
    ChangeBatch probe;
    probe.notes = noteOf(m_ledger);
    submit(std::move(probe), [this](const Result<BatchOutcome> &outcome) {
        m_page->refusals = 0;
        if (!outcome)
            return waitForStore();
        const CallChange left = m_page->changes.takeAt(m_page->written);
        qCWarning(lcSync, "the store cannot take %s: left out of the history",
                  qPrintable(left.callId.value()));
        handIn();
    });
}

void HistoryWalk::finishPage()
{
    if (m_known.size() > MostKnown)
        m_known.clear();
    for (const CallChange &change : std::as_const(m_page->changes))
        m_known.insert(change.callId, change.stamp.digest);
    const bool isWalkDone = !isInSameWalk(m_ledger, m_page->after);
    m_ledger = m_page->after;
    m_page.reset();
    if (isWalkDone) {
        m_guard = PageWalk(MostPages);
        m_restarts = 0;
    }
    if (!m_ledger.open)
        m_finishedMs = m_means.clock.steadyMs();
    announce();
    goOn();
}

void HistoryWalk::waitForStore()
{
    goOnIn(m_means.gate.backoff(++m_storeFailures));
}

/// A sleep is cut short now and then: the machine may have slept too.
void HistoryWalk::goOnIn(qint64 waitMs)
{
    m_againAtMs = m_means.clock.steadyMs() + waitMs;
    m_again.start(static_cast<int>(std::clamp<qint64>(waitMs, 0, LongestSleepMs)));
}

void HistoryWalk::announce()
{
    std::optional<HistorySpan> told = gap();
    if (told)
        told->byStart = told->byEnd = {}; // how far it has come changes with every page
    if (std::exchange(m_told, told) != told)
        Q_EMIT gapChanged();
}

} // namespace anrufwarte
