// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/callstore.h"
#include "core/text/formats.h"
#include "democalls.h"
#include "tests/support/fakeclock.h"
#include "ui/calls/detailsplitter.h"
#include "ui/calls/groupheading.h"
#include "ui/calls/liveempty.h"
#include "ui/calls/livepage.h"
#include "ui/calls/warnchip.h"
#include "ui/look/banner.h"
#include "ui/look/card.h"
#include "ui/look/textlabel.h"

#include <QAction>
#include <QDir>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QVBoxLayout>

using namespace anrufwarte;
using namespace anrufwarte::test;

class TestCallsPage : public QObject
{
    Q_OBJECT

private:
    Look m_look;
    QTemporaryDir m_dir;
    std::unique_ptr<CallStore> m_store;
    static constexpr BoardGroup Running = BoardGroup::Running;
    static constexpr BoardGroup Ended = BoardGroup::Ended;

    /// The page in a window as wide as the real one, beside an empty sidebar.
    struct Scene
    {
        Scene(Look &look, const QString &file, const QString &stateFile, QSize size = {1440, 900})
            : reader(ReaderOptions{file, CostUnitChoice::Auto}),
              state(stateFile, QSettings::IniFormat),
              page(new LivePage(look, reader, clock, Settings{}, state))
        {
            auto *column = new QVBoxLayout(&window);
            column->setContentsMargins(220, 196, 16, 48);
            column->addWidget(page);
            window.resize(size);
            window.show();
            (void)QTest::qWaitForWindowExposed(&window);
        }
        void take(const QList<CallRow> &rows) const { page->applyUpdates({1, clock.nowMs(), rows}); }
        LiveEmpty *empty() const { return page->findChild<LiveEmpty *>(); }
        int rows(BoardGroup group) const { return page->table()->view(group)->model()->rowCount(); }

        test::FakeClock clock{DemoNow};
        AsyncReader reader;
        QSettings state;
        QWidget window;
        LivePage *page;
    };

    QString storeFile() const { return m_dir.filePath(QStringLiteral("calls.sqlite")); }
    QString stateFile(const char *name) const { return m_dir.filePath(QLatin1String(name)); }

    static ListenerHealth listening()
    {
        ListenerHealth health;
        health.listening = true;
        health.port = 8787;
        return health;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_look.install();
        static const test::FakeClock clock(DemoNow);
        StoreOptions options;
        options.file = storeFile();
        auto store = CallStore::open(options, clock);
        QVERIFY(store);
        m_store = std::move(*store);
    }

    void updatesAppearAndAreCounted()
    {
        Scene scene(m_look, storeFile(), stateFile("a.ini"));
        QSignalSpy counts(scene.page, &LivePage::runningCountChanged);
        scene.take(demoCalls());
        QTRY_COMPARE(scene.rows(Running), 7);
        QCOMPARE(scene.rows(Ended), 7);
        QCOMPARE(counts.last(), (QVariantList{6, 1, 1}));
    }

    void emptyBoardIsCalmWhileTheListenerWorks()
    {
        Scene scene(m_look, storeFile(), stateFile("b.ini"));
        scene.page->setListenerHealth(listening());
        StoreHealth store;
        store.writable = true;
        scene.page->setStoreHealth(store);
        QTRY_VERIFY(scene.empty()->isVisible());
        QCOMPARE(scene.empty()->kind(), LiveEmpty::Kind::Quiet);
        QSignalSpy wishes(scene.page, &LivePage::fetchRequested);
        for (auto *button : scene.empty()->findChildren<QPushButton *>()) {
            if (button->text() == u"Fetch recent calls")
                button->click();
        }
        QCOMPARE(wishes.count(), 1);
        scene.take(demoCalls());
        QTRY_VERIFY(!scene.empty()->isVisible());
    }

    void deafPageNeverSaysThatAllIsQuiet()
    {
        Scene scene(m_look, storeFile(), stateFile("c.ini"));
        Settings settings;
        settings.pollIntervalSeconds = 0;
        scene.page->setSettings(settings);
        ListenerHealth health;
        health.problem = Error{ErrorCode::ListenAddressInUse, {}, {QStringLiteral("127.0.0.1:8787")}};
        scene.page->setListenerHealth(health);
        QTRY_VERIFY(scene.empty()->isVisible());
        QCOMPARE(scene.empty()->kind(), LiveEmpty::Kind::Deaf);
    }

    void aPollerThatWorksIsNotDeaf()
    {
        Scene scene(m_look, storeFile(), stateFile("p.ini"));
        ListenerHealth down;
        down.problem = Error{ErrorCode::ListenAddressInUse, {}, {QStringLiteral("127.0.0.1:8787")}};
        scene.page->setListenerHealth(down);
        ApiHealth api;
        api.state = ApiState::Ok;
        api.lastPollMs = scene.clock.nowMs();
        scene.page->setApiHealth(api);
        QTRY_VERIFY(scene.empty()->isVisible());
        QTRY_COMPARE(scene.empty()->kind(), LiveEmpty::Kind::Quiet);
        api.state = ApiState::KeyRefused;
        api.problem = Error{ErrorCode::ApiKeyRefused, {}, {QStringLiteral("401")}};
        scene.page->setApiHealth(api);
        QCOMPARE(scene.empty()->kind(), LiveEmpty::Kind::Deaf);
    }

    void withoutAKeyNothingIsQuiet()
    {
        Scene scene(m_look, storeFile(), stateFile("t.ini"));
        scene.page->setListenerHealth(listening());
        scene.page->setKeyPresent(false);
        QTRY_VERIFY(scene.empty()->isVisible());
        QCOMPARE(scene.empty()->kind(), LiveEmpty::Kind::Deaf);
        for (const TextLabel *label : scene.empty()->findChildren<TextLabel *>())
            QTRY_VERIFY(!label->isVisible() || label->height() >= label->heightForWidth(label->width()));
        scene.page->setKeyPresent(true);
        QTRY_COMPARE(scene.empty()->kind(), LiveEmpty::Kind::Quiet);
    }

    void emptyBoardTellsOfEverySource()
    {
        Scene scene(m_look, storeFile(), stateFile("q.ini"));
        scene.page->setListenerHealth(listening());
        ApiHealth api;
        api.state = ApiState::Down;
        api.lastPollMs = scene.clock.nowMs() - 60'000;
        scene.page->setApiHealth(api);
        scene.page->setStale(true);
        QTRY_VERIFY(scene.empty()->isVisible());
        QStringList shown;
        for (const QLabel *label : scene.empty()->findChildren<QLabel *>()) {
            if (label->isVisible())
                shown.append(label->text());
        }
        for (const char *title : {"Listener ready", "Poller gets no answer", "Retell API not usable"})
            QVERIFY2(shown.contains(QLatin1String(title)), qPrintable(shown.join(u'|')));
    }

    void focusWaitsForRowsAndStaysWithThem()
    {
        Scene scene(m_look, storeFile(), stateFile("r.ini"));
        scene.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&scene.window));
        scene.page->focusTable();
        QVERIFY(scene.page->table()->hasFocus());
        QList<CallRow> rows = demoCalls();
        scene.take(rows);
        QTRY_VERIFY(scene.page->table()->view(Running)->hasFocus());
        scene.page->setSearch(QStringLiteral("no such call"));
        QVERIFY(scene.page->table()->hasFocus());
        scene.page->setSearch({});
        QVERIFY(scene.page->table()->view(Running)->hasFocus());
    }

    void widthsFollowTheLanguageUnlessChosen()
    {
        QTranslator german;
        QVERIFY(german.load(QStringLiteral(":/i18n/anrufwarte_de.qm")));
        Scene scene(m_look, storeFile(), stateFile("s.ini"));
        CallTableHeader *header = scene.page->table()->header();
        const int duration = static_cast<int>(BoardColumn::Duration),
                  cost = static_cast<int>(BoardColumn::Cost);
        const int english = header->sectionSize(duration);
        header->resizeSection(cost, 140);
        QCoreApplication::installTranslator(&german);
        QTRY_VERIFY(header->sectionSize(duration) < english); // "Dauer"
        QCOMPARE(header->sectionSize(cost), 140);
        QCoreApplication::removeTranslator(&german);
        QTRY_COMPARE(header->sectionSize(duration), english);
    }

    void whyTheStoreCannotBeReadIsHandedOut()
    {
        Scene scene(m_look, m_dir.filePath(QStringLiteral("nowhere/none.sqlite")), stateFile("d.ini"));
        QSignalSpy ended(scene.page, &LivePage::readingEnded);
        scene.page->load();
        QTRY_VERIFY(!ended.isEmpty());
        QVERIFY(ended.first().first().value<std::optional<Error>>());
        QVERIFY(scene.page->findChildren<Banner *>().isEmpty()); // the window has one for all
        // Nobody knows whether there are calls: that there are none is not said.
        for (const TextLabel *label : scene.page->table()->findChildren<TextLabel *>())
            QVERIFY(!label->isVisible() || label->text() != QLatin1String("No ongoing calls just now"));
        for (const GroupHeading *heading : scene.page->findChildren<GroupHeading *>())
            QVERIFY(!heading->isVisible() || heading->count() == Formats::unknown());
        scene.take(demoCalls()); // what updates bring is shown all the same
        QTRY_COMPARE(scene.rows(Running), 7);
    }

    void searchFiltersAndSaysWhenNothingFits()
    {
        Scene scene(m_look, storeFile(), stateFile("e.ini"));
        scene.take(demoCalls());
        QTRY_COMPARE(scene.rows(Running), 7);
        scene.page->setSearch(QStringLiteral("rezept"));
        QCOMPARE(scene.rows(Running), 1);
        QCOMPARE(scene.rows(Ended), 2);
        scene.page->setSearch(QStringLiteral("no such call"));
        QVERIFY(scene.empty()->isVisible());
        QCOMPARE(scene.empty()->kind(), LiveEmpty::Kind::NoHits);
        scene.page->setSearch({});
        QCOMPARE(scene.rows(Running), 7);
        scene.page->table()->unconfirmedChip()->click();
        QCOMPARE(scene.rows(Running), 1);
    }

    void selectedCallIsAnnouncedAgainWhenItChanges()
    {
        Scene scene(m_look, storeFile(), stateFile("f.ini"));
        QList<CallRow> rows = demoCalls();
        scene.take(rows);
        QTRY_COMPARE(scene.rows(Running), 7);
        QSignalSpy selected(scene.page, &LivePage::callSelected);
        scene.page->selectCall(rows.at(2).callId);
        QCOMPARE(selected.count(), 1);
        ++rows[2].revision;
        ++rows[3].revision;
        scene.take({rows.at(2), rows.at(3)});
        QTRY_COMPARE(selected.count(), 2);
        QCOMPARE(selected.last().at(0).value<CallId>(), rows.at(2).callId);
        scene.take({rows.at(2)}); // nothing newer
        ++rows[3].revision;
        rows[3].agentName = QStringLiteral("Zentrale");
        scene.take({rows.at(3)});
        QTRY_COMPARE(scene.page->table()
                         ->view(Running)
                         ->model()
                         ->index(3, static_cast<int>(BoardColumn::Agent))
                         .data()
                         .toString(),
                     QStringLiteral("Zentrale"));
        QCOMPARE(selected.count(), 2);
    }

    void detailIsAPaneInWideAndAPageInNarrowWindows()
    {
        Scene scene(m_look, storeFile(), stateFile("g.ini"));
        auto *detail = new QLabel(QStringLiteral("detail"));
        scene.page->setDetail(detail);
        scene.take(demoCalls());
        QTRY_COMPARE(scene.rows(Running), 7);
        // The pane gives way before names of agents are cut.
        const int agent = static_cast<int>(BoardColumn::Agent);
        QTRY_VERIFY(detail->width() >= 320 && detail->width() <= 352);
        QVERIFY(scene.page->table()->header()->sectionSize(agent) >= 110);
        scene.window.resize(1600, 900);
        QTRY_COMPARE(detail->width(), 352);
        QVERIFY(detail->isVisible());
        QTest::keyClick(scene.page, Qt::Key_F9);
        QVERIFY(!detail->isVisible());
        scene.page->setDetailShown(true);
        QVERIFY(detail->isVisible());

        scene.window.resize(1100, 800);
        QTRY_VERIFY(!detail->isVisible());
        CallGroupView *view = scene.page->table()->view(Running);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->rowRect(0).center());
        QVERIFY(detail->isVisible());
        QVERIFY(!view->isVisible());
        QTest::keyClick(scene.page->findChild<DetailSplitter *>(), Qt::Key_Escape);
        QVERIFY(!detail->isVisible());
        QVERIFY(view->isVisible());
    }

    void sortAndColumnsAreRemembered()
    {
        const QString file = stateFile("h.ini");
        {
            Scene scene(m_look, storeFile(), file);
            scene.page->table()->header()->setColumnShown(BoardColumn::Begin, true);
            Q_EMIT
            scene.page->table()->sortChosen({BoardColumn::Agent, false});
            scene.state.sync();
        }
        Scene scene(m_look, storeFile(), file);
        QVERIFY(scene.page->table()->header()->shownColumns().contains(BoardColumn::Begin));
        scene.take(demoCalls());
        QTRY_COMPARE(scene.rows(Running), 7);
        QCOMPARE(scene.page->table()
                     ->view(Running)
                     ->model()
                     ->index(0, static_cast<int>(BoardColumn::Agent))
                     .data()
                     .toString(),
                 QStringLiteral("Rezeptannahme"));
    }

    /// Pictures to look at beside the mock-ups, when a folder for them is named.
    void pictures()
    {
        const QString folder = qEnvironmentVariable("ANRUFWARTE_SHOTS");
        if (folder.isEmpty())
            QSKIP("ANRUFWARTE_SHOTS names no folder");
        QTranslator german;
        const bool translated =
            german.load(qEnvironmentVariable("ANRUFWARTE_QM", QStringLiteral(":/i18n/anrufwarte_de.qm")));
        for (const bool isGerman : {true, false}) {
            QLocale::setDefault(isGerman ? QLocale(QLocale::German)
                                         : QLocale(QLocale::English, QLocale::UnitedKingdom));
            if (isGerman && translated)
                QCoreApplication::installTranslator(&german);
            else
                QCoreApplication::removeTranslator(&german);
            for (const bool dark : {false, true}) {
                m_look.setTheme(dark ? ThemeChoice::Dark : ThemeChoice::Light);
                const QString suffix = QStringLiteral("-%1-%2.png")
                                           .arg(isGerman ? QStringLiteral("de") : QStringLiteral("en"),
                                                dark ? QStringLiteral("dark") : QStringLiteral("light"));
                shoot(folder, suffix);
            }
        }
        QLocale::setDefault(QLocale::C);
        m_look.setTheme(ThemeChoice::Light);
    }

private:
    void shoot(const QString &folder, const QString &suffix)
    {
        Scene scene(m_look, storeFile(), stateFile(qPrintable(u"shot" + suffix + u".ini")));
        const auto save = [&](const char *name) {
            QCoreApplication::processEvents(); // deferred layouts
            scene.window.grab().save(QDir(folder).filePath(QLatin1String(name) + suffix));
        };
        scene.page->setDetail(new Card(m_look));
        scene.page->setListenerHealth(listening());
        StoreHealth store;
        store.writable = true;
        store.commitMs = 2;
        scene.page->setStoreHealth(store);
        DayFigures figures;
        figures.microsPerMinute = 82'000;
        scene.page->setDayFigures(figures);
        QTRY_VERIFY(scene.empty()->isVisible());
        save("empty");
        scene.take(demoCalls());
        QTRY_COMPARE(scene.rows(Running), 7);
        scene.page->selectCall(demoCalls().at(2).callId);
        save("demo");
        scene.page->setDetailShown(false);
        scene.page->setStale(true);
        for (const BoardColumn column : {BoardColumn::Id, BoardColumn::Begin, BoardColumn::LatencyP95})
            scene.page->table()->header()->setColumnShown(column, true);
        save("all-columns-stale");
        scene.page->setSearch(QStringLiteral("xyz"));
        save("no-hits");
        scene.page->setSearch({});
        QList<CallRow> many;
        for (int i = 0; i < 5000; ++i)
            many.append(runningCall(10'000 + i, DemoNow - 600'000 + i * 100));
        scene.take(many);
        QTRY_COMPARE(scene.rows(Running), 5007);
        save("many");
    }
};

QTEST_MAIN(TestCallsPage)
#include "test_calls_page.moc"
