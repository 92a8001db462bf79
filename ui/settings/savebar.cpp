// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/savebar.h"

#include "ui/look/style.h"
#include "ui/look/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace anrufwarte {

SaveBar::SaveBar(const Look &look, QWidget *parent)
    : QWidget(parent),
      m_state(new TextLabel(look, TextStyle::SmallMedium, &Tokens::text2, this)),
      m_discard(new QPushButton(this)),
      m_save(new QPushButton(this))
{
    setButtonKind(m_save, ButtonKind::Primary);
    m_state->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_state, 1);
    row->addWidget(m_discard);
    row->addWidget(m_save);
    connect(m_discard, &QPushButton::clicked, this, &SaveBar::discardRequested);
    connect(m_save, &QPushButton::clicked, this, &SaveBar::saveRequested);
    retranslate();
}

void SaveBar::setChanges(int count, bool restartsListener)
{
    m_changes = count;
    m_problems = 0;
    m_restartsListener = restartsListener;
    m_discard->setEnabled(count > 0);
    m_save->setEnabled(count > 0);
    retranslate();
}

void SaveBar::setProblems(int count)
{
    m_problems = count;
    retranslate();
}

void SaveBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SaveBar::retranslate()
{
    m_discard->setText(tr("Discard"));
    m_save->setText(tr("Save"));
    m_state->setColour(m_problems > 0 ? &Tokens::danger : &Tokens::text2);
    if (m_problems > 0) {
        m_state->setText(tr("Nothing saved: %n field(s) to correct", nullptr, m_problems));
    } else if (m_changes == 0) {
        m_state->setText(tr("All changes saved"));
    } else {
        QString text = tr("%n change(s) not saved", nullptr, m_changes);
        if (m_restartsListener)
            text += QStringLiteral(" · ") + tr("saving restarts the listener");
        m_state->setText(text);
    }
}

} // namespace anrufwarte
