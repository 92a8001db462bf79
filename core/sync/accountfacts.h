// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/callchange.h"
#include "core/retell/pagewalk.h"
#include "core/sync/apigate.h"

#include <QHash>

namespace anrufwarte {

/// What is true of the account and not of one call: how many calls may run at once, and what its agents are
/// called. Kept fresh when told that there is an occasion; failures are left to the next one. Another key or
/// address is another account.
class AccountFacts : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive it.
    AccountFacts(ApiGate &gate, const Clock &clock, QObject *parent = nullptr);

    /// Asks for what is no longer fresh.
    void refresh();

    [[nodiscard]] const std::optional<Concurrency> &concurrency() const { return m_concurrency; }
    /// Adds the agent's name to an answer that has only its id.
    void complete(CallChange &change) const;

Q_SIGNALS:
    void concurrencyChanged();

private:
    void clear();
    void askConcurrency();
    void askAgents(const QString &paginationKey);
    void takeAgents(const ApiAnswer<AgentPage> &answer);

    ApiGate &m_gate;
    const Clock &m_clock;
    std::optional<Concurrency> m_concurrency;
    QHash<QString, QString> m_names; ///< by agent_id
    PageWalk m_walk;
    std::optional<qint64> m_concurrencyAskedMs; ///< steady
    std::optional<qint64> m_agentsAskedMs;
};

} // namespace anrufwarte
