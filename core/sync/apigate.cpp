// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/apigate.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace anrufwarte {

namespace {

constexpr qint64 PaymentPauseMs = 5LL * 60'000;
constexpr BackoffRange ThrottlePause{2'000, 60'000}; ///< when Retell does not say how long
constexpr qint64 LeastThrottleMs = 250;
constexpr qint64 FirstRetryMs = 1'000;
constexpr qint64 ProbeMs = 1'000; ///< how often to look whether the one try of an open circuit is answered
constexpr qint64 RateWindowMs = 10'000;
constexpr qint64 ClocksAgreeMs = 2'000;
constexpr qint64 ClockNoiseMs = 1'000;
/// Over HTTP/1.1 Qt opens no more to one host, and keeps further requests to itself: they would leave with no
/// distance, and their time would run before anybody has heard them. Retell speaks HTTP/2, over one.
constexpr int PlainConnections = 6;

BudgetLimits reachable(BudgetLimits budget, const QUrl &baseUrl)
{
    if (baseUrl.scheme() == QLatin1String("http"))
        budget.maxInFlight = std::min(budget.maxInFlight, PlainConnections);
    return budget;
}

} // namespace

ApiState apiStateOf(const ApiFailure &failure)
{
    switch (failure.fault) {
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

bool GateConfig::isSameAccess(const GateConfig &other) const
{
    return access.baseUrl == other.access.baseUrl && access.key == other.access.key;
}

ApiGate::ApiGate(QNetworkAccessManager &network, const Clock &clock, Random random, QObject *parent)
    : QObject(parent),
      m_clock(clock),
      m_random(std::move(random)),
      m_client(network, clock, this),
      m_budget(clock, this)
{
    connect(&m_client, &ApiClient::sent, &m_budget, &RequestBudget::noteSent);
}

void ApiGate::configure(const GateConfig &config)
{
    const bool isSame = m_isConfigured && config.isSameAccess(m_config);
    m_config = config;
    m_isConfigured = true;
    m_budget.setLimits(reachable(config.budget, config.access.baseUrl));
    m_breaker.setPollInterval(config.pollIntervalMs);
    if (isSame)
        return m_client.setLimits(config.access.limits);
    forgetQuestions();
    m_breaker.noteSuccess();
    m_trouble.reset();
    m_throttled = 0;
    m_isWaitedFor = false;
    m_latencyMs = 0;
    m_serverAheadMs = 0;
    m_client.setAccess(config.access);
    m_isOpen = !config.access.key.isEmpty();
    m_state = m_isOpen ? ApiState::Waiting : ApiState::NoKey;
    Q_EMIT reset();
    Q_EMIT stateChanged();
}

void ApiGate::close()
{
    m_isOpen = false;
    m_isConfigured = false;
    forgetQuestions();
}

void ApiGate::forgetQuestions()
{
    m_client.setAccess({});
    m_budget.clear();
    m_underWay = 0;
}

void ApiGate::getCall(Precedence precedence, const CallId &id, Source source, Done<CallChange> done)
{
    ask<CallChange>(
        precedence,
        [this, id, source](ApiClient::Done<CallChange> take) {
            m_client.getCall(id, source, std::move(take));
        },
        std::move(done));
}

void ApiGate::listCalls(Precedence precedence, const ListQuery &query, Source source, Done<ListPage> done)
{
    ask<ListPage>(
        precedence,
        [this, query, source](ApiClient::Done<ListPage> take) {
            m_client.listCalls(query, source,
                               [this, askedMs = m_clock.nowMs(), take = std::move(take)](auto answer) {
                                   noteServerTime(answer, askedMs);
                                   take(std::move(answer));
                               });
        },
        std::move(done));
}

void ApiGate::concurrency(Precedence precedence, Done<Concurrency> done)
{
    ask<Concurrency>(
        precedence, [this](ApiClient::Done<Concurrency> take) { m_client.concurrency(std::move(take)); },
        std::move(done));
}

void ApiGate::agents(Precedence precedence, const QString &paginationKey, Done<AgentPage> done)
{
    ask<AgentPage>(
        precedence,
        [this, paginationKey](ApiClient::Done<AgentPage> take) {
            m_client.agents(paginationKey, std::move(take));
        },
        std::move(done));
}

template <typename T>
void ApiGate::ask(Precedence precedence, std::function<void(ApiClient::Done<T>)> start, Done<T> done)
{
    Q_ASSERT(m_isOpen);
    ++m_underWay;
    m_budget.enqueue(precedence, [this, start = std::move(start), done = std::move(done)] {
        start([this, startedMs = m_clock.steadyMs(), done](const ApiAnswer<T> &answer) {
            take<T>(answer, startedMs, done);
        });
    });
}

/// Whoever asked hears it first, when all is known already; then the others.
template <typename T>
void ApiGate::take(const ApiAnswer<T> &answer, qint64 startedMs, const Done<T> &done)
{
    const auto before = std::tuple(m_state, m_trouble, m_breaker.isOpen());
    const bool wasWaitedFor = m_isWaitedFor;
    m_budget.finished();
    --m_underWay;
    m_latencyMs = m_clock.steadyMs() - startedMs;
    const auto *failure = std::get_if<ApiFailure>(&answer);
    if (failure)
        noteFailure(*failure);
    else
        noteSuccess();
    const bool isRefused = !m_isOpen;
    const bool isBack = wasWaitedFor && !m_isWaitedFor;
    const bool hasChanged = before != std::tuple(m_state, m_trouble, m_breaker.isOpen());
    done(answer);
    if (isRefused)
        Q_EMIT refused();
    if (hasChanged)
        Q_EMIT stateChanged();
    if (isBack)
        Q_EMIT cameBack();
}

void ApiGate::noteSuccess()
{
    m_answersMs.enqueue(m_clock.steadyMs());
    while (m_answersMs.head() < m_answersMs.last() - RateWindowMs)
        m_answersMs.dequeue();
    m_breaker.noteSuccess();
    if (isPaused())
        return; // asked before the pause began
    m_isWaitedFor = false;
    m_throttled = 0;
    m_trouble.reset();
    m_state = ApiState::Ok;
}

void ApiGate::noteFailure(const ApiFailure &failure)
{
    switch (failure.fault) {
    case ApiFault::NotFound:
        if (failure.status != 0) // else nobody was asked
            noteSuccess();
        return;
    case ApiFault::BadRequest:
        return; // says nothing about other questions
    case ApiFault::KeyRefused:
        m_isOpen = false;
        forgetQuestions();
        break;
    case ApiFault::Down:
    case ApiFault::NotRetell:
    case ApiFault::Unreadable:
        m_breaker.noteFailure(m_clock.steadyMs(), m_random());
        break;
    case ApiFault::Payment:
    case ApiFault::Throttled:
        break;
    }
    pauseFor(failure);
    m_trouble = failure;
    m_state = apiStateOf(failure);
    m_isWaitedFor = m_isWaitedFor || m_breaker.isOpen() || isPaused();
}

/// Payment, throttling and an overloaded server that asks for it hold back every question.
void ApiGate::pauseFor(const ApiFailure &failure)
{
    std::optional<qint64> pauseMs = failure.retryAfterMs;
    if (failure.fault == ApiFault::Payment)
        pauseMs = PaymentPauseMs;
    if (failure.fault == ApiFault::Throttled) {
        if (!isPaused()) // those who were on their way together count once
            ++m_throttled;
        pauseMs =
            std::max(LeastThrottleMs, pauseMs.value_or(backoffMs(m_throttled, ThrottlePause, m_random())));
    }
    if (pauseMs)
        m_budget.pauseUntil(m_clock.steadyMs() + *pauseMs);
}

/// The Date header is cut to whole seconds and was made at some moment between question and answer.
void ApiGate::noteServerTime(const ApiAnswer<ListPage> &answer, qint64 askedMs)
{
    constexpr qint64 HalfASecondMs = 500;
    const auto *page = std::get_if<ListPage>(&answer);
    if (!page || !page->serverMs)
        return;
    const qint64 halfWayMs = (m_clock.nowMs() - askedMs) / 2;
    const qint64 aheadMs = *page->serverMs + HalfASecondMs - (askedMs + halfWayMs);
    if (std::abs(aheadMs) <= ClocksAgreeMs + std::abs(halfWayMs))
        m_serverAheadMs = 0;
    else if (std::abs(aheadMs - m_serverAheadMs) > ClockNoiseMs)
        m_serverAheadMs = aheadMs;
}

bool ApiGate::isPaused() const
{
    return m_clock.steadyMs() < m_budget.pausedUntilMs();
}

qint64 ApiGate::waitMs() const
{
    const qint64 nowMs = m_clock.steadyMs();
    const qint64 pauseMs = std::max<qint64>(0, m_budget.pausedUntilMs() - nowMs);
    if (!m_breaker.isOpen())
        return pauseMs;
    const qint64 probeMs = m_underWay > 0 ? ProbeMs : 0;
    return std::max({pauseMs, m_breaker.retryAtMs() - nowMs, probeMs});
}

qint64 ApiGate::backoff(int failures) const
{
    return backoffMs(failures, {FirstRetryMs, std::max(m_config.pollIntervalMs, FirstRetryMs)}, m_random());
}

double ApiGate::answersPerSecond() const
{
    constexpr double MsPerSecond = 1000.0;
    const qint64 sinceMs = m_clock.steadyMs() - RateWindowMs;
    const auto first = std::lower_bound(m_answersMs.cbegin(), m_answersMs.cend(), sinceMs);
    if (first == m_answersMs.cend())
        return 0.0;
    const qint64 spanMs = std::clamp<qint64>(m_clock.steadyMs() - *first, qint64(MsPerSecond), RateWindowMs);
    return double(m_answersMs.cend() - first) * MsPerSecond / double(spanMs);
}

} // namespace anrufwarte
