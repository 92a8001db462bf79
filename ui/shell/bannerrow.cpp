// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/bannerrow.h"

#include "ui/look/banner.h"
#include "ui/shell/noticetext.h"

#include <QEvent>
#include <QVBoxLayout>

namespace anrufwarte {

BannerRow::BannerRow(const Look &look, NoticeBoard &board, QWidget *parent)
    : QWidget(parent), m_board(board), m_banner(new Banner(look, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 12);
    column->addWidget(m_banner);
    connect(m_banner, &Banner::actionTriggered, this, [this] {
        if (const auto notice = m_board.banner())
            Q_EMIT
        actionTriggered(notice->kind);
    });
    connect(m_banner, &Banner::dismissed, this, [this] {
        if (const auto notice = m_board.banner())
            m_board.dismiss(notice->kind);
    });
    connect(&board, &NoticeBoard::changed, this, &BannerRow::refresh);
    refresh();
}

void BannerRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

void BannerRow::refresh()
{
    const auto notice = m_board.banner();
    if (notice) {
        const NoticeText words = noticeText(*notice);
        m_banner->setContent(notice->tone, words.title, words.text, words.action,
                             isDismissible(notice->kind));
    }
    setVisible(notice.has_value());
}

} // namespace anrufwarte
