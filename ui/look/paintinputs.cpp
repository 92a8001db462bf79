// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/stylepaint.h"

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

namespace anrufwarte::stylepaint {

namespace {

/// The frame all inputs share. The line of an input is the only thing that says "here one can write": 3:1 at
/// least.
void inputFrame(const Brush &brush, const QStyleOption *option, bool invalid)
{
    const Tokens &t = brush.tokens();
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool writable = enabled && !has(option, QStyle::State_ReadOnly);
    roundedRect(brush.painter, option->rect, metric::RadiusControl, writable ? t.surface : t.raised,
                invalid   ? t.danger
                : enabled ? t.control
                          : t.line2);
    if (has(option, QStyle::State_HasFocus))
        focusRing(brush, option->rect, metric::RadiusControl);
}

} // namespace

void lineEdit(const Brush &brush, const QStyleOption *option, const QWidget *widget)
{
    inputFrame(brush, option, widget && widget->property("invalid").toBool());
}

void comboBox(const Brush &brush, const QStyleOptionComplex *option, const QRect &arrow)
{
    const Tokens &t = brush.tokens();
    inputFrame(brush, option, false);
    icon(brush, arrow, QStringLiteral("chevron-down"),
         has(option, QStyle::State_Enabled) ? t.text2 : t.disabled, 16);
}

void spinBox(const Brush &brush, const QStyleOptionComplex *option, const QRect &up, const QRect &down)
{
    const Tokens &t = brush.tokens();
    inputFrame(brush, option, false);
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (!spin || spin->buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto color = [&](QAbstractSpinBox::StepEnabledFlag step) {
        return spin->stepEnabled.testFlag(step) ? t.text2 : t.disabled;
    };
    icon(brush, up, QStringLiteral("chevron-up"), color(QAbstractSpinBox::StepUpEnabled), 12);
    icon(brush, down, QStringLiteral("chevron-down"), color(QAbstractSpinBox::StepDownEnabled), 12);
}

void scrollBar(const Brush &brush, const QStyleOptionComplex *option, const QRect &slider)
{
    const Tokens &t = brush.tokens();
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!bar || bar->maximum <= bar->minimum)
        return;
    constexpr int Inset = 3;
    const bool active = has(option, QStyle::State_Sunken) || has(option, QStyle::State_MouseOver);
    const QRectF thumb = QRectF(slider).adjusted(Inset, Inset, -Inset, -Inset);
    roundedRect(brush.painter, thumb, qMin(thumb.width(), thumb.height()) / 2, active ? t.control : t.line2,
                {});
}

} // namespace anrufwarte::stylepaint
