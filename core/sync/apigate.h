// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/health.h"
#include "core/retell/apiclient.h"
#include "core/sync/backoff.h"
#include "core/sync/circuitbreaker.h"
#include "core/sync/requestbudget.h"

#include <QObject>
#include <QQueue>

namespace anrufwarte {

struct GateConfig
{
    ApiAccess access;
    BudgetLimits budget;
    qint64 pollIntervalMs = 15'000; ///< an open circuit is tried again by it (CircuitBreaker)

    [[nodiscard]] bool isSameAccess(const GateConfig &other) const;
};

/// What a failure says about the API. Pure.
[[nodiscard]] ApiState apiStateOf(const ApiFailure &failure);

/// The one way to Retell's API for all of sync: keeps the pace, obeys what concerns every question (key
/// refused, payment, throttling, an outage), and knows how the API is. Who asks gets the answer, failures
/// included, and decides about its own question. Lives in the sync thread.
class ApiGate : public QObject
{
    Q_OBJECT
public:
    template <typename T>
    using Done = std::function<void(const ApiAnswer<T> &)>;

    /// `network` and `clock` must outlive it.
    ApiGate(QNetworkAccessManager &network, const Clock &clock, Random random, QObject *parent = nullptr);

    /// First or new. Another key or address forgets every question (their `done` never comes) and says
    /// reset().
    void configure(const GateConfig &config);
    /// Asks nothing more and forgets every question.
    void close();

    /// There is a key, and Retell has not refused it.
    [[nodiscard]] bool isOpen() const { return m_isOpen; }

    /// Each is asked when its turn comes; `done` once, later. Not while !isOpen().
    void getCall(Precedence precedence, const CallId &id, Source source, Done<CallChange> done);
    void listCalls(Precedence precedence, const ListQuery &query, Source source, Done<ListPage> done);
    void concurrency(Precedence precedence, Done<Concurrency> done);
    void agents(Precedence precedence, const QString &paginationKey, Done<AgentPage> done);

    /// How long a question that may wait had better wait (ms, 0 = not at all): pauses that Retell asked for,
    /// an open circuit, in which one question at a time is tried when its wait is over. To be looked at again
    /// before each question; the poller goes at its own interval.
    [[nodiscard]] qint64 waitMs() const;
    /// Before that moment (steady ms) nothing is asked at all: Retell wishes it so.
    [[nodiscard]] qint64 pausedUntilMs() const { return m_budget.pausedUntilMs(); }
    /// The newest failure that concerns more than its question; empty after a good answer.
    [[nodiscard]] const std::optional<ApiFailure> &trouble() const { return m_trouble; }
    /// A pause after so many failures of one question (at least 1): a second to a poll interval.
    [[nodiscard]] qint64 backoff(int failures) const;

    [[nodiscard]] ApiState state() const { return m_state; }
    [[nodiscard]] bool isCircuitOpen() const { return m_breaker.isOpen(); }
    /// Of the last answer, from the start of its request; 0 = none yet.
    [[nodiscard]] qint64 latencyMs() const { return m_latencyMs; }
    /// Retell's clock minus ours in ms, to a second, as far as a list answer has shown it; 0 when they agree
    /// within two seconds.
    [[nodiscard]] qint64 serverAheadMs() const { return m_serverAheadMs; }
    /// Answers a second over the last ten.
    [[nodiscard]] double answersPerSecond() const;

Q_SIGNALS:
    /// Everything asked before is forgotten: begin anew if isOpen().
    void reset();
    /// Retell refused the key: isOpen() is false until there is another.
    void refused();
    void stateChanged();
    /// The first good answer after an open circuit or a pause: what waited because of it is due at once.
    void cameBack();

private:
    template <typename T>
    void ask(Precedence precedence, std::function<void(ApiClient::Done<T>)> start, Done<T> done);
    template <typename T>
    void take(const ApiAnswer<T> &answer, qint64 startedMs, const Done<T> &done);
    void forgetQuestions();
    void noteSuccess();
    void noteFailure(const ApiFailure &failure);
    void pauseFor(const ApiFailure &failure);
    void noteServerTime(const ApiAnswer<ListPage> &answer, qint64 askedMs);
    [[nodiscard]] bool isPaused() const;

    const Clock &m_clock;
    const Random m_random;
    ApiClient m_client;
    RequestBudget m_budget;
    CircuitBreaker m_breaker;
    GateConfig m_config;
    ApiState m_state = ApiState::Waiting;
    std::optional<ApiFailure> m_trouble;
    QQueue<qint64> m_answersMs; ///< steady, of the last ten seconds
    qint64 m_latencyMs = 0;
    qint64 m_serverAheadMs = 0;
    int m_underWay = 0;         ///< questions whose answer is still to come
    int m_throttled = 0;        ///< pauses for want of quota, in a row
    bool m_isWaitedFor = false; ///< there was an outage or a pause, and no good answer since
    bool m_isOpen = false;
    bool m_isConfigured = false;
};

} // namespace anrufwarte
