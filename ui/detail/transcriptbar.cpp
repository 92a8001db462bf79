// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/transcriptbar.h"

#include "core/text/formats.h"
#include "ui/look/iconbutton.h"
#include "ui/look/searchfield.h"
#include "ui/look/style.h"
#include "ui/look/textlabel.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>

namespace anrufwarte {

namespace {
constexpr int NarrowPane = 480;
} // namespace

TranscriptBar::TranscriptBar(Look &look, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_search(new SearchField(look, this)),
      m_position(new TextLabel(look, TextStyle::Small, &Tokens::text2, this)),
      m_previous(new IconButton(look, QStringLiteral("arrow-up"), this)),
      m_next(new IconButton(look, QStringLiteral("arrow-down"), this)),
      m_events(new QCheckBox(this)),
      m_follow(new QCheckBox(this))
{
    m_search->installEventFilter(this);
    m_events->setChecked(true);
    m_follow->setChecked(true);
    connect(m_search, &QLineEdit::textChanged, this, &TranscriptBar::needleChanged);
    connect(m_search, &QLineEdit::returnPressed, this, &TranscriptBar::nextWanted);
    connect(m_previous, &QToolButton::clicked, this, &TranscriptBar::previousWanted);
    connect(m_next, &QToolButton::clicked, this, &TranscriptBar::nextWanted);
    connect(m_events, &QCheckBox::toggled, this, &TranscriptBar::eventsToggled);
    connect(m_follow, &QCheckBox::toggled, this, &TranscriptBar::followToggled);
    retranslate();
    setPosition(0, 0);
    arrange();
}

void TranscriptBar::retranslate()
{
    m_search->setPlaceholderText(tr("Search in transcript"));
    m_search->setAccessibleName(tr("Search in transcript"));
    m_previous->setLabel(tr("Previous hit"), QKeySequence::FindPrevious);
    m_next->setLabel(tr("Next hit"), QKeySequence::FindNext);
    m_events->setText(tr("Tool calls"));
    m_follow->setText(tr("Follow"));
    m_follow->setToolTip(tr("Scroll to new turns when the end is in view"));
}

void TranscriptBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void TranscriptBar::setPosition(qsizetype current, qsizetype count)
{
    const Formats formats;
    const bool searching = !m_search->text().isEmpty();
    if (!searching)
        m_position->clear();
    else if (count == 0)
        m_position->setText(tr("No hits"));
    else
        m_position->setText(tr("%1 of %2").arg(formats.number(current), formats.number(count)));
    for (IconButton *button : {m_previous, m_next}) {
        button->setEnabled(count > 0);
        button->setVisible(searching || !m_isNarrow);
    }
}

/// Wide: one line. Narrow: the switches stand in a line of their own.
void TranscriptBar::arrange()
{
    delete layout();
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(16, 8, 16, 8);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->addWidget(m_search, 0, 0);
    grid->addWidget(m_position, 0, 1);
    grid->addWidget(m_previous, 0, 2);
    grid->addWidget(m_next, 0, 3);
    auto *switches = new QHBoxLayout;
    switches->setSpacing(16);
    switches->addWidget(m_events);
    switches->addWidget(m_follow);
    if (m_isNarrow) {
        switches->addStretch();
        grid->addLayout(switches, 1, 0, 1, 4);
        grid->setColumnStretch(0, 1);
    } else {
        grid->addLayout(switches, 0, 5);
        grid->setColumnStretch(4, 1);
    }
    for (IconButton *button : {m_previous, m_next})
        button->setVisible(!m_isNarrow || !m_search->text().isEmpty());
    m_search->setMaximumWidth(m_isNarrow ? QWIDGETSIZE_MAX : 220);
    m_search->setMinimumWidth(m_isNarrow ? 0 : 160);
}

void TranscriptBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < NarrowPane;
    if (narrow == m_isNarrow)
        return;
    m_isNarrow = narrow;
    arrange();
}

/// Escape empties the field before it means anything else.
bool TranscriptBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            event->accept();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace anrufwarte
