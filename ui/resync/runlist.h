// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/resyncrun.h"
#include "ui/resync/resyncview.h"

#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>

namespace anrufwarte {

class Look;

/// The last runs, newest first.
class RunModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role
    {
        ScopeRole = Qt::UserRole,
        ChangeRole
    };

    explicit RunModel(const ResyncView &view, QObject *parent = nullptr);

    void setRuns(const QList<ResyncRun> &runs);
    [[nodiscard]] const QList<ResyncRun> &runs() const { return m_runs; }
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    const ResyncView &m_view;
    QList<ResyncRun> m_runs;
};

/// Two lines and what came of it: "04.10., 17:50 / alle unvollständigen … 20 geändert".
class RunDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit RunDelegate(const Look &look, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Look &m_look;
};

/// The list of runs; a click or Enter chooses one.
class RunList : public QListView
{
    Q_OBJECT
public:
    RunList(const Look &look, const ResyncView &view, QWidget *parent = nullptr);

    [[nodiscard]] RunModel &runs() { return *m_model; }

Q_SIGNALS:
    void runChosen(const anrufwarte::ResyncRun &run);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void choose(const QModelIndex &index);

    RunModel *m_model;
};

} // namespace anrufwarte
