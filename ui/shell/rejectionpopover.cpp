// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rejectionpopover.h"

#include "core/base/clock.h"
#include "core/store/asyncreader.h"
#include "core/text/errortext.h"
#include "core/text/formats.h"
#include "ui/look/textlabel.h"
#include "ui/shell/factgrid.h"
#include "ui/shell/rejectiondetails.h"
#include "ui/shell/rejectionmodel.h"

#include <QEvent>
#include <QHeaderView>
#include <QScrollArea>
#include <QTableView>
#include <QVBoxLayout>

namespace anrufwarte {

namespace {
constexpr int RowHeight = 30, MostTable = 190, TableAndDetails = 420;
}

RejectionPopover::RejectionPopover(const Look &look, AsyncReader &reader, const Clock &clock, QWidget *parent)
    : Popover(look, parent),
      m_reader(reader),
      m_clock(clock),
      m_title(new TextLabel(look, TextStyle::Section, &Tokens::text, this)),
      m_facts(new FactGrid(look, this)),
      m_tableTitle(new TextLabel(look, TextStyle::Section, &Tokens::text, this)),
      m_nothing(new TextLabel(look, TextStyle::Body, &Tokens::text2, this)),
      m_model(new RejectionModel(clock, this)),
      m_table(new QTableView(this)),
      m_details(new RejectionDetails(look)),
      m_scroll(new QScrollArea(this))
{
    setFixedWidth(680);
    buildTable();
    m_scroll->setWidget(m_details);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_details->setAutoFillBackground(false);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_title, m_facts})
        column()->addWidget(widget);
    column()->addSpacing(8);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_tableTitle, m_nothing, m_table, m_scroll})
        column()->addWidget(widget);
    setFocusProxy(m_table);
    retranslate();
}

void RejectionPopover::buildTable()
{
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(RowHeight);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(RejectionModel::Received, QHeaderView::ResizeToContents);
    header->setStretchLastSection(true);
    m_table->setColumnWidth(RejectionModel::Sender, 130);
    m_table->setColumnWidth(RejectionModel::Event, 120);
    // Selection, not current index: assistive technology selects without moving the current index.
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RejectionPopover::showChosen);
    connect(m_model, &RejectionModel::dataChanged, this, &RejectionPopover::showChosen);
    connect(m_model, &RejectionModel::rowsInserted, this, &RejectionPopover::refresh);
}

void RejectionPopover::setHealth(const ListenerHealth &health)
{
    m_health = health;
    refresh();
}

void RejectionPopover::noteRejected(const DeliveryRecord &record)
{
    m_model->add(record);
}

void RejectionPopover::showEvent(QShowEvent *event)
{
    Popover::showEvent(event);
    refresh();
    reload();
}

void RejectionPopover::reload()
{
    using Records = Result<QList<DeliveryRecord>>;
    m_reader.read<Records>(
        this, [](CallReader &reader) { return reader.deliveries(true, RejectionModel::Limit); },
        [this](Records records) {
            if (records)
                m_model->merge(*records);
            refresh();
            if (!m_table->selectionModel()->hasSelection() && m_model->rowCount() > 0)
                m_table->selectRow(0);
        });
}

void RejectionPopover::refresh()
{
    const Formats formats;
    QList<FactGrid::Fact> facts;
    const QString addresses = m_health.addresses.join(u'\n');
    facts.append({tr("Address"), addresses.isEmpty() ? tr("not listening") : addresses});
    if (m_health.problem)
        facts.append({tr("Problem"), sentence(*m_health.problem)});
    facts.append({tr("Last webhook"), m_health.lastWebhookMs
                                          ? formats.timeOrDate(*m_health.lastWebhookMs, m_clock.nowMs())
                                          : tr("none since start")});
    facts.append({tr("Accepted"), formats.number(m_health.accepted)});
    facts.append({tr("Rejected"), formats.number(m_health.rejected)});
    if (m_health.unavailable > 0)
        facts.append({tr("Could not be taken (503)"), formats.number(m_health.unavailable)});
    m_facts->setFacts(facts);

    const bool any = m_model->rowCount() > 0;
    m_nothing->setVisible(!any);
    m_table->setVisible(any);
    m_scroll->setVisible(any);
    const int rows = m_table->horizontalHeader()->sizeHint().height() + m_model->rowCount() * RowHeight;
    m_table->setFixedHeight(qMin(rows, MostTable));
    m_scroll->setFixedHeight(TableAndDetails - m_table->height());
    adjustSize();
}

void RejectionPopover::showChosen()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    m_details->setRecord(rows.isEmpty() ? nullptr : m_model->at(rows.constFirst().row()));
}

void RejectionPopover::changeEvent(QEvent *event)
{
    Popover::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RejectionPopover::retranslate()
{
    setAccessibleName(tr("Listener"));
    m_scroll->setAccessibleName(tr("Listener"));
    m_title->setText(tr("Listener"));
    m_tableTitle->setText(tr("Rejected webhooks"));
    m_table->setAccessibleName(tr("Rejected webhooks"));
    m_nothing->setText(tr("No webhook was rejected."));
    m_model->retranslate();
    showChosen();
    refresh();
}

} // namespace anrufwarte
