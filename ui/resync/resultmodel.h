// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/resync/resultlist.h"
#include "ui/resync/resyncview.h"

#include <QAbstractTableModel>
#include <deque>
#include <optional>

namespace anrufwarte {

/// What a run brought so far, newest on top, and above all of them the call that is being asked. Rows come in
/// batches; nothing ever resets it.
class ResultModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Verdict,
        Caller,
        Begin,
        Fields,
        Took,
        ColumnCount
    };

    /// `view` must outlive the model.
    explicit ResultModel(const ResyncView &view, QObject *parent = nullptr);

    void add(const QList<ResultPtr> &results);
    void setCurrent(const std::optional<ResyncResult> &call); ///< empty: none is being asked
    void clear();
    void setFilter(ResultFilter filter);
    void retranslate();

    [[nodiscard]] qsizetype shownResults() const { return static_cast<qsizetype>(m_shown.size()); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void insertOnTop(const QList<ResultPtr> &results);
    void dropOldest();
    void removeShown();
    [[nodiscard]] int firstResultRow() const { return m_current ? 1 : 0; }
    [[nodiscard]] const ResyncResult &resultAt(int row) const;
    [[nodiscard]] QString text(int row, int column) const;

    const ResyncView &m_view;
    ResultFilter m_filter = ResultFilter::ChangedAndFailed;
    std::deque<ResultPtr> m_all;   ///< in order of arrival
    std::deque<ResultPtr> m_shown; ///< of these, what passes the filter
    std::optional<ResyncResult> m_current;
};

} // namespace anrufwarte
