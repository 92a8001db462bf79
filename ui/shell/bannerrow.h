// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/alert.h"

#include <QWidget>

namespace anrufwarte {

class AlertBoard;
class Banner;
class Look;

/// The one banner of the page (ui.md §2.1): takes no space when there is nothing to say.
class BannerRow : public QWidget
{
    Q_OBJECT
public:
    BannerRow(const Look &look, AlertBoard &board, QWidget *parent = nullptr);

Q_SIGNALS:
    void actionTriggered(const anrufwarte::Alert &alert);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    AlertBoard &m_board;
    Banner *m_banner;
};

} // namespace anrufwarte
