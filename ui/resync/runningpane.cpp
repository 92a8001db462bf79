// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/resync/runningpane.h"

#include "ui/resync/celltable.h"
#include "ui/resync/listcard.h"
#include "ui/resync/progresscard.h"

#include <QComboBox>
#include <QEvent>
#include <QVBoxLayout>

namespace anrufwarte {

namespace {
const QList<int> Widths{152, 178, 122, 0, 88}, NarrowWidths{148, 172, 104, 0, 72};
}

RunningPane::RunningPane(const Look &look, const ResyncView &view, QWidget *parent)
    : QWidget(parent),
      m_view(view),
      m_results(view),
      m_progress(new ProgressCard(look, view)),
      m_table(new CellTable(look)),
      m_card(new ListCard(look, m_table)),
      m_filter(m_card->addFilter())
{
    m_table->display(&m_results, Widths, NarrowWidths);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_progress);
    column->addWidget(m_card, 1);
    connect(m_filter, &QComboBox::currentIndexChanged, this, [this] {
        m_results.setFilter(resultFilter(*m_filter));
        refreshTitle();
    });
    retranslate();
}

void RunningPane::begin()
{
    m_results.clear();
    refreshTitle();
}

void RunningPane::setProgress(const ResyncProgress &progress)
{
    m_progress->setProgress(progress);
    m_results.setCurrent(progress.phase == ResyncPhase::Asking ? progress.current : std::nullopt);
    refreshTitle();
}

void RunningPane::addResults(const QList<ResultPtr> &results)
{
    m_results.add(results);
    refreshTitle();
}

void RunningPane::passTime()
{
    m_progress->passTime();
}

void RunningPane::refreshTitle()
{
    m_card->setTitle(tr("Results"), m_view.formats.number(m_results.shownResults()), tr("newest on top"));
    m_card->showEmpty(m_results.rowCount() == 0);
}

void RunningPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RunningPane::retranslate()
{
    m_table->setAccessibleName(tr("Results"));
    m_card->setEmptyText(tr("Nothing to show yet."));
    fillResultFilter(*m_filter);
    m_results.retranslate();
    refreshTitle();
}

} // namespace anrufwarte
