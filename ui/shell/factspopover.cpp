// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/factspopover.h"

#include "ui/look/textlabel.h"

#include <QEvent>
#include <QVBoxLayout>

namespace anrufwarte {

FactsPopover::FactsPopover(const Look &look, QWidget *parent)
    : Popover(look, parent),
      m_title(new TextLabel(look, TextStyle::Section, &Tokens::text, this)),
      m_facts(new FactGrid(look, this))
{
    setFixedWidth(420);
    column()->addWidget(m_title);
    column()->addWidget(m_facts);
}

void FactsPopover::changeEvent(QEvent *event)
{
    Popover::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

void FactsPopover::refresh()
{
    setAccessibleName(title());
    m_title->setText(title());
    m_facts->setFacts(facts());
    if (isVisible()) // else openAt() does it; news come all the time
        adjustSize();
}

} // namespace anrufwarte
