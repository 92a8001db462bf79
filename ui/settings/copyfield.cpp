// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/copyfield.h"

#include "ui/look/iconbutton.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>

namespace anrufwarte {

CopyField::CopyField(const Look &look, const char *key, QWidget *parent)
    : TextField(look, key, parent), m_copy(new IconButton(look, QStringLiteral("copy"), this))
{
    m_copy->setEnabled(false);
    fieldLayout()->addWidget(m_copy);
    connect(m_copy, &QToolButton::clicked, this, &CopyField::copy);
    connect(line(), &QLineEdit::textChanged, m_copy,
            [this](const QString &text) { m_copy->setEnabled(!text.trimmed().isEmpty()); });
}

void CopyField::retranslate()
{
    TextField::retranslate();
    m_copy->setLabel(tr("Copy %1").arg(name()));
}

void CopyField::copy()
{
    QGuiApplication::clipboard()->setText(line()->text().trimmed());
}

} // namespace anrufwarte
