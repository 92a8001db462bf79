// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/resync/runlist.h"

#include "ui/look/look.h"
#include "ui/resync/resyncwords.h"

#include <QKeyEvent>
#include <QPainter>

namespace anrufwarte {

namespace {
constexpr int Padding = 6, LineGap = 1;
} // namespace

RunModel::RunModel(const ResyncView &view, QObject *parent) : QAbstractListModel(parent), m_view(view) {}

void RunModel::setRuns(const QList<ResyncRun> &runs)
{
    if (runs == m_runs)
        return;
    if (!m_runs.isEmpty()) {
        beginRemoveRows({}, 0, rowCount() - 1);
        m_runs.clear();
        endRemoveRows();
    }
    if (runs.isEmpty())
        return;
    beginInsertRows({}, 0, static_cast<int>(runs.size()) - 1);
    m_runs = runs;
    endInsertRows();
}

void RunModel::retranslate()
{
    if (!m_runs.isEmpty())
        Q_EMIT
    dataChanged(index(0), index(rowCount() - 1));
}

int RunModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

QVariant RunModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ResyncRun &run = m_runs.at(index.row());
    const QString when = resyncwords::moment(run.startedMs, m_view);
    switch (role) {
    case Qt::DisplayRole:
        return when;
    case ScopeRole:
        return resyncwords::runScope(run);
    case ChangeRole:
        return resyncwords::runChange(run);
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return QStringList{when, resyncwords::runScope(run), resyncwords::runChange(run)}.join(
            QStringLiteral(", "));
    default:
        return {};
    }
}

RunDelegate::RunDelegate(const Look &look, QObject *parent) : QStyledItemDelegate(parent), m_look(look) {}

QSize RunDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {80, QFontMetrics(Look::font(TextStyle::BodyMedium)).height() + LineGap +
                    QFontMetrics(Look::font(TextStyle::Small)).height() + Padding};
}

void RunDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = m_look.tokens();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if ((selected || hovered) && enabled) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? t.selection : t.hover);
        painter->drawRoundedRect(option.rect, metric::RadiusControl, metric::RadiusControl);
    }
    const QFont strong = Look::font(TextStyle::BodyMedium), small = Look::font(TextStyle::Small);
    const QFontMetrics smallMetrics(small);
    const QString change = index.data(RunModel::ChangeRole).toString();
    QRect room = option.rect.adjusted(Padding, 0, -Padding, 0);
    painter->setFont(small);
    painter->setPen(t.text2);
    painter->drawText(room, Qt::AlignVCenter | Qt::AlignRight, change);
    room.setRight(room.right() - smallMetrics.horizontalAdvance(change) - 2 * Padding);
    const int top = room.top() + Padding / 2;
    const int second = top + QFontMetrics(strong).height() + LineGap + smallMetrics.ascent();
    painter->drawText(
        room.left(), second,
        smallMetrics.elidedText(index.data(RunModel::ScopeRole).toString(), Qt::ElideRight, room.width()));
    painter->setFont(strong);
    painter->setPen(enabled ? t.text : t.text2);
    painter->drawText(room.left(), top + QFontMetrics(strong).ascent(), index.data().toString());
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(t.accentText, metric::FocusWidth));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), metric::RadiusControl,
                                 metric::RadiusControl);
    }
    painter->restore();
}

RunList::RunList(const Look &look, const ResyncView &view, QWidget *parent)
    : QListView(parent), m_model(new RunModel(view, this))
{
    setModel(m_model);
    setItemDelegate(new RunDelegate(look, this));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    connect(this, &QListView::clicked, this, &RunList::choose);
    connect(&look, &Look::changed, viewport(), qOverload<>(&QWidget::update));
}

void RunList::choose(const QModelIndex &index)
{
    if (index.isValid())
        Q_EMIT
    runChosen(m_model->runs().at(index.row()));
}

void RunList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        choose(currentIndex());
    else
        QListView::keyPressEvent(event);
}

} // namespace anrufwarte
