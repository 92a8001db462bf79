// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/store/asyncreader.h"
#include "core/store/callstore.h"
#include "ui/calls/calltable.h"
#include "ui/detail/calldetail.h"
#include "ui/look/banner.h"
#include "ui/look/look.h"
#include "ui/settings/keystate.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pageheader.h"
#include "ui/shell/rejectionpopover.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/sidebaritem.h"
#include "ui/shell/statusbar.h"
#include "ui/shell/statussegment.h"
#include "ui/shell/uistate.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

using namespace anrufwarte;

namespace {

DeliveryRecord rejection(qint64 nowMs)
{
    DeliveryRecord record;
    record.id = DeliveryId(1);
    record.receivedMs = nowMs;
    record.sender = QStringLiteral("203.0.113.24");
    record.reason = QStringLiteral("signature_mismatch");
    return record;
}

ListenerHealth listening()
{
    ListenerHealth health;
    health.listening = true;
    health.port = 8787;
    health.addresses = {QStringLiteral("http://127.0.0.1:8787/webhooks/retell")};
    return health;
}

/// The text of a visible label or button that has less room than it needs; empty when there is none.
QString firstClipped(const QWidget &window)
{
    for (const QLabel *label : window.findChildren<QLabel *>()) {
        if (label->isVisible() && !label->wordWrap() && label->width() < label->minimumSizeHint().width())
            return label->text();
    }
    for (const QPushButton *button : window.findChildren<QPushButton *>()) {
        if (button->isVisible() && button->width() < button->sizeHint().width())
            return button->text();
    }
    return {};
}

/// In which part of the window a control stands.
QString placeOf(const QWidget &control)
{
    for (const QWidget *widget = &control; widget; widget = widget->parentWidget()) {
        if (qobject_cast<const Sidebar *>(widget))
            return QStringLiteral("sidebar");
        if (qobject_cast<const PageHeader *>(widget))
            return QStringLiteral("header");
        if (qobject_cast<const CallTable *>(widget))
            return QStringLiteral("table");
        if (qobject_cast<const CallDetail *>(widget))
            return QStringLiteral("detail");
        if (qobject_cast<const StatusBar *>(widget))
            return QStringLiteral("status");
    }
    return QString::fromLatin1(control.metaObject()->className());
}

} // namespace

/// The window over a store of its own, as a person with the keyboard sees it.
class TestMainWindow : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_profile;
    SystemClock m_clock;
    Look m_look;
    QTranslator m_german;
    std::unique_ptr<CallStore> m_store;
    std::unique_ptr<AsyncReader> m_reader;
    std::unique_ptr<UiState> m_state;
    std::unique_ptr<MainWindow> m_window;

private Q_SLOTS:
    void initTestCase()
    {
        m_look.install();
        QVERIFY(m_german.load(QStringLiteral(":/i18n/anrufwarte_de.qm")));
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
        m_window->setListenerHealth(listening());
        StoreHealth store;
        store.writable = true;
        m_window->setStoreHealth(store);
        m_window->resize(1440, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset();
        m_state.reset();
        QCoreApplication::removeTranslator(&m_german);
    }

    void cleanupTestCase()
    {
        m_reader.reset();
        m_store.reset();
    }

    void fitsSmallWindowsInBothLanguages_data()
    {
        QTest::addColumn<bool>("german");
        QTest::newRow("en") << false;
        QTest::newRow("de") << true;
    }
    void fitsSmallWindowsInBothLanguages()
    {
        QFETCH(bool, german);
        if (german)
            QCoreApplication::installTranslator(&m_german);
        for (const QSize &size : {QSize(1024, 680), QSize(1440, 900)}) {
            m_window->resize(size);
            QCoreApplication::processEvents();
            QCOMPARE(m_window->size(), size); // nothing inside asks for more
            for (const int page : {Qt::Key_1, Qt::Key_2, Qt::Key_Comma}) {
                QTest::keyClick(m_window.get(), Qt::Key(page), Qt::ControlModifier);
                QTRY_COMPARE(firstClipped(*m_window), QString());
            }
        }
    }

    void shortcutsSwitchPages()
    {
        auto items = m_window->findChildren<SidebarItem *>();
        QTest::keyClick(m_window.get(), Qt::Key_Comma, Qt::ControlModifier);
        QVERIFY(items.at(2)->isChecked());
        QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
        QVERIFY(items.at(1)->isChecked());
        QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
        QVERIFY(items.at(0)->isChecked());
    }

    void sidebarCollapsesAndIsRemembered()
    {
        auto *sidebar = m_window->findChild<Sidebar *>();
        QVERIFY(!sidebar->isCollapsed());
        QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier);
        QVERIFY(sidebar->isCollapsed());
        QVERIFY(m_state->sidebarCollapsed());
        QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier);
        m_window->resize(1100, 700);
        QTRY_VERIFY(sidebar->isCollapsed());
        QVERIFY(!m_state->sidebarCollapsed());
    }

    void altWithAnotherKeyOpensNoMenu()
    {
        QTest::keyPress(m_window.get(), Qt::Key_Alt);
        QTest::keyClick(m_window.get(), Qt::Key_Down, Qt::AltModifier); // "next call"
        QTest::keyRelease(m_window.get(), Qt::Key_Alt);
        QVERIFY(!m_window->menuBar()->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_Alt);
        QVERIFY(m_window->menuBar()->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_F10);
    }

    void escapeLeavesTheMenuBar()
    {
        auto *table = m_window->findChild<CallTable *>();
        QTRY_VERIFY(table->hasFocus());
        QTest::keyClick(table, Qt::Key_F10);
        QVERIFY(m_window->menuBar()->hasFocus());
        QTest::keyClick(m_window->menuBar(), Qt::Key_Escape);
        QVERIFY(!m_window->menuBar()->isVisible());
        QVERIFY(table->hasFocus());
    }

    void focusFollowsThePages()
    {
        auto *table = m_window->findChild<CallTable *>();
        QTRY_COMPARE(QApplication::focusWidget(), table); // waits for rows
        QTest::keyClick(m_window.get(), Qt::Key_Comma, Qt::ControlModifier);
        QVERIFY(m_window->findChild<SettingsPage *>()->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget(), table);
    }

    void f6GoesRoundTheWindow()
    {
        const auto names = [this](Qt::KeyboardModifiers modifiers) {
            QStringList visited;
            for (int i = 0; i < 4; ++i) {
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6, modifiers);
                visited.append(placeOf(*QApplication::focusWidget()));
            }
            return visited;
        };
        QTRY_VERIFY(m_window->findChild<CallTable *>()->hasFocus());
        const QStringList forward{QStringLiteral("status"), QStringLiteral("sidebar"),
                                  QStringLiteral("header"), QStringLiteral("table")};
        QCOMPARE(names({}), forward); // no banner, no call chosen
        const QStringList backward{QStringLiteral("header"), QStringLiteral("sidebar"),
                                   QStringLiteral("status"), QStringLiteral("table")};
        QCOMPARE(names(Qt::ShiftModifier), backward);
    }

    void tabEndsAtTheStatusBar()
    {
        QTRY_VERIFY(m_window->findChild<CallTable *>()->hasFocus());
        m_window->findChild<Sidebar *>()->findChild<SidebarItem *>()->setFocus();
        QStringList places;
        do {
            const QString place = placeOf(*QApplication::focusWidget());
            if (!places.contains(place))
                places.append(place);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        } while (placeOf(*QApplication::focusWidget()) != QLatin1String("sidebar"));
        QCOMPARE(places, (QStringList{QStringLiteral("sidebar"), QStringLiteral("header"),
                                      QStringLiteral("table"), QStringLiteral("status")}));
    }

    void escapeLeavesTheSearch()
    {
        QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
        auto *search = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(search);
        QTest::keyClicks(search, QStringLiteral("559"));
        QTest::keyClick(search, Qt::Key_Escape);
        QVERIFY(search->text().isEmpty());
        QVERIFY(!search->hasFocus());
    }

    void menuBarShowsOnF10()
    {
        QVERIFY(!m_window->menuBar()->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_F10);
        QVERIFY(m_window->menuBar()->isVisible());
        QCOMPARE(m_window->menuBar()->actions().size(), 6);
        QTest::keyClick(m_window.get(), Qt::Key_F10);
        QVERIFY(!m_window->menuBar()->isVisible());
    }

    void listenerFailureIsSaid()
    {
        ListenerHealth down;
        down.problem = Error{ErrorCode::ListenAddressInUse, {}, {QStringLiteral("127.0.0.1:8787")}};
        m_window->setListenerHealth(down);
        auto banners = m_window->findChildren<Banner *>();
        const bool said = std::any_of(banners.cbegin(), banners.cend(), [](const Banner *banner) {
            return banner->isVisible() && banner->tone() == Tone::Danger;
        });
        QVERIFY(said);
        for (const QLabel *label :
             m_window->findChildren<QLabel *>()) // nothing friendly when nothing can be heard
            QVERIFY(!label->isVisible() || label->text() != QLatin1String("No ongoing calls just now"));
        const auto segments = m_window->findChildren<StatusSegment *>();
        QCOMPARE(segments.at(0)->content().state, StatusState::Bad);
        m_window->setListenerHealth(listening());
        QCOMPARE(segments.at(0)->content().state, StatusState::Ok);
    }

    void withoutAPollForLongItIsStale()
    {
        ApiHealth health;
        health.state = ApiState::Down;
        health.lastPollMs = m_clock.nowMs() - 10 * 60'000;
        health.nextPollMs = m_clock.nowMs() + 1'000;
        m_window->setApiHealth(health);
        const auto segments = m_window->findChildren<StatusSegment *>();
        QCOMPARE(segments.size(), 4);
        QCOMPARE(segments.at(1)->content().state, StatusState::Warn);
        QCOMPARE(segments.at(3)->content().state, StatusState::Bad);
        const auto saysStale = [this] {
            const auto labels = m_window->findChildren<QLabel *>();
            return std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
                return label->isVisible() &&
                       label->text().contains(QLatin1String("no updates for 10 minute"));
            });
        };
        QVERIFY(saysStale());
        health.state = ApiState::Ok;
        health.lastPollMs = m_clock.nowMs();
        m_window->setApiHealth(health);
        QVERIFY(!saysStale());
        QCOMPARE(segments.at(1)->content().state, StatusState::Ok);
    }

    void withoutAKeyItOffersTheSettings()
    {
        m_window->setKeyState(KeyState());
        Banner *shown = nullptr;
        for (Banner *banner : m_window->findChildren<Banner *>()) {
            if (banner->isVisible())
                shown = banner;
        }
        QVERIFY(shown);
        shown->findChild<QPushButton *>()->click();
        QVERIFY(m_window->findChildren<SidebarItem *>().at(2)->isChecked());
        QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget())); // of the key
    }

    void popoverListsRejectionsAndReturnsTheFocus()
    {
        m_window->noteRejected(rejection(m_clock.nowMs()));
        auto *popover = m_window->findChild<RejectionPopover *>();
        QVERIFY(!popover->isVisible());
        auto *segment = m_window->findChildren<StatusSegment *>().at(0);
        segment->click();
        QVERIFY(popover->isVisible());
        auto *table = popover->findChild<QTableView *>();
        QCOMPARE(table->model()->rowCount(), 1);
        QVERIFY(!table->accessibleName().isEmpty());
        QTRY_VERIFY(table->selectionModel()->hasSelection());
        QTest::keyClick(popover, Qt::Key_Escape);
        QVERIFY(!popover->isVisible());
    }

    void languageSwitchesWhileRunning()
    {
        QCoreApplication::installTranslator(&m_german);
        QTRY_COMPARE(m_window->findChildren<SidebarItem *>().at(0)->text(),
                     QStringLiteral("Laufende Anrufe"));
        QCOMPARE(m_window->findChildren<StatusSegment *>().at(0)->content().name, QStringLiteral("Empfang"));
        QCoreApplication::removeTranslator(&m_german);
        QTRY_COMPARE(m_window->findChildren<SidebarItem *>().at(0)->text(), QStringLiteral("Ongoing calls"));
    }

    void closingWithoutATrayAsks()
    {
        QSignalSpy quit(m_window.get(), &MainWindow::quitRequested);
        m_window->close();
        QVERIFY(m_window->isVisible()); // the offscreen platform has no tray
        QCOMPARE(quit.count(), 0);
        QVERIFY(m_window->findChild<QMessageBox *>());
        m_window->quit();
        QCOMPARE(quit.count(), 1);
        QVERIFY(!m_window->isVisible());
    }
};

QTEST_MAIN(TestMainWindow)
#include "test_mainwindow.moc"
