// SPDX-License-Identifier: GPL-3.0-or-later
#include "democalls.h"
#include "tests/support/fakeclock.h"
#include "ui/calls/callcolumns.h"
#include "ui/calls/calltable.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QImage>
#include <QPaintEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace anrufwarte;
using namespace anrufwarte::test;

class TestCallsTable : public QObject
{
    Q_OBJECT

private:
    Look m_look;
    QTemporaryDir m_dir;
    static constexpr BoardGroup Running = BoardGroup::Running;
    static constexpr BoardGroup Ended = BoardGroup::Ended;

    /// A board and the table that shows it.
    struct Scene
    {
        explicit Scene(const Look &look, QSize size = {900, 600}) : table(look, context, board, clock)
        {
            context.formats = Formats(QLocale(QLocale::German));
            context.nowMs = clock.nowMs();
            table.resize(size);
            table.show();
            (void)QTest::qWaitForWindowExposed(&table);
        }
        void take(const QList<CallRow> &rows) { table.apply(board.apply(rows, clock.nowMs())); }
        void pass(qint64 ms)
        {
            clock.advance(ms);
            board.hold(table.heldCalls());
            table.apply(board.tick(clock.nowMs()));
        }
        QScrollBar *bar() const { return table.findChild<QScrollArea *>()->verticalScrollBar(); }
        /// Where a call is on the screen, from the top of what the scroll area shows.
        int top(const CallRow &row) const
        {
            const BoardPlace place = board.placeOf(row.callId).value();
            const CallGroupView *view = table.view(place.group);
            return view->y() + view->rowRect(place.row).top() - bar()->value();
        }

        test::FakeClock clock{Noon};
        CellContext context;
        LiveBoard board;
        CallTable table;
    };

    /// What of a widget was painted since.
    class PaintedRegion : public QObject
    {
    public:
        explicit PaintedRegion(QWidget *widget) : QObject(widget)
        {
            widget->installEventFilter(this);
            widget->update();
        }
        [[nodiscard]] bool covers(const QRect &rect) const { return m_region.contains(rect.center()); }
        void forget() { m_region = {}; }

    protected:
        bool eventFilter(QObject *watched, QEvent *event) override
        {
            if (event->type() == QEvent::Paint)
                m_region += static_cast<QPaintEvent *>(event)->region();
            return QObject::eventFilter(watched, event);
        }

    private:
        QRegion m_region;
    };

    static QList<CallRow> calls(int count, int from = 0)
    {
        QList<CallRow> rows;
        for (int i = from; i < from + count; ++i)
            rows.append(runningCall(i, Noon - 100'000 + i));
        return rows;
    }

private Q_SLOTS:
    void initTestCase() { m_look.install(); }

    void selectionAndScrollSurviveUpdates()
    {
        Scene scene(m_look);
        scene.take(calls(120));
        const CallRow chosen = runningCall(60);
        scene.table.select(chosen.callId);
        scene.bar()->setValue(40 * metric::RowHeight + 7);
        const int top = scene.top(chosen);
        QSignalSpy picked(&scene.table, &CallTable::callPicked);

        int next = 120;
        for (int round = 0; round < 200; ++round) {
            QList<CallRow> rows = calls(2, next);
            next += 2;
            CallRow over = runningCall(round % 40, Noon - 100'000 + round % 40); // above what is in view
            over.revision = static_cast<quint32>(round) + 2;
            rows.append(ended(over, scene.clock.nowMs()));
            scene.take(rows);
            scene.pass(1000);
            QCOMPARE(scene.table.selected(), chosen.callId);
            QCOMPARE(scene.top(chosen), top);
            QCOMPARE(scene.table.view(Running)->selectedRow(), scene.board.placeOf(chosen.callId)->row);
        }
        QCOMPARE(picked.count(), 0);
    }

    void homeAndEndGoToTheFirstAndLastRow()
    {
        Scene scene(m_look);
        scene.take(calls(50));
        scene.table.activateWindow();
        scene.table.focusRows();
        CallGroupView *view = scene.table.view(Running);
        QTRY_VERIFY(view->hasFocus());
        QTest::keyClick(view, Qt::Key_End);
        QCOMPARE(view->selectedRow(), 49);
        QTest::keyClick(view, Qt::Key_Home);
        QCOMPARE(view->selectedRow(), 0);
    }

    void keysGoOnWhereTheSelectionIs()
    {
        Scene scene(m_look);
        scene.take(calls(3));
        scene.take({ended(runningCall(2, Noon - 99'998), Noon)});
        scene.pass(6000);
        scene.table.activateWindow();
        scene.table.focusRows();
        QTRY_VERIFY(scene.table.view(Running)->hasFocus());
        scene.table.selectNext(1);
        scene.table.selectNext(1);
        scene.table.selectNext(1);
        QVERIFY(scene.table.view(Ended)->hasFocus());
        QSignalSpy opened(&scene.table, &CallTable::callOpened);
        QTest::keyClick(scene.table.view(Ended), Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
    }

    void selectedCallStaysSelectedWhenItChangesGroups()
    {
        Scene scene(m_look);
        scene.take(calls(5));
        const CallRow call = runningCall(2, Noon - 99'998);
        scene.table.select(call.callId);
        QSignalSpy picked(&scene.table, &CallTable::callPicked);
        scene.take({ended(call, Noon)});
        scene.pass(6000);
        QCOMPARE(scene.board.placeOf(call.callId), (BoardPlace{Ended, 0}));
        QCOMPARE(scene.table.view(Ended)->selectedRow(), 0);
        QCOMPARE(scene.table.view(Running)->selectedRow(), -1);
        QCOMPARE(picked.count(), 0);
    }

    void callWithKeyboardFocusKeepsItsPlace()
    {
        Scene scene(m_look);
        scene.take(calls(5));
        scene.table.activateWindow();
        scene.table.focusRows();
        QTRY_VERIFY(scene.table.view(Running)->hasFocus());
        QTest::keyClick(scene.table.view(Running), Qt::Key_Down);
        QTest::keyClick(scene.table.view(Running), Qt::Key_Down);
        const CallId focused = scene.table.selected();
        QVERIFY(!focused.value().isEmpty());
        QVERIFY(scene.table.heldCalls().contains(focused));
        scene.take({ended(scene.board.find(focused)->call, Noon)});
        scene.pass(60'000);
        QCOMPARE(scene.board.placeOf(focused)->group, Running);
    }

    void keysWalkAndTabLeaves()
    {
        Scene scene(m_look);
        scene.take(calls(5));
        CallRow over = runningCall(9);
        scene.take({ended(over, Noon)});
        QSignalSpy picked(&scene.table, &CallTable::callPicked);
        scene.table.focusRows();
        QTest::keyClick(scene.table.view(Running), Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(scene.table.selected(), runningCall(4).callId);
        QTest::keyClick(scene.table.view(Running), Qt::Key_PageUp);
        QCOMPARE(scene.table.selected(), runningCall(0).callId);
        QVERIFY(picked.count() >= 2);
        scene.table.selectNext(-1);
        QCOMPARE(scene.table.selected(), runningCall(0).callId);
        for (int i = 0; i < 5; ++i)
            scene.table.selectNext(+1);
        QCOMPARE(scene.table.selected(), over.callId); // on into the lower group
        QVERIFY(!scene.table.view(Running)->tabKeyNavigation());
    }

    void clickSelectsInOneGroupOnly()
    {
        Scene scene(m_look);
        scene.take(calls(3) + QList<CallRow>{ended(runningCall(9), Noon)});
        QSignalSpy opened(&scene.table, &CallTable::callOpened);
        CallGroupView *upper = scene.table.view(Running);
        CallGroupView *lower = scene.table.view(Ended);
        QTest::mouseClick(upper->viewport(), Qt::LeftButton, {}, upper->rowRect(1).center());
        QCOMPARE(scene.table.selected(), runningCall(1).callId);
        QTest::mouseClick(lower->viewport(), Qt::LeftButton, {}, lower->rowRect(0).center());
        QCOMPARE(scene.table.selected(), runningCall(9).callId);
        QCOMPARE(upper->selectedRow(), -1);
        QCOMPARE(opened.count(), 2);
    }

    void copyTakesRawNumberAndId()
    {
        Scene scene(m_look);
        scene.take(calls(1));
        scene.table.select(runningCall(0).callId);
        QTest::keyClick(scene.table.view(Running), Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().contains(
            QStringLiteral("\t+493023125000\tTerminassistent\t")));
        QTest::keyClick(scene.table.view(Running), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), runningCall(0).callId.value());
    }

    void bothGroupsHaveTheSameColumns()
    {
        Scene scene(m_look);
        scene.take(demoCalls());
        CallTableHeader *header = scene.table.header();
        header->setColumnShown(BoardColumn::Id, true);
        header->setColumnShown(BoardColumn::Sentiment, false);
        header->moveSection(header->visualIndex(static_cast<int>(BoardColumn::Cost)), 0);
        header->resizeSection(static_cast<int>(BoardColumn::Caller), 200);
        for (const BoardGroup group : {Running, Ended}) {
            const CallGroupView *view = scene.table.view(group);
            for (int section = 0; section < BoardColumnCount; ++section) {
                QCOMPARE(view->isColumnHidden(section), header->isSectionHidden(section));
                QCOMPARE(view->columnWidth(section), header->sectionSize(section));
                if (!header->isSectionHidden(section))
                    QCOMPARE(view->columnViewportPosition(section), header->sectionPosition(section));
            }
        }
    }

    /// The view says that it paints all of itself: beside the last column, too.
    void whatNoColumnCoversIsPainted()
    {
        Scene scene(m_look);
        scene.take({runningCall(1), runningCall(2)});
        scene.table.header()->setColumnShown(BoardColumn::Agent, false); // took what the others leave
        CallGroupView *view = scene.table.view(Running);
        QVERIFY(view->horizontalHeader()->length() < view->viewport()->width());
        QImage image(view->viewport()->size(), QImage::Format_RGB32);
        image.fill(Qt::magenta);
        view->viewport()->render(&image, {}, {}, QWidget::RenderFlags());
        for (int x = 0; x < image.width(); ++x)
            QVERIFY2(image.pixelColor(x, 1) != QColor(Qt::magenta), qPrintable(QString::number(x)));
    }

    void rowsThatComeAreAllPainted()
    {
        Scene scene(m_look);
        scene.take(calls(2, 2));
        scene.take(calls(2));
        const CallGroupView *view = scene.table.view(Running);
        QImage image(view->viewport()->size(), QImage::Format_RGB32);
        image.fill(Qt::magenta);
        view->viewport()->render(&image, {}, {}, QWidget::RenderFlags());
        for (int row = 0; row < 4; ++row) {
            for (int x = 0; x < image.width(); x += 20)
                QVERIFY(image.pixelColor(x, view->rowRect(row).top() + 1) != QColor(Qt::magenta));
        }
    }

    void nothingLiesOverTheRows()
    {
        Scene scene(m_look);
        scene.take(calls(2));
        const CallGroupView *view = scene.table.view(Running);
        for (const QWidget *child : view->findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
            QVERIFY2(child == view->viewport() || !child->isVisible(), child->metaObject()->className());
    }

    void whatIsAboveARowThatComesIsNotPaintedAgain()
    {
        Scene scene(m_look);
        scene.take(calls(8));
        const CallGroupView *view = scene.table.view(Running);
        QTRY_VERIFY(view->isVisible());
        PaintedRegion painted(view->viewport());
        QTRY_VERIFY(painted.covers(view->rowRect(5)));
        painted.forget();
        scene.take(calls(1, 8)); // comes last, for it is the youngest
        QTRY_VERIFY(painted.covers(view->rowRect(8)));
        QVERIFY(!painted.covers(view->rowRect(7)));
        scene.table.apply(scene.board.setSort({BoardColumn::Begin, true}));
        QTRY_VERIFY(painted.covers(view->rowRect(0)));
    }

    void columnsPersist()
    {
        QSettings state(m_dir.filePath(QStringLiteral("state.ini")), QSettings::IniFormat);
        {
            Scene scene(m_look);
            scene.table.header()->setColumnShown(BoardColumn::LatencyP95, true);
            scene.table.header()->moveSection(
                scene.table.header()->visualIndex(static_cast<int>(BoardColumn::LatencyP95)), 1);
            scene.table.header()->resizeSection(static_cast<int>(BoardColumn::Caller), 211);
            scene.table.saveColumns(state);
        }
        Scene scene(m_look);
        QCOMPARE(scene.table.header()->shownColumns().contains(BoardColumn::LatencyP95), false);
        scene.table.restoreColumns(state);
        QCOMPARE(scene.table.header()->shownColumns().at(1), BoardColumn::LatencyP95);
        QCOMPARE(scene.table.view(Running)->columnWidth(static_cast<int>(BoardColumn::Caller)), 211);
        scene.table.header()->resetLayout();
        QCOMPARE(scene.table.header()->shownColumns().contains(BoardColumn::LatencyP95), false);
        QCOMPARE(scene.table.header()->shownColumns().at(1), BoardColumn::Caller);
    }

    void lastColumnCannotBeHidden()
    {
        Scene scene(m_look);
        for (const CallColumn &column : callColumns())
            scene.table.header()->setColumnShown(column.column, false);
        QCOMPARE(scene.table.header()->shownColumns().size(), 1);
    }

    void headerClickSortsBothWays()
    {
        Scene scene(m_look);
        QSignalSpy chosen(&scene.table, &CallTable::sortChosen);
        CallTableHeader *header = scene.table.header();
        const auto click = [header](BoardColumn column) {
            const int section = static_cast<int>(column);
            QTest::mouseClick(
                header->viewport(), Qt::LeftButton, {},
                {header->sectionViewportPosition(section) + header->sectionSize(section) / 2, 15});
        };
        click(BoardColumn::Cost);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.at(0).at(0).value<BoardSort>(), (BoardSort{BoardColumn::Cost, true}));
        scene.table.setSort({BoardColumn::Cost, true});
        click(BoardColumn::Cost);
        QCOMPARE(chosen.at(1).at(0).value<BoardSort>(), (BoardSort{BoardColumn::Cost, false}));
    }

    void readersFindTwoNamedTables()
    {
        Scene scene(m_look);
        scene.take(demoCalls());
        for (const auto &[group, name] : {std::pair(Running, QStringLiteral("Ongoing calls")),
                                          std::pair(Ended, QStringLiteral("Just ended"))}) {
            QAccessibleInterface *face = QAccessible::queryAccessibleInterface(scene.table.view(group));
            QVERIFY(face);
            QCOMPARE(face->text(QAccessible::Name), name);
            QAccessibleTableInterface *table = face->tableInterface();
            QVERIFY(table);
            QCOMPARE(table->rowCount(), scene.table.view(group)->model()->rowCount());
            QAccessibleInterface *cell = table->cellAt(0, static_cast<int>(BoardColumn::Caller));
            QVERIFY(cell && cell->text(QAccessible::Name).contains(QStringLiteral("+49")));
        }
    }
};

QTEST_MAIN(TestCallsTable)
#include "test_calls_table.moc"
