// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/callpane.h"

#include "core/text/terms.h"
#include "ui/detail/callheader.h"
#include "ui/detail/costview.h"
#include "ui/detail/datachecklist.h"
#include "ui/detail/latencyview.h"
#include "ui/detail/statenote.h"
#include "ui/detail/transcriptview.h"
#include "ui/look/look.h"

#include <QKeyEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedLayout>
#include <QTabBar>
#include <QVBoxLayout>

namespace anrufwarte {

namespace {

constexpr int TabIndent = 6; ///< the words of the tabs stand below the number

/// A tab that scrolls as a whole; the card shows through. Page keys reach it from anywhere in the pane.
QScrollArea *scrolling(QWidget *page)
{
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(page);
    area->viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    page->setMinimumWidth(1); // what does not fit is arranged anew, never scrolled sideways
    return area;
}

} // namespace

CallPane::CallPane(Look &look, Settings settings, QWidget *parent)
    : Card(look, parent),
      m_settings(std::move(settings)),
      m_header(new CallHeader(look)),
      m_tabs(new QTabWidget),
      m_transcript(new TranscriptView(look)),
      m_cost(new CostView(look)),
      m_latency(new LatencyView(look)),
      m_checklist(new DataChecklist(look)),
      m_empty(new StateNote(look)),
      m_stack(new QStackedLayout(this))
{
    m_tabs->setDocumentMode(true);
    auto *indent = new QWidget; // a corner widget, so that the line below the tabs begins at the edge
    auto *indentSize = new QHBoxLayout(indent);
    indentSize->setContentsMargins(TabIndent, 0, 0, 0);
    indentSize->addStrut(m_tabs->tabBar()->sizeHint().height());
    m_tabs->setCornerWidget(indent, Qt::TopLeftCorner);
    m_tabs->addTab(m_transcript, QString());
    m_tabs->addTab(scrolling(m_cost), QString());
    m_tabs->addTab(scrolling(m_latency), QString());

    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(1, 1, 1, 1); // the card's line
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_checklist);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(page);
    setMinimumWidth(320);
    connect(m_header, &CallHeader::closeRequested, this, &CallPane::closeRequested);
    connect(m_header, &CallHeader::resyncRequested, this, &CallPane::resyncRequested);
    connect(m_header, &CallHeader::saveRequested, this, &CallPane::saveRequested);
    addShortcuts();
    retranslate();
    renderEmpty();
}

void CallPane::addShortcuts()
{
    // They answer wherever the focus is in the window. Find is the window's: it knows of two places to
    // search.
    const auto add = [this](const QKeySequence &keys, auto action) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, action);
    };
    const auto turnTab = [this](int step) {
        m_tabs->setCurrentIndex((m_tabs->currentIndex() + step + m_tabs->count()) % m_tabs->count());
    };
    add(QKeySequence(Qt::CTRL | Qt::Key_Tab), [turnTab] { turnTab(1); });
    add(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab), [turnTab] { turnTab(-1); });
    add(QKeySequence(QKeySequence::FindNext), [this] { m_transcript->goToHit(1); });
    add(QKeySequence(QKeySequence::FindPrevious), [this] { m_transcript->goToHit(-1); });
}

bool CallPane::focusSearch()
{
    if (!isVisible() || !m_content || !m_transcript->canBeSearched())
        return false;
    m_tabs->setCurrentWidget(m_transcript);
    m_transcript->focusSearch();
    return true;
}

void CallPane::showContent(const CallContent &content, qint64 nowMs)
{
    m_content = content;
    m_problem.clear();
    m_nowMs = nowMs;
    render();
}

void CallPane::showProblem(const QString &sentence)
{
    m_content.reset();
    m_problem = sentence;
    renderEmpty();
}

void CallPane::clear()
{
    showProblem({});
}

void CallPane::tick(qint64 nowMs)
{
    if (!m_content)
        return;
    m_nowMs = nowMs;
    m_header->tick(nowMs);
    m_checklist->showCall(m_content->call, nowMs);
    if (!m_content->call.cost)
        m_cost->showContent(*m_content, m_settings, m_microsPerMinute, nowMs);
}

void CallPane::setSettings(const Settings &settings)
{
    m_settings = settings;
    if (m_content)
        render();
}

void CallPane::setMicrosPerMinute(std::optional<MicroDollars> price)
{
    if (price == m_microsPerMinute)
        return;
    m_microsPerMinute = price;
    if (m_content)
        m_cost->showContent(*m_content, m_settings, m_microsPerMinute, m_nowMs);
}

bool CallPane::needsTicking() const
{
    if (!m_content)
        return false;
    const auto states = partStates(m_content->call.row, m_nowMs);
    const bool waits = std::find(states.begin(), states.end(), DataState::Pending) != states.end();
    return waits || !isFinished(m_content->call.row.state);
}

void CallPane::render()
{
    m_header->setClosing(m_content->closing);
    m_header->showCall(m_content->call, m_settings, m_nowMs);
    m_transcript->showContent(*m_content, m_nowMs);
    m_cost->showContent(*m_content, m_settings, m_microsPerMinute, m_nowMs);
    m_latency->showContent(*m_content, m_settings, m_nowMs);
    m_checklist->showCall(m_content->call, m_nowMs);
    m_stack->setCurrentIndex(1);
}

void CallPane::renderEmpty()
{
    if (m_problem.isEmpty())
        m_empty->setNote(QStringLiteral("phone"), tr("No call selected"),
                         tr("Select a call to see its details."));
    else
        m_empty->setNote(QStringLiteral("circle-alert"), tr("This call cannot be shown"), m_problem);
    m_stack->setCurrentIndex(0);
}

void CallPane::retranslate()
{
    setAccessibleName(tr("Call details"));
    m_tabs->setTabText(0, tr("Transcript"));
    m_tabs->setTabText(1, tr("Cost"));
    m_tabs->setTabText(2, tr("Latency"));
    m_tabs->setAccessibleName(tr("Call details"));
    m_tabs->tabBar()->setAccessibleName(tr("Call details"));
}

void CallPane::keyPressEvent(QKeyEvent *event)
{
    auto *area = qobject_cast<QScrollArea *>(m_tabs->currentWidget());
    if (area && event->key() == Qt::Key_PageDown)
        area->verticalScrollBar()->triggerAction(QScrollBar::SliderPageStepAdd);
    else if (area && event->key() == Qt::Key_PageUp)
        area->verticalScrollBar()->triggerAction(QScrollBar::SliderPageStepSub);
    else
        Card::keyPressEvent(event);
}

void CallPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (!m_content)
            renderEmpty();
    }
    Card::changeEvent(event);
}

} // namespace anrufwarte
