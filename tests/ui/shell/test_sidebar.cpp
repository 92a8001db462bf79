// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/look.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/sidebaritem.h"
#include "ui/shell/uistate.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace anrufwarte;

class TestSidebar : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void collapsesByChoiceAndInNarrowWindows()
    {
        Look look;
        Sidebar bar(look);
        bar.setWindowWidth(1440);
        QCOMPARE(bar.width(), Sidebar::Width);
        bar.setCollapsedByChoice(true);
        QCOMPARE(bar.width(), Sidebar::CollapsedWidth);
        bar.setCollapsedByChoice(false);
        bar.setWindowWidth(Sidebar::NarrowWindow - 1);
        QCOMPARE(bar.width(), Sidebar::CollapsedWidth);
        QVERIFY(!bar.collapsedByChoice()); // what a person chose comes back with the room
        bar.setWindowWidth(Sidebar::NarrowWindow);
        QCOMPARE(bar.width(), Sidebar::Width);
    }

    void tellsTheChosenPage()
    {
        Look look;
        Sidebar bar(look);
        QSignalSpy chosen(&bar, &Sidebar::pageChosen);
        const auto items = bar.findChildren<SidebarItem *>();
        QCOMPARE(items.size(), 3); // only pages that exist
        items.at(2)->click();
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.at(0).at(0).value<PageId>(), PageId::Settings);
    }

    void aRunIsSeenFromEveryPage()
    {
        Look look;
        Sidebar bar(look);
        const SidebarItem *item = bar.findChildren<SidebarItem *>().at(1);
        bar.setResyncProgress(0.61);
        QVERIFY(item->accessibleDescription().contains(QStringLiteral("61")));
        bar.setResyncProgress({});
        QVERIFY(item->accessibleDescription().isEmpty());
    }

    void badgeIsReadAloud()
    {
        Look look;
        Sidebar bar(look);
        bar.setRunning(6);
        QCOMPARE(bar.findChildren<SidebarItem *>().at(0)->accessibleName(),
                 QStringLiteral("Ongoing calls, 6"));
        bar.setRunning(0);
        QCOMPARE(bar.findChildren<SidebarItem *>().at(0)->accessibleName(), QStringLiteral("Ongoing calls"));
    }

    void stateSurvivesARestart()
    {
        QTemporaryDir profile;
        const QString file = profile.filePath(QStringLiteral("window.ini"));
        {
            UiState state(file);
            QVERIFY(!state.sidebarCollapsed());
            QVERIFY(state.keepReceiving());
            state.setSidebarCollapsed(true);
            state.setKeepReceiving(false);
            state.setGeometry("geometry");
        }
        const UiState state(file);
        QVERIFY(state.sidebarCollapsed());
        QVERIFY(!state.keepReceiving());
        QCOMPARE(state.geometry(), QByteArray("geometry"));
    }
};

QTEST_MAIN(TestSidebar)
#include "test_sidebar.moc"
