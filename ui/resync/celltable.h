// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace anrufwarte {

class CellDelegate;
class Look;
class TableHead;

/// A flat table of the resync page: whole rows, hairlines, hover and focus by the row, Ctrl+C copies. Rows
/// that come in above what somebody reads do not move it.
class CellTable : public QTableView
{
    Q_OBJECT
public:
    explicit CellTable(const Look &look, QWidget *parent = nullptr);

    /// Widths as TableHead::setWidths() takes them.
    void display(QAbstractItemModel *model, const QList<int> &wide, const QList<int> &narrow);

Q_SIGNALS:
    void rowOpened(const QModelIndex &index); ///< double click or Enter

protected:
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void hover(const QModelIndex &index);

    TableHead *m_head;
    CellDelegate *m_delegate;
};

/// The selected rows of a view for the clipboard: tab-separated, all columns.
void copySelectedRows(const QAbstractItemView &view);

} // namespace anrufwarte
