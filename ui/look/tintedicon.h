// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIconEngine>

namespace anrufwarte {

/// One Lucide icon drawn in a colour at size × size pixels; empty (and a warning in the log) for an unknown
/// name.
[[nodiscard]] QPixmap tintedPixmap(const QString &name, const QColor &color, int size,
                                   qreal devicePixelRatio);

/// Draws a Lucide icon at whatever size a widget asks for, paler when the widget is disabled.
class TintedIconEngine final : public QIconEngine
{
public:
    TintedIconEngine(QString name, QColor color, QColor disabledColor);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state,
                                       qreal scale) override;
    [[nodiscard]] QIconEngine *clone() const override;

private:
    QString m_name;
    QColor m_color;
    QColor m_disabledColor;
};

} // namespace anrufwarte
