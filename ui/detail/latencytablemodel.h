// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/latency.h"

#include <QAbstractTableModel>

namespace anrufwarte {

/// The percentiles of a call per component in milliseconds, with the number of measurements. The five
/// components of an ordinary call always have their row ("–" when not delivered); others only when Retell
/// delivered them.
class LatencyTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Component,
        P50,
        P90,
        P95,
        P99,
        Samples,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setGroups(const QList<LatencyGroup> &groups, double limitMs);
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] QString sentence(int row) const;
    [[nodiscard]] bool isBreach(int row, int column) const;

    QList<LatencyGroup> m_rows;
    double m_limitMs = 0.0;
};

} // namespace anrufwarte
