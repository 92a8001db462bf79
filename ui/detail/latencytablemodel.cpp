// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/latencytablemodel.h"

#include "core/text/formats.h"
#include "core/text/terms.h"
#include "ui/detail/figuredelegate.h"
#include "ui/look/look.h"

#include <algorithm>
#include <array>

namespace anrufwarte {

namespace {

constexpr std::array OrdinaryComponents{u"e2e", u"asr", u"llm", u"tts", u"knowledge_base"};

std::optional<double> figure(const LatencyGroup &group, int column)
{
    if (!group.hasMeasurements())
        return std::nullopt;
    switch (column) {
    case LatencyTableModel::P50:
        return group.p50;
    case LatencyTableModel::P90:
        return group.p90;
    case LatencyTableModel::P95:
        return group.p95;
    case LatencyTableModel::P99:
        return group.p99;
    default:
        return std::nullopt;
    }
}

} // namespace

void LatencyTableModel::setGroups(const QList<LatencyGroup> &groups, double limitMs)
{
    QList<LatencyGroup> rows;
    QList<LatencyGroup> others = groups;
    for (const QStringView name : OrdinaryComponents) {
        const auto isIt = [name](const LatencyGroup &group) { return group.name == name; };
        const auto found = std::find_if(others.begin(), others.end(), isIt);
        if (found == others.end()) {
            LatencyGroup absent;
            absent.name = name.toString();
            rows.append(absent);
        } else {
            rows.append(*found);
            others.erase(found);
        }
    }
    rows.append(others);
    if (rows == m_rows && limitMs == m_limitMs)
        return;
    beginResetModel(); // another call or another reading of it; it never ticks
    m_rows = std::move(rows);
    m_limitMs = limitMs;
    endResetModel();
}

void LatencyTableModel::retranslate()
{
    Q_EMIT
    headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.isEmpty())
        Q_EMIT
    dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int LatencyTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int LatencyTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString LatencyTableModel::text(int row, int column) const
{
    const Formats formats;
    const LatencyGroup &group = m_rows[row];
    if (column == Component)
        return terms::latencyGroup(group.name);
    if (column == Samples)
        return group.samples ? formats.number(*group.samples) : Formats::unknown();
    return formats.milliseconds(figure(group, column));
}

/// The whole row in words: what the narrow pane leaves out is said here.
QString LatencyTableModel::sentence(int row) const
{
    QStringList parts{text(row, Component)};
    for (int column = P50; column < ColumnCount; ++column)
        parts.append(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString() + QLatin1String(": ") +
                     text(row, column));
    return parts.join(QStringLiteral(", "));
}

bool LatencyTableModel::isBreach(int row, int column) const
{
    const std::optional<double> value = figure(m_rows[row], column);
    return value && *value > m_limitMs;
}

QVariant LatencyTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::AccessibleTextRole:
        return isBreach(row, column) ? tr("%1, above the limit").arg(text(row, column)) : text(row, column);
    case Qt::ToolTipRole:
        return sentence(row);
    case Qt::AccessibleDescriptionRole:
        return column == Component ? sentence(row) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment((column == Component ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    case Qt::FontRole:
        if (column == Component || (row == 0 && column == P95))
            return Look::font(row == 0 ? TextStyle::BodyBold : TextStyle::BodyMedium);
        return Look::font(TextStyle::Body);
    case BreachRole:
        return isBreach(row, column);
    case QuietRole:
        return column == Samples;
    default:
        return {};
    }
}

QVariant LatencyTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((section == Component ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Component:
        return tr("Component");
    case P50:
        return tr("p50 (ms)");
    case P90:
        return tr("p90 (ms)");
    case P95:
        return tr("p95 (ms)");
    case P99:
        return tr("p99 (ms)");
    default:
        return tr("Samples");
    }
}

} // namespace anrufwarte
