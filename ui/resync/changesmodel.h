// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/resync/resultlist.h"
#include "ui/resync/resyncview.h"

#include <QAbstractItemModel>
#include <optional>
#include <vector>

namespace anrufwarte {

struct CellLook;

/// What a finished run changed: calls in the order in which they were asked, below each its fields before and
/// after, or why it failed.
class ChangesModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column
    {
        Field,
        Before,
        Arrow,
        After,
        Change,
        ColumnCount
    };

    /// `view` must outlive the model.
    explicit ChangesModel(const ResyncView &view, QObject *parent = nullptr);

    void setResults(const QList<ResultPtr> &results);
    void setFilter(ResultFilter filter);
    void setField(std::optional<ResyncField> field); ///< empty = all fields
    void retranslate();

    /// A line that says in words why the call failed, across the columns.
    [[nodiscard]] bool isReason(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    using QObject::parent;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        ResultPtr result;
        std::vector<quint8> deltas; ///< the lines below it: places in result->deltas, changed ones first
        bool hasReason = false;
    };

    void refill();
    [[nodiscard]] std::optional<Row> rowFor(const ResultPtr &result) const;
    [[nodiscard]] const Row &rowOf(const QModelIndex &index) const;
    [[nodiscard]] const FieldDelta *deltaOf(const QModelIndex &index) const; ///< null: a call, or a reason
    [[nodiscard]] QString callText(const Row &row, int column) const;
    [[nodiscard]] QString deltaText(const FieldDelta &delta, int column) const;
    [[nodiscard]] QString text(const QModelIndex &index) const;
    [[nodiscard]] QString spoken(const QModelIndex &index) const;
    [[nodiscard]] CellLook lookOf(const QModelIndex &index) const;

    const ResyncView &m_view;
    ResultFilter m_filter = ResultFilter::ChangedAndFailed;
    std::optional<ResyncField> m_field;
    QList<ResultPtr> m_results;
    std::vector<Row> m_rows;
};

} // namespace anrufwarte
