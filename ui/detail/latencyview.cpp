// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/latencyview.h"

#include "core/text/formats.h"
#include "ui/charts/latencychart.h"
#include "ui/detail/figuretable.h"
#include "ui/detail/latencytablemodel.h"
#include "ui/detail/statenote.h"
#include "ui/look/chip.h"
#include "ui/look/textlabel.h"

#include <QHeaderView>
#include <QVBoxLayout>
#include <algorithm>

namespace anrufwarte {

namespace {

constexpr int ChipColumn = 4;
constexpr qint64 EnoughSamples = 20;

std::array<std::optional<double>, 4> percentiles(const LatencyGroup &group)
{
    return {group.p50, group.p90, group.p95, group.p99};
}

bool anyAbove(const QList<LatencyGroup> &groups, double limitMs)
{
    return std::any_of(groups.begin(), groups.end(), [limitMs](const LatencyGroup &group) {
        const auto figures = percentiles(group);
        return group.hasMeasurements() &&
               std::any_of(figures.begin(), figures.end(), [limitMs](const std::optional<double> &value) {
                   return value && *value > limitMs;
               });
    });
}

} // namespace

LatencyView::LatencyView(Look &look, QWidget *parent)
    : PartPage(look, parent),
      m_model(new LatencyTableModel(this)),
      m_chip(new Chip(look, this)),
      m_title(new TextLabel(look, TextStyle::BodyBold, &Tokens::text, this)),
      m_chart(new LatencyChart(look, this)),
      m_table(new FigureTable(look, this)),
      m_few(new TextLabel(look, TextStyle::SmallMedium, &Tokens::text2, this)),
      m_note(new TextLabel(look, TextStyle::Small, &Tokens::text2, this))
{
    m_table->setModel(m_model);
    for (TextLabel *label : {m_few, m_note})
        label->setWordWrap(true);
    column()->setSpacing(10);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{makeTiles(look), m_title, m_chart, m_table, m_few, m_note})
        column()->addWidget(widget);
    column()->addStretch();
    begin();
}

QWidget *LatencyView::makeTiles(Look &look)
{
    auto *tiles = new QWidget(this);
    m_tiles = new QGridLayout(tiles);
    m_tiles->setContentsMargins(0, 0, 0, 0);
    m_tiles->setVerticalSpacing(2);
    for (size_t i = 0; i < m_figures.size(); ++i) {
        m_captions[i] = new TextLabel(look, TextStyle::Small, &Tokens::text2, tiles);
        m_figures[i] = new TextLabel(look, TextStyle::Kpi, &Tokens::text, tiles);
        m_tiles->addWidget(m_captions[i], 0, static_cast<int>(i));
        m_tiles->addWidget(m_figures[i], 1, static_cast<int>(i));
    }
    return tiles;
}

void LatencyView::showContent(const CallContent &content, const Settings &settings, qint64 nowMs)
{
    m_content = content;
    m_settings = settings;
    m_nowMs = nowMs;
    render();
}

QString LatencyView::chipText() const
{
    return m_chip->isHidden() ? QString() : m_chip->text();
}

QString LatencyView::sampleNote() const
{
    return m_few->isHidden() ? QString() : m_few->text();
}

void LatencyView::render()
{
    m_title->setText(tr("Latency per component"));
    m_note->setText(tr("E2E is not the sum of the components: percentiles are formed for each of them."));
    m_table->setAccessibleName(tr("Latency per component"));
    const QList<LatencyGroup> &groups = m_content.latency;
    const bool measured = std::any_of(groups.begin(), groups.end(),
                                      [](const LatencyGroup &group) { return group.hasMeasurements(); });
    if (!measured) {
        if (m_content.call.row.completeness.has(Part::Latency))
            missing()->setNote(QStringLiteral("gauge"), tr("No measurements"),
                               tr("Retell measured no response times during this call."));
        else
            missing()->setNote(partNote(m_content.call, Part::Latency, m_nowMs));
        showPart(false);
        return;
    }
    const double limitMs = m_settings.alertsLatencyP95Ms;
    m_model->setGroups(groups, limitMs);
    m_model->retranslate();
    m_chart->setGroups(groups, limitMs);
    const bool above = anyAbove(groups, limitMs);
    const QString limit = Formats().latency(limitMs);
    m_chip->setContent(above ? tr("above the threshold %1").arg(limit)
                             : tr("below the threshold %1").arg(limit),
                       above ? Tone::Danger : Tone::Ok,
                       above ? QStringLiteral("triangle-alert") : QStringLiteral("circle-check"));
    const bool hasEndToEnd = groups.first().name == u"e2e" && groups.first().hasMeasurements();
    renderTiles(hasEndToEnd ? groups.first() : LatencyGroup());
    showPart(true);
}

void LatencyView::renderTiles(const LatencyGroup &endToEnd)
{
    const Formats formats;
    const QStringList names{isNarrow() ? tr("p50") : tr("p50 (median)"), tr("p90"), tr("p95"), tr("p99")};
    const auto figures = percentiles(endToEnd);
    for (size_t i = 0; i < figures.size(); ++i) {
        m_captions[i]->setText(names[static_cast<qsizetype>(i)]);
        m_figures[i]->setText(formats.latency(figures[i]));
        const bool above = figures[i] && *figures[i] > m_settings.alertsLatencyP95Ms;
        m_figures[i]->setColour(above ? &Tokens::danger : &Tokens::text);
        m_figures[i]->setAccessibleName(m_captions[i]->text() + QLatin1String(": ") + m_figures[i]->text());
    }
    const bool isFew = endToEnd.samples && *endToEnd.samples < EnoughSamples;
    m_few->setVisible(isFew);
    if (isFew)
        m_few->setText(
            tr("Only %n sample(s) – p99 says little", nullptr, static_cast<int>(*endToEnd.samples)));
}

/// Narrow: smaller figures with the chip below them, and the table shows p50, p95 and the count.
void LatencyView::arrange(bool narrow)
{
    for (TextLabel *figure : m_figures)
        figure->setFont(Look::font(narrow ? TextStyle::CallTitle : TextStyle::Kpi));
    m_tiles->setHorizontalSpacing(narrow ? 4 : 8);
    m_tiles->removeWidget(m_chip);
    if (narrow)
        m_tiles->addWidget(m_chip, 2, 0, 1, ChipColumn, Qt::AlignLeft);
    else
        m_tiles->addWidget(m_chip, 0, ChipColumn, 2, 1, Qt::AlignRight | Qt::AlignVCenter);
    for (int column = 0; column < ChipColumn; ++column)
        m_tiles->setColumnStretch(column, 1);
    m_table->setColumnHidden(LatencyTableModel::P90, narrow);
    m_table->setColumnHidden(LatencyTableModel::P99, narrow);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(LatencyTableModel::Component, QHeaderView::Stretch);
}

} // namespace anrufwarte
