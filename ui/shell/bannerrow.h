// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace anrufwarte {

class Banner;
class Look;
class NoticeBoard;
enum class NoticeKind;

/// The one banner of the page (ui.md §2.1): takes no space when there is nothing to say.
class BannerRow : public QWidget
{
    Q_OBJECT
public:
    BannerRow(const Look &look, NoticeBoard &board, QWidget *parent = nullptr);

Q_SIGNALS:
    void actionTriggered(anrufwarte::NoticeKind kind);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    NoticeBoard &m_board;
    Banner *m_banner;
};

} // namespace anrufwarte
