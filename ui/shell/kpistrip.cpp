// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/kpistrip.h"

#include "ui/look/look.h"
#include "ui/shell/kpitile.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace anrufwarte {

namespace {
constexpr int Padding = 14;
}

KpiStrip::KpiStrip(const Look &look, const Settings &settings, QWidget *parent)
    : Card(look, parent), m_look(look), m_settings(settings)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 12, 8, 10);
    row->setSpacing(2 * Padding);
    for (KpiTile *&tile : m_tiles) {
        tile = new KpiTile(look, this);
        row->addWidget(tile, 1);
    }
    connect(m_tiles[4], &KpiTile::clicked, this, &KpiStrip::openCallsPressed);
    refresh();
}

void KpiStrip::setRunning(RunningCounts counts)
{
    m_running = counts;
    refresh();
}

void KpiStrip::setFigures(const DayFigures &figures)
{
    m_figures = figures;
    refresh();
}

void KpiStrip::setSettings(const Settings &settings)
{
    m_settings = settings;
    refresh();
}

void KpiStrip::refresh()
{
    setAccessibleName(tr("Figures of today"));
    const Formats formats;
    m_tiles[0]->setContent(kpitexts::running(m_running));
    m_tiles[1]->setContent(kpitexts::callsToday(m_figures, formats));
    m_tiles[2]->setContent(kpitexts::costToday(m_figures, m_settings, formats));
    m_tiles[3]->setContent(kpitexts::responseTime(m_figures, m_settings, formats));
    m_tiles[4]->setContent(kpitexts::complete(m_figures, formats));
}

void KpiStrip::paintEvent(QPaintEvent *event)
{
    Card::paintEvent(event);
    QPainter painter(this);
    for (std::size_t i = 1; i < m_tiles.size(); ++i)
        painter.fillRect(m_tiles[i]->x() - Padding - 1, 14, 1, height() - 28, m_look.tokens().line);
}

void KpiStrip::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace anrufwarte
