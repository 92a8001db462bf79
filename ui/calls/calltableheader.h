// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/roworder.h"
#include "ui/look/look.h"

#include <QHeaderView>

class QMenu;

namespace anrufwarte {

/// The one header above both groups: widths, order, visibility and sort mark of their columns. The Agent
/// column takes what the others leave.
class CallTableHeader : public QHeaderView
{
    Q_OBJECT
public:
    explicit CallTableHeader(const Look &look, QWidget *parent = nullptr);

    void setSort(BoardSort sort);
    void fitTo(int width); ///< the space there is for all columns
    void resetLayout();
    void growForLanguage(); ///< after a switch: no title is cut that could be read before
    void setColumnShown(BoardColumn column, bool shown);
    [[nodiscard]] QList<BoardColumn> shownColumns() const; ///< from left to right

    /// Fills a menu with the columns to choose from, "reset" and "fit".
    void fillMenu(QMenu &menu);

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void sortChosen(anrufwarte::BoardSort sort);
    void fitRequested();
    void layoutChosen(); ///< widths, order or visibility are no longer what they were

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void chooseSort(int section);
    void stretchAgent();

    const Look &m_look;
    BoardSort m_sort;
    int m_space = 0;
};

} // namespace anrufwarte
