// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QWidget>

namespace anrufwarte::test {

/// What a person can act on, or read row by row.
inline bool needsName(const QWidget &widget, QAccessible::Role role)
{
    switch (role) {
    case QAccessible::PushButton:
    case QAccessible::ButtonMenu:
    case QAccessible::ButtonDropDown:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::EditableText:
    case QAccessible::SpinBox:
    case QAccessible::Slider:
    case QAccessible::PageTabList:
    case QAccessible::Table:
    case QAccessible::Tree:
    case QAccessible::List:
    case QAccessible::Chart:
        return true;
    default:
        return (widget.focusPolicy() & Qt::TabFocus) != 0 && !widget.focusProxy();
    }
}

/// A combo box passes for its choice on Linux: what it is for, its own name or its label says.
inline bool isNamed(const QWidget &widget, QAccessibleInterface &seen)
{
    if (seen.role() != QAccessible::ComboBox)
        return !seen.text(QAccessible::Name).trimmed().isEmpty();
    return !widget.accessibleName().trimmed().isEmpty() || !seen.relations(QAccessible::Label).isEmpty();
}

/// Everything visible in a window that a screen reader has no name for, with where it stands.
inline QString namelessIn(const QWidget &window)
{
    QStringList found;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        const bool isPartOfSpinBox = widget->objectName() == QLatin1String("qt_spinbox_lineedit");
        QAccessibleInterface *seen =
            QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget)); // it only looks
        if (!widget->isVisible() || isPartOfSpinBox || !seen || !needsName(*widget, seen->role()) ||
            isNamed(*widget, *seen))
            continue;
        QStringList place;
        for (const QWidget *at = widget; at && at != window.parentWidget(); at = at->parentWidget())
            place.append(QString::fromLatin1(at->metaObject()->className()));
        found.append(place.join(QLatin1String(" in ")));
    }
    return found.join(QLatin1Char('\n'));
}

} // namespace anrufwarte::test
