// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/belllist.h"

#include "core/text/formats.h"
#include "ui/look/banner.h"
#include "ui/look/textlabel.h"
#include "ui/shell/noticetext.h"

#include <QEvent>
#include <QVBoxLayout>

namespace anrufwarte {

BellList::BellList(const Look &look, NoticeBoard &board, QWidget *parent)
    : Popover(look, parent), m_board(board)
{
    setFixedWidth(460);
    connect(&board, &NoticeBoard::changed, this, &BellList::refill);
    refill();
}

void BellList::changeEvent(QEvent *event)
{
    Popover::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refill();
}

void BellList::refill()
{
    while (QLayoutItem *item = column()->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        std::default_delete<QLayoutItem>()(item);
    }
    setAccessibleName(tr("Messages"));
    auto *title = new TextLabel(look(), TextStyle::Section, &Tokens::text, this);
    title->setText(tr("Messages"));
    column()->addWidget(title);
    if (m_board.notices().isEmpty()) {
        auto *nothing = new TextLabel(look(), TextStyle::Body, &Tokens::text2, this);
        nothing->setText(tr("No messages."));
        column()->addWidget(nothing);
    }
    for (const Notice &notice : m_board.notices()) {
        const NoticeText words = noticeText(notice);
        auto *row = new Banner(look(), this);
        const QString when = Formats().clock(notice.sinceMs);
        row->setStacked(true);
        row->setContent(notice.tone, words.title, words.text.isEmpty() ? when : when + u" · " + words.text,
                        words.action, isDismissible(notice.kind));
        connect(row, &Banner::actionTriggered, this, [this, kind = notice.kind] {
            close();
            Q_EMIT
            actionTriggered(kind);
        });
        connect(row, &Banner::dismissed, this, [this, kind = notice.kind] { m_board.dismiss(kind); });
        column()->addWidget(row);
    }
    adjustSize();
}

} // namespace anrufwarte
