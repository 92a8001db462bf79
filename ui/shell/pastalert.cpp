// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pastalert.h"

#include "core/text/alerttext.h"
#include "core/text/formats.h"
#include "ui/look/textlabel.h"
#include "ui/shell/alertview.h"

#include <QGridLayout>

namespace anrufwarte {

PastAlert::PastAlert(const Look &look, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_icon(new QLabel(this)),
      m_title(new TextLabel(look, TextStyle::BodyMedium, &Tokens::text, this)),
      m_text(new TextLabel(look, TextStyle::Small, &Tokens::text2, this))
{
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(12, 2, 12, 2);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_icon, 0, 0, Qt::AlignTop);
    grid->addWidget(m_title, 0, 1);
    grid->addWidget(m_text, 1, 1);
}

void PastAlert::setAlert(const Alert &alert, qint64 nowMs)
{
    const Formats formats;
    const AlertText words = alertText(alert, formats);
    const Tone tone = alertview::tone(alert);
    m_icon->setPixmap(m_look.pixmap(toneIcon(tone), toneInk(m_look.tokens(), tone), 16, devicePixelRatioF()));
    m_title->setText(formats.timeOrDate(alert.endedMs.value_or(alert.newestMs), nowMs) + u" · " +
                     words.title);
    m_text->setText(words.text);
    m_text->setVisible(!words.text.isEmpty());
}

} // namespace anrufwarte
