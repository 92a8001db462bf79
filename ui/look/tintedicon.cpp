// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/tintedicon.h"

#include <QFile>
#include <QLoggingCategory>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace anrufwarte {

namespace {

Q_LOGGING_CATEGORY(lcLook, "anrufwarte.look")

/// ui.md §4: stroke 2 at 16 px, 1.75 at 18 px; large ones finer still, or they look bold.
QByteArray strokeWidth(int size)
{
    if (size >= 32)
        return QByteArrayLiteral("1.5");
    return size >= 18 ? QByteArrayLiteral("1.75") : QByteArrayLiteral("2");
}

QPixmap rendered(const QString &name, const QColor &color, int size, qreal devicePixelRatio)
{
    QFile file(QStringLiteral(":/icons/lucide/") + name + QStringLiteral(".svg"));
    if (!file.open(QIODevice::ReadOnly)) {
        qCWarning(lcLook) << "no such icon:" << name;
        return {};
    }
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
    svg.replace("stroke-width=\"2\"", QByteArray("stroke-width=\"" + strokeWidth(size) + '"'));

    const int pixels = qRound(size * devicePixelRatio);
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setOpacity(color.alphaF());
    QSvgRenderer(svg).render(&painter);
    painter.end();
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

} // namespace

QPixmap tintedPixmap(const QString &name, const QColor &color, int size, qreal devicePixelRatio)
{
    const QString key = QStringLiteral("lucide/%1/%2/%3/%4")
                            .arg(name, color.name(QColor::HexArgb))
                            .arg(size)
                            .arg(qRound(devicePixelRatio * 100));
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = rendered(name, color, size, devicePixelRatio);
        QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
}

TintedIconEngine::TintedIconEngine(QString name, QColor color, QColor disabledColor)
    : m_name(std::move(name)), m_color(color), m_disabledColor(disabledColor)
{
}

void TintedIconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    const qreal scale = painter->device()->devicePixelRatioF();
    painter->drawPixmap(rect, scaledPixmap(rect.size() * scale, mode, state, scale));
}

QPixmap TintedIconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1.0);
}

QPixmap TintedIconEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale)
{
    // Qt asks in device pixels and says the scale beside it; the stroke follows the size people see.
    const int side = qRound(qMin(size.width(), size.height()) / scale);
    return tintedPixmap(m_name, mode == QIcon::Disabled ? m_disabledColor : m_color, side, scale);
}

QIconEngine *TintedIconEngine::clone() const
{
    return new TintedIconEngine(*this);
}

} // namespace anrufwarte
