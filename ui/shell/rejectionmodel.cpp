// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rejectionmodel.h"

#include "core/base/clock.h"
#include "core/text/formats.h"
#include "core/text/terms.h"

#include <algorithm>

namespace anrufwarte {

RejectionModel::RejectionModel(const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent), m_clock(clock)
{
}

void RejectionModel::add(const DeliveryRecord &record)
{
    const auto known = std::find_if(m_records.begin(), m_records.end(),
                                    [&](const DeliveryRecord &other) { return other.id == record.id; });
    if (known != m_records.end()) {
        if (*known == record)
            return;
        *known = record;
        const int row = static_cast<int>(known - m_records.begin());
        Q_EMIT
        dataChanged(index(row, 0), index(row, ColumnCount - 1));
        return;
    }
    const auto place = std::find_if(m_records.cbegin(), m_records.cend(), [&](const DeliveryRecord &other) {
        return other.receivedMs <= record.receivedMs;
    });
    const auto row = place - m_records.cbegin();
    if (row >= Limit)
        return;
    beginInsertRows({}, static_cast<int>(row), static_cast<int>(row));
    m_records.insert(row, record);
    endInsertRows();
    if (m_records.size() > Limit) {
        beginRemoveRows({}, Limit, Limit);
        m_records.removeLast();
        endRemoveRows();
    }
}

void RejectionModel::merge(const QList<DeliveryRecord> &records)
{
    for (auto record = records.crbegin(); record != records.crend(); ++record)
        add(*record);
}

void RejectionModel::retranslate()
{
    Q_EMIT
    headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_records.isEmpty())
        Q_EMIT
    dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

const DeliveryRecord *RejectionModel::at(int row) const
{
    return row >= 0 && row < m_records.size() ? &m_records.at(row) : nullptr;
}

int RejectionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_records.size());
}

int RejectionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RejectionModel::text(const DeliveryRecord &record, Column column) const
{
    switch (column) {
    case Received:
        return Formats().timeOrDate(record.receivedMs, m_clock.nowMs());
    case Sender:
        return record.sender;
    case Event:
        return record.event.isEmpty() ? Formats::unknown() : record.event;
    case Reason:
        return terms::rejection(record);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant RejectionModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    const DeliveryRecord &record = m_records.at(index.row());
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(record, column);
    case Qt::ToolTipRole:
        return column == Event && !record.event.isEmpty() ? tr("From the rejected body, unverified")
                                                          : text(record, column);
    default:
        return {};
    }
}

QVariant RejectionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Received:
        return tr("Received");
    case Sender:
        return tr("Sender");
    case Event:
        return tr("Event");
    case Reason:
        return tr("Reason");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace anrufwarte
