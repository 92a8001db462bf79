// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QFont>
#include <QStaticText>

namespace anrufwarte {

/// Single lines as they were laid out before. Under load a table repaints its cells up to sixty times a
/// second and most of them unchanged, and laying a text out takes longer than drawing it. Bounded: what was
/// not painted for longest goes.
class TextCache
{
public:
    /// `font` is what `fontKey` stands for; forget() when that changes. Valid until the next call.
    [[nodiscard]] const QStaticText &line(int fontKey, const QFont &font, const QString &text);
    void forget() { m_lines.clear(); }

private:
    static constexpr int MaxLines = 1024; ///< three screens full of cells; about a kilobyte each

    QCache<std::pair<int, QString>, QStaticText> m_lines{MaxLines};
};

} // namespace anrufwarte
