// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/alertrow.h"

#include "core/text/alerttext.h"
#include "core/text/formats.h"
#include "ui/look/banner.h"
#include "ui/look/style.h"
#include "ui/look/textlabel.h"
#include "ui/shell/alertboard.h"
#include "ui/shell/alertview.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace anrufwarte {

namespace {
constexpr qint64 HourMs = 60 * 60 * 1000, DayMs = 24 * HourMs;
}

AlertRow::AlertRow(const Look &look, AlertBoard &board, QWidget *parent)
    : QWidget(parent),
      m_board(board),
      m_banner(new Banner(look, this)),
      m_note(new TextLabel(look, TextStyle::Small, &Tokens::text2, this))
{
    m_acknowledge = addButton();
    m_muteHour = addButton();
    m_muteDay = addButton();
    m_unmute = addButton();
    m_banner->setStacked(true);
    m_banner->setQuiet(true);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(12, 0, 0, 0);
    buttons->setSpacing(4);
    buttons->addWidget(m_note, 1);
    for (QPushButton *button : {m_acknowledge, m_muteHour, m_muteDay, m_unmute})
        buttons->addWidget(button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 4);
    column->setSpacing(2);
    column->addWidget(m_banner);
    column->addLayout(buttons);

    connect(m_banner, &Banner::actionTriggered, this, [this] {
        Q_EMIT
        actionTriggered(m_alert);
    });
    connect(m_banner, &Banner::dismissed, this, [this] { m_board.dismiss(m_alert.kind); });
    connect(m_acknowledge, &QPushButton::clicked, this, [this] { m_board.acknowledge(m_alert.kind); });
    connect(m_muteHour, &QPushButton::clicked, this, [this] { m_board.mute(m_alert.kind, HourMs); });
    connect(m_muteDay, &QPushButton::clicked, this, [this] { m_board.mute(m_alert.kind, DayMs); });
    connect(m_unmute, &QPushButton::clicked, this, [this] { m_board.mute(m_alert.kind, 0); });
}

QPushButton *AlertRow::addButton()
{
    auto *button = new QPushButton(this);
    setButtonKind(button, ButtonKind::Flat);
    setCompact(button);
    return button;
}

void AlertRow::setAlert(const Alert &alert)
{
    m_alert = alert;
    const Formats formats;
    const AlertText words = alertText(alert, formats);
    const QString when = formats.clock(alert.newestMs);
    m_banner->setContent(alertview::tone(alert), words.title,
                         words.text.isEmpty() ? when : when + u" · " + words.text, words.action,
                         ruleOf(alert.kind).isDismissible);

    const auto mutedUntil = m_board.mutedUntilMs(alert.kind);
    if (mutedUntil)
        m_note->setText(tr("Muted until %1").arg(formats.timeOrDate(*mutedUntil, alert.newestMs)));
    else
        m_note->setText(alert.isAcknowledged ? tr("Acknowledged") : QString());
    m_acknowledge->setText(tr("Acknowledge"));
    m_muteHour->setText(tr("Mute 1 h"));
    m_muteDay->setText(tr("Mute 1 day"));
    m_unmute->setText(tr("Unmute"));
    for (QPushButton *button : {m_acknowledge, m_muteHour, m_muteDay, m_unmute})
        button->setAccessibleName(button->text() + u": " + words.title);
    m_acknowledge->setVisible(!alert.isAcknowledged && !mutedUntil);
    m_muteHour->setVisible(!mutedUntil);
    m_muteDay->setVisible(!mutedUntil);
    m_unmute->setVisible(mutedUntil.has_value());
}

} // namespace anrufwarte
