// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/formrow.h"

#include "ui/look/textlabel.h"

#include <QHBoxLayout>

namespace anrufwarte {

namespace {
constexpr int NameWidth = 252;
}

FormRow::FormRow(const Look &look, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_name(new TextLabel(look, TextStyle::BodyMedium, &Tokens::text, this)),
      m_hint(new TextLabel(look, TextStyle::Small, &Tokens::text2, this)),
      m_message(new TextLabel(look, TextStyle::Small, &Tokens::danger, this)),
      m_field(new QHBoxLayout),
      m_right(new QVBoxLayout)
{
    for (TextLabel *label : {m_name, m_hint}) {
        label->setWordWrap(true);
        label->setFixedWidth(NameWidth);
    }
    m_hint->hide();
    m_message->setWordWrap(true);
    m_message->hide();

    auto *names = new QVBoxLayout;
    names->setSpacing(2);
    names->addStretch();
    names->addWidget(m_name);
    names->addWidget(m_hint);
    names->addStretch();
    m_field->setSpacing(8);

    m_right->setSpacing(4);
    m_right->addStretch();
    m_right->addLayout(m_field);
    m_right->addWidget(m_message);
    m_right->addStretch();

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 6, 0, 6);
    row->setSpacing(16);
    row->addLayout(names);
    row->addLayout(m_right, 1);
}

void FormRow::setTexts(const QString &name, const QString &hint)
{
    m_name->setText(name);
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    describeEditor();
}

QString FormRow::name() const
{
    return m_name->text();
}

void FormRow::setMessage(const QString &message)
{
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
    describeEditor();
    if (!m_editor || m_editor->property("invalid").toBool() == !message.isEmpty())
        return;
    m_editor->setProperty("invalid", !message.isEmpty());
    m_editor->update();
}

QString FormRow::message() const
{
    return m_message->text();
}

void FormRow::setEditor(QWidget *editor, int stretch)
{
    m_editor = editor;
    m_field->addWidget(editor, stretch);
    m_name->setBuddy(editor);
    setFocusProxy(editor);
}

void FormRow::addBelow(QWidget *widget)
{
    m_right->insertWidget(m_right->count() - 1, widget, 0, Qt::AlignLeft);
}

void FormRow::describeEditor()
{
    if (!m_editor)
        return;
    m_editor->setAccessibleName(m_name->text());
    m_editor->setAccessibleDescription(m_message->text().isEmpty() ? m_hint->text() : m_message->text());
}

} // namespace anrufwarte
