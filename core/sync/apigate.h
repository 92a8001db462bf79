// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/health.h"
#include "core/retell/apiclient.h"
#include "core/sync/backoff.h"
#include "core/sync/circuitbreaker.h"
#include "core/sync/requestbudget.h"

#include <QObject>
#include <QTimer>

namespace anrufwarte {

struct GateConfig
{
    ApiAccess access;
    BudgetLimits budget;
    qint64 pollIntervalMs = 15'000; ///< an open circuit is tried again by it (CircuitBreaker)

    [[nodiscard]] bool isSameAccess(const GateConfig &other) const;
};

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
    /// an open circuit. The poller's own tries do not ask this.
    [[nodiscard]] qint64 waitMs() const;
    /// The failure because of which there is a wait.
    [[nodiscard]] const std::optional<ApiFailure> &trouble() const { return m_trouble; }
    /// A pause after so many failures of one question, in the range of what the settings allow.
    [[nodiscard]] qint64 backoff(int failures) const;

    [[nodiscard]] ApiState state() const { return m_state; }
    [[nodiscard]] bool isCircuitOpen() const { return m_breaker.isOpen(); }
    [[nodiscard]] qint64 latencyMs() const { return m_latencyMs; } ///< of the last answer; 0 = none yet
    /// Retell's clock minus ours in ms, as far as a list answer has shown it (whole seconds).
    [[nodiscard]] qint64 serverAheadMs() const { return m_serverAheadMs; }
    /// Answers a second over the last ten.
    [[nodiscard]] double answersPerSecond() const;

Q_SIGNALS:
    /// Everything asked before is forgotten: begin anew if isOpen().
    void reset();
    /// Retell refused the key: isOpen() is false until there is another.
    void refused();
    void stateChanged();
    /// The first good answer after a failure: what waited because of it is due at once.
    void cameBack();

private:
    template <typename T>
    void ask(Precedence precedence, std::function<void(std::function<void(ApiAnswer<T>)>)> start,
             Done<T> done);
    void noteSuccess();
    void noteFailure(const ApiFailure &failure);
    void setState(ApiState state, const std::optional<ApiFailure> &trouble);

    const Clock &m_clock;
    const Random m_random;
    ApiClient m_client;
    RequestBudget m_budget;
    CircuitBreaker m_breaker;
    GateConfig m_config;
    ApiState m_state = ApiState::Waiting;
    std::optional<ApiFailure> m_trouble;
    QList<qint64> m_answersMs; ///< steady, of the last ten seconds
    qint64 m_latencyMs = 0;
    qint64 m_serverAheadMs = 0;
    bool m_isOpen = false;
    bool m_isConfigured = false;
};

} // namespace anrufwarte
