// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace anrufwarte {

class CellDelegate;
class ChangesModel;
class Look;
class TableHead;

/// The changes call by call; a click or Enter on a call opens and closes it.
class ChangesTree : public QTreeView
{
    Q_OBJECT
public:
    /// `model` must outlive the view.
    ChangesTree(const Look &look, ChangesModel &model, QWidget *parent = nullptr);

    /// Opens the first calls that changed, as many as one looks through.
    void openFirst();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void toggle(const QModelIndex &index);
    void spanReasons(const QModelIndex &call);
    void hover(const QModelIndex &index);

    const ChangesModel &m_model;
    TableHead *m_head;
    CellDelegate *m_delegate;
};

} // namespace anrufwarte
