// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/rowedits.h"
#include "ui/calls/cellcontext.h"

#include <QAbstractTableModel>

Q_DECLARE_METATYPE(anrufwarte::BoardRowPtr)

namespace anrufwarte {

/// One group of the live board as a Qt model. It replays the board's edits and thinks nothing of its own;
/// live data never resets it. Columns are in BoardColumn order.
class CallTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role
    {
        RawRole = Qt::UserRole, ///< the value behind the text: ms, micro-dollars, number as dialled; invalid
                                ///< = unknown
        RowRole,                ///< BoardRowPtr
        CallIdRole,             ///< Retell's id as text
    };

    /// `context` must outlive the model.
    explicit CallTableModel(const CellContext &context, QObject *parent = nullptr);

    void replay(const RowEdits &edits);
    /// Language or formats changed: all texts are new, no row is.
    void retranslate();

    [[nodiscard]] const BoardRowPtr &row(int row) const { return m_rows[static_cast<size_t>(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void replay(const RowEdit &edit);
    void move(const RowEdit &edit);
    void announceChange(const RowEdit &edit);
    [[nodiscard]] QVariant toolTip(const BoardRow &row, BoardColumn column) const;

    const CellContext &m_context;
    std::vector<BoardRowPtr> m_rows;
};

} // namespace anrufwarte
