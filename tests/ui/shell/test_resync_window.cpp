// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/store/asyncreader.h"
#include "core/store/callstore.h"
#include "tests/ui/resync/sampleresults.h"
#include "ui/calls/livepage.h"
#include "ui/detail/calldetail.h"
#include "ui/look/look.h"
#include "ui/resync/openpane.h"
#include "ui/resync/outcomepane.h"
#include "ui/resync/resyncpage.h"
#include "ui/shell/kpistrip.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pageheader.h"
#include "ui/shell/sidebaritem.h"
#include "ui/shell/toast.h"
#include "ui/shell/uistate.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace anrufwarte;

/// A resync as the whole window sees it: who may ask for one, where it shows, who is told.
class TestResyncWindow : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_profile;
    SystemClock m_clock;
    Look m_look;
    std::unique_ptr<CallStore> m_store;
    std::unique_ptr<AsyncReader> m_reader;
    std::unique_ptr<UiState> m_state;
    std::unique_ptr<MainWindow> m_window;

    template <typename T>
    T *part()
    {
        return m_window->findChild<T *>();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_look.install();
        StoreOptions options;
        options.file = m_profile.filePath(QStringLiteral("calls.sqlite"));
        auto opened = CallStore::open(options, m_clock);
        QVERIFY(opened.has_value());
        m_store = std::move(opened).value();
        ReaderOptions reading;
        reading.file = options.file;
        m_reader = std::make_unique<AsyncReader>(reading);
    }

    void init()
    {
        m_state = std::make_unique<UiState>(m_profile.filePath(QStringLiteral("window.ini")));
        m_window = std::make_unique<MainWindow>(m_look, *m_reader, m_clock, Settings(), *m_state);
        m_window->resize(1440, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset();
        m_state.reset();
    }

    void cleanupTestCase()
    {
        m_reader.reset();
        m_store.reset();
    }

    void emptyPageFetchesTheLastDay()
    {
        QSignalSpy wishes(m_window.get(), &MainWindow::resyncRequested);
        Q_EMIT part<LivePage>()->fetchRequested();
        QCOMPARE(wishes.count(), 1);
        const auto request = wishes.first().first().value<ResyncRequest>();
        QCOMPARE(request.scope, ResyncScope::Recent);
        QCOMPARE(request.days, 1);
        QVERIFY(!request.isDryRun);
        QVERIFY(part<ResyncPage>()->isVisible());
    }

    void f5AsksAtOnce()
    {
        QSignalSpy wishes(m_window.get(), &MainWindow::pollNowRequested);
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QCOMPARE(wishes.count(), 1);
    }

    void theHeadOfTheLivePageLeadsThere()
    {
        Q_EMIT part<PageHeader>()->actionPressed();
        QVERIFY(part<ResyncPage>()->isVisible());
        QVERIFY(!part<KpiStrip>()->isVisible());
    }

    void openCallsLeadThere()
    {
        Q_EMIT part<KpiStrip>()->openCallsPressed();
        auto *page = part<ResyncPage>();
        QVERIFY(page->isVisible());
        QCOMPARE(page->shownPane(), &page->openPane());
    }

    void oneCallIsAskedForByKey()
    {
        QSignalSpy wishes(m_window.get(), &MainWindow::resyncRequested);
        QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
        QCOMPARE(wishes.count(), 0); // none is shown
        part<CallDetail>()->showCall(CallId(QStringLiteral("call_559")));
        QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
        QCOMPARE(wishes.count(), 1);
        const auto wish = wishes.at(0).at(0).value<ResyncRequest>();
        QCOMPARE(wish.scope, ResyncScope::Calls);
        QCOMPARE(wish.calls, QList<CallId>{CallId(QStringLiteral("call_559"))});
        m_window->setResyncProgress(test::runningProgress());
        QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
        QCOMPARE(wishes.count(), 1); // one run at a time
    }

    void whoLooksElsewhereIsTold()
    {
        m_window->setResyncProgress(test::runningProgress());
        m_window->addResyncResults({test::updatedCall()});
        const SidebarItem *item = m_window->findChildren<SidebarItem *>().at(1);
        QVERIFY(item->accessibleDescription().contains(QStringLiteral("61")));
        m_window->setResyncFinished(test::finishedRun());
        QVERIFY(item->accessibleDescription().isEmpty());
        auto *toast = part<Toast>();
        QVERIFY(toast->isVisible());
        QCOMPARE(toast->text(), QStringLiteral("20 updated, 2 unchanged, 1 failed"));
        Q_EMIT toast->actionTriggered();
        auto *page = part<ResyncPage>();
        QVERIFY(page->isVisible());
        QCOMPARE(page->shownPane(), &page->outcomePane());
    }

    void whoLooksAtThePageIsNotTold()
    {
        QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
        m_window->setResyncProgress(test::runningProgress());
        m_window->setResyncFinished(test::finishedRun());
        QVERIFY(!part<Toast>()->isVisible());
    }

    void aSingleCallIsToldInItsOwnWords()
    {
        ResyncProgress progress = test::runningProgress();
        progress.run.total = 1;
        m_window->setResyncProgress(progress);
        m_window->addResyncResults({test::updatedCall()});
        ResyncRun run = test::finishedRun();
        run.total = 1;
        m_window->setResyncFinished(run);
        QVERIFY(part<Toast>()->title().endsWith(QStringLiteral("Updated")));
        QCOMPARE(part<Toast>()->text(), QStringLiteral("Cost, Summary, Latency, Sentiment"));
    }
};

QTEST_MAIN(TestResyncWindow)
#include "test_resync_window.moc"
