// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"
#include "ui/detail/callcontent.h"

#include <QWidget>
#include <array>

class QGridLayout;

namespace anrufwarte {

class Chip;
class FigureTable;
class LatencyChart;
class LatencyTableModel;
class Look;
class StateNote;
class TextLabel;

/// The tab "Latenz": four figures, bars per component against the limit, and the same as a table.
class LatencyView : public QWidget
{
    Q_OBJECT
public:
    explicit LatencyView(Look &look, QWidget *parent = nullptr);

    void showContent(const CallContent &content, const Settings &settings, qint64 nowMs);

    [[nodiscard]] QString chipText() const;
    [[nodiscard]] QString sampleNote() const;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeTiles(Look &look);
    void arrange();
    void showPage(bool hasContent);
    void render();
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
    StateNote *m_missing = nullptr;
    QWidget *m_page = nullptr; ///< everything but m_missing, and shown in turn with it

    CallContent m_content;
    Settings m_settings;
    qint64 m_nowMs = 0;
    std::optional<bool> m_isNarrow; ///< unknown before the first layout
};

} // namespace anrufwarte
