// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/groupheading.h"

namespace anrufwarte {

GroupHeading::GroupHeading(const Look &look, QWidget *parent)
    : QWidget(parent),
      m_title(new TextLabel(look, TextStyle::BodyBold, &Tokens::text)),
      m_count(new TextLabel(look, TextStyle::Body, &Tokens::text2)),
      m_note(new TextLabel(look, TextStyle::Small, &Tokens::text2)),
      m_line(new QHBoxLayout(this))
{
    setFixedHeight(Height);
    m_line->setContentsMargins(12, 0, 12, 0);
    m_line->setSpacing(8);
    m_line->addWidget(m_title);
    m_line->addWidget(m_count);
    m_line->addWidget(m_note);
    m_line->addStretch(1);
}

void GroupHeading::setContent(const QString &title, const QString &count, const QString &note)
{
    m_title->setText(title);
    m_count->setText(count);
    m_note->setText(note.isEmpty() ? QString() : QStringLiteral("·  ") + note);
}

void GroupHeading::addRight(QWidget *widget)
{
    m_line->addWidget(widget);
}

} // namespace anrufwarte
