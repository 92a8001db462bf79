// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/completeness.h"
#include "ui/look/look.h"

#include <QCache>
#include <QPixmap>
#include <array>

class QPainter;

namespace anrufwarte {

/// The six segments of "Daten": filled = there, outlined = to come or missing, a dash = never. Each row of
/// them is drawn once and copied from then on: rounded outlines are the dearest strokes of the whole table.
class PartMeter
{
public:
    /// Of the segments with the gap to their text.
    static constexpr int Width = 52;

    explicit PartMeter(const Look &look) : m_look(look) {}

    /// At the left of `area`, in its middle.
    void paint(QPainter &painter, const QRect &area, const std::array<DataState, PartCount> &states);
    void forget() { m_ratio = 0.0; } ///< the look changed

private:
    [[nodiscard]] QPixmap draw(const std::array<DataState, PartCount> &states) const;

    const Look &m_look;
    qreal m_ratio = 0.0;               ///< of the pixmaps to their size; 0 = there are none
    QCache<int, QPixmap> m_meters{64}; ///< by the states as digits; a table has hardly more at a time
};

} // namespace anrufwarte
