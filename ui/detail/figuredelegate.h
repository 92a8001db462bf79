// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace anrufwarte {

class Look;

/// What models of figures tell their table beyond text.
enum FigureRole
{
    SwatchRole = Qt::UserRole, ///< int: index of the share colour (0 to 4) before the text
    BreachRole,                ///< bool: above the limit; shown by icon and colour
    SumRole,                   ///< bool: a sum row, on a raised ground
    QuietRole,                 ///< bool: secondary text
};

/// Table cells with a colour swatch or a warning mark.
class FigureDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    FigureDelegate(const Look &look, QObject *parent);

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const Look &m_look;
};

} // namespace anrufwarte
