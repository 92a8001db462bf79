// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/look.h"
#include "ui/look/style.h"

#include <QRectF>

class QPainter;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComplex;
class QWidget;

/// What Style delegates to; nobody else includes this.
namespace anrufwarte::stylepaint {

struct Brush
{
    QPainter *painter;
    const Look &look;
    [[nodiscard]] const Tokens &tokens() const { return look.tokens(); }
};

/// A rounded rectangle whose 1 px line lies inside rect. An invalid colour leaves fill or line out.
void roundedRect(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &line,
                 qreal lineWidth = 1.0);
void icon(const Brush &brush, const QRect &rect, const QString &name, const QColor &color, int size);
[[nodiscard]] bool has(const QStyleOption *option, int stateFlag);
[[nodiscard]] ButtonKind kindOf(const QWidget *widget);
[[nodiscard]] bool isCompact(const QWidget *widget);

void focusRing(const Brush &brush, const QRect &rect, qreal radius);

// buttons
void pushButton(const Brush &brush, const QStyleOption *option, const QWidget *widget);
void buttonLabel(const Brush &brush, const QStyleOptionButton &button, const QWidget *widget);
/// Icon, gap and text (and the arrow of a menu) beside each other.
[[nodiscard]] int buttonLabelWidth(const QStyleOptionButton &button);
void toolButtonPanel(const Brush &brush, const QStyleOption *option);
void checkBox(const Brush &brush, const QStyleOption *option);
void radioButton(const Brush &brush, const QStyleOption *option);

// inputs
void lineEdit(const Brush &brush, const QStyleOption *option, const QWidget *widget);
void comboBox(const Brush &brush, const QStyleOptionComplex *option, const QRect &arrow);
void spinBox(const Brush &brush, const QStyleOptionComplex *option, const QRect &up, const QRect &down);
void scrollBar(const Brush &brush, const QStyleOptionComplex *option, const QRect &slider);

// bars, lists and menus
void tab(const Brush &brush, const QStyleOption *option);
void headerSection(const Brush &brush, const QStyleOption *option);
void itemPanel(const Brush &brush, const QStyleOption *option);
void menuItem(const Brush &brush, const QStyleOption *option);
void menuBarItem(const Brush &brush, const QStyleOption *option);
[[nodiscard]] QSize menuItemSize(const QStyleOption *option, const QSize &contents);

} // namespace anrufwarte::stylepaint
