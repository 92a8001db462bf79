// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QObject>
#include <QQueue>
#include <QTimer>
#include <array>
#include <functional>

namespace anrufwarte {

/// Who goes first.
enum class Precedence : quint8
{
    Running,   ///< calls that are running as far as we know
    Automatic, ///< what the program wants to know
    Manual     ///< what a person asked for in bulk
};

struct BudgetLimits
{
    int intervalMs = 100; ///< at most one start per interval
    int maxInFlight = 8;
    bool operator==(const BudgetLimits &) const = default;
};

/// The one purse from which all questions to the API are paid: keeps starts apart, bounds how many are on
/// their way, and lets who has precedence go first. Lives in the sync thread.
class RequestBudget : public QObject
{
    Q_OBJECT
public:
    /// `clock` must outlive it.
    explicit RequestBudget(const Clock &clock, QObject *parent = nullptr);

    void setLimits(const BudgetLimits &limits);

    /// `start` runs later, from the event loop, when its turn has come. Whoever started calls finished() when
    /// its answer is there.
    void enqueue(Precedence precedence, std::function<void()> start);
    void finished();
    /// What was started last has left only now: a new connection, a busy computer. The next one keeps its
    /// distance from there.
    void noteSent();

    /// Nothing starts before that moment (steady ms). Never shortens a pause.
    void pauseUntil(qint64 steadyMs);
    [[nodiscard]] qint64 pausedUntilMs() const { return m_pausedUntilMs; }

    /// Forgets what waits, what is on its way (no finished() will come for it) and the pause; the distance to
    /// the last start is kept.
    void clear();

    /// Starts what may start now. Its own timer calls this.
    void turn();

private:
    [[nodiscard]] QQueue<std::function<void()>> *nextQueue();

    const Clock &m_clock;
    BudgetLimits m_limits;
    std::array<QQueue<std::function<void()>>, 3> m_waiting;
    QTimer m_timer;
    qint64 m_nextStartUs = 0; ///< steady
    qint64 m_pausedUntilMs = 0;
    int m_inFlight = 0;
};

} // namespace anrufwarte
