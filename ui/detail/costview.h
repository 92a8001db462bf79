// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/dashboard.h"
#include "core/settings/settings.h"
#include "ui/detail/callcontent.h"
#include "ui/detail/costtablemodel.h"
#include "ui/detail/costverdict.h"
#include "ui/detail/partpage.h"

class QButtonGroup;

namespace anrufwarte {

class Banner;
class FigureTable;
class Look;
class ShareBar;
class TextLabel;

/// The tab "Kosten": the total with its unit, what it is made of, and whether that adds up; or an estimate
/// while the call runs; or why there is no cost.
class CostView : public PartPage
{
    Q_OBJECT
public:
    explicit CostView(Look &look, QWidget *parent = nullptr);

    void showContent(const CallContent &content, const Settings &settings,
                     std::optional<MicroDollars> microsPerMinute, qint64 nowMs);

    [[nodiscard]] const CostTableModel &model() const { return *m_model; }

protected:
    void render() override;
    void arrange(bool narrow) override;

private:
    QWidget *makeTotals(Look &look);
    void makeUnitSwitch();
    void renderTotal(const CostReading &cost);
    void renderVerdict(const CostReading &cost, const CostVerdict &verdict);
    void renderPlausibility(const CostReading &cost);
    void renderUnitSwitch();
    void renderMissing();
    [[nodiscard]] QString besideTotal(MicroDollars total) const;
    [[nodiscard]] QString unitNote(const CostReading &cost) const;
    [[nodiscard]] QString inPayloadUnit(MicroDollars amount, CostUnit unit) const;

    CostTableModel *m_model = nullptr;
    TextLabel *m_caption = nullptr;
    TextLabel *m_total = nullptr;
    TextLabel *m_beside = nullptr;
    TextLabel *m_rate = nullptr;
    QWidget *m_unitSwitch = nullptr;
    QButtonGroup *m_units = nullptr;
    ShareBar *m_bar = nullptr;
    FigureTable *m_table = nullptr;
    Banner *m_verdict = nullptr;
    Banner *m_implausible = nullptr;
    TextLabel *m_note = nullptr;

    CallContent m_content;
    Settings m_settings;
    std::optional<MicroDollars> m_microsPerMinute;
    qint64 m_nowMs = 0;
    CostDisplay m_display = CostDisplay::Cents;
};

} // namespace anrufwarte
