// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/roworder.h"
#include "ui/look/look.h"

#include <QHeaderView>
#include <array>

class QMenu;

namespace anrufwarte {

/// The one header above both groups: widths, order, visibility and sort mark of their columns. The Agent
/// column takes what the others leave. Widths a person did not choose follow the language.
class CallTableHeader : public QHeaderView
{
    Q_OBJECT
public:
    explicit CallTableHeader(const Look &look, QWidget *parent = nullptr);

    void setSort(BoardSort sort);
    void fitTo(int width); ///< the space there is for all columns
    void resetLayout();
    void fitLanguage(); ///< after a switch: widths nobody chose become the language's, others never too small
    [[nodiscard]] int leastWidth() const;       ///< of all columns, names of agents cut
    [[nodiscard]] int comfortableWidth() const; ///< the same with usual names in full
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
    void noteResize(int section);
    void stretchAgent();
    [[nodiscard]] int widthOfOthers() const;

    const Look &m_look;
    BoardSort m_sort;
    int m_space = 0;
    bool m_resizing = false;                                 ///< it is us, not the person
    std::array<int, BoardColumnCount> m_languageWidths = {}; ///< as last set; 0 = not yet
};

} // namespace anrufwarte
