// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/textcache.h"

#include <QGuiApplication>
#include <QPainter>
#include <QTextOption>
#include <QtMath>
#include <memory>
#include <utility>

namespace anrufwarte {

namespace {

constexpr int Steps = 64; ///< a pixel's: glyphs are told apart by fewer
constexpr int Margin = 3; ///< glyphs reach a little out of their line: the dots of "Ü"

/// Where pixels of a picture fall on pixels of the device.
bool isWhole(qreal number)
{
    return number == std::floor(number);
}

/// As Qt::TextSingleLine does it: what breaks lines is a space here.
QString withoutBreaks(QString text)
{
    for (const QChar breaking : {QChar(u'\n'), QChar(u'\r'), QChar(u'\t'), QChar(QChar::LineSeparator),
                                 QChar(QChar::ParagraphSeparator)})
        text.replace(breaking, u' ');
    return text;
}

} // namespace

TextCache::Line &TextCache::known(int fontKey, const QFont &font, const QString &text)
{
    const std::pair key(fontKey, text);
    if (Line *line = m_lines.object(key))
        return *line;
    auto line = std::make_unique<Line>();
    line->text = QStaticText(withoutBreaks(text));
    line->text.setTextFormat(Qt::PlainText); // texts from outside: never guessed to be markup
    QTextOption option;
    option.setTextDirection(QGuiApplication::layoutDirection());
    option.setWrapMode(QTextOption::NoWrap);
    line->text.setTextOption(option);
    line->text.prepare({}, font);
    Line &kept = *line;
    m_lines.insert(key, line.release());
    return kept;
}

const QStaticText &TextCache::line(int fontKey, const QFont &font, const QString &text)
{
    return known(fontKey, font, text).text;
}

void TextCache::draw(QPainter &painter, QPointF at, int fontKey, const QFont &font, const QString &text,
                     const Ink &ink)
{
    const qreal ratio = painter.device()->devicePixelRatio();
    const QPointF pixel(std::floor(at.x()), std::floor(at.y()));
    const PictureKey key{text,
                         fontKey,
                         ink.text.rgba(),
                         ink.ground.rgba(),
                         qRound((at.x() - pixel.x()) * Steps),
                         qRound(ratio * Steps)};
    if (const QPixmap *drawn = m_pictures.object(key)) {
        painter.drawPixmap(pixel - QPointF(Margin, Margin), *drawn);
        return;
    }
    Line &line = known(fontKey, font, text);
    const size_t now = qHash(key);
    const bool again = std::exchange(line.drawn, now) == now;
    if (again && ink.ground.isValid() && isWhole(ratio) && isWhole(at.y())) {
        auto drawn = std::make_unique<QPixmap>(picture(line.text, font, ink, at.x() - pixel.x(), ratio));
        painter.drawPixmap(pixel - QPointF(Margin, Margin), *drawn);
        const int pixels = drawn->width() * drawn->height();
        m_pictures.insert(key, drawn.release(), pixels);
        return;
    }
    painter.setFont(font);
    painter.setPen(ink.text);
    painter.drawStaticText(at, line.text);
}

QPixmap TextCache::picture(const QStaticText &text, const QFont &font, const Ink &ink, qreal beyondPixel,
                           qreal ratio)
{
    const QSizeF size = text.size() + QSizeF(beyondPixel + 2 * Margin, 2 * Margin);
    QPixmap picture(qCeil(size.width()) * qRound(ratio), qCeil(size.height()) * qRound(ratio));
    picture.setDevicePixelRatio(ratio);
    picture.fill(ink.ground);
    QPainter painter(&picture);
    painter.setFont(font);
    painter.setPen(ink.text);
    painter.drawStaticText(QPointF(Margin + beyondPixel, Margin), text);
    return picture;
}

void TextCache::forget()
{
    m_lines.clear();
    m_pictures.clear();
}

} // namespace anrufwarte
