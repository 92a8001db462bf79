// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/alert.h"

#include <QWidget>

class QPushButton;

namespace anrufwarte {

class AlertBoard;
class Banner;
class Look;
class TextLabel;

/// One standing alert under the bell, with what a person can do about it: go to its cause, acknowledge it,
/// mute its kind, declare it done.
class AlertRow : public QWidget
{
    Q_OBJECT
public:
    AlertRow(const Look &look, AlertBoard &board, QWidget *parent);

    void setAlert(const Alert &alert);
    [[nodiscard]] const Alert &alert() const { return m_alert; }

Q_SIGNALS:
    void actionTriggered(const anrufwarte::Alert &alert);

private:
    QPushButton *addButton();

    AlertBoard &m_board;
    Alert m_alert;
    Banner *m_banner;
    TextLabel *m_note; ///< "acknowledged", "muted until 18:40"
    QPushButton *m_acknowledge;
    QPushButton *m_muteHour;
    QPushButton *m_muteDay;
    QPushButton *m_unmute;
};

} // namespace anrufwarte
