// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/statenote.h"

#include "ui/look/textlabel.h"

#include <QVBoxLayout>

namespace anrufwarte {

namespace {
constexpr int IconSize = 32;
} // namespace

StateNote::StateNote(Look &look, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_icon(new QLabel(this)),
      m_title(new TextLabel(look, TextStyle::Section, &Tokens::text, this)),
      m_text(new TextLabel(look, TextStyle::Body, &Tokens::text2, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(8);
    layout->addStretch(2);
    for (QLabel *label : std::initializer_list<QLabel *>{m_icon, m_title, m_text}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    layout->addStretch(3);
    connect(&look, &Look::changed, this, &StateNote::recolour);
}

void StateNote::setNote(const PartNote &note)
{
    m_iconName = stateIcon(note.state);
    m_isWarning = note.state == DataState::Missing;
    showNote(note.title, note.text);
}

void StateNote::setNote(const QString &iconName, const QString &title, const QString &text)
{
    m_iconName = iconName;
    m_isWarning = false;
    showNote(title, text);
}

void StateNote::showNote(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_text->setText(text);
    setAccessibleName(title);
    setAccessibleDescription(text);
    recolour();
}

QString StateNote::title() const
{
    return m_title->text();
}

QString StateNote::text() const
{
    return m_text->text();
}

void StateNote::recolour()
{
    const Tokens &tokens = m_look.tokens();
    const QColor ink = m_isWarning ? tokens.warnMark : tokens.text3;
    if (!m_iconName.isEmpty())
        m_icon->setPixmap(m_look.pixmap(m_iconName, ink, IconSize, devicePixelRatioF()));
}

} // namespace anrufwarte
