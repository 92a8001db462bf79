// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/resync/resultmodel.h"

#include <QWidget>

class QComboBox;

namespace anrufwarte {

class CellTable;
class ListCard;
class Look;
class ProgressCard;

/// What is seen while a run goes on: how far it is, and its results, newest on top.
class RunningPane : public QWidget
{
    Q_OBJECT
public:
    RunningPane(const Look &look, const ResyncView &view, QWidget *parent = nullptr);

    void begin(); ///< a new run: no results yet
    void setProgress(const ResyncProgress &progress);
    void addResults(const QList<ResultPtr> &results);
    void passTime();

    [[nodiscard]] ProgressCard &progress() { return *m_progress; }
    [[nodiscard]] CellTable &table() { return *m_table; }
    [[nodiscard]] ResultModel &results() { return m_results; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void refreshTitle();
    void retranslate();

    const ResyncView &m_view;
    ResultModel m_results;
    ProgressCard *m_progress;
    CellTable *m_table;
    ListCard *m_card;
    QComboBox *m_filter;
};

} // namespace anrufwarte
