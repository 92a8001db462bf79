// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/style.h"
#include "ui/look/stylepaint.h"

#include <QApplication>
#include <QStyleOption>
#include <QTableView>
#include <QWidget>

namespace anrufwarte {

using namespace stylepaint;

namespace {

constexpr int ScrollBarExtent = 12, ShortestSlider = 32, ArrowWidth = 28;

/// Sizes of ui.md §4 grow with the font, which follows the system's.
int scaled(int pixels)
{
    constexpr int BodyPixels = 13;
    const int font = QApplication::font().pixelSize();
    return font > BodyPixels ? pixels * font / BodyPixels : pixels;
}

int controlHeight(const QWidget *widget)
{
    return scaled(isCompact(widget) ? metric::CompactControlHeight : metric::ControlHeight);
}

QRect scrollBarPart(const QStyleOptionSlider &bar, QStyle::SubControl part)
{
    const bool horizontal = bar.orientation == Qt::Horizontal;
    const int length = horizontal ? bar.rect.width() : bar.rect.height();
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    const int proportional =
        static_cast<int>(qint64(length) * bar.pageStep / qMax<qint64>(1, range + bar.pageStep));
    const int slider = range > 0 ? qBound(qMin(ShortestSlider, length), proportional, length) : length;
    const int start = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                                      length - slider, bar.upsideDown);
    const auto along = [&](int from, int size) {
        const QRect rect =
            horizontal ? QRect(from, 0, size, bar.rect.height()) : QRect(0, from, bar.rect.width(), size);
        return QStyle::visualRect(bar.direction, bar.rect, rect.translated(bar.rect.topLeft()));
    };
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        return along(start, slider);
    case QStyle::SC_ScrollBarGroove:
        return along(0, length);
    case QStyle::SC_ScrollBarSubPage:
        return along(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return along(start + slider, length - start - slider);
    default:
        return {}; // no arrows
    }
}

} // namespace

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    switch (type) {
    case CT_PushButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const int padding = kindOf(widget) == ButtonKind::Flat ? 16 : 26;
        return {(button ? buttonLabelWidth(*button) : size.width()) + padding, controlHeight(widget)};
    }
    case CT_LineEdit:
        return {size.width() + 12, controlHeight(widget)};
    case CT_ComboBox:
        return {size.width() + 12 + ArrowWidth, controlHeight(widget)};
    case CT_SpinBox:
        return {size.width() + 12, controlHeight(widget)};
    case CT_TabBarTab: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width(), scaled(36)};
    }
    case CT_HeaderSection: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width(), scaled(metric::HeaderHeight)};
    }
    case CT_MenuItem:
        return menuItemSize(option, size);
    case CT_MenuBarItem:
        return {size.width() + 16, size.height() + 10};
    default:
        return QProxyStyle::sizeFromContents(type, option, size, widget);
    }
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl subControl,
                            const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return scrollBarPart(*bar, subControl);
    } else if (control == CC_ComboBox) {
        const QRect rect = option->rect;
        if (subControl == SC_ComboBoxArrow)
            return visualRect(option->direction, rect,
                              {rect.right() - ArrowWidth, rect.top(), ArrowWidth, rect.height()});
        if (subControl == SC_ComboBoxEditField)
            return visualRect(option->direction, rect, rect.adjusted(8, 2, -ArrowWidth, -2));
    } else if (control == CC_SpinBox) {
        const QRect rect = option->rect;
        const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        const int buttons = spin && spin->buttonSymbols == QAbstractSpinBox::NoButtons ? 0 : 22;
        const int half = rect.height() / 2;
        switch (subControl) {
        case SC_SpinBoxUp:
            return visualRect(option->direction, rect,
                              {rect.right() - buttons, rect.top() + 2, buttons, half - 2});
        case SC_SpinBoxDown:
            return visualRect(option->direction, rect,
                              {rect.right() - buttons, rect.top() + half, buttons, half - 2});
        case SC_SpinBoxEditField:
            return visualRect(option->direction, rect, rect.adjusted(6, 2, -buttons - 2, -2));
        default:
            break;
        }
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_LineEditContents)
        return rect.adjusted(6, 0, -6, 0);
    if (element == SE_HeaderArrow) { // beside the label, on the side the text does not start at
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        const bool right = header && header->textAlignment.testFlag(Qt::AlignRight);
        return visualRect(option->direction, option->rect,
                          {right ? option->rect.left() + 2 : option->rect.right() - 16, option->rect.top(),
                           14, option->rect.height()});
    }
    return rect;
}

QIcon Style::standardIcon(StandardPixmap standardIcon, const QStyleOption *option,
                          const QWidget *widget) const
{
    // A field asks once and keeps it: this colour is seen on light and on dark.
    if (standardIcon == SP_LineEditClearButton)
        return m_look.icon(QStringLiteral("x"), m_look.tokens().control);
    return QProxyStyle::standardIcon(standardIcon, option, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return ScrollBarExtent;
    case PM_ScrollBarSliderMin:
        return ShortestSlider;
    case PM_ScrollView_ScrollBarOverlap:
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabOverlap:
        return 0;
    case PM_TabBarTabHSpace:
        return 20;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
        return scaled(16);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return scaled(16);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_ToolTipLabelFrameWidth:
        return 6;
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuVMargin:
        return 4;
    case PM_MenuHMargin:
        return 0;
    case PM_FocusFrameHMargin: // cells begin where the text of their header begins
        return qobject_cast<const QTableView *>(widget) ? 7
                                                        : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_HeaderMargin:
        return 8;
    case PM_HeaderMarkSize:
        return 12;
    case PM_SplitterWidth:
        return 12;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return 16;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *answer) const
{
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 0;
    case SH_ComboBox_Popup:
        return 0;
    case SH_EtchDisabledText:
        return 0;
    case SH_ToolTipLabel_Opacity:
        return 255;
    case SH_MessageBox_TextInteractionFlags:
        return Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard;
    default:
        return QProxyStyle::styleHint(hint, option, widget, answer);
    }
}

} // namespace anrufwarte
