// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/keyfield.h"

#include "ui/look/chip.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace anrufwarte {

KeyField::KeyField(const Look &look, const QString &objectName, QWidget *parent)
    : FormRow(look, parent),
      m_line(new QLineEdit(this)),
      m_store(new QPushButton(this)),
      m_state(new Chip(look, this))
{
    setObjectName(objectName);
    constexpr int MaxKeyLength = 2048;
    m_line->setMaxLength(MaxKeyLength);
    m_line->setEchoMode(QLineEdit::Password);
    m_line->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_store->setEnabled(false);
    m_state->hide();
    setEditor(m_line);
    fieldLayout()->addWidget(m_store);
    addBelow(m_state);

    connect(m_line, &QLineEdit::textEdited, this, [this] {
        m_store->setEnabled(isPending());
        Q_EMIT
        edited();
    });
    connect(m_line, &QLineEdit::returnPressed, this, &KeyField::submit);
    connect(m_store, &QPushButton::clicked, this, &KeyField::submit);
}

void KeyField::setState(const QString &text, Tone tone, const QString &iconName)
{
    m_state->setContent(text, tone, iconName);
    m_state->setVisible(!text.isEmpty());
    m_state->setAccessibleName(text);
}

void KeyField::setPlaceholder(const QString &text)
{
    m_line->setPlaceholderText(text);
}

void KeyField::retranslate()
{
    m_store->setText(tr("Store key"));
    m_store->setAccessibleName(tr("Store %1").arg(name()));
}

bool KeyField::isPending() const
{
    return !m_line->text().trimmed().isEmpty();
}

void KeyField::submit()
{
    const QByteArray key = m_line->text().trimmed().toUtf8();
    if (key.isEmpty())
        return;
    forget();
    Q_EMIT
    entered(key);
}

void KeyField::forget()
{
    m_line->clear();
    m_store->setEnabled(false);
    Q_EMIT
    edited();
}

} // namespace anrufwarte
