// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/health.h"
#include "core/retell/pagewalk.h"
#include "core/sync/accountfacts.h"
#include "core/sync/circuitbreaker.h"
#include "core/sync/healer.h"

namespace anrufwarte {

/// What settings and key mean for the sync thread. A value: it crosses the thread border as a whole.
struct PollConfig
{
    QUrl baseUrl;
    Secret key;
    ApiLimits limits;
    BudgetLimits budget;
    qint64 intervalMs = 15'000; ///< 0 = off
    qint64 unconfirmedAfterMs = 900'000;
};

/// Compares, every interval, Retell's running calls with the store's: writes what is new, and has asked what
/// may be over. Stops when Retell refuses the key, until there is another. Lives in the sync thread with all
/// it makes.
class Poller : public QObject
{
    Q_OBJECT
public:
    /// All must outlive it.
    Poller(QNetworkAccessManager &network, ChangeSink &sink, CallSource &source, const Clock &clock,
           Random random, QObject *parent = nullptr);

    /// First or new; another key or address begins anew, at once.
    void configure(const PollConfig &config);
    /// As soon as may be.
    void pollNow();
    /// Asks nothing more; what is on its way is dropped.
    void stop();

    [[nodiscard]] const ApiHealth &health() const { return m_health; }

Q_SIGNALS:
    void healthChanged(const anrufwarte::ApiHealth &health);

private:
    void schedule();
    void wake();
    void watchClocks();
    void poll();
    void askPage(const QString &paginationKey);
    void takePage(const ApiAnswer<ListPage> &answer);
    void compare();
    void succeed();
    void fail(const ApiFailure &failure);
    void pauseFor(const ApiFailure &failure);
    void refuse(const ApiFailure &failure);
    void begin();
    void announce();

    ChangeSink &m_sink;
    CallSource &m_source;
    const Clock &m_clock;
    const Random m_random;
    ApiClient m_client;
    RequestBudget m_budget;
    AccountFacts m_account;
    Healer m_healer;
    CircuitBreaker m_breaker;
    PollConfig m_config;
    ApiHealth m_health;
    QTimer m_next;
    QTimer m_watch;
    PageWalk m_walk;
    QList<CallChange> m_listed;
    std::optional<qint64> m_lastStartMs; ///< steady
    std::optional<qint64> m_pausedUntilMs;
    qint64 m_pageAskedMs = 0;
    qint64 m_clockGapMs = 0; ///< UTC minus steady: grows when the machine slept
    bool m_isPolling = false;
    bool m_mayAsk = false;
};

} // namespace anrufwarte
