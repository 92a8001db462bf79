// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/calltablemodel.h"

#include "core/text/terms.h"
#include "ui/calls/callcolumns.h"
#include "ui/calls/celltexts.h"

namespace anrufwarte {

namespace {
QVariant alignmentOf(BoardColumn column)
{
    const Qt::Alignment alignment =
        Qt::AlignVCenter | (callColumn(column).isNumber ? Qt::AlignRight : Qt::AlignLeft);
    return static_cast<int>(alignment.toInt());
}
} // namespace

CallTableModel::CallTableModel(const CellContext &context, QObject *parent)
    : QAbstractTableModel(parent), m_context(context)
{
}

void CallTableModel::replay(const RowEdits &edits)
{
    for (const RowEdit &edit : edits)
        replay(edit);
}

void CallTableModel::replay(const RowEdit &edit)
{
    switch (edit.kind) {
    case RowEdit::Kind::Remove:
        beginRemoveRows({}, edit.first, edit.first + edit.count - 1);
        anrufwarte::replay(edit, m_rows);
        endRemoveRows();
        return;
    case RowEdit::Kind::Insert:
        beginInsertRows({}, edit.first, edit.first + edit.count - 1);
        anrufwarte::replay(edit, m_rows);
        endInsertRows();
        return;
    case RowEdit::Kind::Move:
        move(edit);
        return;
    case RowEdit::Kind::Change:
        anrufwarte::replay(edit, m_rows);
        announceChange(edit);
        return;
    }
}

void CallTableModel::move(const RowEdit &edit)
{
    Q_EMIT
    layoutAboutToBeChanged({}, VerticalSortHint);
    std::vector<int> target(edit.order.size());
    for (size_t i = 0; i < edit.order.size(); ++i)
        target[static_cast<size_t>(edit.order[i])] = static_cast<int>(i);
    anrufwarte::replay(edit, m_rows);

    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &index : before)
        after.append(createIndex(target[static_cast<size_t>(index.row())], index.column()));
    changePersistentIndexList(before, after);
    Q_EMIT
    layoutChanged({}, VerticalSortHint);
}

/// Each run of columns by itself: what lies between two that changed need not be painted again.
void CallTableModel::announceChange(const RowEdit &edit)
{
    const int last = edit.first + edit.count - 1;
    const auto has = [&edit](int column) {
        return column < BoardColumnCount && edit.columns.has(static_cast<BoardColumn>(column));
    };
    for (int column = 0; column < BoardColumnCount; ++column) {
        if (!has(column))
            continue;
        const int begin = column;
        while (has(column + 1))
            ++column;
        Q_EMIT
        dataChanged(index(edit.first, begin), index(last, column));
    }
}

void CallTableModel::retranslate()
{
    Q_EMIT
    headerDataChanged(Qt::Horizontal, 0, BoardColumnCount - 1);
    if (!m_rows.empty())
        Q_EMIT
    dataChanged(index(0, 0), index(rowCount() - 1, BoardColumnCount - 1));
}

int CallTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CallTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : BoardColumnCount;
}

QVariant CallTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const BoardRowPtr &row = m_rows[static_cast<size_t>(index.row())];
    const auto column = static_cast<BoardColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return callColumn(column).text(*row, m_context);
    case Qt::AccessibleTextRole:
        return column == BoardColumn::DataParts ? celltext::spokenParts(*row, m_context)
                                                : callColumn(column).text(*row, m_context);
    case Qt::AccessibleDescriptionRole:
        return column == BoardColumn::Status ? QVariant(celltext::sentence(*row, m_context)) : QVariant();
    case Qt::ToolTipRole:
        return toolTip(*row, column);
    case Qt::TextAlignmentRole:
        return alignmentOf(column);
    case RawRole:
        return callColumn(column).raw(*row);
    case RowRole:
        return QVariant::fromValue(row);
    case CallIdRole:
        return row->call.callId.value();
    default:
        return {};
    }
}

QVariant CallTableModel::toolTip(const BoardRow &row, BoardColumn column) const
{
    // Escaped: text from outside must not become markup in a tooltip.
    QString text;
    switch (column) {
    case BoardColumn::Status:
        text = celltext::status(row, m_context);
        if (!row.call.disconnectionReason.isEmpty())
            text += QLatin1String(" – ") + terms::disconnectionReason(row.call.disconnectionReason);
        break;
    case BoardColumn::Duration:
    case BoardColumn::Begin:
        text = m_context.formats.dateTimeWithOffset(beginMs(row.call));
        if (row.call.endMs)
            text += u'\n' + m_context.formats.dateTimeWithOffset(*row.call.endMs);
        break;
    case BoardColumn::LastSource:
        text = celltext::source(row, m_context) + u'\n' +
               m_context.formats.dateTimeWithOffset(row.call.lastSeenMs);
        break;
    case BoardColumn::DataParts:
        text = celltext::spokenParts(row, m_context);
        break;
    default:
        text = callColumn(column).text(row, m_context);
    }
    return text.toHtmlEscaped().replace(u'\n', QLatin1String("<br>"));
}

QVariant CallTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= BoardColumnCount)
        return {};
    const auto column = static_cast<BoardColumn>(section);
    if (role == Qt::DisplayRole)
        return columnTitle(column);
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(column);
    return {};
}

} // namespace anrufwarte
