// SPDX-License-Identifier: GPL-3.0-or-later
// Where the parts of the scope card stand.
#include "ui/look/textlabel.h"
#include "ui/resync/runlist.h"
#include "ui/resync/scopecard.h"

#include <QCheckBox>
#include <QFrame>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

namespace anrufwarte {

namespace {
constexpr int Margin = 16, LeastRunsHeight = 84;
}

void ScopeCard::arrange()
{
    auto *upper = new QWidget;
    auto *choices = new QVBoxLayout(upper);
    choices->setContentsMargins(Margin, 14, Margin, 0);
    choices->setSpacing(1);
    addScope(choices);
    addLine(choices);
    addOptions(choices);
    addLine(choices);
    addPace(choices);
    addLine(choices);
    addRuns(choices);

    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus); // what is inside takes it, and is scrolled into view
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(upper);
    area->viewport()->setAutoFillBackground(false);
    upper->setAutoFillBackground(false);

    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(Margin, 8, Margin, Margin);
    foot->setSpacing(6);
    foot->addWidget(m_estimate);
    foot->addWidget(m_start);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1); // the card's line
    column->setSpacing(0);
    column->addWidget(area, 1);
    column->addLayout(foot);
}

void ScopeCard::addScope(QVBoxLayout *column)
{
    auto *span = new QHBoxLayout;
    span->setContentsMargins(NoteIndent, 2, 0, 0);
    span->setSpacing(8);
    span->addWidget(m_last);
    span->addWidget(m_days);
    span->addWidget(m_daysWord);
    span->addStretch(1);
    column->addWidget(m_scopeTitle);
    column->addSpacing(4);
    column->addWidget(m_thisCall);
    column->addWidget(m_thisCallNote);
    column->addSpacing(6);
    column->addWidget(m_allIncomplete);
    column->addWidget(m_incompleteNote);
    column->addSpacing(6);
    column->addWidget(m_recent);
    column->addLayout(span);
}

void ScopeCard::addOptions(QVBoxLayout *column)
{
    column->addWidget(m_optionsTitle);
    column->addSpacing(4);
    column->addWidget(m_dryRun);
    column->addWidget(m_dryRunNote);
    column->addSpacing(6);
    column->addWidget(m_recheck);
}

void ScopeCard::addPace(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_paceIcon);
    row->addWidget(m_pace, 1);
    m_pace->setWordWrap(true);
    column->addLayout(row);
}

void ScopeCard::addRuns(QVBoxLayout *column)
{
    auto *title = new QHBoxLayout;
    title->addWidget(m_runsTitle);
    title->addStretch(1);
    title->addWidget(m_openCalls);
    column->addLayout(title);
    column->addWidget(m_noRuns);
    column->addWidget(m_runs, 1);
    column->addStretch(0);
    m_runs->setMinimumHeight(LeastRunsHeight);
    m_openCalls->hide();
}

void ScopeCard::addLine(QVBoxLayout *column)
{
    auto *line = new QFrame;
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setProperty("hairline", true);
    line->setFixedHeight(1);
    column->addSpacing(8);
    column->addWidget(line);
    column->addSpacing(8);
}

} // namespace anrufwarte
