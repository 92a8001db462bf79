// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/alert.h"
#include "ui/shell/popover.h"

class QScrollArea;

namespace anrufwarte {

class AlertBoard;
class AlertRow;
class Clock;
class PastAlert;
class TextLabel;

/// All alerts that stand, the most severe first, and the newest of those that ended, under the bell of the
/// header. Rows are kept while their alert stands: a button does not vanish under the pointer because
/// something else happened.
class BellList : public Popover
{
    Q_OBJECT
public:
    static constexpr qsizetype PastShown = 20;

    BellList(const Look &look, AlertBoard &board, const Clock &clock, QWidget *parent);

Q_SIGNALS:
    void actionTriggered(const anrufwarte::Alert &alert);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void refreshStanding();
    void refreshPast();
    void fit();
    [[nodiscard]] AlertRow *rowOf(quint64 id);

    AlertBoard &m_board;
    const Clock &m_clock;
    TextLabel *m_title;
    TextLabel *m_nothing;
    TextLabel *m_pastTitle;
    QScrollArea *m_scroll;
    QWidget *m_content;
    QVBoxLayout *m_standing;
    QVBoxLayout *m_past;
    QList<AlertRow *> m_rows;
    QList<PastAlert *> m_pastRows;
};

} // namespace anrufwarte
