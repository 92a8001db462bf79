// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/belllist.h"

#include "core/base/clock.h"
#include "ui/look/textlabel.h"
#include "ui/shell/alertboard.h"
#include "ui/shell/alertrow.h"
#include "ui/shell/pastalert.h"

#include <QEvent>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

namespace anrufwarte {

namespace {
constexpr int Width = 520, MostHeight = 520;
}

BellList::BellList(const Look &look, AlertBoard &board, const Clock &clock, QWidget *parent)
    : Popover(look, parent),
      m_board(board),
      m_clock(clock),
      m_title(new TextLabel(look, TextStyle::Section, &Tokens::text, this)),
      m_nothing(new TextLabel(look, TextStyle::Body, &Tokens::text2, this)),
      m_pastTitle(new TextLabel(look, TextStyle::SmallMedium, &Tokens::text2, this)),
      m_scroll(new QScrollArea(this)),
      m_content(new QWidget)
{
    setFixedWidth(Width);
    auto *content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(8);
    m_standing = new QVBoxLayout;
    m_past = new QVBoxLayout;
    content->addLayout(m_standing);
    content->addWidget(m_nothing);
    content->addWidget(m_pastTitle);
    content->addLayout(m_past);
    content->addStretch();
    m_scroll->setWidget(m_content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_content->setAutoFillBackground(false);
    column()->addWidget(m_title);
    column()->addWidget(m_scroll);
    connect(&board, &AlertBoard::changed, this, &BellList::refresh);
    connect(&look, &Look::changed, this, &BellList::refresh);
    refresh();
}

void BellList::showEvent(QShowEvent *event)
{
    Popover::showEvent(event);
    refresh();
}

void BellList::changeEvent(QEvent *event)
{
    Popover::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

void BellList::refresh()
{
    setAccessibleName(tr("Messages"));
    m_scroll->setAccessibleName(tr("Messages"));
    m_title->setText(tr("Messages"));
    m_nothing->setText(tr("No messages."));
    m_pastTitle->setText(tr("Earlier"));
    refreshStanding();
    refreshPast();
    m_nothing->setVisible(m_rows.isEmpty());
    m_pastTitle->setVisible(!m_pastRows.isEmpty());
    fit();
}

AlertRow *BellList::rowOf(quint64 id)
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(),
                                    [id](const AlertRow *row) { return row->alert().id == id; });
    if (found != m_rows.cend())
        return *found;
    auto *row = new AlertRow(look(), m_board, m_content);
    connect(row, &AlertRow::actionTriggered, this, [this](const Alert &alert) {
        close();
        Q_EMIT
        actionTriggered(alert);
    });
    return row;
}

void BellList::refreshStanding()
{
    QList<AlertRow *> rows;
    for (const Alert &alert : m_board.standing()) {
        AlertRow *row = rowOf(alert.id);
        row->setAlert(alert);
        rows.append(row);
    }
    for (AlertRow *row : std::as_const(m_rows)) {
        if (rows.contains(row))
            continue;
        row->hide();
        row->deleteLater(); // it may be its own button that was pressed
    }
    if (rows != m_rows) {
        while (QLayoutItem *item = m_standing->takeAt(0))
            std::default_delete<QLayoutItem>()(item);
        for (AlertRow *row : std::as_const(rows))
            m_standing->addWidget(row);
    }
    m_rows = rows;
}

void BellList::refreshPast()
{
    const QList<Alert> ended = m_board.ended().mid(0, PastShown);
    while (m_pastRows.size() > ended.size())
        delete m_pastRows.takeLast();
    while (m_pastRows.size() < ended.size()) {
        m_pastRows.append(new PastAlert(look(), m_content));
        m_past->addWidget(m_pastRows.constLast());
    }
    for (qsizetype i = 0; i < ended.size(); ++i)
        m_pastRows[i]->setAlert(ended[i], m_clock.nowMs());
}

/// As high as its content needs, up to a limit; then it scrolls.
void BellList::fit()
{
    const QMargins margins = column()->contentsMargins();
    const int width = Width - margins.left() - margins.right();
    m_content->layout()->invalidate();
    const int height = m_content->layout()->hasHeightForWidth() ? m_content->layout()->heightForWidth(width)
                                                                : m_content->sizeHint().height();
    m_scroll->setFixedHeight(std::min(height, MostHeight));
    adjustSize();
}

} // namespace anrufwarte
