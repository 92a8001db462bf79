// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeclock.h"
#include "tests/support/nameless.h"
#include "tests/ui/resync/sampleresults.h"
#include "ui/look/look.h"
#include "ui/resync/celltable.h"
#include "ui/resync/changestree.h"
#include "ui/resync/openpane.h"
#include "ui/resync/outcomebanner.h"
#include "ui/resync/outcomepane.h"
#include "ui/resync/progresscard.h"
#include "ui/resync/resyncpage.h"
#include "ui/resync/runlist.h"
#include "ui/resync/runningpane.h"
#include "ui/resync/scopecard.h"

#include <QCheckBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace anrufwarte;

/// The page as a person uses it; what it wishes and what it shows.
class TestResyncPage : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    Look m_look;
    QTranslator m_german;
    std::unique_ptr<test::FakeClock> m_clock;
    std::unique_ptr<QSettings> m_state;
    std::unique_ptr<ResyncPage> m_page;

    QRadioButton *choice(int which) { return m_page->scope().findChildren<QRadioButton *>().at(which); }

    ResyncRequest wishAfterStart()
    {
        QSignalSpy wishes(m_page.get(), &ResyncPage::startRequested);
        m_page->scope().startButton()->click();
        return wishes.isEmpty() ? ResyncRequest{} : wishes.at(0).at(0).value<ResyncRequest>();
    }

    void setOpenCalls(qint64 total)
    {
        m_page->setIncomplete(
            {{test::openCall(1, "+493023125501"), test::openCall(2, "+493023125502", SetAside::NotStored)},
             total,
             1});
    }

    void saveShot(const QString &name)
    {
        const QString folder = qEnvironmentVariable("ANRUFWARTE_SHOTS");
        if (!folder.isEmpty())
            m_page->grab().save(folder + u'/' + name + QStringLiteral(".png"));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_look.install();
        QVERIFY(m_german.load(QStringLiteral(":/i18n/anrufwarte_de.qm")));
    }

    void init()
    {
        m_clock = std::make_unique<test::FakeClock>(test::RunStart + 60'000);
        m_state = std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("window.ini")),
                                              QSettings::IniFormat);
        m_state->clear();
        m_page = std::make_unique<ResyncPage>(m_look, *m_clock, Settings(), *m_state);
        m_page->resize(1204, 790);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }

    void cleanup()
    {
        m_page.reset();
        QCoreApplication::removeTranslator(&m_german);
    }

    void asksForAllIncompleteCalls()
    {
        setOpenCalls(3);
        const ResyncRequest wish = wishAfterStart();
        QCOMPARE(wish.scope, ResyncScope::Incomplete);
        QVERIFY(!wish.isDryRun);
    }

    void withNothingOpenThereIsNothingToStart()
    {
        m_page->setIncomplete({});
        QVERIFY(!m_page->scope().startButton()->isEnabled());
        choice(2)->click();
        QVERIFY(m_page->scope().startButton()->isEnabled());
    }

    void asksForDays()
    {
        auto *days = m_page->scope().findChild<QSpinBox *>();
        auto *recheck = m_page->scope().findChildren<QCheckBox *>().at(1);
        QVERIFY(!recheck->isEnabled()); // only with a period
        days->setValue(30);             // a number means the period
        QVERIFY(choice(2)->isChecked());
        QVERIFY(recheck->isEnabled());
        recheck->click();
        m_page->scope().findChildren<QCheckBox *>().at(0)->click();
        const ResyncRequest wish = wishAfterStart();
        QCOMPARE(wish.scope, ResyncScope::Recent);
        QCOMPARE(wish.days, 30);
        QVERIFY(wish.recheckComplete);
        QVERIFY(wish.isDryRun);
    }

    void asksForOneCall()
    {
        QVERIFY(!choice(0)->isEnabled());
        m_page->setSelectedCall(test::openCall(7, "+493023125507").row);
        choice(0)->click();
        const ResyncRequest wish = wishAfterStart();
        QCOMPARE(wish.scope, ResyncScope::Calls);
        QCOMPARE(wish.calls, QList<CallId>{CallId(QStringLiteral("call_7"))});
        m_page->setSelectedCall({}); // it is gone: the choice is, too
        QVERIFY(choice(1)->isChecked());
    }

    void manyCallsAreAskedOnce()
    {
        setOpenCalls(501);
        QSignalSpy wishes(m_page.get(), &ResyncPage::startRequested);
        m_page->scope().startButton()->click();
        QCOMPARE(wishes.count(), 0);
        auto *box = m_page->findChild<QMessageBox *>();
        QVERIFY(box);
        box->defaultButton()->click();
        QCOMPARE(wishes.count(), 1);
    }

    void showsARunAndLetsItBeStopped()
    {
        m_page->setProgress(test::runningProgress());
        m_page->addResults(
            {test::correctedCall(), test::unchangedCall(), test::failedCall(), test::updatedCall()});
        QCOMPARE(m_page->shownPane(), &m_page->runningPane());
        QTRY_COMPARE(m_page->runningPane().results().rowCount(), 4); // the current one and three of four
        const ProgressCard &card = m_page->runningPane().progress();
        QCOMPARE(card.title(), QStringLiteral("1,482 of 2,418 calls"));
        QCOMPARE(card.pace(), QStringLiteral("about 1:40 min left · 9.4 requests/s"));
        QVERIFY(!m_page->scope().startButton()->isEnabled());
        QVERIFY(!choice(1)->isEnabled());
        QVERIFY(choice(2)->isChecked()); // whoever began it: what runs is what the card says
        QCOMPARE(m_page->scope().findChild<QSpinBox *>()->value(), 30);

        QSignalSpy paused(m_page.get(), &ResyncPage::pauseRequested);
        QSignalSpy continued(m_page.get(), &ResyncPage::continueRequested);
        QSignalSpy cancelled(m_page.get(), &ResyncPage::cancelRequested);
        card.pauseButton()->click();
        QCOMPARE(paused.count(), 1);
        ResyncProgress progress = test::runningProgress();
        progress.phase = ResyncPhase::Paused;
        m_page->setProgress(progress);
        card.pauseButton()->click();
        QCOMPARE(continued.count(), 1);
        card.cancelButton()->click();
        QCOMPARE(cancelled.count(), 1);
        progress.phase = ResyncPhase::Finishing;
        m_page->setProgress(progress);
        QVERIFY(!card.cancelButton()->isEnabled());
    }

    void saysWhatItWaitsFor()
    {
        ResyncProgress progress = test::runningProgress();
        progress.phase = ResyncPhase::Waiting;
        progress.waitsFor = Error{ErrorCode::ApiThrottled, {}, {QStringLiteral("429")}};
        progress.waitUntilMs = m_clock->nowMs() + 20'000;
        m_page->setProgress(progress);
        const ProgressCard &card = m_page->runningPane().progress();
        QCOMPARE(card.pace(), QStringLiteral("Waits 20 s – Retell is rate limiting (429)"));
        m_clock->advance(1'000);
        QTRY_COMPARE(card.pace(), QStringLiteral("Waits 19 s – Retell is rate limiting (429)"));
    }

    void showsWhatARunChanged()
    {
        m_page->setProgress(test::runningProgress());
        m_page->addResults({test::updatedCall(), test::correctedCall(), test::failedCall()});
        ResyncRun run = test::finishedRun();
        run.updated = 2;
        run.unchanged = 0;
        m_page->setFinished(run); // before the frame: nothing is lost
        OutcomePane &outcome = m_page->outcomePane();
        QCOMPARE(m_page->shownPane(), &outcome);
        QCOMPARE(outcome.banner().tone(), Tone::Warn); // one failed
        QCOMPARE(outcome.changes().rowCount(), 3);
        QVERIFY(outcome.tree().isExpanded(outcome.changes().index(0, 0)));
        QVERIFY(!outcome.tree().isExpanded(outcome.changes().index(2, 0)));
        QVERIFY(outcome.retryButton()->isVisible());
        QVERIFY(!outcome.realButton()->isVisible());
        QSignalSpy wishes(m_page.get(), &ResyncPage::startRequested);
        outcome.retryButton()->click();
        QCOMPARE(wishes.at(0).at(0).value<ResyncRequest>().calls, QList<CallId>{test::failedCall().callId});
        QCOMPARE(m_page->scope().startButton()->text(), QStringLiteral("Start new run"));
        QTest::keyClick(m_page.get(), Qt::Key_Escape);
        QCOMPARE(m_page->shownPane(), &m_page->openPane());
    }

    void aDryRunOffersTheRealOne()
    {
        ResyncProgress progress = test::runningProgress();
        progress.run.request.isDryRun = true;
        m_page->setProgress(progress);
        ResyncRun run = progress.run;
        run.end = ResyncEnd::Completed;
        m_page->setFinished(run);
        OutcomePane &outcome = m_page->outcomePane();
        QCOMPARE(outcome.banner().tone(), Tone::Info);
        QCOMPARE(outcome.banner().title(), QStringLiteral("Dry run – nothing written."));
        outcome.realButton()->click(); // 2,418 calls: asked before
        QSignalSpy wishes(m_page.get(), &ResyncPage::startRequested);
        m_page->findChild<QMessageBox *>()->defaultButton()->click();
        QVERIFY(!wishes.at(0).at(0).value<ResyncRequest>().isDryRun);
        QCOMPARE(wishes.at(0).at(0).value<ResyncRequest>().days, 30);
    }

    void aRunThatCouldNotGoOnSaysWhy()
    {
        ResyncRun run = test::finishedRun();
        run.end = ResyncEnd::Refused;
        run.problem = Error{ErrorCode::ApiKeyRefused, {}, {QStringLiteral("401")}};
        m_page->setProgress(test::runningProgress());
        m_page->setFinished(run);
        QCOMPARE(m_page->outcomePane().banner().tone(), Tone::Danger);
        QVERIFY(m_page->outcomePane().banner().text().contains(QStringLiteral("401")));
    }

    void anInterruptedRunCanGoOnOrBeDiscarded()
    {
        ResyncRun run = test::runningProgress().run;
        run.startedMs = m_clock->nowMs() - 3'600'000;
        m_page->setRuns({run});
        OpenPane &open = m_page->openPane();
        QVERIFY(open.banner().isVisible());
        QVERIFY(open.banner().text().contains(QStringLiteral("1,482 of 2,418")));
        QSignalSpy wishes(m_page.get(), &ResyncPage::resumeRequested);
        open.resumeButton()->click();
        QCOMPARE(wishes.at(0).at(0).value<ResyncRun>().startedMs, run.startedMs);
        open.discardButton()->click();
        QVERIFY(!open.banner().isVisible());
        m_page->setRuns({run});
        QVERIFY(!open.banner().isVisible()); // for good
    }

    void aRunOfSomebodyElseIsNotCalledInterrupted()
    {
        ResyncRun run = test::runningProgress().run;
        run.startedMs = m_clock->nowMs() + 1'000; // began after this window did
        m_page->setRuns({run});
        QVERIFY(!m_page->openPane().banner().isVisible());
    }

    void anOldRunIsShownAgain()
    {
        m_page->setRuns({test::finishedRun()});
        QSignalSpy wanted(m_page.get(), &ResyncPage::runResultsWanted);
        RunList &runs = m_page->scope().runs();
        runs.setCurrentIndex(runs.model()->index(0, 0));
        QTest::keyClick(&runs, Qt::Key_Return);
        QCOMPARE(wanted.count(), 1);
        m_page->setRunResults(test::finishedRun(), {test::updatedCall()});
        QCOMPARE(m_page->shownPane(), &m_page->outcomePane());
        QVERIFY(m_page->contextText().contains(QStringLiteral("17:50:00")));
        m_page->showIncomplete();
        QCOMPARE(m_page->shownPane(), &m_page->openPane());
    }

    void aResumedRunIsReadFromTheStoreAtItsEnd()
    {
        m_page->setProgress(test::runningProgress());
        m_page->addResults({test::updatedCall()}); // the other 1,481 came before the interruption
        ResyncRun run = test::runningProgress().run;
        run.end = ResyncEnd::Completed;
        QSignalSpy wanted(m_page.get(), &ResyncPage::runResultsWanted);
        m_page->setFinished(run);
        QCOMPARE(wanted.count(), 1);
    }

    void tenThousandResultsDoNotHoldUpTheWindow()
    {
        m_page->setProgress(test::runningProgress());
        auto *filter = m_page->runningPane().findChild<QComboBox *>();
        filter->setCurrentIndex(1); // all
        qint64 longestMs = 0;
        const ResultModel &shown = m_page->runningPane().results();
        for (int i = 0; i < 10'000; i += 100) {
            m_page->addResults(test::results(100, i));
            while (shown.shownResults() < i + 100) {
                QElapsedTimer time;
                time.start();
                QCoreApplication::processEvents(QEventLoop::AllEvents);
                longestMs = qMax(longestMs, time.elapsed());
            }
        }
        QElapsedTimer time;
        time.start();
        ResyncRun run = test::finishedRun();
        run.total = run.updated = 10'000;
        m_page->setFinished(run);
        QCoreApplication::processEvents(QEventLoop::AllEvents);
        qInfo("longest turn %lld ms, result shown after %lld ms", longestMs, time.elapsed());
        QVERIFY(longestMs < 100);
        QVERIFY(time.elapsed() < 500);
    }

    void readingIsNotDisturbedByNewRows()
    {
        m_page->setProgress(test::runningProgress());
        m_page->runningPane().findChild<QComboBox *>()->setCurrentIndex(1);
        m_page->addResults(test::results(200));
        CellTable &table = m_page->runningPane().table();
        QTRY_COMPARE(m_page->runningPane().results().shownResults(), 200);
        table.verticalScrollBar()->setValue(table.verticalScrollBar()->maximum() / 2);
        const QString before = table.indexAt(QPoint(20, 50)).data(Qt::UserRole + 1).toString();
        m_page->addResults(test::results(50, 200));
        QTRY_COMPARE(m_page->runningPane().results().shownResults(), 250);
        QCOMPARE(table.indexAt(QPoint(20, 50)).data(Qt::UserRole + 1).toString(), before);
    }

    void everythingHasAName()
    {
        setOpenCalls(3);
        m_page->setRuns({test::finishedRun()});
        QCOMPARE(test::namelessIn(*m_page), QString());
        m_page->setProgress(test::runningProgress());
        m_page->addResults({test::updatedCall(), test::failedCall()});
        QTRY_VERIFY(m_page->runningPane().results().rowCount() > 0);
        QCOMPARE(test::namelessIn(*m_page), QString());
        m_page->setFinished(test::finishedRun());
        QCOMPARE(m_page->shownPane(), &m_page->outcomePane());
        QCOMPARE(test::namelessIn(*m_page), QString());
    }

    void anInterruptedRunAndAQuestionHaveNames()
    {
        ResyncRun run = test::runningProgress().run;
        run.startedMs = m_clock->nowMs() - 3'600'000;
        m_page->setRuns({run});
        QVERIFY(m_page->openPane().banner().isVisible());
        setOpenCalls(20'000);
        m_page->scope().startButton()->click();
        QVERIFY(m_page->findChild<QMessageBox *>());
        QCOMPARE(test::namelessIn(*m_page), QString());
    }

    void fitsSmallWindows_data()
    {
        QTest::addColumn<bool>("german");
        QTest::addColumn<QSize>("size");
        for (const bool german : {true, false}) {
            for (const QSize &size : {QSize(936, 570), QSize(1204, 790)})
                QTest::addRow("%s-%d", german ? "de" : "en", size.width()) << german << size;
        }
    }
    void fitsSmallWindows()
    {
        QFETCH(bool, german);
        QFETCH(QSize, size);
        if (german)
            QCoreApplication::installTranslator(&m_german);
        const QLocale before;
        QLocale::setDefault(QLocale(german ? QLocale::German : QLocale::English));
        const auto restore = qScopeGuard([before] { QLocale::setDefault(before); });
        m_page->setSettings(Settings());
        for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
            m_look.setTheme(theme);
            m_page->resize(size);
            setOpenCalls(3);
            ResyncRun interrupted = test::runningProgress().run;
            interrupted.startedMs -= 3'600'000;
            m_page->setRuns({interrupted, test::finishedRun()});
            const QString name = QString::fromLatin1(QTest::currentDataTag()) +
                                 (theme == ThemeChoice::Dark ? QStringLiteral("-dark") : QString());
            const auto check = [&](const char *state) {
                QCoreApplication::processEvents();
                QCOMPARE(m_page->size(), size); // nothing inside asks for more
                for (const auto *label : m_page->findChildren<QLabel *>())
                    QVERIFY2(!label->isVisible() || label->wordWrap() || label->minimumWidth() == 1 ||
                                 label->width() >= label->minimumSizeHint().width(),
                             qPrintable(label->text()));
                for (const auto *button : m_page->findChildren<QPushButton *>())
                    QVERIFY2(!button->isVisible() || button->width() >= button->sizeHint().width(),
                             qPrintable(button->text()));
                saveShot(name + u'-' + QString::fromLatin1(state));
            };
            check("open");
            m_page->setProgress(test::runningProgress());
            m_page->addResults({test::correctedCall(), test::unchangedCall(), test::failedCall(),
                                test::updatedCall(), test::correctedCall()});
            QTRY_VERIFY(m_page->runningPane().results().rowCount() > 1);
            check("running");
            m_page->setFinished(test::finishedRun());
            m_page->setRunResults(test::finishedRun(), {test::updatedCall(), test::correctedCall(),
                                                        test::failedCall(), test::unchangedCall()});
            check("outcome");
            ResyncRun dry = test::finishedRun();
            dry.request.isDryRun = true;
            m_page->setRunResults(dry, {test::updatedCall(), test::failedCall()});
            check("dry");
            m_page->showIncomplete();
        }
        m_look.setTheme(ThemeChoice::Light);
    }
};

QTEST_MAIN(TestResyncPage)
#include "test_resync_page.moc"
