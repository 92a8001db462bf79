// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/calls/incompletecall.h"
#include "core/settings/settings.h"
#include "ui/resync/resultlist.h"
#include "ui/resync/resyncwords.h"

#include <QSettings>
#include <QTimer>
#include <QWidget>
#include <optional>

class QMessageBox;
class QStackedWidget;

namespace anrufwarte {

class Look;
class OpenPane;
class OutcomePane;
class RunningPane;
class ScopeCard;

/// "Nachsynchronisieren": what to ask Retell for again, how that goes, and what it changed. Takes values
/// through its slots and says wishes by its signals; knows neither store nor sync. A run goes on without it.
class ResyncPage : public QWidget
{
    Q_OBJECT
public:
    /// All references must outlive the page. `state` keeps which interrupted run nobody wants any more.
    ResyncPage(const Look &look, const Clock &clock, const Settings &settings, QSettings &state,
               QWidget *parent = nullptr);

    /// One line for the head of the page.
    [[nodiscard]] QString contextText() const;
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    /// What became of the last run, for those who look at something else.
    [[nodiscard]] resyncwords::Notice notice() const;
    [[nodiscard]] ScopeCard &scope() { return *m_scope; }
    [[nodiscard]] OpenPane &openPane() { return *m_open; }
    [[nodiscard]] RunningPane &runningPane() { return *m_running; }
    [[nodiscard]] OutcomePane &outcomePane() { return *m_outcome; }
    [[nodiscard]] QWidget *shownPane() const;

public Q_SLOTS:
    void setProgress(const anrufwarte::ResyncProgress &progress);
    void addResults(const QList<anrufwarte::ResyncResult> &results);
    void setFinished(const anrufwarte::ResyncRun &run);
    void setRuns(const QList<anrufwarte::ResyncRun> &runs);
    void setRunResults(const anrufwarte::ResyncRun &run, const QList<anrufwarte::ResyncResult> &results);
    void setSelectedCall(const std::optional<anrufwarte::CallRow> &row);
    void setSettings(const anrufwarte::Settings &settings);
    void setIncomplete(const anrufwarte::IncompleteOverview &overview);
    void showIncomplete(); ///< the open calls, unless a run goes on
    void saveReport(const QString &path);
    void focusFirst();

Q_SIGNALS:
    void startRequested(const anrufwarte::ResyncRequest &request);
    void resumeRequested(const anrufwarte::ResyncRun &run);
    void pauseRequested();
    void continueRequested();
    void cancelRequested();
    void runResultsWanted(const anrufwarte::ResyncRun &run);
    void contextChanged();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void connectParts();
    void start(const ResyncRequest &request, std::optional<qint64> calls);
    void ask(const ResyncRequest &request, qint64 calls);
    void beginRun(const ResyncRun &run);
    void flushResults();
    void showOutcome(const ResyncRun &run, const QList<ResultPtr> &results);
    void showPane(QWidget *pane);
    void chooseReportFile();
    void offerInterrupted();
    void discardInterrupted();
    void passSecond();
    void refreshView();

    const Clock &m_clock;
    QSettings &m_state;
    ResyncView m_view;
    int m_intervalMs;
    const qint64 m_openedMs;
    bool m_isRunning = false;
    ResyncRun m_run;               ///< that goes on, or went on last
    QList<ResyncResult> m_waiting; ///< for the next frame
    QList<ResultPtr> m_results;    ///< of m_run, as far as they came in here
    QList<ResyncRun> m_runs;
    std::optional<ResyncRun> m_interrupted;
    QTimer m_frame;
    QTimer m_second;

    ScopeCard *m_scope;
    QStackedWidget *m_panes;
    OpenPane *m_open;
    RunningPane *m_running;
    OutcomePane *m_outcome;
};

} // namespace anrufwarte
