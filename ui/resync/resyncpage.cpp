// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/resync/resyncpage.h"

#include "core/text/errortext.h"
#include "ui/look/look.h"
#include "ui/resync/celltable.h"
#include "ui/resync/changestree.h"
#include "ui/resync/openpane.h"
#include "ui/resync/outcomepane.h"
#include "ui/resync/progresscard.h"
#include "ui/resync/report.h"
#include "ui/resync/resyncwords.h"
#include "ui/resync/runlist.h"
#include "ui/resync/runningpane.h"
#include "ui/resync/scopecard.h"

#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>
#include <chrono>

namespace anrufwarte {

namespace {

using namespace std::chrono_literals;

constexpr qint64 ManyCalls = 500, LongMs = 5 * 60'000;
constexpr int NarrowPage = 1000;
const QString DiscardedKey = QStringLiteral("resync/discarded");

} // namespace

ResyncPage::ResyncPage(const Look &look, const Clock &clock, const Settings &settings, QSettings &state,
                       QWidget *parent)
    : QWidget(parent),
      m_clock(clock),
      m_state(state),
      m_intervalMs(settings.syncRequestIntervalMs),
      m_openedMs(clock.nowMs()),
      m_scope(new ScopeCard(look, m_view)),
      m_panes(new QStackedWidget),
      m_open(new OpenPane(look, m_view)),
      m_running(new RunningPane(look, m_view)),
      m_outcome(new OutcomePane(look, m_view))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_scope);
    row->addWidget(m_panes, 1);
    for (QWidget *pane : std::initializer_list<QWidget *>{m_open, m_running, m_outcome})
        m_panes->addWidget(pane);
    m_frame.setSingleShot(true);
    m_frame.setInterval(16ms);
    connect(&m_frame, &QTimer::timeout, this, &ResyncPage::flushResults);
    connect(&m_second, &QTimer::timeout, this, &ResyncPage::passSecond);
    m_second.start(1s);
    connectParts();
    setSettings(settings);
}

void ResyncPage::connectParts()
{
    connect(m_scope, &ScopeCard::startPressed, this,
            [this] { start(m_scope->request(), m_scope->expectedCalls()); });
    connect(m_scope, &ScopeCard::openCallsPressed, this, &ResyncPage::showIncomplete);
    connect(&m_scope->runs(), &RunList::runChosen, this, &ResyncPage::runResultsWanted);
    connect(m_open, &OpenPane::callChosen, this, [this](const CallRow &row) { setSelectedCall(row); });
    connect(&m_open->table(), &CellTable::rowOpened, m_scope, &ScopeCard::chooseSelectedCall);
    connect(m_open, &OpenPane::resumePressed, this, [this] {
        if (m_interrupted)
            Q_EMIT
        resumeRequested(*m_interrupted);
    });
    connect(m_open, &OpenPane::discardPressed, this, &ResyncPage::discardInterrupted);
    const ProgressCard &progress = m_running->progress();
    connect(&progress, &ProgressCard::pauseRequested, this, &ResyncPage::pauseRequested);
    connect(&progress, &ProgressCard::continueRequested, this, &ResyncPage::continueRequested);
    connect(&progress, &ProgressCard::cancelRequested, this, &ResyncPage::cancelRequested);
    connect(m_outcome, &OutcomePane::startRequested, this, [this](const ResyncRequest &request) {
        const bool isNamed = request.scope == ResyncScope::Calls;
        start(request, isNamed ? request.calls.size() : m_outcome->run().total);
    });
    connect(m_outcome, &OutcomePane::reportRequested, this, &ResyncPage::chooseReportFile);
}

QWidget *ResyncPage::shownPane() const
{
    return m_panes->currentWidget();
}

QString ResyncPage::contextText() const
{
    if (shownPane() == m_outcome)
        return tr("Run of %1").arg(m_view.formats.dateTime(m_outcome->run().startedMs));
    return tr("Fetches missing call data from the Retell API");
}

resyncwords::Notice ResyncPage::notice() const
{
    return resyncwords::notice(m_run, m_results, m_view);
}

/// Many calls, or a long time: asked once, here, before it begins.
void ResyncPage::start(const ResyncRequest &request, std::optional<qint64> calls)
{
    if (m_isRunning)
        return;
    if (calls && (*calls > ManyCalls || *calls * m_intervalMs > LongMs)) {
        ask(request, *calls);
        return;
    }
    Q_EMIT
    startRequested(request);
}

void ResyncPage::ask(const ResyncRequest &request, qint64 calls)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, QStringLiteral("Anrufwarte"),
                                tr("Ask Retell for %n call(s)?", nullptr, resyncwords::plural(calls)),
                                QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("That takes about %1. It can be paused and cancelled at any time; what was "
                               "written stays.")
                                .arg(resyncwords::took(calls * m_intervalMs, m_view.formats)));
    QPushButton *go = box->addButton(tr("Start"), QMessageBox::AcceptRole);
    box->setDefaultButton(go);
    connect(go, &QPushButton::clicked, this, [this, request] {
        Q_EMIT
        startRequested(request);
    });
    box->open();
}

void ResyncPage::setProgress(const ResyncProgress &progress)
{
    if (progress.phase == ResyncPhase::Idle)
        return;
    if (!m_isRunning || progress.run.startedMs != m_run.startedMs)
        beginRun(progress.run);
    m_run = progress.run;
    m_view.nowMs = m_clock.nowMs();
    m_running->setProgress(progress);
}

void ResyncPage::beginRun(const ResyncRun &run)
{
    m_isRunning = true;
    m_run = run;
    m_waiting.clear();
    m_results.clear();
    m_interrupted.reset();
    m_open->setInterrupted({});
    m_running->begin();
    m_scope->setRequest(run.request);
    m_scope->setState(ScopeCard::State::Running);
    showPane(m_running);
}

void ResyncPage::addResults(const QList<ResyncResult> &results)
{
    m_waiting.append(results);
    if (!m_frame.isActive())
        m_frame.start();
}

void ResyncPage::flushResults()
{
    if (m_waiting.isEmpty())
        return;
    const QList<ResultPtr> fresh = shared(std::exchange(m_waiting, {}));
    m_results.append(fresh);
    if (const qsizetype tooMany = m_results.size() - MostResults; tooMany > 0)
        m_results.remove(0, tooMany);
    m_running->addResults(fresh);
}

void ResyncPage::setFinished(const ResyncRun &run)
{
    m_frame.stop();
    flushResults();
    m_isRunning = false;
    m_run = run;
    showOutcome(run, m_results);
    // Of a run that was resumed the first results came before this page; the store has all of them.
    if (!run.request.isDryRun && m_results.size() < qMin<qint64>(run.done(), MostResults))
        Q_EMIT
    runResultsWanted(run);
}

void ResyncPage::showOutcome(const ResyncRun &run, const QList<ResultPtr> &results)
{
    m_outcome->display(run, results);
    m_scope->setState(ScopeCard::State::HasResult);
    showPane(m_outcome);
}

void ResyncPage::setRunResults(const ResyncRun &run, const QList<ResyncResult> &results)
{
    if (!m_isRunning)
        showOutcome(run, shared(results.mid(qMax<qsizetype>(0, results.size() - MostResults))));
}

void ResyncPage::setRuns(const QList<ResyncRun> &runs)
{
    m_runs = runs;
    if (m_isRunning) // it is no past run yet
        m_runs.removeIf([this](const ResyncRun &run) { return run.startedMs == m_run.startedMs; });
    refreshView();
    m_scope->setRuns(m_runs);
    offerInterrupted();
}

/// Only a run that was there before this program: another one may be going on just now, in a terminal.
void ResyncPage::offerInterrupted()
{
    m_interrupted.reset();
    const qint64 discarded = m_state.value(DiscardedKey).toLongLong();
    if (!m_isRunning && !m_runs.isEmpty()) {
        const ResyncRun &last = m_runs.constFirst();
        if (last.end == ResyncEnd::Running && last.startedMs < m_openedMs && last.startedMs != discarded)
            m_interrupted = last;
    }
    m_open->setInterrupted(m_interrupted);
}

void ResyncPage::discardInterrupted()
{
    if (m_interrupted)
        m_state.setValue(DiscardedKey, m_interrupted->startedMs);
    offerInterrupted();
    focusFirst();
}

void ResyncPage::setSelectedCall(const std::optional<CallRow> &row)
{
    refreshView();
    m_scope->setSelectedCall(row);
}

void ResyncPage::setSettings(const Settings &settings)
{
    m_intervalMs = settings.syncRequestIntervalMs;
    m_view.masksNumbers = settings.privacyMaskNumbers;
    refreshView();
    m_scope->setSettings(settings);
}

void ResyncPage::setIncomplete(const IncompleteOverview &overview)
{
    refreshView();
    m_open->setIncomplete(overview);
    m_scope->setIncompleteCount(overview.total);
}

void ResyncPage::showIncomplete()
{
    if (m_isRunning)
        return;
    m_scope->chooseIncomplete();
    m_scope->setState(ScopeCard::State::Ready);
    showPane(m_open);
    focusFirst();
}

void ResyncPage::showPane(QWidget *pane)
{
    m_panes->setCurrentWidget(pane);
    m_scope->setOpenCallsOffered(pane == m_outcome);
    Q_EMIT
    contextChanged();
}

/// The table of what is shown, with a row to begin at.
void ResyncPage::focusFirst()
{
    QAbstractItemView *view = &m_open->table();
    if (shownPane() == m_running)
        view = &m_running->table();
    else if (shownPane() == m_outcome)
        view = &m_outcome->tree();
    if (!view->currentIndex().isValid())
        view->selectionModel()->setCurrentIndex(view->model()->index(0, 0), QItemSelectionModel::NoUpdate);
    view->setFocus(Qt::OtherFocusReason);
}

void ResyncPage::chooseReportFile()
{
    auto *dialog = new QFileDialog(this, tr("Save report"), QString(), tr("CSV files (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    const QDateTime started = QDateTime::fromMSecsSinceEpoch(m_outcome->run().startedMs);
    dialog->selectFile(tr("resync-%1.csv").arg(started.toString(QStringLiteral("yyyy-MM-dd-HHmm"))));
    connect(dialog, &QFileDialog::fileSelected, this, &ResyncPage::saveReport);
    dialog->open();
}

void ResyncPage::saveReport(const QString &path)
{
    auto *writer = new ReportWriter(path, m_outcome->results(), m_view, this);
    connect(writer, &ReportWriter::finished, this, [this, path](const std::optional<Error> &problem) {
        m_outcome->setNote(problem ? sentence(*problem)
                                   : tr("Report saved: %1").arg(QFileInfo(path).fileName()));
    });
    writer->start();
}

void ResyncPage::passSecond()
{
    m_view.nowMs = m_clock.nowMs();
    if (!isVisible())
        return;
    if (m_isRunning)
        m_running->passTime();
    else if (shownPane() == m_open)
        m_open->passTime();
}

void ResyncPage::refreshView()
{
    m_view.nowMs = m_clock.nowMs();
    m_view.formats = Formats();
}

void ResyncPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refreshView(); // before the parts hear of it
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        Q_EMIT
    contextChanged();
}

void ResyncPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_scope->setNarrow(width() < NarrowPage);
}

/// Esc leaves a result for the open calls.
void ResyncPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && shownPane() == m_outcome)
        showIncomplete();
    else
        QWidget::keyPressEvent(event);
}

} // namespace anrufwarte
