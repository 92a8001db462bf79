// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/storepopover.h"

#include "core/text/errortext.h"
#include "core/text/formats.h"

#include <QDir>

namespace anrufwarte {

StorePopover::StorePopover(const Look &look, QWidget *parent) : FactsPopover(look, parent)
{
    refresh();
}

void StorePopover::setHealth(const StoreHealth &health)
{
    m_health = health;
    refresh();
}

QString StorePopover::title() const
{
    return tr("Database");
}

QList<FactGrid::Fact> StorePopover::facts() const
{
    const Formats formats;
    QList<FactGrid::Fact> facts{{tr("State"), m_health.writable ? tr("ready") : tr("not writable")}};
    if (m_health.problem)
        facts.append({tr("Problem"), sentence(*m_health.problem)});
    facts.append({tr("Last commit"), m_health.commitMs > 0
                                         ? tr("%1 ms").arg(formats.milliseconds(qMax(1.0, m_health.commitMs)))
                                         : Formats::unknown()});
    facts.append({tr("Waiting to be written"), formats.number(m_health.queued)});
    if (m_health.replacedBrokenFile)
        facts.append({tr("Damaged file kept as"), QDir::toNativeSeparators(*m_health.replacedBrokenFile)});
    return facts;
}

} // namespace anrufwarte
