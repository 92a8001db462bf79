// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/accountfacts.h"

#include "core/calls/mergecall.h"

#include <algorithm>

namespace anrufwarte {

namespace {

constexpr qint64 ConcurrencyFreshMs = 15'000;
constexpr qint64 AgentsFreshMs = 10LL * 60'000;
constexpr int MaxAgentPages = 50;

bool isFresh(const std::optional<qint64> &askedMs, qint64 nowMs, qint64 freshMs)
{
    return askedMs && nowMs - *askedMs < freshMs;
}

} // namespace

AccountFacts::AccountFacts(ApiGate &gate, const Clock &clock, QObject *parent)
    : QObject(parent), m_gate(gate), m_clock(clock)
{
    connect(&gate, &ApiGate::reset, this, &AccountFacts::clear);
}

void AccountFacts::refresh()
{
    if (!m_gate.isOpen())
        return;
    const qint64 nowMs = m_clock.steadyMs();
    if (!isFresh(m_concurrencyAskedMs, nowMs, ConcurrencyFreshMs)) {
        m_concurrencyAskedMs = nowMs;
        askConcurrency();
    }
    if (!isFresh(m_agentsAskedMs, nowMs, AgentsFreshMs)) {
        m_agentsAskedMs = nowMs;
        m_walk = PageWalk(MaxAgentPages);
        askAgents({});
    }
}

void AccountFacts::clear()
{
    m_concurrency.reset();
    m_names.clear();
    m_concurrencyAskedMs.reset();
    m_agentsAskedMs.reset();
}

void AccountFacts::complete(CallChange &change) const
{
    const auto factOf = [&change](Field field) {
        return std::find_if(change.facts.cbegin(), change.facts.cend(),
                            [field](const FieldFact &fact) { return fact.field == field; });
    };
    const auto agent = factOf(Field::AgentId);
    if (agent == change.facts.cend() || factOf(Field::AgentName) != change.facts.cend())
        return;
    const auto name = m_names.constFind(plainText(agent->value));
    if (name != m_names.cend())
        change.facts.append(
            {Field::AgentName, *name, qualityOf(Field::AgentName, *name, change.stamp.stage, false)});
}

void AccountFacts::askConcurrency()
{
    m_gate.concurrency(Precedence::Automatic, [this](const ApiAnswer<Concurrency> &answer) {
        const auto *concurrency = std::get_if<Concurrency>(&answer);
        if (!concurrency)
            return;
        m_concurrency = *concurrency;
        Q_EMIT
        concurrencyChanged();
    });
}

void AccountFacts::askAgents(const QString &paginationKey)
{
    m_gate.agents(Precedence::Automatic, paginationKey,
                  [this](const ApiAnswer<AgentPage> &answer) { takeAgents(answer); });
}

void AccountFacts::takeAgents(const ApiAnswer<AgentPage> &answer)
{
    const auto *page = std::get_if<AgentPage>(&answer);
    if (!page)
        return;
    m_names.insert(page->names);
    if (!page->nextKey.isEmpty() && !m_walk.goOn(page->nextKey))
        askAgents(page->nextKey);
}

} // namespace anrufwarte
