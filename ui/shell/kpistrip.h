// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/card.h"
#include "ui/shell/kpitexts.h"

#include <array>

namespace anrufwarte {

class KpiTile;

/// The five figures of the day above the live page.
class KpiStrip : public Card
{
    Q_OBJECT
public:
    KpiStrip(const Look &look, const Settings &settings, QWidget *parent = nullptr);

    void setRunning(RunningCounts counts);
    void setFigures(const DayFigures &figures);
    void setSettings(const Settings &settings);

Q_SIGNALS:
    void openCallsPressed(); ///< "3 calls open"

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    const Look &m_look;
    Settings m_settings;
    std::optional<RunningCounts> m_running; ///< empty until the calls were read
    std::optional<DayFigures> m_figures;
    std::array<KpiTile *, 5> m_tiles;
};

} // namespace anrufwarte
