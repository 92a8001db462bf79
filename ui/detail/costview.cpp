// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/costview.h"

#include "core/text/formats.h"
#include "ui/detail/figuretable.h"
#include "ui/detail/sharebar.h"
#include "ui/detail/statenote.h"
#include "ui/look/banner.h"
#include "ui/look/style.h"
#include "ui/look/textlabel.h"

#include <QButtonGroup>
#include <QHeaderView>
#include <QPushButton>
#include <QVBoxLayout>

namespace anrufwarte {

CostView::CostView(Look &look, QWidget *parent)
    : PartPage(look, parent),
      m_model(new CostTableModel(this)),
      m_rate(new TextLabel(look, TextStyle::Small, &Tokens::text2, this)),
      m_bar(new ShareBar(look, this)),
      m_table(new FigureTable(look, this)),
      m_verdict(new Banner(look, this)),
      m_implausible(new Banner(look, this)),
      m_note(new TextLabel(look, TextStyle::Small, &Tokens::text2, this))
{
    m_table->setModel(m_model);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(CostTableModel::Amount, Qt::DescendingOrder);
    m_table->horizontalHeader()->setSortIndicatorShown(
        false); // a handful of rows; the arrow would crowd the names
    for (TextLabel *label : {m_rate, m_note})
        label->setWordWrap(true);

    column()->setSpacing(12);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{makeTotals(look), m_bar, m_table, m_verdict, m_implausible, m_note})
        column()->addWidget(widget);
    column()->addStretch();
    begin();
}

QWidget *CostView::makeTotals(Look &look)
{
    auto *totals = new QWidget(this);
    m_caption = new TextLabel(look, TextStyle::Small, &Tokens::text2, totals);
    m_total = new TextLabel(look, TextStyle::BigTotal, &Tokens::text, totals);
    m_beside = new TextLabel(look, TextStyle::BodyMedium, &Tokens::text2, totals);
    m_total->setTextInteractionFlags(Qt::TextSelectableByMouse);
    makeUnitSwitch();
    auto *grid = new QGridLayout(totals);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(2);
    grid->setHorizontalSpacing(10);
    grid->addWidget(m_caption, 0, 0, 1, 2);
    grid->addWidget(m_unitSwitch, 0, 2, Qt::AlignRight);
    grid->addWidget(m_total, 1, 0);
    grid->addWidget(m_beside, 1, 1, 1, 2, Qt::AlignBottom);
    grid->addWidget(m_rate, 2, 0, 1, 3);
    grid->setColumnStretch(1, 1);
    m_beside->setContentsMargins(0, 0, 0, 5); // onto the base line of the total
    return totals;
}

void CostView::makeUnitSwitch()
{
    m_unitSwitch = new QWidget(this);
    m_units = new QButtonGroup(this);
    auto *row = new QHBoxLayout(m_unitSwitch);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    for (const CostDisplay display : {CostDisplay::Cents, CostDisplay::Dollars, CostDisplay::Euros}) {
        auto *button = new QPushButton(m_unitSwitch);
        button->setCheckable(true);
        setCompact(button);
        m_units->addButton(button, static_cast<int>(display));
        row->addWidget(button);
    }
    connect(m_units, &QButtonGroup::idClicked, this, [this](int id) {
        m_display = static_cast<CostDisplay>(id);
        m_model->setDisplay(m_display, m_settings.costEurRate.value_or(0.0));
    });
}

void CostView::showContent(const CallContent &content, const Settings &settings,
                           std::optional<MicroDollars> microsPerMinute, qint64 nowMs)
{
    m_content = content;
    m_settings = settings;
    m_microsPerMinute = microsPerMinute;
    m_nowMs = nowMs;
    render();
}

void CostView::render()
{
    m_caption->setText(tr("Total cost"));
    m_table->setAccessibleName(tr("Cost items"));
    renderUnitSwitch();
    const std::optional<CostReading> &cost = m_content.call.cost;
    if (!cost || (!cost->total && cost->parts.isEmpty())) {
        renderMissing();
        showPart(false);
        return;
    }
    const CostVerdict verdict = judge(*cost, m_settings.costTolerance);
    m_model->setCost(*cost, verdict.agreement == CostAgreement::Differs);
    m_bar->setShares(m_model->sharesInOrder());
    m_bar->setVisible(m_model->rowCount() > 0);
    m_table->setVisible(m_model->rowCount() > 0);
    renderTotal(*cost);
    renderVerdict(*cost, verdict);
    showPart(true);
}

void CostView::renderTotal(const CostReading &cost)
{
    const Formats formats;
    m_total->setText(cost.total ? formats.cents(*cost.total) : Formats::unknown());
    m_beside->setText(cost.total ? besideTotal(*cost.total) : QString());
    QString rate = cost.unit == CostUnit::Cents ? tr("US cents, as Retell states them")
                                                : tr("US dollars, as the payload states them");
    if (m_settings.costEurRate)
        rate += QStringLiteral(" · ") +
                tr("fixed rate $1 = %1 €").arg(formats.decimal(*m_settings.costEurRate, 4));
    m_rate->setText(rate);
    m_note->setText(unitNote(cost));
}

QString CostView::besideTotal(MicroDollars total) const
{
    const Formats formats;
    const int decimals = total >= MicrosPerDollar ? 2 : 4;
    QString text = QLatin1String("= ") + formats.dollars(total, decimals);
    if (m_settings.costEurRate)
        text += QStringLiteral("  ·  ") + formats.euro(total, *m_settings.costEurRate, decimals);
    return text;
}

QString CostView::unitNote(const CostReading &cost) const
{
    if (!cost.total)
        return {};
    const Formats formats;
    const QString cents = formats.cents(*cost.total);
    QString note = cost.unit == CostUnit::Cents
                       ? tr("Retell states amounts in US cents: %1 are %2, not %3.")
                             .arg(cents, formats.callCost(cost.total), formats.costSum(*cost.total * 100))
                       : tr("The amounts of this call were read as US dollars (the former shape): %1 are %2.")
                             .arg(formats.callCost(cost.total), cents);
    if (m_settings.costUnit != u"auto")
        note += u' ' + tr("The unit is set by hand (cost/unit).");
    return note;
}

QString CostView::inPayloadUnit(MicroDollars amount, CostUnit unit) const
{
    const Formats formats;
    return unit == CostUnit::Cents ? formats.cents(amount) : formats.dollars(amount, 3);
}

void CostView::renderVerdict(const CostReading &cost, const CostVerdict &verdict)
{
    const QString difference = inPayloadUnit(verdict.difference, cost.unit);
    const QString limit = inPayloadUnit(verdict.limit, cost.unit);
    switch (verdict.agreement) {
    case CostAgreement::Agrees:
        m_verdict->setContent(Tone::Ok, tr("The sum is right."),
                              tr("Difference %1 · warning above %2").arg(difference, limit), {}, false);
        break;
    case CostAgreement::Differs:
        m_verdict->setContent(Tone::Warn, tr("Sum differs by %1.").arg(difference), tr("Limit %1").arg(limit),
                              {}, false);
        break;
    case CostAgreement::NothingToCompare:
        m_verdict->setContent(Tone::Neutral, tr("Nothing to compare."),
                              tr("Retell named no items that would have to add up."), {}, false);
        break;
    }
    renderPlausibility(cost);
}

void CostView::renderPlausibility(const CostReading &cost)
{
    const std::optional<qint64> durationMs = m_content.call.row.durationMs;
    const bool isHigh = cost.total && isUnusuallyHigh(*cost.total, durationMs);
    const bool isLow = cost.total && isUnusuallyLow(*cost.total, durationMs);
    m_implausible->setVisible(isHigh || isLow);
    if (!isHigh && !isLow)
        return;
    const Formats formats;
    const QString amount = isHigh ? formats.costSum(cost.total) : formats.dollars(*cost.total, 6);
    m_implausible->setContent(Tone::Warn,
                              isHigh ? tr("Unusually high amount – check the unit")
                                     : tr("Unusually low amount – check the unit"),
                              tr("%1 for %2").arg(amount, formats.duration(durationMs)), {}, false);
}

void CostView::renderUnitSwitch()
{
    const bool hasRate = m_settings.costEurRate.has_value();
    if (!hasRate && m_display == CostDisplay::Euros)
        m_display = CostDisplay::Cents;
    const QStringList names{tr("Cent"), tr("USD"), tr("EUR")};
    for (QAbstractButton *button : m_units->buttons()) {
        const int id = m_units->id(button);
        button->setText(names[id]);
        button->setAccessibleName(tr("Show the table in %1").arg(names[id]));
        button->setVisible(id != static_cast<int>(CostDisplay::Euros) || hasRate);
    }
    m_units->button(static_cast<int>(m_display))->setChecked(true);
    m_model->setDisplay(m_display, m_settings.costEurRate.value_or(0.0));
}

void CostView::renderMissing()
{
    const CallRow &row = m_content.call.row;
    const bool isRunning = row.state == CallState::Ongoing;
    const auto guess = isRunning ? estimate(runningMs(row, m_nowMs), m_microsPerMinute) : std::nullopt;
    if (guess)
        missing()->setNote(
            QStringLiteral("timer"), Formats().estimatedCost(*guess),
            tr("Estimate: duration × mean price of a minute. The real amount follows after the end "
               "of the call."));
    else
        missing()->setNote(partNote(m_content.call, Part::Cost, m_nowMs));
}

void CostView::arrange(bool narrow)
{
    m_verdict->setStacked(narrow);
    m_implausible->setStacked(narrow);
    m_table->setColumnHidden(CostTableModel::Product, narrow);
    m_table->setColumnHidden(CostTableModel::UnitPrice, narrow);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(narrow ? CostTableModel::Item : CostTableModel::Product,
                                 QHeaderView::Stretch);
}

} // namespace anrufwarte
