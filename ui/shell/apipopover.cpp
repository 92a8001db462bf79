// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/apipopover.h"

#include "core/text/errortext.h"
#include "core/text/formats.h"
#include "ui/shell/statustexts.h"

namespace anrufwarte {

ApiPopover::ApiPopover(const Look &look, QWidget *parent) : FactsPopover(look, parent)
{
    refresh();
}

void ApiPopover::setHealth(const ApiHealth &health, qint64 nowMs)
{
    m_health = health;
    m_nowMs = nowMs;
    refresh();
}

QString ApiPopover::title() const
{
    return tr("Poller and Retell API");
}

QList<FactGrid::Fact> ApiPopover::facts() const
{
    const Formats formats;
    const auto clockOf = [&formats](const std::optional<qint64> &ms) {
        return ms ? formats.clock(*ms) : Formats::unknown();
    };
    const auto numberOf = [&formats](const std::optional<qint64> &number) {
        return number ? formats.number(*number) : Formats::unknown();
    };
    QList<FactGrid::Fact> facts{{tr("State"), statustexts::stateWord(m_health.state)}};
    if (m_health.problem)
        facts.append({tr("Problem"), sentence(*m_health.problem)});
    if (m_health.isCircuitOpen)
        facts.append({tr("After many failures"), tr("asked rarely, until one answer is good")});
    facts.append({tr("Last poll"), clockOf(m_health.lastPollMs)});
    facts.append({tr("Next poll"), clockOf(m_health.nextPollMs)});
    if (const QString gap = statustexts::gap(m_health, m_nowMs, formats); !gap.isEmpty())
        facts.append({tr("History"), gap});
    facts.append({tr("Answer time"), m_health.latencyMs > 0
                                         ? tr("%1 ms").arg(formats.milliseconds(double(m_health.latencyMs)))
                                         : Formats::unknown()});
    facts.append(
        {tr("Calls at once"),
         tr("%1 of %2").arg(numberOf(m_health.concurrencyUsed), numberOf(m_health.concurrencyLimit))});
    facts.append({tr("Ended by the poller"), formats.number(m_health.healed)});
    if (m_health.retriesWaiting > 0)
        facts.append({tr("Waiting for resync"), formats.number(m_health.retriesWaiting)});
    if (m_health.notFound > 0)
        facts.append({tr("Unknown to Retell"), formats.number(m_health.notFound)});
    return facts;
}

} // namespace anrufwarte
