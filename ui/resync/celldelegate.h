// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/resync/celllook.h"

#include <QPersistentModelIndex>
#include <QStyledItemDelegate>
#include <array>

namespace anrufwarte {

/// Paints the cells of the resync tables after their CellLook, the row's ground, and one focus ring around
/// the row.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    static constexpr int OuterPadding = 12, InnerPadding = 8;

    explicit CellDelegate(const Look &look, QObject *parent = nullptr);

    /// The row under the pointer; true when it is another one than before.
    bool setHovered(const QModelIndex &index);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void loadFonts();
    void paintGround(QPainter *painter, const QStyleOptionViewItem &option, const CellLook &cell,
                     const QModelIndex &index) const;
    void paintIcon(QPainter *painter, const QStyleOptionViewItem &option, const CellLook &cell,
                   QRect &room) const;
    void paintText(QPainter *painter, const CellLook &cell, const QString &text, QRect room) const;
    void paintChip(QPainter *painter, const CellLook &cell, const QString &text, const QRect &room) const;
    void paintFocus(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    const Look &m_look;
    QPersistentModelIndex m_hovered; ///< first cell of its row
    std::array<QFont, static_cast<size_t>(TextStyle::Mono) + 1> m_fonts;
};

} // namespace anrufwarte
