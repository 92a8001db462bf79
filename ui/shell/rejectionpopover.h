// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/health.h"
#include "ui/shell/popover.h"

class QScrollArea;
class QTableView;

namespace anrufwarte {

class AsyncReader;
class Clock;
class FactGrid;
class RejectionDetails;
class RejectionModel;
class TextLabel;
struct DeliveryRecord;

/// Behind "Empfang" in the status bar: where webhooks arrive, how many did, and why the newest rejected ones
/// were.
class RejectionPopover : public Popover
{
    Q_OBJECT
public:
    RejectionPopover(const Look &look, AsyncReader &reader, const Clock &clock, QWidget *parent);

    void setHealth(const ListenerHealth &health);
    void noteRejected(const DeliveryRecord &record);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildTable();
    void reload();
    void refresh();
    void showChosen();
    void retranslate();

    AsyncReader &m_reader;
    const Clock &m_clock;
    ListenerHealth m_health;
    TextLabel *m_title;
    FactGrid *m_facts;
    TextLabel *m_tableTitle;
    TextLabel *m_nothing;
    RejectionModel *m_model;
    QTableView *m_table;
    RejectionDetails *m_details;
    QScrollArea *m_scroll;
};

} // namespace anrufwarte
