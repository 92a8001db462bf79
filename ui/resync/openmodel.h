// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/incompletecall.h"
#include "ui/resync/resyncview.h"

#include <QAbstractTableModel>

namespace anrufwarte {

/// The calls that lack data: what, and when they are asked for again or why not.
class OpenModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Caller,
        Begin,
        Missing,
        Next,
        ColumnCount
    };

    /// `view` must outlive the model.
    explicit OpenModel(const ResyncView &view, QObject *parent = nullptr);

    /// Rows that stay, stay: only what differs is told to the views.
    void setCalls(const QList<IncompleteCall> &calls);
    [[nodiscard]] const IncompleteCall &call(int row) const { return m_calls.at(row); }
    void passTime(); ///< "in 4 min" is "in 3 min" now
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void removeGone(const QList<IncompleteCall> &calls);
    void place(int row, const IncompleteCall &call);
    [[nodiscard]] QString text(const IncompleteCall &call, int column) const;

    const ResyncView &m_view;
    QList<IncompleteCall> m_calls;
};

} // namespace anrufwarte
