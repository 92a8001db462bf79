// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/health.h"
#include "core/retell/pagewalk.h"
#include "core/sync/accountfacts.h"
#include "core/sync/apigate.h"
#include "core/sync/healer.h"

#include <QTimer>

namespace anrufwarte {

struct PollConfig
{
    qint64 intervalMs = 15'000; ///< 0 = off
    qint64 unconfirmedAfterMs = 900'000;
    int maxInFlight = 8; ///< of all questions at once
};

/// Compares, every interval, Retell's running calls with the store's: writes what is new, and has asked what
/// may be over. Begins anew when the gate is reset. Lives in the sync thread.
class Poller : public QObject
{
    Q_OBJECT
public:
    struct Means ///< all must outlive the Poller
    {
        ApiGate &gate;
        AccountFacts &account;
        Healer &healer;
        ChangeSink &sink;
        CallSource &source;
        const Clock &clock;
    };

    explicit Poller(Means means, QObject *parent = nullptr);

    /// First or new.
    void configure(const PollConfig &config);
    /// As soon as may be.
    void pollNow();

    /// All but what the history and the retries add.
    [[nodiscard]] const ApiHealth &health() const { return m_health; }

Q_SIGNALS:
    void healthChanged();
    /// The store and Retell were compared.
    void polled();

private:
    void begin();
    void schedule();
    void wake();
    void poll();
    void askPage(const QString &paginationKey);
    void takePage(const ApiAnswer<ListPage> &answer);
    void compare();
    void write(const QList<CallChange> &news);
    void succeed();
    void fail(const ApiFailure &failure);
    void announce();
    [[nodiscard]] std::optional<ApiFailure> trouble() const;
    [[nodiscard]] bool isHeldUp() const;
    [[nodiscard]] ApiState state() const;

    Means m_means;
    PollConfig m_config;
    ApiHealth m_health;
    QTimer m_next;
    PageWalk m_walk;
    QList<CallChange> m_listed;
    std::optional<qint64> m_lastStartMs; ///< steady
    std::optional<qint64> m_retryAtMs;   ///< steady, after a failure
    std::optional<ApiFailure> m_failure; ///< of the last poll
    int m_failures = 0;                  ///< polls in a row
    bool m_isPolling = false;
};

} // namespace anrufwarte
