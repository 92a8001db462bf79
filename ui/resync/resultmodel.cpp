// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/resync/resultmodel.h"

#include "ui/resync/celllook.h"
#include "ui/resync/resyncwords.h"

#include <algorithm>

namespace anrufwarte {

namespace {

CellLook verdictLook(ResyncVerdict verdict)
{
    CellLook cell;
    cell.font = TextStyle::BodyMedium;
    switch (verdict) {
    case ResyncVerdict::Updated:
        cell.icon = QStringLiteral("circle-check");
        cell.iconColour = &Tokens::ok;
        break;
    case ResyncVerdict::Unchanged:
        cell.icon = QStringLiteral("minus");
        cell.colour = &Tokens::text2;
        break;
    case ResyncVerdict::Failed:
        cell.icon = QStringLiteral("circle-x");
        cell.iconColour = &Tokens::danger;
        cell.colour = &Tokens::danger;
        cell.font = TextStyle::BodyBold;
        break;
    case ResyncVerdict::GivenUp:
        cell.icon = QStringLiteral("circle-minus");
        cell.iconColour = &Tokens::warn;
        cell.colour = &Tokens::warn;
        break;
    }
    return cell;
}

CellLook currentLook()
{
    CellLook cell;
    cell.icon = QStringLiteral("loader-circle");
    cell.iconColour = &Tokens::accentText;
    cell.font = TextStyle::BodyMedium;
    return cell;
}

CellLook lookOf(const ResyncResult &result, int column, bool isCurrent)
{
    CellLook cell;
    switch (column) {
    case ResultModel::Verdict:
        cell = isCurrent ? currentLook() : verdictLook(result.verdict);
        break;
    case ResultModel::Caller:
        cell.icon = resyncwords::directionIcon(result.direction, result.callType);
        cell.font = TextStyle::BodyMedium;
        break;
    case ResultModel::Fields:
        cell.colour = result.verdict == ResyncVerdict::Failed ? &Tokens::danger : &Tokens::text2;
        break;
    case ResultModel::Took:
        cell.isNumber = true;
        cell.colour = &Tokens::text2;
        break;
    default:
        cell.colour = &Tokens::text2;
    }
    if (isCurrent)
        cell.ground = &Tokens::accentBg;
    return cell;
}

} // namespace

ResultModel::ResultModel(const ResyncView &view, QObject *parent) : QAbstractTableModel(parent), m_view(view)
{
}

void ResultModel::add(const QList<ResultPtr> &results)
{
    // Of a batch that is larger than all there is room for, only the newest.
    const QList<ResultPtr> kept = results.mid(std::max<qsizetype>(0, results.size() - MostResults));
    m_all.insert(m_all.end(), kept.begin(), kept.end());
    insertOnTop(kept);
    dropOldest();
}

void ResultModel::insertOnTop(const QList<ResultPtr> &results)
{
    QList<ResultPtr> passing;
    std::copy_if(results.begin(), results.end(), std::back_inserter(passing),
                 [this](const ResultPtr &result) { return passes(*result, m_filter); });
    if (passing.isEmpty())
        return;
    const int first = firstResultRow();
    beginInsertRows({}, first, first + static_cast<int>(passing.size()) - 1);
    m_shown.insert(m_shown.end(), passing.begin(), passing.end());
    endInsertRows();
}

void ResultModel::dropOldest()
{
    int gone = 0;
    while (static_cast<qsizetype>(m_all.size()) > MostResults) {
        if (gone < static_cast<int>(m_shown.size()) && m_shown[static_cast<size_t>(gone)] == m_all.front())
            ++gone;
        m_all.pop_front();
    }
    if (gone == 0)
        return;
    const int rows = rowCount();
    beginRemoveRows({}, rows - gone, rows - 1);
    m_shown.erase(m_shown.begin(), m_shown.begin() + gone);
    endRemoveRows();
}

void ResultModel::setCurrent(const std::optional<ResyncResult> &call)
{
    if (call == m_current)
        return;
    if (call && m_current) {
        m_current = call;
        Q_EMIT
        dataChanged(index(0, 0), index(0, ColumnCount - 1));
    } else if (call) {
        beginInsertRows({}, 0, 0);
        m_current = call;
        endInsertRows();
    } else {
        beginRemoveRows({}, 0, 0);
        m_current.reset();
        endRemoveRows();
    }
}

void ResultModel::removeShown()
{
    if (m_shown.empty())
        return;
    const int first = firstResultRow();
    beginRemoveRows({}, first, rowCount() - 1);
    m_shown.clear();
    endRemoveRows();
}

void ResultModel::clear()
{
    setCurrent({});
    removeShown();
    m_all.clear();
}

void ResultModel::setFilter(ResultFilter filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    removeShown();
    insertOnTop(QList<ResultPtr>(m_all.begin(), m_all.end()));
}

void ResultModel::retranslate()
{
    Q_EMIT
    headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        Q_EMIT
    dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int ResultModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : firstResultRow() + static_cast<int>(m_shown.size());
}

int ResultModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const ResyncResult &ResultModel::resultAt(int row) const
{
    if (row < firstResultRow())
        return *m_current;
    return *m_shown[m_shown.size() - 1 - static_cast<size_t>(row - firstResultRow())];
}

QString ResultModel::text(int row, int column) const
{
    const ResyncResult &result = resultAt(row);
    const bool isCurrent = row < firstResultRow();
    switch (column) {
    case Verdict:
        return isCurrent ? tr("Being asked") : resyncterms::verdictText(result.verdict);
    case Caller:
        return resyncwords::caller(result, m_view);
    case Begin:
        return resyncwords::begin(result.startMs, m_view);
    case Fields:
        return isCurrent ? QStringLiteral("…") : resyncwords::outcome(result);
    case Took:
        return isCurrent ? QString() : tr("%1 ms").arg(m_view.formats.number(result.tookMs));
    default:
        return {};
    }
}

QVariant ResultModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const bool isCurrent = index.row() < firstResultRow();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(index.row(), index.column());
    case CellLookRole:
        return QVariant::fromValue(lookOf(resultAt(index.row()), index.column(), isCurrent));
    case CellCallRole:
        return resultAt(index.row()).callId.value();
    case Qt::TextAlignmentRole:
        return index.column() == Took ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case Qt::ToolTipRole:
        return index.column() == Fields && !isCurrent ? text(index.row(), Fields) : QVariant();
    case Qt::AccessibleDescriptionRole:
        return index.column() == 0 && !isCurrent ? resyncwords::sentence(resultAt(index.row()), m_view)
                                                 : QVariant();
    default:
        return {};
    }
}

QVariant ResultModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Took ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Verdict:
        return tr("Result");
    case Caller:
        return tr("Call");
    case Begin:
        return tr("Start");
    case Fields:
        return tr("Changed fields");
    case Took:
        return tr("Duration");
    default:
        return {};
    }
}

} // namespace anrufwarte
