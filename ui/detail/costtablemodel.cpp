// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/costtablemodel.h"

#include "core/text/foreigntext.h"
#include "core/text/formats.h"
#include "core/text/terms.h"
#include "ui/detail/figuredelegate.h"
#include "ui/look/look.h"

#include <algorithm>

namespace anrufwarte {

namespace {

constexpr int SumRows = 2;
constexpr int Colors = 5;

template <typename T>
int compare(const T &a, const T &b)
{
    return a < b ? -1 : b < a ? 1 : 0;
}

int compareParts(const CostPart &a, const CostPart &b, int column)
{
    switch (column) {
    case CostTableModel::Item:
        return terms::costItem(a).localeAwareCompare(terms::costItem(b));
    case CostTableModel::Product:
        return a.product.compare(b.product);
    case CostTableModel::UnitPrice:
        return compare(a.unitPrice, b.unitPrice);
    default:
        return compare(a.amount, b.amount);
    }
}

} // namespace

void CostTableModel::setCost(CostReading cost, bool emphasizeSums)
{
    beginResetModel(); // another reading is another table; it never ticks
    m_cost = std::move(cost);
    m_emphasizeSums = emphasizeSums;
    m_rows.clear();
    m_itemsTotal = 0;
    for (const CostPart &part : std::as_const(m_cost.parts)) {
        m_rows.append({part, 0});
        m_itemsTotal += std::max<MicroDollars>(part.amount.value_or(0), 0);
    }
    std::stable_sort(m_rows.begin(), m_rows.end(),
                     [](const Row &a, const Row &b) { return b.part.amount < a.part.amount; });
    for (int i = 0; i < m_rows.size(); ++i)
        m_rows[i].color = std::min(i, Colors - 1);
    order();
    endResetModel();
}

void CostTableModel::setDisplay(CostDisplay display, double eurPerUsd)
{
    m_display = display;
    m_eurPerUsd = eurPerUsd;
    retranslate();
}

void CostTableModel::retranslate()
{
    Q_EMIT
    headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        Q_EMIT
    dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QList<MicroDollars> CostTableModel::sharesInOrder() const
{
    QList<MicroDollars> out;
    for (const Row &row : m_rows)
        out.append(std::max<MicroDollars>(row.part.amount.value_or(0), 0));
    std::sort(out.begin(), out.end(), std::greater<>());
    return out;
}

void CostTableModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    Q_EMIT
    layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QList<CostPart> parts;
    for (const Row &row : std::as_const(m_rows))
        parts.append(row.part);
    this->order();
    for (const QModelIndex &old : before) {
        if (isSumRow(old.row()))
            continue;
        const auto same = [&](const Row &row) { return row.part == parts[old.row()]; };
        const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(), same);
        changePersistentIndex(old, index(static_cast<int>(found - m_rows.cbegin()), old.column()));
    }
    Q_EMIT
    layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void CostTableModel::order()
{
    std::stable_sort(m_rows.begin(), m_rows.end(), [this](const Row &a, const Row &b) {
        const int order = compareParts(a.part, b.part, m_sortColumn);
        return m_sortOrder == Qt::AscendingOrder ? order < 0 : order > 0;
    });
}

int CostTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_rows.isEmpty() ? 0 : static_cast<int>(m_rows.size()) + SumRows;
}

int CostTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString CostTableModel::amountText(std::optional<MicroDollars> amount) const
{
    const Formats formats;
    if (!amount)
        return Formats::unknown();
    switch (m_display) {
    case CostDisplay::Cents:
        return formats.cents(*amount, false);
    case CostDisplay::Dollars:
        return formats.unitPrice(dollars(*amount));
    case CostDisplay::Euros:
        break;
    }
    return formats.unitPrice(dollars(*amount) * m_eurPerUsd);
}

QString CostTableModel::itemText(const Row &row, int column) const
{
    const Formats formats;
    switch (column) {
    case Item:
        return terms::costItem(row.part);
    case Product:
        return isolated(row.part.product);
    case UnitPrice:
        if (row.part.unitPrice)
            return formats.unitPrice(row.part.unitPrice);
        return m_cost.partsSum && !row.part.isRemainder ? tr("one-off") : Formats::unknown();
    case Amount:
        return amountText(row.part.amount);
    default:
        break;
    }
    if (!row.part.amount || m_itemsTotal <= 0)
        return Formats::unknown();
    return formats.percent(static_cast<double>(*row.part.amount) / static_cast<double>(m_itemsTotal), 0);
}

QString CostTableModel::sumText(int row, int column) const
{
    const bool isTotal = row == m_rows.size() + 1;
    switch (column) {
    case Item:
        return isTotal ? tr("Total according to Retell") : tr("Sum of the items");
    case Product:
        return isTotal ? QStringLiteral("combined_cost") : QString();
    case UnitPrice:
        return !isTotal && m_cost.totalUnitPrice ? Formats().unitPrice(m_cost.totalUnitPrice) : QString();
    case Amount: {
        if (isTotal)
            return amountText(m_cost.total);
        return amountText(m_cost.partsSum ? *m_cost.partsSum : m_itemsTotal);
    }
    default:
        return isTotal ? QString() : Formats().percent(1.0, 0);
    }
}

QString CostTableModel::text(int row, int column) const
{
    return isSumRow(row) ? sumText(row, column) : itemText(m_rows[row], column);
}

/// The whole row in words: what the narrow pane leaves out is said here.
QString CostTableModel::sentence(int row) const
{
    QStringList parts;
    for (int column = 0; column < ColumnCount; ++column) {
        if (const QString value = text(row, column); !value.isEmpty())
            parts.append(column == Item ? value
                                        : headerData(column, Qt::Horizontal, Qt::DisplayRole).toString() +
                                              QLatin1String(": ") + value);
    }
    return parts.join(QStringLiteral(", "));
}

QVariant CostTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return sentence(row);
    case Qt::AccessibleTextRole:
        return text(row, column);
    case Qt::AccessibleDescriptionRole:
        return column == Item ? sentence(row) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment((column >= UnitPrice ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case Qt::FontRole:
        if (column == Product)
            return Look::font(TextStyle::Mono);
        if (isSumRow(row) && (column == Item || column == Amount || m_emphasizeSums))
            return Look::font(TextStyle::BodyBold);
        return Look::font(TextStyle::Body);
    case SwatchRole:
        return column == Item && !isSumRow(row) ? QVariant(m_rows[row].color) : QVariant();
    case SumRole:
        return isSumRow(row);
    case QuietRole:
        return column == Product || column == UnitPrice;
    default:
        return {};
    }
}

QVariant CostTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((section >= UnitPrice ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    static const QStringList Units{QStringLiteral("ct"), QStringLiteral("$"), QStringLiteral("€")};
    switch (section) {
    case Item:
        return tr("Item");
    case Product:
        return tr("Product (Retell)");
    case UnitPrice:
        return m_cost.unit == CostUnit::Cents ? QStringLiteral("ct/s") : QStringLiteral("$/s");
    case Amount:
        return tr("Amount (%1)").arg(Units[static_cast<int>(m_display)]);
    default:
        return tr("Share");
    }
}

} // namespace anrufwarte
