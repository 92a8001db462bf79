// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/poller.h"

#include "core/sync/pollplan.h"
#include "core/sync/pollschedule.h"

#include <algorithm>

namespace anrufwarte {

namespace {

constexpr int WatchMs = 5'000;
constexpr qint64 SleptMs = 10'000; ///< UTC ran ahead of the steady clock by so much: suspended, or set
constexpr qint64 PaymentPauseMs = 5 * 60'000;
constexpr qsizetype BatchSize = 100;
constexpr int MostHealing = 4; ///< Qt keeps 6 connections to a host: one stays free for the list

ApiState stateOf(ApiFault fault)
{
    switch (fault) {
    case ApiFault::KeyRefused:
        return ApiState::KeyRefused;
    case ApiFault::Payment:
        return ApiState::Payment;
    case ApiFault::Throttled:
        return ApiState::Throttled;
    case ApiFault::NotRetell:
        return ApiState::NotRetell;
    case ApiFault::Unreadable:
        return ApiState::Unreadable;
    case ApiFault::BadRequest:
    case ApiFault::NotFound:
        return ApiState::BadRequest;
    case ApiFault::Down:
        break;
    }
    return ApiState::Down;
}

} // namespace

Poller::Poller(QNetworkAccessManager &network, ChangeSink &sink, CallSource &source, const Clock &clock,
               Random random, QObject *parent)
    : QObject(parent),
      m_sink(sink),
      m_source(source),
      m_clock(clock),
      m_random(std::move(random)),
      m_client(network, clock, this),
      m_budget(clock, this),
      m_account(m_client, m_budget, clock, this),
      m_healer({m_client, m_budget, m_account, sink, source, clock, m_random}, this),
      m_next(this),
      m_watch(this),
      m_clockGapMs(clock.nowMs() - clock.steadyMs())
{
    m_next.setSingleShot(true);
    m_next.setTimerType(Qt::PreciseTimer);
    connect(&m_next, &QTimer::timeout, this, &Poller::wake);
    connect(&m_watch, &QTimer::timeout, this, &Poller::watchClocks);
    connect(&m_healer, &Healer::countsChanged, this, &Poller::announce);
    connect(&m_account, &AccountFacts::concurrencyChanged, this, &Poller::announce);
    connect(&m_healer, &Healer::failed, this, [this](const ApiFailure &failure) {
        if (failure.fault == ApiFault::KeyRefused)
            refuse(failure);
        else
            pauseFor(failure);
    });
}

void Poller::configure(const PollConfig &config)
{
    const bool isNew =
        config.key != m_config.key || config.baseUrl != m_config.baseUrl || !m_watch.isActive();
    m_config = config;
    m_budget.setLimits(config.budget);
    m_breaker.setPollInterval(config.intervalMs);
    m_healer.setRules({config.intervalMs, std::clamp(config.budget.maxInFlight - 1, 1, MostHealing)});
    if (isNew)
        begin();
    else
        schedule();
}

void Poller::pollNow()
{
    m_lastStartMs.reset();
    schedule();
}

void Poller::stop()
{
    m_watch.stop();
    m_mayAsk = false;
    m_client.setAccess({});
    m_budget.clear();
    m_healer.clear();
    m_isPolling = false;
    m_next.stop();
}

void Poller::begin()
{
    stop();
    m_account.clear();
    m_breaker.noteSuccess();
    m_lastStartMs.reset();
    m_pausedUntilMs.reset();
    m_client.setAccess({m_config.baseUrl, m_config.key, m_config.limits});
    m_mayAsk = !m_config.key.isEmpty();
    const qint64 healed = m_healer.healed();
    m_health = {};
    m_health.healed = healed;
    m_watch.start(WatchMs);
    schedule();
}

void Poller::schedule()
{
    PollFacts facts{m_mayAsk, m_config.intervalMs, m_lastStartMs, {}, m_pausedUntilMs};
    if (m_breaker.hasFailed())
        facts.retryAtMs = m_breaker.retryAtMs();
    if (m_config.key.isEmpty())
        m_health.state = ApiState::NoKey;
    else if (m_mayAsk && m_config.intervalMs == 0)
        m_health.state = ApiState::Off;
    else if (m_health.state == ApiState::Off || m_health.state == ApiState::NoKey)
        m_health.state = ApiState::Waiting;
    const auto nextMs = nextPollMs(facts);
    m_health.nextPollMs.reset();
    if (nextMs) {
        const qint64 waitMs = std::max<qint64>(0, *nextMs - m_clock.steadyMs());
        m_health.nextPollMs = m_clock.nowMs() + waitMs;
        if (!m_isPolling)
            m_next.start(static_cast<int>(waitMs));
    } else {
        m_next.stop();
    }
    announce();
}

void Poller::wake()
{
    if (!m_isPolling && m_mayAsk && m_config.intervalMs > 0)
        poll();
}

/// A machine that slept has missed what happened meanwhile, and its timers stood still.
void Poller::watchClocks()
{
    const qint64 gapMs = m_clock.nowMs() - m_clock.steadyMs();
    if (gapMs - std::exchange(m_clockGapMs, gapMs) > SleptMs)
        pollNow();
}

void Poller::poll()
{
    m_isPolling = true;
    m_lastStartMs = m_clock.steadyMs();
    m_walk = PageWalk();
    m_listed.clear();
    askPage({});
}

void Poller::askPage(const QString &paginationKey)
{
    m_budget.enqueue(Precedence::Running, [this, paginationKey] {
        m_pageAskedMs = m_clock.steadyMs();
        const ListQuery query{{statusword::Ongoing.toString()}, paginationKey};
        m_client.listCalls(query, Source::Poll, [this](const ApiAnswer<ListPage> &answer) {
            m_budget.finished();
            takePage(answer);
        });
    });
}

void Poller::takePage(const ApiAnswer<ListPage> &answer)
{
    m_health.latencyMs = m_clock.steadyMs() - m_pageAskedMs;
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
        m_account.complete(change);
    m_source.runningCalls(this, [this, listed = std::exchange(m_listed, {})](
                                    const Result<QList<RunningCall>> &running) {
        if (!running || !m_mayAsk)
            return; // the store says itself what ails it; the next poll asks it again
        PollPlan plan = planPoll(listed, *running, m_clock.nowMs(), m_config.unconfirmedAfterMs);
        for (qsizetype i = 0; i < plan.news.size(); i += BatchSize) {
            const auto queued = m_sink.submit({plan.news.mid(i, BatchSize), {}}, this, [](const auto &) {});
            if (!queued)
                break; // a beat is skipped; the next list holds them again
        }
        m_healer.ask(plan.doubts);
    });
    succeed();
}

void Poller::succeed()
{
    m_isPolling = false;
    m_breaker.noteSuccess();
    m_pausedUntilMs.reset();
    m_health.state = ApiState::Ok;
    m_health.problem.reset();
    m_health.lastPollMs = m_clock.nowMs();
    m_account.refresh();
    schedule();
}

void Poller::fail(const ApiFailure &failure)
{
    m_isPolling = false;
    m_listed.clear();
    if (failure.fault == ApiFault::KeyRefused)
        return refuse(failure);
    m_breaker.noteFailure(m_clock.steadyMs(), m_random());
    m_health.state = stateOf(failure.fault);
    m_health.problem = toError(failure);
    pauseFor(failure);
}

/// Payment, throttling and an overloaded server that asks for it hold back every question, whoever asks it.
void Poller::pauseFor(const ApiFailure &failure)
{
    const qint64 nowMs = m_clock.steadyMs();
    const auto pause = [&](qint64 ms) {
        m_pausedUntilMs = std::max(m_pausedUntilMs.value_or(0), nowMs + ms);
        m_budget.pauseUntil(*m_pausedUntilMs);
        m_health.state = stateOf(failure.fault);
        m_health.problem = toError(failure);
    };
    if (failure.fault == ApiFault::Payment)
        pause(PaymentPauseMs);
    else if (failure.fault == ApiFault::Throttled)
        pause(failure.retryAfterMs.value_or(backoffMs(1, {2'000, 2'000}, m_random())));
    else if (failure.retryAfterMs)
        pause(*failure.retryAfterMs);
    schedule();
}

void Poller::refuse(const ApiFailure &failure)
{
    stop();
    m_watch.start(WatchMs);
    m_health.state = ApiState::KeyRefused;
    m_health.problem = toError(failure);
    schedule();
}

void Poller::announce()
{
    m_health.isCircuitOpen = m_breaker.isOpen();
    m_health.healed = m_healer.healed();
    m_health.notFound = m_healer.notFound();
    m_health.concurrencyUsed.reset();
    m_health.concurrencyLimit.reset();
    if (const auto &concurrency = m_account.concurrency()) {
        m_health.concurrencyUsed = concurrency->used;
        m_health.concurrencyLimit = concurrency->limit;
    }
    Q_EMIT
    healthChanged(m_health);
}

} // namespace anrufwarte
