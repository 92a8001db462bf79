// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/style.h"

#include "ui/look/stylepaint.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace anrufwarte {

using namespace stylepaint;

namespace {

/// Buttons keep their size hint until they hear that the style changed.
void restyle(QWidget *widget)
{
    QEvent change(QEvent::StyleChange);
    QCoreApplication::sendEvent(widget, &change);
    widget->updateGeometry();
    widget->update();
}

} // namespace

void setButtonKind(QAbstractButton *button, ButtonKind kind)
{
    button->setProperty("buttonKind", QVariant::fromValue(kind));
    restyle(button);
}

void setCompact(QWidget *widget, bool compact)
{
    widget->setProperty("compact", compact);
    restyle(widget);
}

Style::Style(const Look &look) : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))), m_look(look) {}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    const Brush brush{painter, m_look};
    const Tokens &t = m_look.tokens();
    switch (element) {
    case PE_PanelButtonCommand:
        return pushButton(brush, option, widget);
    case PE_PanelButtonTool:
        return toolButtonPanel(brush, option);
    case PE_FrameDefaultButton:
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return checkBox(brush, option);
    case PE_IndicatorRadioButton:
        return radioButton(brush, option);
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0)
            lineEdit(brush, option, widget);
        return;
    case PE_FrameLineEdit:
        return; // the panel draws it
    case PE_FrameFocusRect:
        if (has(option, State_KeyboardFocusChange) || qobject_cast<const QAbstractItemView *>(widget))
            focusRing(brush, option->rect, metric::RadiusChip);
        return;
    case PE_Frame:
        return roundedRect(painter, option->rect, metric::RadiusControl, {}, t.line);
    case PE_FrameTabBarBase:
        return painter->fillRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1, t.line);
    case PE_PanelScrollAreaCorner:
    case PE_FrameTabWidget:
        return;
    case PE_PanelItemViewItem:
        return itemPanel(brush, option);
    case PE_PanelItemViewRow:
        return;
    case PE_PanelTipLabel:
        return roundedRect(painter, option->rect, 0, t.surface, t.line2);
    case PE_PanelMenu:
        return roundedRect(painter, option->rect, 0, t.surface, t.line2);
    case PE_FrameMenu:
        return;
    case PE_PanelMenuBar:
        return painter->fillRect(option->rect, t.sidebar);
    case PE_IndicatorHeaderArrow: {
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        const bool down = header && header->sortIndicator == QStyleOptionHeader::SortDown;
        return icon(brush, option->rect, down ? QStringLiteral("arrow-down") : QStringLiteral("arrow-up"),
                    t.text, 12);
    }
    case PE_IndicatorArrowDown:
        return icon(brush, option->rect, QStringLiteral("chevron-down"), t.text2, 14);
    case PE_IndicatorBranch:
        if (has(option, State_Children))
            icon(brush, option->rect,
                 has(option, State_Open) ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"),
                 t.text3, 14);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawButtonLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
        buttonLabel({painter, m_look}, *button, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    const Brush brush{painter, m_look};
    const Tokens &t = m_look.tokens();
    switch (element) {
    case CE_PushButtonBevel:
        return pushButton(brush, option, widget);
    case CE_PushButtonLabel:
        return drawButtonLabel(option, painter, widget);
    case CE_TabBarTabShape:
        return tab(brush, option);
    case CE_TabBarTabLabel: {
        const auto *given = qstyleoption_cast<const QStyleOptionTab *>(option);
        if (!given)
            return;
        QStyleOptionTab label(*given);
        label.state &= ~QStyle::State(State_HasFocus); // the ring is drawn with the shape
        label.palette.setColor(QPalette::WindowText, has(option, State_Selected) ? t.text : t.text2);
        return QProxyStyle::drawControl(element, &label, painter, widget);
    }
    case CE_HeaderSection:
        return headerSection(brush, option);
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, t.raised);
        return painter->fillRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1, t.line);
    case CE_HeaderLabel: {
        const auto *given = qstyleoption_cast<const QStyleOptionHeader *>(option);
        if (!given)
            return;
        QStyleOptionHeaderV2 label;
        static_cast<QStyleOptionHeader &>(label) = *given;
        const bool sorted = given->sortIndicator != QStyleOptionHeader::None;
        label.palette.setColor(QPalette::ButtonText, sorted ? t.text : t.text2);
        return QProxyStyle::drawControl(element, &label, painter, widget);
    }
    case CE_MenuItem:
        return menuItem(brush, option);
    case CE_MenuEmptyArea:
        return;
    case CE_MenuBarItem:
        return menuBarItem(brush, option);
    case CE_MenuBarEmptyArea:
        return painter->fillRect(option->rect, t.sidebar);
    case CE_Splitter:
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    const Brush brush{painter, m_look};
    switch (control) {
    case CC_ComboBox:
        return comboBox(brush, option, subControlRect(control, option, SC_ComboBoxArrow, widget));
    case CC_SpinBox:
        return spinBox(brush, option, subControlRect(control, option, SC_SpinBoxUp, widget),
                       subControlRect(control, option, SC_SpinBoxDown, widget));
    case CC_ScrollBar:
        return scrollBar(brush, option, subControlRect(control, option, SC_ScrollBarSlider, widget));
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

} // namespace anrufwarte
