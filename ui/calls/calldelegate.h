// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/calls/cellstyle.h"
#include "ui/calls/partmeter.h"
#include "ui/calls/rowfade.h"
#include "ui/calls/textcache.h"

#include <QStyledItemDelegate>
#include <array>

namespace anrufwarte {

/// Paints every cell of the live tables: icon and text, numbers to the right, the six segments of "Daten",
/// and the row's ground (hover, selection with its bar, focus, fade, hairline).
class CallDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    CallDelegate(const Look &look, const CellContext &context, const RowFade &fade,
                 QObject *parent = nullptr);

    void setHoverRow(int row) { m_hoverRow = row; } ///< -1 = none

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Cell
    {
        QPainter *painter;
        const QStyleOptionViewItem &option;
        const BoardRow &row;
        BoardColumn column;
        bool isFirst; ///< leftmost as the user ordered them
    };
    /// The colour that text is on; invalid where two are mixed.
    QColor paintGround(const Cell &cell, bool hovered) const;
    void paintFocus(const Cell &cell, const QModelIndex &index) const;
    void paintMeter(const Cell &cell, QRect &area) const;
    void paintText(const Cell &cell, QRect area, const QColor &ground) const;
    void loadLook();

    const Look &m_look;
    const CellContext &m_context;
    const RowFade &m_fade;
    std::array<QFont, static_cast<size_t>(TextStyle::Mono) + 1> m_fonts;
    // paint() is const, but remembers what it drew.
    mutable TextCache m_texts;
    mutable PartMeter m_meter;
    int m_hoverRow = -1;
};

} // namespace anrufwarte
