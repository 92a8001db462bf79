// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/asyncreader.h"
#include "ui/calls/calldelegate.h"
#include "ui/calls/calltablemodel.h"
#include "ui/calls/livedata.h"

#include <QSortFilterProxyModel>
#include <QTableView>
#include <QTemporaryDir>

namespace anrufwarte::bench {

/// The table one would write instead: a QTableView over a sorting proxy over the same model, fed by the same
/// board in its own order, with the same cells. Sorts by the product's comparison, so that only the way of
/// keeping rows in order differs.
class ProxyTable
{
public:
    ProxyTable(const Look &look, BoardSort sort);
    ~ProxyTable();

    /// False if the rows do not come.
    [[nodiscard]] bool open(const QList<CallRow> &rows);

    void take(const CallUpdates &updates) { m_data.take(updates); }
    [[nodiscard]] QObject &context() { return m_data; }

private:
    class Proxy;
    class Delegate;

    QTemporaryDir m_folder;
    SystemClock m_clock;
    AsyncReader m_reader;
    LiveData m_data;
    CellContext m_context;
    RowFade m_fade;
    CallTableModel m_model;
    std::unique_ptr<Proxy> m_proxy;
    std::unique_ptr<Delegate> m_delegate;
    QTableView m_view;
};

} // namespace anrufwarte::bench
