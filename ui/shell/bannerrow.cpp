// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/bannerrow.h"

#include "core/text/alerttext.h"
#include "core/text/formats.h"
#include "ui/look/banner.h"
#include "ui/shell/alertboard.h"
#include "ui/shell/alertview.h"

#include <QEvent>
#include <QVBoxLayout>

namespace anrufwarte {

BannerRow::BannerRow(const Look &look, AlertBoard &board, QWidget *parent)
    : QWidget(parent), m_board(board), m_banner(new Banner(look, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 12);
    column->addWidget(m_banner);
    connect(m_banner, &Banner::actionTriggered, this, [this] {
        if (const auto alert = m_board.banner())
            Q_EMIT
        actionTriggered(*alert);
    });
    connect(m_banner, &Banner::dismissed, this, [this] {
        if (const auto alert = m_board.banner())
            m_board.dismiss(alert->kind);
    });
    connect(&board, &AlertBoard::changed, this, &BannerRow::refresh);
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
    const auto alert = m_board.banner();
    if (alert) {
        const AlertText words = alertText(*alert, Formats());
        m_banner->setContent(alertview::tone(*alert), words.title, words.text, words.action,
                             ruleOf(alert->kind).isDismissible);
    }
    setVisible(alert.has_value());
}

} // namespace anrufwarte
