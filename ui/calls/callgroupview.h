// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/calls/calldelegate.h"
#include "ui/calls/calltablemodel.h"

#include <QTableView>

namespace anrufwarte {

/// The table of one group, as tall as its rows: it lies in a scroll area that it shares with the other group,
/// and never scrolls by itself. Arrows move inside, Tab leaves.
class CallGroupView : public QTableView
{
    Q_OBJECT
public:
    CallGroupView(const Look &look, CallTableModel *model, CallDelegate *delegate, QWidget *parent = nullptr);

    /// The model has replayed `edits`: brings the table up to them and repaints what they moved.
    void settleRows(const RowEdits &edits);
    [[nodiscard]] int contentHeight() const;
    [[nodiscard]] QRect rowRect(int row) const; ///< in this widget's coordinates
    [[nodiscard]] int selectedRow() const;      ///< -1 = none
    [[nodiscard]] int hoverRow() const { return m_hoverRow; }
    void selectRow(int row, int column); ///< -1 selects nothing; says nothing, scrolls nothing
    void updateHover();                  ///< rows may have moved under a resting pointer
    void setPageHeight(int height) { m_pageHeight = height; }
    void updateRow(int row);

    void scrollTo(const QModelIndex &index, ScrollHint hint) override;
    void keyboardSearch(const QString &) override {}
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                     const QList<int> &roles) override;

Q_SIGNALS:
    void rowPicked(int row); ///< by mouse or keyboard
    void rowOpened(int row); ///< clicked, or Enter
    void rowWanted(int row); ///< should be visible
    void attentionChanged(); ///< pointer or focus went to another row
    void keyPressed();
    void pointerMoved();
    void copyRequested();
    void copyIdRequested();

protected:
    void updateGeometries() override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void setHoverRow(int row);

    CallDelegate *m_delegate;
    int m_hoverRow = -1;
    int m_pageHeight = 0;
    bool m_quiet = false;
};

} // namespace anrufwarte
