// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/resync/changesmodel.h"

#include "ui/resync/celllook.h"
#include "ui/resync/resyncwords.h"

#include <algorithm>

namespace anrufwarte {

namespace {

constexpr int LineIndent = 22;
constexpr quintptr CallLevel = 0; ///< a line below a call carries the call's row + 1

CellLook callLook(const ResyncResult &result, int column)
{
    CellLook cell;
    cell.ground = &Tokens::raised;
    if (column == ChangesModel::Field) {
        cell.icon = QStringLiteral("chevron-right");
        cell.font = TextStyle::BodyBold;
    } else if (column != ChangesModel::Change) {
        cell.colour = &Tokens::text2;
    } else if (result.verdict == ResyncVerdict::Failed) {
        cell.icon = QStringLiteral("circle-x");
        cell.iconColour = &Tokens::danger;
        cell.colour = &Tokens::danger;
        cell.font = TextStyle::BodyBold;
    } else if (result.verdict == ResyncVerdict::GivenUp) {
        cell.icon = QStringLiteral("circle-minus");
        cell.iconColour = &Tokens::warn;
        cell.colour = &Tokens::warn;
    } else {
        const bool changed = result.verdict == ResyncVerdict::Updated;
        cell.icon = changed ? QStringLiteral("circle-check") : QStringLiteral("minus");
        cell.iconColour = changed ? &Tokens::ok : &Tokens::text2;
        cell.colour = &Tokens::text2;
    }
    return cell;
}

CellLook deltaLook(const FieldDelta &delta, int column)
{
    const bool changed = delta.kind != DeltaKind::Unchanged;
    CellLook cell;
    cell.colour = &Tokens::text2;
    if (column == ChangesModel::Field) {
        cell.indent = LineIndent;
        cell.colour = &Tokens::text;
    } else if (column == ChangesModel::Arrow && changed) {
        cell.icon = QStringLiteral("arrow-right");
    } else if (column == ChangesModel::After && changed) {
        cell.colour = &Tokens::text;
        cell.font = TextStyle::BodyMedium;
    } else if (column == ChangesModel::Change && changed) {
        cell.chip = delta.kind == DeltaKind::Added ? Tone::Ok : Tone::Info;
    }
    return cell;
}

} // namespace

ChangesModel::ChangesModel(const ResyncView &view, QObject *parent) : QAbstractItemModel(parent), m_view(view)
{
}

void ChangesModel::setResults(const QList<ResultPtr> &results)
{
    m_results = results;
    refill();
}

void ChangesModel::setFilter(ResultFilter filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    refill();
}

void ChangesModel::setField(std::optional<ResyncField> field)
{
    if (field == m_field)
        return;
    m_field = field;
    refill();
}

/// Rows go and come; the view keeps its columns and its header.
void ChangesModel::refill()
{
    if (!m_rows.empty()) {
        beginRemoveRows({}, 0, static_cast<int>(m_rows.size()) - 1);
        m_rows.clear();
        endRemoveRows();
    }
    std::vector<Row> rows;
    for (const ResultPtr &result : m_results) {
        if (std::optional<Row> row = rowFor(result))
            rows.push_back(*std::move(row));
    }
    if (rows.empty())
        return;
    beginInsertRows({}, 0, static_cast<int>(rows.size()) - 1);
    m_rows = std::move(rows);
    endInsertRows();
}

std::optional<ChangesModel::Row> ChangesModel::rowFor(const ResultPtr &result) const
{
    if (!passes(*result, m_filter))
        return std::nullopt;
    Row row{result, {}, hasFailed(*result)};
    for (const bool changed : {true, false}) {
        if (!changed && m_filter != ResultFilter::All)
            break;
        for (qsizetype i = 0; i < result->deltas.size(); ++i) {
            const FieldDelta &delta = result->deltas.at(i);
            const bool wanted = !m_field || delta.field == *m_field;
            if (wanted && (delta.kind != DeltaKind::Unchanged) == changed)
                row.deltas.push_back(static_cast<quint8>(i));
        }
    }
    if (m_field && row.deltas.empty())
        return std::nullopt;
    return row;
}

void ChangesModel::retranslate()
{
    Q_EMIT
    headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (m_rows.empty())
        return;
    Q_EMIT
    dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex call = index(row, 0);
        if (const int lines = rowCount(call); lines > 0)
            Q_EMIT
        dataChanged(index(0, 0, call), index(lines - 1, ColumnCount - 1, call));
    }
}

const ChangesModel::Row &ChangesModel::rowOf(const QModelIndex &index) const
{
    const quintptr id = index.internalId();
    return m_rows[id == CallLevel ? static_cast<size_t>(index.row()) : static_cast<size_t>(id - 1)];
}

const FieldDelta *ChangesModel::deltaOf(const QModelIndex &index) const
{
    if (index.internalId() == CallLevel)
        return nullptr;
    const Row &row = rowOf(index);
    const auto line = static_cast<size_t>(index.row());
    return line < row.deltas.size() ? &row.result->deltas.at(row.deltas[line]) : nullptr;
}

bool ChangesModel::isReason(const QModelIndex &index) const
{
    return index.isValid() && index.internalId() != CallLevel && deltaOf(index) == nullptr;
}

QModelIndex ChangesModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : CallLevel);
}

QModelIndex ChangesModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == CallLevel)
        return {};
    return createIndex(static_cast<int>(index.internalId() - 1), 0, CallLevel);
}

int ChangesModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_rows.size());
    if (parent.internalId() != CallLevel || parent.column() != 0)
        return 0;
    const Row &row = rowOf(parent);
    return static_cast<int>(row.deltas.size()) + (row.hasReason ? 1 : 0);
}

int ChangesModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QString ChangesModel::callText(const Row &row, int column) const
{
    const ResyncResult &result = *row.result;
    switch (column) {
    case Field:
        return resyncwords::caller(result, m_view);
    case Before:
        return resyncwords::begin(result.startMs, m_view);
    case After:
        return result.wasNew ? tr("new call") : QString();
    case Change:
        break;
    default:
        return {};
    }
    if (result.verdict == ResyncVerdict::Updated)
        return tr("%n field(s)", nullptr, static_cast<int>(result.changes()));
    if (result.verdict == ResyncVerdict::Failed && result.problem) {
        const QString status = result.problem->args.value(0);
        if (status.toInt() >= 400)
            return tr("Error %1").arg(status);
    }
    return resyncterms::verdictText(result.verdict);
}

QString ChangesModel::deltaText(const FieldDelta &delta, int column) const
{
    switch (column) {
    case Field:
        return resyncterms::fieldName(delta.field);
    case Before:
        return resyncterms::figureText(delta.field, delta.before, m_view.figureStyle());
    case After:
        return resyncterms::figureText(delta.field, delta.after, m_view.figureStyle());
    case Change:
        return resyncterms::deltaText(delta.kind);
    default:
        return {};
    }
}

QString ChangesModel::text(const QModelIndex &index) const
{
    if (index.internalId() == CallLevel)
        return callText(rowOf(index), index.column());
    if (const FieldDelta *delta = deltaOf(index))
        return deltaText(*delta, index.column());
    return index.column() == 0 ? resyncterms::problemText(*rowOf(index).result) : QString();
}

QString ChangesModel::spoken(const QModelIndex &index) const
{
    if (index.internalId() == CallLevel)
        return resyncwords::sentence(*rowOf(index).result, m_view);
    const FieldDelta *delta = deltaOf(index);
    if (delta == nullptr)
        return text(index);
    return tr("%1: before %2, after %3, %4")
        .arg(deltaText(*delta, Field), deltaText(*delta, Before), deltaText(*delta, After),
             deltaText(*delta, Change));
}

CellLook ChangesModel::lookOf(const QModelIndex &index) const
{
    if (index.internalId() == CallLevel)
        return callLook(*rowOf(index).result, index.column());
    if (const FieldDelta *delta = deltaOf(index))
        return deltaLook(*delta, index.column());
    CellLook cell;
    cell.indent = index.column() == 0 ? LineIndent : 0;
    cell.colour = rowOf(index).result->verdict == ResyncVerdict::Failed ? &Tokens::danger : &Tokens::text2;
    return cell;
}

QVariant ChangesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(index);
    case Qt::AccessibleTextRole: // the arrow is a sign for the eye
        return index.column() == Arrow ? tr("to") : text(index);
    case Qt::ToolTipRole:
        return index.column() == Arrow ? QVariant() : text(index);
    case Qt::AccessibleDescriptionRole:
        return index.column() == 0 ? spoken(index) : QVariant();
    case CellLookRole:
        return QVariant::fromValue(lookOf(index));
    case CellCallRole:
        return rowOf(index).result->callId.value();
    default:
        return {};
    }
}

QVariant ChangesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Field:
        return tr("Field");
    case Before:
        return tr("Before");
    case Arrow:
        return QStringLiteral("→");
    case After:
        return tr("After");
    case Change:
        return tr("Change");
    default:
        return {};
    }
}

} // namespace anrufwarte
