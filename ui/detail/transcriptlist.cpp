// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/transcriptlist.h"

#include "ui/detail/transcriptdelegate.h"
#include "ui/detail/transcriptmodel.h"
#include "ui/look/look.h"
#include "ui/look/style.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollBar>

namespace anrufwarte {

namespace {
constexpr int EndSlack = 4; ///< pixels that still count as "at the end"
} // namespace

TranscriptList::TranscriptList(Look &look, TranscriptModel &model, QWidget *parent)
    : QListView(parent),
      m_model(model),
      m_delegate(new TranscriptDelegate(look, model, this)),
      m_chip(new QPushButton(this))
{
    setModel(&model);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // its coming and going would break all lines anew
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    verticalScrollBar()->setSingleStep(24);
    m_chip->hide();
    m_chip->setFocusPolicy(Qt::NoFocus); // the End key does the same
    setCompact(m_chip);

    connect(&model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &from, const QModelIndex &to) {
                m_delegate->forgetRows(from.row(), to.row());
            });
    connect(&model, &QAbstractItemModel::modelReset, m_delegate, &TranscriptDelegate::forget);
    connect(this, &QListView::clicked, this, &TranscriptList::toggle);
    connect(m_chip, &QPushButton::clicked, this, &TranscriptList::scrollToBottom);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        if (m_unseen > 0 && isAtEnd())
            setUnseen(0);
    });
    connect(&look, &Look::changed, this, [this] {
        m_delegate->forget();
        scheduleDelayedItemsLayout();
        viewport()->update();
    });
    retranslate();
}

void TranscriptList::setFollows(bool follows)
{
    m_follows = follows;
    if (follows && m_unseen > 0)
        scrollToBottom();
}

bool TranscriptList::isAtEnd() const
{
    return verticalScrollBar()->value() >= verticalScrollBar()->maximum() - EndSlack;
}

void TranscriptList::keepPlace(const std::function<void()> &during, bool mayFollow)
{
    const bool wasAtEnd = isAtEnd();
    const int place = verticalScrollBar()->value();
    const int before = m_model.rowCount();
    during();
    doItemsLayout(); // now, so that the scroll bar knows the new length
    const int added = m_model.rowCount() - before;
    if (mayFollow && m_follows && wasAtEnd && added != 0) {
        scrollToBottom();
        setUnseen(0);
        return;
    }
    verticalScrollBar()->setValue(place);
    if (mayFollow && added > 0 && !isAtEnd())
        setUnseen(m_unseen + added);
}

void TranscriptList::showRow(int row)
{
    const QModelIndex index = m_model.index(row);
    setCurrentIndex(index);
    scrollTo(index, QAbstractItemView::EnsureVisible);
}

void TranscriptList::setUnseen(int count)
{
    m_unseen = count;
    m_chip->setText(tr("%n new turn(s) ↓", nullptr, count));
    m_chip->setVisible(count > 0);
    placeChip();
}

void TranscriptList::placeChip()
{
    m_chip->adjustSize();
    m_chip->move((viewport()->width() - m_chip->width()) / 2, height() - m_chip->height() - 10);
    m_chip->raise();
}

void TranscriptList::resizeEvent(QResizeEvent *event)
{
    const bool wasAtEnd = isAtEnd() && verticalScrollBar()->maximum() > 0;
    m_delegate->setWidth(viewport()->width());
    QListView::resizeEvent(event);
    doItemsLayout();
    if (wasAtEnd)
        scrollToBottom();
    placeChip();
}

void TranscriptList::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->matches(QKeySequence::Copy))
        copySelection();
    else if (isEnter && currentIndex().isValid())
        toggle(currentIndex());
    else
        QListView::keyPressEvent(event);
}

void TranscriptList::toggle(const QModelIndex &index)
{
    m_model.setUnfolded(index.row(), !m_model.isUnfolded(index.row()));
}

void TranscriptList::copySelection() const
{
    QModelIndexList chosen = selectionModel()->selectedIndexes();
    std::sort(chosen.begin(), chosen.end());
    QStringList turns;
    for (const QModelIndex &index : chosen)
        turns.append(index.data().toString());
    if (!turns.isEmpty())
        QGuiApplication::clipboard()->setText(turns.join(u'\n'));
}

void TranscriptList::retranslate()
{
    setAccessibleName(tr("Transcript"));
    m_delegate->forget();
    m_model.retranslate();
    setUnseen(m_unseen);
}

} // namespace anrufwarte
