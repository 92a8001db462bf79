// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QFont>
#include <QPixmap>
#include <QStaticText>

class QPainter;

namespace anrufwarte {

/// Single lines as they were laid out and drawn before. Under load a table repaints its cells up to sixty
/// times a second and most of them unchanged: laying a text out takes longer than drawing it, and drawing it
/// glyph by glyph longer than copying what it became. Bounded: what was not painted for longest goes.
class TextCache
{
public:
    struct Ink
    {
        QColor text;
        QColor ground; ///< the one opaque colour that is under the line; invalid: something else is
    };

    /// `font` is what `fontKey` stands for; forget() when that changes. Valid until the next call.
    [[nodiscard]] const QStaticText &line(int fontKey, const QFont &font, const QString &text);
    /// With its top left at `at`: the very pixels that drawing the line() gives.
    void draw(QPainter &painter, QPointF at, int fontKey, const QFont &font, const QString &text,
              const Ink &ink);
    void forget();

private:
    static constexpr int MaxLines = 1024;     ///< three screens full of cells; about a kilobyte each
    static constexpr int MaxPixels = 1 << 20; ///< two screens full of lines; four bytes each

    struct Line
    {
        QStaticText text;
        size_t drawn = 0; ///< how it was last drawn, as the hash of its PictureKey
    };
    /// Numbers stand against their right edge and so between pixels.
    struct PictureKey
    {
        QString text;
        int fontKey = 0;
        QRgb ink = 0;
        QRgb ground = 0;
        int beyondPixel = 0; ///< of the left edge, in 64ths
        int ratio = 0;       ///< of the device, in 64ths

        bool operator==(const PictureKey &) const = default;
        friend size_t qHash(const PictureKey &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.text, key.fontKey, key.ink, key.ground, key.beyondPixel, key.ratio);
        }
    };

    [[nodiscard]] Line &known(int fontKey, const QFont &font, const QString &text);
    [[nodiscard]] static QPixmap picture(const QStaticText &text, const QFont &font, const Ink &ink,
                                         qreal beyondPixel, qreal ratio);

    QCache<std::pair<int, QString>, Line> m_lines{MaxLines};
    QCache<PictureKey, QPixmap> m_pictures{MaxPixels};
};

} // namespace anrufwarte
