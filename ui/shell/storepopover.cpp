// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/storepopover.h"

#include "core/text/errortext.h"
#include "core/text/formats.h"
#include "ui/look/textlabel.h"
#include "ui/shell/factgrid.h"

#include <QDir>
#include <QEvent>
#include <QVBoxLayout>

namespace anrufwarte {

StorePopover::StorePopover(const Look &look, QWidget *parent)
    : Popover(look, parent),
      m_title(new TextLabel(look, TextStyle::Section, &Tokens::text, this)),
      m_facts(new FactGrid(look, this))
{
    setFixedWidth(420);
    column()->addWidget(m_title);
    column()->addWidget(m_facts);
    refresh();
}

void StorePopover::setHealth(const StoreHealth &health)
{
    m_health = health;
    refresh();
}

void StorePopover::changeEvent(QEvent *event)
{
    Popover::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

void StorePopover::refresh()
{
    const Formats formats;
    setAccessibleName(tr("Database"));
    m_title->setText(tr("Database"));
    QList<FactGrid::Fact> facts{{tr("State"), m_health.writable ? tr("ready") : tr("not writable")}};
    if (m_health.problem)
        facts.append({tr("Problem"), sentence(*m_health.problem)});
    facts.append({tr("Last commit"), m_health.commitMs > 0
                                         ? tr("%1 ms").arg(formats.milliseconds(qMax(1.0, m_health.commitMs)))
                                         : Formats::unknown()});
    facts.append({tr("Waiting to be written"), formats.number(m_health.queued)});
    if (m_health.replacedBrokenFile)
        facts.append({tr("Damaged file kept as"), QDir::toNativeSeparators(*m_health.replacedBrokenFile)});
    m_facts->setFacts(facts);
    adjustSize();
}

} // namespace anrufwarte
