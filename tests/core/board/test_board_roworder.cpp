// SPDX-License-Identifier: GPL-3.0-or-later
#include "boardrows.h"
#include "core/board/liveboard.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace anrufwarte;
using namespace anrufwarte::test;

class TestBoardRowOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyColumnSortsStably_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<bool>("descending");
        for (int column = 0; column < BoardColumnCount; ++column) {
            QTest::addRow("column %d up", column) << column << false;
            QTest::addRow("column %d down", column) << column << true;
        }
    }

    void everyColumnSortsStably()
    {
        QFETCH(int, column);
        QFETCH(bool, descending);
        LiveBoard board;
        Tables tables;
        tables.take(board.apply(manyCalls(10'000), Noon));
        std::vector<BoardRowPtr> expected = board.rows(BoardGroup::Running);

        const BoardSort sort{static_cast<BoardColumn>(column), descending};
        QElapsedTimer timer;
        timer.start();
        tables.take(board.setSort(sort));
        qInfo("10,000 rows by column %d: %lld ms", column, timer.elapsed());

        const RowOrder order(sort, BoardGroup::Running);
        std::stable_sort(
            expected.begin(), expected.end(),
            [&order](const BoardRowPtr &a, const BoardRowPtr &b) { return order.before(*a, *b); });
        QVERIFY(tables.rows[0] == expected);
        QVERIFY(board.rows(BoardGroup::Running) == expected);
    }

    void unknownComesLastBothWays()
    {
        CallRow cheap = runningCall(1);
        cheap.cost = 0;
        CallRow dear = runningCall(2);
        dear.cost = 1'000'000;
        LiveBoard board;
        Tables tables;
        tables.take(board.apply({runningCall(3), dear, cheap}, Noon));
        tables.take(board.setSort({BoardColumn::Cost, false}));
        QCOMPARE(tables.running(), (QList<int>{1, 2, 3}));
        tables.take(board.setSort({BoardColumn::Cost, true}));
        QCOMPARE(tables.running(), (QList<int>{2, 1, 3}));
    }

    void chosenSortHoldsForBothGroupsAndResetsToNewestFirst()
    {
        CallRow dear = ended(runningCall(1), Noon);
        dear.cost = 2;
        CallRow cheap = ended(runningCall(2), Noon + 1);
        cheap.cost = 1;
        LiveBoard board;
        Tables tables;
        tables.take(board.apply({dear, cheap}, Noon + 1));
        QCOMPARE(tables.justEnded(), (QList<int>{2, 1}));
        tables.take(board.setSort({BoardColumn::Cost, true}));
        QCOMPARE(tables.justEnded(), (QList<int>{1, 2}));
        tables.take(board.setSort({}));
        QCOMPARE(tables.justEnded(), (QList<int>{2, 1}));
    }

    void changedValueMovesNoRowWhileSomeoneReads()
    {
        LiveBoard board;
        Tables tables;
        QList<CallRow> rows{runningCall(1), runningCall(2)};
        rows[0].cost = 1;
        rows[1].cost = 2;
        tables.take(board.apply(rows, Noon));
        tables.take(board.setSort({BoardColumn::Cost, false}));
        rows[0].cost = 3;
        ++rows[0].revision;
        tables.take(board.apply(rows, Noon));
        tables.take(board.tick(Noon + 1000));
        QCOMPARE(tables.running(), (QList<int>{1, 2}));
        board.setReorderAllowed(true);
        tables.take(board.tick(Noon + 2000));
        QCOMPARE(tables.running(), (QList<int>{2, 1}));
    }

private:
    static QList<CallRow> manyCalls(int count)
    {
        static const QStringList agents{QStringLiteral("Zentrale"), QStringLiteral("Öffnungszeiten"),
                                        QStringLiteral("Terminassistent"), QString()};
        static const QStringList sentiments{QStringLiteral("Positive"), QStringLiteral("Negative"),
                                            QString()};
        QRandomGenerator random(7);
        QList<CallRow> rows;
        for (int i = 0; i < count; ++i) {
            CallRow row = runningCall(i, Noon - random.bounded(600'000));
            row.fromNumber = QStringLiteral("+4930%1").arg(random.bounded(100'000));
            row.agentName = agents.at(random.bounded(4));
            row.sentiment = sentiments.at(random.bounded(3));
            if (random.bounded(3) > 0)
                row.cost = random.bounded(500);
            if (random.bounded(3) > 0)
                row.latencyP95Ms = random.bounded(5000);
            row.lastSource = static_cast<Source>(random.bounded(3));
            row.completeness.present = static_cast<quint8>(random.bounded(64));
            rows.append(row);
        }
        return rows;
    }
};

QTEST_GUILESS_MAIN(TestBoardRowOrder)
#include "test_board_roworder.moc"
