// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/deliveryrecord.h"

#include <QAbstractTableModel>

namespace anrufwarte {

class Clock;

/// The newest rejected deliveries, newest first; at most Limit. Rows come and change one by one, never all at
/// once.
class RejectionModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    static constexpr qsizetype Limit = 20;
    enum Column
    {
        Received,
        Sender,
        Event,
        Reason,
        ColumnCount
    };

    explicit RejectionModel(const Clock &clock, QObject *parent = nullptr);

    void add(const DeliveryRecord &record);
    /// What the store says now: adds what is new and renews what is known (hints come later).
    void merge(const QList<DeliveryRecord> &records);
    void retranslate();

    [[nodiscard]] const DeliveryRecord *at(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const DeliveryRecord &record, Column column) const;

    const Clock &m_clock;
    QList<DeliveryRecord> m_records;
};

} // namespace anrufwarte
