// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/resync/openmodel.h"

#include "ui/resync/celllook.h"
#include "ui/resync/resyncwords.h"

#include <QSet>

namespace anrufwarte {

namespace {

bool isSetAside(const IncompleteCall &call)
{
    return call.retry && call.retry->setAside != SetAside::No;
}

CellLook lookOf(const IncompleteCall &call, int column)
{
    CellLook cell;
    switch (column) {
    case OpenModel::Caller:
        cell.icon = resyncwords::directionIcon(call.row.direction, call.row.callType);
        cell.font = TextStyle::BodyMedium;
        break;
    case OpenModel::Missing:
        cell.icon = isSetAside(call) ? QString() : QStringLiteral("circle-alert");
        cell.iconColour = &Tokens::warn;
        cell.colour = isSetAside(call) ? &Tokens::text2 : &Tokens::warn;
        break;
    case OpenModel::Next:
        cell.icon = isSetAside(call) ? QStringLiteral("circle-minus") : QStringLiteral("clock");
        cell.colour = &Tokens::text2;
        break;
    default:
        cell.colour = &Tokens::text2;
    }
    return cell;
}

} // namespace

OpenModel::OpenModel(const ResyncView &view, QObject *parent) : QAbstractTableModel(parent), m_view(view) {}

void OpenModel::setCalls(const QList<IncompleteCall> &calls)
{
    removeGone(calls);
    for (int row = 0; row < calls.size(); ++row)
        place(row, calls.at(row));
}

void OpenModel::removeGone(const QList<IncompleteCall> &calls)
{
    QSet<CallId> wanted;
    for (const IncompleteCall &call : calls)
        wanted.insert(call.row.callId);
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (wanted.contains(m_calls.at(row).row.callId))
            continue;
        beginRemoveRows({}, row, row);
        m_calls.removeAt(row);
        endRemoveRows();
    }
}

/// All rows above `row` are in their places already.
void OpenModel::place(int row, const IncompleteCall &call)
{
    int from = row;
    while (from < m_calls.size() && m_calls.at(from).row.callId != call.row.callId)
        ++from;
    if (from == m_calls.size()) {
        beginInsertRows({}, row, row);
        m_calls.insert(row, call);
        endInsertRows();
        return;
    }
    if (from != row) {
        beginMoveRows({}, from, from, {}, row);
        m_calls.move(from, row);
        endMoveRows();
    }
    if (m_calls.at(row) == call)
        return;
    m_calls[row] = call;
    Q_EMIT
    dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void OpenModel::passTime()
{
    if (rowCount() > 0)
        Q_EMIT
    dataChanged(index(0, Next), index(rowCount() - 1, Next));
}

void OpenModel::retranslate()
{
    Q_EMIT
    headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        Q_EMIT
    dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int OpenModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_calls.size());
}

int OpenModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString OpenModel::text(const IncompleteCall &call, int column) const
{
    switch (column) {
    case Caller:
        return resyncwords::caller(call.row, m_view);
    case Begin:
        return resyncwords::begin(call.row.startMs, m_view);
    case Missing:
        return resyncwords::missingParts(call.row);
    case Next:
        return resyncwords::nextTry(call, m_view);
    default:
        return {};
    }
}

QVariant OpenModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const IncompleteCall &call = m_calls.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return text(call, index.column());
    case CellLookRole:
        return QVariant::fromValue(lookOf(call, index.column()));
    case CellCallRole:
        return call.row.callId.value();
    case Qt::AccessibleDescriptionRole:
        if (index.column() == 0)
            return tr("%1, %2, missing: %3, %4")
                .arg(text(call, Caller), text(call, Begin), text(call, Missing), text(call, Next));
        return {};
    default:
        return {};
    }
}

QVariant OpenModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Caller:
        return tr("Call");
    case Begin:
        return tr("Start");
    case Missing:
        return tr("Missing");
    case Next:
        return tr("Asked again");
    default:
        return {};
    }
}

} // namespace anrufwarte
