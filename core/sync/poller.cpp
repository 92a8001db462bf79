// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/poller.h"

#include "core/sync/pollplan.h"
#include "core/sync/pollschedule.h"

#include <algorithm>

namespace anrufwarte {

namespace {

constexpr qsizetype BatchSize = 100;
constexpr qint64 LongestSilentPauseMs = 15'000;
constexpr int MostHealing = 4; ///< Qt keeps 6 connections to a host: one stays free for the list

} // namespace

Poller::Poller(Means means, QObject *parent) : QObject(parent), m_means(means), m_next(this)
{
    m_next.setSingleShot(true);
    m_next.setTimerType(Qt::PreciseTimer);
    connect(&m_next, &QTimer::timeout, this, &Poller::wake);
    connect(&m_means.healer, &Healer::countsChanged, this, &Poller::announce);
    connect(&m_means.account, &AccountFacts::concurrencyChanged, this, &Poller::announce);
    connect(&m_means.gate, &ApiGate::reset, this, &Poller::begin);
    connect(&m_means.gate, &ApiGate::refused, this, [this] { m_isPolling = false; });
    connect(&m_means.gate, &ApiGate::stateChanged, this, &Poller::schedule);
    connect(&m_means.gate, &ApiGate::cameBack, this, [this] {
        if (m_failure && !m_isPolling)
            pollNow();
    });
}

void Poller::configure(const PollConfig &config)
{
    m_config = config;
    m_means.healer.setRules({config.intervalMs, std::clamp(config.maxInFlight - 1, 1, MostHealing)});
    schedule();
}

void Poller::pollNow()
{
    m_lastStartMs.reset();
    m_retryAtMs.reset();
    schedule();
}

void Poller::begin()
{
    m_isPolling = false;
    m_failure.reset();
    m_failures = 0;
    m_health = {};
    pollNow();
}

void Poller::schedule()
{
    const qint64 nowMs = m_means.clock.steadyMs();
    PollFacts facts{m_means.gate.isOpen(), m_config.intervalMs, m_lastStartMs, m_retryAtMs, {}};
    if (m_means.gate.pausedUntilMs() > nowMs)
        facts.pausedUntilMs = m_means.gate.pausedUntilMs();
    const auto nextMs = nextPollMs(facts);
    m_health.nextPollMs.reset();
    if (nextMs) {
        const qint64 waitMs = std::max<qint64>(0, *nextMs - nowMs);
        m_health.nextPollMs = m_means.clock.nowMs() + waitMs;
        if (!m_isPolling)
            m_next.start(static_cast<int>(waitMs));
    } else {
        m_next.stop();
    }
    announce();
}

void Poller::wake()
{
    if (!m_isPolling && m_means.gate.isOpen() && m_config.intervalMs > 0)
        poll();
}

void Poller::poll()
{
    m_isPolling = true;
    m_lastStartMs = m_means.clock.steadyMs();
    m_walk = PageWalk();
    m_listed.clear();
    askPage({});
}

void Poller::askPage(const QString &paginationKey)
{
    ListQuery query;
    query.statuses = {statusword::Ongoing.toString()};
    query.paginationKey = paginationKey;
    m_means.gate.listCalls(Precedence::Running, query, Source::Poll,
                           [this](const ApiAnswer<ListPage> &answer) { takePage(answer); });
}

void Poller::takePage(const ApiAnswer<ListPage> &answer)
{
    if (const auto *failure = std::get_if<ApiFailure>(&answer))
        return fail(*failure);
    const auto &page = std::get<ListPage>(answer);
    m_listed += page.calls;
    if (page.nextKey.isEmpty())
        return compare();
    if (const auto endless = m_walk.goOn(page.nextKey))
        return fail(*endless);
    askPage(page.nextKey);
}

void Poller::compare()
{
    for (CallChange &change : m_listed)
        m_means.account.complete(change);
    m_means.source.runningCalls(this, [this, listed = std::exchange(m_listed, {})](
                                          const Result<QList<RunningCall>> &running) {
        if (!running || !m_means.gate.isOpen())
            return; // the store says itself what ails it; the next poll asks it again
        const PollPlan plan = planPoll(listed, *running, m_means.clock.nowMs(), m_config.unconfirmedAfterMs);
        write(plan.news);
        m_means.healer.ask(plan.doubts);
    });
    succeed();
}

void Poller::write(const QList<CallChange> &news)
{
    for (qsizetype i = 0; i < news.size(); i += BatchSize) {
        ChangeBatch batch;
        batch.changes = news.mid(i, BatchSize);
        if (!m_means.sink.submit(std::move(batch), this, [](const auto &) {}))
            return; // a beat is skipped; the next list holds them again
    }
}

void Poller::succeed()
{
    m_isPolling = false;
    m_failure.reset();
    m_failures = 0;
    m_retryAtMs.reset();
    m_health.lastPollMs = m_means.clock.nowMs();
    m_means.account.refresh();
    schedule();
    Q_EMIT polled();
}

void Poller::fail(const ApiFailure &failure)
{
    m_isPolling = false;
    m_listed.clear();
    m_failure = failure;
    ++m_failures;
    m_retryAtMs =
        m_means.clock.steadyMs() + std::max(m_means.gate.backoff(m_failures), m_means.gate.waitMs());
    schedule();
}

/// What keeps running calls from being compared. Single failures of other questions and short pauses do not.
std::optional<ApiFailure> Poller::trouble() const
{
    if (!m_means.gate.isOpen() || m_means.gate.isCircuitOpen() || isHeldUp())
        return m_means.gate.trouble();
    return m_failure;
}

bool Poller::isHeldUp() const
{
    const qint64 toleratedMs = std::min(2 * m_config.intervalMs, LongestSilentPauseMs);
    const qint64 untilMs = m_means.gate.pausedUntilMs();
    return untilMs > m_means.clock.steadyMs() && untilMs > m_lastStartMs.value_or(0) + toleratedMs;
}

ApiState Poller::state() const
{
    if (const auto failure = trouble())
        return apiStateOf(*failure);
    if (m_means.gate.state() == ApiState::NoKey)
        return ApiState::NoKey;
    if (m_config.intervalMs == 0)
        return ApiState::Off;
    return m_health.lastPollMs ? ApiState::Ok : ApiState::Waiting;
}

void Poller::announce()
{
    m_health.state = state();
    m_health.problem.reset();
    if (const auto failure = trouble())
        m_health.problem = toError(*failure);
    m_health.latencyMs = m_means.gate.latencyMs();
    m_health.isCircuitOpen = m_means.gate.isCircuitOpen();
    m_health.healed = m_means.healer.healed();
    m_health.notFound = m_means.healer.notFound();
    m_health.concurrencyUsed.reset();
    m_health.concurrencyLimit.reset();
    if (const auto &concurrency = m_means.account.concurrency()) {
        m_health.concurrencyUsed = concurrency->used;
        m_health.concurrencyLimit = concurrency->limit;
    }
    Q_EMIT healthChanged();
}

} // namespace anrufwarte
