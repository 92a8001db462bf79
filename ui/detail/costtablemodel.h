// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/cost.h"

#include <QAbstractTableModel>

namespace anrufwarte {

/// What amounts of the table are shown in. Only the table: totals always name ct and $.
enum class CostDisplay : quint8
{
    Cents,
    Dollars,
    Euros
};

/// The items of one call's cost, and below them, always last, the sum of the items and the total Retell
/// states.
class CostTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Item,
        Product,
        UnitPrice,
        Amount,
        Share,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setCost(CostReading cost, bool emphasizeSums);
    void setDisplay(CostDisplay display, double eurPerUsd);
    void retranslate();

    /// Item amounts in the order of the table's colours (greatest first), for the bar above it.
    [[nodiscard]] QList<MicroDollars> sharesInOrder() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    struct Row
    {
        CostPart part;
        int color = 0;
    };

    [[nodiscard]] bool isSumRow(int row) const { return row >= m_rows.size(); }
    [[nodiscard]] QString itemText(const Row &row, int column) const;
    [[nodiscard]] QString sumText(int row, int column) const;
    [[nodiscard]] QString amountText(std::optional<MicroDollars> amount) const;
    [[nodiscard]] QString sentence(int row) const;
    [[nodiscard]] QString text(int row, int column) const;
    void order();

    CostReading m_cost;
    QList<Row> m_rows;
    MicroDollars m_itemsTotal = 0; ///< what shares are of
    bool m_emphasizeSums = false;
    CostDisplay m_display = CostDisplay::Cents;
    double m_eurPerUsd = 0.0;
    int m_sortColumn = Amount;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
};

} // namespace anrufwarte
