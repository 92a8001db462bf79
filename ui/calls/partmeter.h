// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/completeness.h"
#include "ui/look/look.h"

#include <QPixmap>
#include <array>

class QPainter;

namespace anrufwarte {

/// The six segments of "Daten": filled = there, outlined = to come or missing, a dash = never. Each kind is
/// drawn once and copied from then on: rounded outlines are the dearest strokes of the whole table.
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
    void draw(qreal ratio);

    const Look &m_look;
    qreal m_ratio = 0.0;               ///< of the pixmaps to their size; 0 = there are none
    std::array<QPixmap, 4> m_segments; ///< in the order of DataState
};

} // namespace anrufwarte
