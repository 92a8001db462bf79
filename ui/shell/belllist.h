// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/popover.h"

namespace anrufwarte {

class NoticeBoard;
enum class NoticeKind;

/// All standing messages, under the bell of the header.
class BellList : public Popover
{
    Q_OBJECT
public:
    BellList(const Look &look, NoticeBoard &board, QWidget *parent);

Q_SIGNALS:
    void actionTriggered(anrufwarte::NoticeKind kind);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refill();

    NoticeBoard &m_board;
};

} // namespace anrufwarte
