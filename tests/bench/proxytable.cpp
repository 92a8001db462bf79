// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/proxytable.h"

#include "tests/bench/benchwindow.h"
#include "ui/calls/callcolumns.h"

#include <QHeaderView>

namespace anrufwarte::bench {

namespace {
constexpr QSize ThirtyRows(1248, 30 * metric::RowHeight);
}

class ProxyTable::Proxy : public QSortFilterProxyModel
{
public:
    Proxy(CallTableModel &model, BoardSort sort) : m_model(model), m_order(sort, BoardGroup::Running)
    {
        setSourceModel(&model);
        setDynamicSortFilter(true);
        QSortFilterProxyModel::sort(static_cast<int>(sort.column)); // the order knows its direction itself
    }

protected:
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override
    {
        return m_order.before(*m_model.row(left.row()), *m_model.row(right.row()));
    }

private:
    const CallTableModel &m_model;
    const RowOrder m_order;
};

/// The product's paints rows of its own model only.
class ProxyTable::Delegate : public CallDelegate
{
public:
    Delegate(const Look &look, const CellContext &context, const RowFade &fade, const Proxy &proxy)
        : CallDelegate(look, context, fade), m_proxy(proxy)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        CallDelegate::paint(painter, option, m_proxy.mapToSource(index));
    }

private:
    const Proxy &m_proxy;
};

ProxyTable::ProxyTable(const Look &look, BoardSort sort)
    : m_reader(ReaderOptions{m_folder.filePath(QStringLiteral("none.sqlite")), CostUnitChoice::Auto}),
      m_data(m_reader, m_clock),
      m_model(m_context),
      m_proxy(std::make_unique<Proxy>(m_model, sort)),
      m_delegate(std::make_unique<Delegate>(look, m_context, m_fade, *m_proxy))
{
    m_context.nowMs = m_clock.nowMs();
    QObject::connect(&m_data, &LiveData::edited, &m_view,
                     [this](const BoardEdits &edits) { m_model.replay(edits.of(BoardGroup::Running)); });
    m_view.setModel(m_proxy.get());
    m_view.setItemDelegate(m_delegate.get());
    m_view.setFrameShape(QFrame::NoFrame);
    m_view.setShowGrid(false);
    m_view.horizontalHeader()->hide();
    m_view.verticalHeader()->hide();
    m_view.verticalHeader()->setDefaultSectionSize(metric::RowHeight);
    m_view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    for (const CallColumn &column : callColumns()) {
        m_view.setColumnHidden(static_cast<int>(column.column),
                               !column.isVisible && column.column != sort.column);
        m_view.setColumnWidth(static_cast<int>(column.column), column.width);
    }
}

ProxyTable::~ProxyTable() = default;

bool ProxyTable::open(const QList<CallRow> &rows)
{
    m_view.resize(ThirtyRows);
    m_view.show();
    m_data.take({1, m_clock.nowMs(), rows});
    return turnUntil([this, &rows] { return m_proxy->rowCount() == rows.size(); });
}

} // namespace anrufwarte::bench
