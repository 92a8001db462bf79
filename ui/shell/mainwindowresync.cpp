// SPDX-License-Identifier: GPL-3.0-or-later
// What the window has to do with a resync: the page, its data, and those who ask for one.
#include "core/base/clock.h"
#include "ui/calls/livepage.h"
#include "ui/detail/calldetail.h"
#include "ui/detail/callpane.h"
#include "ui/resync/resyncdata.h"
#include "ui/resync/resyncpage.h"
#include "ui/shell/desktopnotices.h"
#include "ui/shell/kpistrip.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pageheader.h"
#include "ui/shell/toast.h"

namespace anrufwarte {

namespace {
constexpr qint64 LongRunMs = 60'000; ///< over it the desktop tells of the end, too (ui.md §7)
}

void MainWindow::connectResync()
{
    connect(m_resync, &ResyncPage::startRequested, this, &MainWindow::resyncRequested);
    connect(m_resync, &ResyncPage::resumeRequested, this, &MainWindow::resyncResumeRequested);
    connect(m_resync, &ResyncPage::pauseRequested, this, &MainWindow::resyncPauseRequested);
    connect(m_resync, &ResyncPage::continueRequested, this, &MainWindow::resyncContinueRequested);
    connect(m_resync, &ResyncPage::cancelRequested, this, &MainWindow::resyncCancelRequested);
    connect(m_resync, &ResyncPage::runResultsWanted, m_resyncData, &ResyncData::loadResults);
    connect(m_resync, &ResyncPage::contextChanged, this, &MainWindow::tick);
    connect(m_resyncData, &ResyncData::incompleteRead, m_resync, &ResyncPage::setIncomplete);
    connect(m_resyncData, &ResyncData::runsRead, m_resync, &ResyncPage::setRuns);
    connect(m_resyncData, &ResyncData::resultsRead, m_resync, &ResyncPage::setRunResults);
    connect(m_header, &PageHeader::actionPressed, this, [this] { showPage(PageId::Resync); });
    connect(m_kpis, &KpiStrip::openCallsPressed, this, &MainWindow::showIncompleteCalls);
    connect(m_detail, &CallDetail::resyncRequested, this, &MainWindow::resyncCall);
    connect(m_live, &LivePage::fetchRequested, this, &MainWindow::fetchRecentCalls);
    connect(m_toast, &Toast::actionTriggered, this, [this] { showPage(PageId::Resync); });
    m_resyncData->load();
}

void MainWindow::runResync(Command command)
{
    switch (command) {
    case Command::PollNow:
        Q_EMIT
        pollNowRequested();
        return;
    case Command::ResyncCall:
        resyncCall(m_detail->callId());
        return;
    case Command::OpenResync:
        showIncompleteCalls();
        return;
    default:
        showPage(PageId::Resync);
    }
}

void MainWindow::resyncCall(const CallId &call)
{
    if (call.value().isEmpty() || m_resync->isRunning())
        return;
    ResyncRequest request;
    request.scope = ResyncScope::Calls;
    request.calls = {call};
    Q_EMIT
    resyncRequested(request);
}

/// From the empty live page: nothing is running there that could be looked at meanwhile.
void MainWindow::fetchRecentCalls()
{
    showPage(PageId::Resync);
    if (m_resync->isRunning())
        return;
    ResyncRequest request;
    request.scope = ResyncScope::Recent;
    request.days = 1;
    Q_EMIT
    resyncRequested(request);
}

void MainWindow::showIncompleteCalls()
{
    showPage(PageId::Resync);
    m_resync->showIncomplete();
}

void MainWindow::setResyncProgress(const ResyncProgress &progress)
{
    const bool wasRunning = m_resync->isRunning();
    m_resync->setProgress(progress);
    const bool runs = m_resync->isRunning();
    const double total = static_cast<double>(progress.run.total);
    m_sidebar->setResyncProgress(
        runs ? std::optional(total > 0 ? static_cast<double>(progress.run.done()) / total : 0.0)
             : std::nullopt);
    if (runs != wasRunning)
        syncResync();
}

void MainWindow::addResyncResults(const QList<ResyncResult> &results)
{
    m_resync->addResults(results);
}

void MainWindow::setResyncFinished(const ResyncRun &run)
{
    m_resync->setFinished(run);
    m_sidebar->setResyncProgress({});
    m_resyncData->load();
    syncResync();
    tellOfResync(run);
}

/// Those who look at the page see it there.
void MainWindow::tellOfResync(const ResyncRun &run)
{
    const resyncwords::Notice notice = m_resync->notice();
    if (m_page != PageId::Resync)
        m_toast->say(notice.isGood ? Tone::Ok : Tone::Warn, notice.title, notice.text, tr("Show"));
    if (!isActiveWindow() && run.finishedMs - run.startedMs > LongRunMs)
        m_notices->show(notice.title, notice.text, false);
}

/// One resync at a time: who could ask for another one waits.
void MainWindow::syncResync()
{
    const bool isFree = !m_resync->isRunning();
    const std::optional<CallContent> &content = m_detail->pane().content();
    m_detail->setResyncEnabled(isFree);
    m_actions->action(Command::ResyncCall)->setEnabled(isFree && m_page == PageId::Live);
    if (m_page == PageId::Resync && content)
        m_resync->setSelectedCall(content->call.row);
}

} // namespace anrufwarte
