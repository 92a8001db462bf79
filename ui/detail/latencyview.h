// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"
#include "ui/detail/callcontent.h"
#include "ui/detail/partpage.h"

#include <array>

class QGridLayout;

namespace anrufwarte {

class Chip;
class FigureTable;
class LatencyChart;
class LatencyTableModel;
class Look;
class TextLabel;

/// The tab "Latenz": four figures, bars per component against the limit, and the same as a table.
class LatencyView : public PartPage
{
    Q_OBJECT
public:
    explicit LatencyView(Look &look, QWidget *parent = nullptr);

    void showContent(const CallContent &content, const Settings &settings, qint64 nowMs);

    [[nodiscard]] QString chipText() const;
    [[nodiscard]] QString sampleNote() const;

protected:
    void render() override;
    void arrange(bool narrow) override;

private:
    QWidget *makeTiles(Look &look);
    void renderTiles(const LatencyGroup &endToEnd);

    LatencyTableModel *m_model = nullptr;
    std::array<TextLabel *, 4> m_captions{};
    std::array<TextLabel *, 4> m_figures{};
    QGridLayout *m_tiles = nullptr;
    Chip *m_chip = nullptr;
    TextLabel *m_title = nullptr;
    LatencyChart *m_chart = nullptr;
    FigureTable *m_table = nullptr;
    TextLabel *m_few = nullptr;
    TextLabel *m_note = nullptr;

    CallContent m_content;
    Settings m_settings;
    qint64 m_nowMs = 0;
};

} // namespace anrufwarte
