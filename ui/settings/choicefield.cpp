// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/choicefield.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>

namespace anrufwarte {

ChoiceField::ChoiceField(const Look &look, const char *key, QWidget *parent)
    : SettingField(look, key, parent), m_choices(new QComboBox(this))
{
    for (const QString &word : QString(setting().words).split(QStringLiteral(", ")))
        m_choices->addItem(word, word);
    m_choices->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_choices->setFocusPolicy(Qt::StrongFocus);
    m_choices->installEventFilter(this);
    setEditor(m_choices, 0);
    fieldLayout()->addStretch();
    connect(m_choices, &QComboBox::activated, this, [this] {
        Q_EMIT
        chosen(value());
        Q_EMIT
        edited();
    });
}

void ChoiceField::setNames(const QStringList &names)
{
    for (int i = 0; i < m_choices->count() && i < names.size(); ++i)
        m_choices->setItemText(i, names[i]);
}

bool ChoiceField::eventFilter(QObject *watched, QEvent *event)
{
    // Who scrolls the form past the box does not mean to choose.
    if (watched == m_choices && event->type() == QEvent::Wheel && !m_choices->hasFocus()) {
        event->ignore();
        return true;
    }
    return SettingField::eventFilter(watched, event);
}

QString ChoiceField::value() const
{
    return m_choices->currentData().toString();
}

void ChoiceField::setValue(const QString &value)
{
    m_choices->setCurrentIndex(m_choices->findData(value));
}

} // namespace anrufwarte
