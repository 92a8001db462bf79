// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/resync/openpane.h"

#include "ui/resync/celltable.h"
#include "ui/resync/listcard.h"
#include "ui/resync/outcomebanner.h"
#include "ui/resync/resyncwords.h"

#include <QEvent>
#include <QItemSelectionModel>
#include <QPushButton>
#include <QVBoxLayout>

namespace anrufwarte {

namespace {
const QList<int> Widths{178, 122, 240, 0}, NarrowWidths{178, 106, 126, 0};
} // namespace

OpenPane::OpenPane(const Look &look, const ResyncView &view, QWidget *parent)
    : QWidget(parent),
      m_view(view),
      m_model(view),
      m_table(new CellTable(look)),
      m_card(new ListCard(look, m_table)),
      m_banner(new OutcomeBanner(look)),
      m_resume(m_banner->addAction(QStringLiteral("play"))),
      m_discard(m_banner->addAction(QStringLiteral("x")))
{
    m_table->display(&m_model, Widths, NarrowWidths);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_banner);
    column->addWidget(m_card, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid())
                    Q_EMIT
                callChosen(m_model.call(current.row()).row);
            });
    connect(m_resume, &QPushButton::clicked, this, &OpenPane::resumePressed);
    connect(m_discard, &QPushButton::clicked, this, &OpenPane::discardPressed);
    retranslate();
}

void OpenPane::setIncomplete(const IncompleteOverview &overview)
{
    m_total = overview.total;
    m_setAside = overview.setAside;
    m_model.setCalls(overview.calls);
    refresh();
}

void OpenPane::setInterrupted(const std::optional<ResyncRun> &run)
{
    m_interrupted = run;
    refresh();
}

void OpenPane::refresh()
{
    QStringList notes;
    if (m_setAside > 0)
        notes.append(tr("%n set aside", nullptr, resyncwords::plural(m_setAside)));
    if (const qint64 more = m_total - m_model.rowCount(); more > 0)
        notes.append(tr("the newest %1 are shown").arg(m_view.formats.number(m_model.rowCount())));
    m_card->setTitle(tr("Open calls"), m_view.formats.number(m_total), notes.join(QStringLiteral(" · ")));
    m_card->showEmpty(m_model.rowCount() == 0);
    m_banner->setVisible(m_interrupted.has_value());
    if (m_interrupted)
        m_banner->setContent(
            Tone::Info,
            tr("The run of %1 was interrupted.").arg(resyncwords::moment(m_interrupted->startedMs, m_view)),
            m_interrupted->total == 0 ? tr("It was still looking for calls.")
                                      : tr("%1 of %2 calls are done.")
                                            .arg(m_view.formats.number(m_interrupted->done()),
                                                 m_view.formats.number(m_interrupted->total)));
}

void OpenPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void OpenPane::retranslate()
{
    m_table->setAccessibleName(tr("Open calls"));
    m_card->setEmptyText(tr("No open calls. All finished calls are complete."));
    m_resume->setText(tr("Continue"));
    m_discard->setText(tr("Discard"));
    m_model.retranslate();
    refresh();
}

} // namespace anrufwarte
