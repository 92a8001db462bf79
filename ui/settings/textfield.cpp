// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/textfield.h"

#include "core/text/formats.h"
#include "ui/look/textlabel.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace anrufwarte {

namespace {
constexpr int NumberWidth = 116;
constexpr int MaxTypedLength = 4096;
} // namespace

TextField::TextField(const Look &look, const char *key, QWidget *parent)
    : SettingField(look, key, parent), m_line(new QLineEdit(this)), m_locale(Formats().locale())
{
    m_line->setMaxLength(MaxTypedLength);
    if (isNumber()) {
        m_line->setFixedWidth(NumberWidth);
        m_unit = new TextLabel(look, TextStyle::Body, &Tokens::text2, this);
        setEditor(m_line, 0);
        fieldLayout()->addWidget(m_unit);
        fieldLayout()->addStretch();
    } else {
        m_line->setFont(Look::font(TextStyle::Mono));
        setEditor(m_line);
    }
    connect(m_line, &QLineEdit::textEdited, this, [this] {
        Q_EMIT
        edited();
    });
    connect(m_line, &QLineEdit::editingFinished, this, [this] { check(); });
}

void TextField::setUnit(const QString &unit)
{
    m_unit->setText(unit);
}

void TextField::setReadOnly()
{
    m_line->setReadOnly(true);
}

void TextField::retranslate()
{
    const QString kept = value();
    m_locale = Formats().locale();
    setValue(kept);
    SettingField::retranslate();
}

QString TextField::value() const
{
    QString text = m_line->text();
    if (!isNumber())
        return text;
    bool isNumberText = false;
    if (setting().kind == SettingKind::Integer) {
        const qint64 number = m_locale.toLongLong(text.trimmed(), &isNumberText);
        return isNumberText ? QString::number(number) : text;
    }
    const double number = m_locale.toDouble(text.trimmed(), &isNumberText);
    return isNumberText ? QString::number(number, 'g', QLocale::FloatingPointShortest) : text;
}

void TextField::setValue(const QString &value)
{
    m_line->setText(isNumber() ? shown(value) : value);
    m_line->setCursorPosition(0);
}

bool TextField::isNumber() const
{
    return setting().kind == SettingKind::Integer || setting().kind == SettingKind::Decimal ||
           setting().kind == SettingKind::OptionalDecimal;
}

QString TextField::shown(const QString &value) const
{
    bool isNumberText = false;
    if (setting().kind == SettingKind::Integer) {
        const qint64 number = value.toLongLong(&isNumberText);
        return isNumberText ? m_locale.toString(number) : value;
    }
    const double number = value.toDouble(&isNumberText);
    return isNumberText ? m_locale.toString(number, 'g', QLocale::FloatingPointShortest) : value;
}

} // namespace anrufwarte
