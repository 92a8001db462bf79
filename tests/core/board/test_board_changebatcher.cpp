// SPDX-License-Identifier: GPL-3.0-or-later
#include "boardrows.h"
#include "core/board/changebatcher.h"

#include <QTest>

using namespace anrufwarte;
using namespace anrufwarte::test;

class TestBoardChangeBatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newestRevisionOfEachCallIsTakenOnce()
    {
        ChangeBatcher batcher;
        CallRow newer = runningCall(1);
        newer.revision = 3;
        batcher.add({runningCall(1), newer, runningCall(2)});
        batcher.add({runningCall(1)});
        QVERIFY(!batcher.isEmpty());
        const QList<CallRow> rows = batcher.take();
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.at(0).revision, 3U);
        QVERIFY(batcher.isEmpty());
        QVERIFY(batcher.take().isEmpty());
        QVERIFY(!batcher.takeLost());
    }

    void ofAFrameThatIsLongInComingTheNewestIsKept()
    {
        ChangeBatcher batcher;
        CallRow row = runningCall(1);
        batcher.add({runningCall(2)});
        for (int i = 0; i < 3 * ChangeBatcher::MaxWaiting; ++i) {
            ++row.revision;
            batcher.add({row});
        }
        const QList<CallRow> rows = batcher.take();
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.at(0), runningCall(2));
        QCOMPARE(rows.at(1), row);
        QVERIFY(!batcher.takeLost());
    }

    void overTheBoundItSaysThatSomethingIsMissing()
    {
        ChangeBatcher batcher;
        QList<CallRow> rows;
        for (int i = 0; i <= ChangeBatcher::MaxWaiting; ++i)
            rows.append(runningCall(i));
        batcher.add(rows);
        QCOMPARE(batcher.take().size(), ChangeBatcher::MaxWaiting);
        QVERIFY(batcher.takeLost());
        QVERIFY(!batcher.takeLost());
    }
};

QTEST_GUILESS_MAIN(TestBoardChangeBatcher)
#include "test_board_changebatcher.moc"
