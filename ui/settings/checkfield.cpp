// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/checkfield.h"

#include <QCheckBox>

namespace anrufwarte {

CheckField::CheckField(const Look &look, const char *key, QWidget *parent)
    : SettingField(look, key, parent), m_box(new QCheckBox(this))
{
    setEditor(m_box);
    connect(m_box, &QCheckBox::clicked, this, [this] {
        Q_EMIT
        edited();
    });
}

void CheckField::setBoxText(const QString &text)
{
    m_box->setText(text);
}

QString CheckField::value() const
{
    return m_box->isChecked() ? QStringLiteral("true") : QStringLiteral("false");
}

void CheckField::setValue(const QString &value)
{
    m_box->setChecked(value == u"true");
}

} // namespace anrufwarte
