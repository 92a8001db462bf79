// SPDX-License-Identifier: GPL-3.0-or-later
#include "boardrows.h"
#include "core/board/liveboard.h"

#include <QRandomGenerator>
#include <QTest>

using namespace anrufwarte;
using namespace anrufwarte::test;

class TestBoardLiveBoard : public QObject
{
    Q_OBJECT

private:
    static constexpr BoardGroup Running = BoardGroup::Running;
    static constexpr BoardGroup Ended = BoardGroup::Ended;

private Q_SLOTS:
    void newCallAppendsBelow()
    {
        LiveBoard board;
        Tables tables;
        tables.take(board.apply({runningCall(2, Noon + 2000), runningCall(1, Noon + 1000)}, Noon + 5000));
        QCOMPARE(tables.running(), (QList<int>{1, 2}));

        const BoardEdits edits = board.apply({runningCall(3, Noon + 3000)}, Noon + 5000);
        QCOMPARE(edits.of(Running).size(), size_t(1));
        QCOMPARE(edits.of(Running).front().kind, RowEdit::Kind::Insert);
        QCOMPARE(edits.of(Running).front().first, 2);
        QVERIFY(edits.of(Ended).empty());
    }

    void lateCallWithEarlierStartDoesNotPushRowsUntilNobodyReads()
    {
        LiveBoard board;
        Tables tables;
        tables.take(board.apply({runningCall(1, Noon), runningCall(2, Noon + 2000)}, Noon + 5000));
        tables.take(board.apply({runningCall(3, Noon + 1000)}, Noon + 5000));
        QCOMPARE(tables.running(), (QList<int>{1, 2, 3}));
        tables.take(board.tick(Noon + 6000));
        QCOMPARE(tables.running(), (QList<int>{1, 2, 3}));

        board.setReorderAllowed(true);
        tables.take(board.tick(Noon + 7000));
        QCOMPARE(tables.running(), (QList<int>{1, 3, 2}));
    }

    void changeTellsRowAndColumns()
    {
        LiveBoard board;
        (void)board.apply({runningCall(1), runningCall(2), runningCall(3)}, Noon);
        CallRow row = runningCall(2);
        row.revision = 2;
        row.sentiment = QStringLiteral("Positive");
        const BoardEdits edits = board.apply({row}, Noon);
        QCOMPARE(edits.of(Running).size(), size_t(1));
        const RowEdit &edit = edits.of(Running).front();
        QCOMPARE(edit.kind, RowEdit::Kind::Change);
        QCOMPARE(edit.first, 1);
        QCOMPARE(edit.count, 1);
        QCOMPARE(edit.columns, ColumnSet({BoardColumn::Sentiment}));
    }

    void signOfLifeAloneRepaintsNothing()
    {
        LiveBoard board;
        (void)board.apply({runningCall(1)}, Noon);
        CallRow row = runningCall(1);
        row.revision = 2;
        row.lastSeenMs = Noon + 60'000;
        const BoardEdits edits = board.apply({row}, Noon + 60'000);
        QCOMPARE(edits.of(Running).size(), size_t(1));
        QVERIFY(edits.of(Running).front().columns.isEmpty());
        QCOMPARE(board.find(row.callId)->call.lastSeenMs, Noon + 60'000);
    }

    void endedCallKeepsItsPlaceForFiveSeconds()
    {
        LiveBoard board;
        Tables tables;
        tables.take(board.apply({runningCall(1, Noon), runningCall(2, Noon + 1)}, Noon + 1000));
        tables.take(board.apply({ended(runningCall(1, Noon), Noon + 2000)}, Noon + 2000));
        QCOMPARE(tables.running(), (QList<int>{1, 2}));
        QCOMPARE(board.counts().ongoing, 1);

        tables.take(board.tick(Noon + 6999));
        QCOMPARE(tables.running(), (QList<int>{1, 2}));
        tables.take(board.tick(Noon + 7000));
        QCOMPARE(tables.running(), QList<int>{2});
        QCOMPARE(tables.justEnded(), QList<int>{1});
        QCOMPARE(board.placeOf(runningCall(1).callId), (BoardPlace{Ended, 0}));
    }

    void heldCallStaysUntilLetGo()
    {
        LiveBoard board;
        Tables tables;
        tables.take(board.apply({runningCall(1), runningCall(2)}, Noon));
        board.hold({runningCall(1).callId});
        tables.take(board.apply({ended(runningCall(1), Noon), ended(runningCall(2), Noon)}, Noon));
        tables.take(board.tick(Noon + 60'000));
        QCOMPARE(tables.running(), QList<int>{1});
        board.hold({});
        tables.take(board.tick(Noon + 61'000));
        QCOMPARE(tables.running(), QList<int>());
        QCOMPARE(tables.justEnded().size(), 2);
    }

    void clockSetBackDoesNotPinEndedCall()
    {
        LiveBoard board;
        Tables tables;
        tables.take(board.apply({runningCall(1)}, Noon));
        tables.take(board.apply({ended(runningCall(1), Noon)}, Noon));
        tables.take(board.tick(Noon - 3'600'000));
        QCOMPARE(tables.justEnded(), QList<int>{1});
    }

    void endedCallLeavesAfterFifteenMinutes()
    {
        LiveBoard board;
        Tables tables;
        tables.take(
            board.apply({ended(runningCall(1), Noon), ended(runningCall(2), Noon + 1000)}, Noon + 1000));
        QCOMPARE(tables.justEnded(), (QList<int>{2, 1})); // newest first
        tables.take(board.tick(Noon + 15 * 60'000));
        QCOMPARE(tables.justEnded(), QList<int>{2});
        QCOMPARE(board.counts().ended, 1);
        QVERIFY(!board.find(runningCall(1).callId));
    }

    void oldFinishedCallsNeverComeIn()
    {
        LiveBoard board;
        CallRow imported = ended(runningCall(1), Noon - 3'600'000);
        imported.lastSource = Source::Import;
        imported.finishedSeenMs = Noon; // learned of just now, but it ended an hour ago
        QVERIFY(board.apply({imported, ended(runningCall(2), Noon - 900'000)}, Noon).isEmpty());
    }

    void silentCallBecomesUnconfirmedAndIsNeverClosed()
    {
        LiveBoard board;
        Tables tables;
        tables.take(board.apply({runningCall(1)}, Noon));
        QVERIFY(board.tick(Noon + 899'999).isEmpty());
        const BoardEdits edits = board.tick(Noon + 900'000);
        QCOMPARE(edits.of(Running).front().columns, ColumnSet({BoardColumn::Status}));
        tables.take(edits);
        QVERIFY(tables.rows[0].front()->unconfirmed);
        QCOMPARE(board.counts().unconfirmed, 1);

        tables.take(board.tick(Noon + 30LL * 24 * 3'600'000));
        QCOMPARE(tables.running(), QList<int>{1});

        CallRow heard = runningCall(1);
        heard.revision = 2;
        heard.lastSeenMs = Noon + 901'000;
        tables.take(board.apply({heard}, Noon + 901'000));
        QVERIFY(!tables.rows[0].front()->unconfirmed);
        QCOMPARE(board.counts().unconfirmed, 0);
    }

    void registeredIsCountedApart()
    {
        LiveBoard board;
        CallRow ringing = runningCall(2);
        ringing.state = CallState::Registered;
        (void)board.apply({runningCall(1), ringing}, Noon);
        QCOMPARE(board.counts().ongoing, 1);
        QCOMPARE(board.counts().registered, 1);
    }

    void olderRevisionIsIgnored()
    {
        LiveBoard board;
        (void)board.apply({ended(runningCall(1), Noon)}, Noon);
        QVERIFY(board.apply({runningCall(1)}, Noon).isEmpty());
        QVERIFY(isFinished(board.find(runningCall(1).callId)->call.state));
    }

    void snapshotMergesWithWhatUpdatesBrought()
    {
        LiveBoard board;
        Tables tables;
        tables.take(board.apply({ended(runningCall(1), Noon), runningCall(3)}, Noon)); // updates came first
        tables.take(
            board.apply({runningCall(1), runningCall(2), runningCall(3)}, Noon)); // then the older snapshot
        QCOMPARE(tables.running(), (QList<int>{3, 2}));
        QCOMPARE(tables.justEnded(), QList<int>{1});
    }

    void absentDataOfEndedCallIsMissingAfterFiveMinutes()
    {
        LiveBoard board;
        Tables tables;
        tables.take(board.apply({ended(runningCall(1), Noon)}, Noon));
        QVERIFY(!tables.rows[1].front()->overdue);
        const BoardEdits edits = board.tick(Noon + PendingAfterEndMs);
        tables.take(edits);
        QVERIFY(tables.rows[1].front()->overdue);
        QVERIFY(edits.of(Ended).front().columns.has(BoardColumn::DataParts));
    }

    void filter_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<int>>("numbers");
        QTest::newRow("part of a number") << QStringLiteral("125002") << QList<int>{2};
        QTest::newRow("number as people write it") << QStringLiteral("030 23125-003") << QList<int>{3};
        QTest::newRow("number with international prefix")
            << QStringLiteral("0049 30 23125 001") << QList<int>{1};
        QTest::newRow("agent in any case") << QStringLiteral("zentr") << QList<int>{3};
        QTest::newRow("call id") << QStringLiteral("CALL_000002") << QList<int>{2};
        QTest::newRow("local number") << QStringLiteral("2") << QList<int>{1, 2, 3};
        QTest::newRow("nothing") << QStringLiteral("xyz") << QList<int>{};
    }

    void filter()
    {
        QFETCH(QString, text);
        QFETCH(QList<int>, numbers);
        LiveBoard board;
        Tables tables;
        CallRow third = runningCall(3);
        third.agentName = QStringLiteral("Zentrale");
        tables.take(board.apply({runningCall(1), runningCall(2), third}, Noon));
        tables.take(board.setFilter({text, false}));
        QCOMPARE(tables.running(), numbers);
        QCOMPARE(board.counts().ongoing, 3);
        tables.take(board.setFilter({}));
        QCOMPARE(tables.running().size(), 3);
    }

    void unconfirmedFilterFollowsTheFlag()
    {
        LiveBoard board;
        Tables tables;
        tables.take(board.apply({runningCall(1), runningCall(2, Noon + 600'000)}, Noon + 600'000));
        tables.take(board.setFilter({{}, true}));
        QCOMPARE(tables.running(), QList<int>());
        tables.take(board.tick(Noon + 900'000));
        QCOMPARE(tables.running(), QList<int>{1});
    }

    void boundsAreKeptAndTold()
    {
        BoardRules rules;
        rules.maxRunning = 100;
        rules.maxEnded = 40;
        LiveBoard board(rules);
        Tables tables;
        QList<CallRow> rows;
        for (int i = 0; i < 150; ++i)
            rows.append(runningCall(i, Noon + i));
        tables.take(board.apply(rows, Noon + 1000));
        QCOMPARE(tables.running().size(), 100);
        QCOMPARE(board.counts().hiddenRunning, 50);
        QVERIFY(!board.hasRoomForHidden());

        rows.clear();
        for (int i = 0; i < 150; ++i)
            rows.append(ended(runningCall(i, Noon + i), Noon + 1000 + i));
        tables.take(board.apply(rows, Noon + 2000));
        tables.take(board.tick(Noon + 10'000));
        tables.take(board.apply({runningCall(500, Noon)}, Noon + 10'000));
        QCOMPARE(board.counts().hiddenRunning, 0);
        QVERIFY(tables.justEnded().size() <= 40);
        QCOMPARE(tables.justEnded().size() + board.counts().hiddenEnded, 150);
        QCOMPARE(tables.justEnded().front(), 149); // the newest stay
        tables.take(board.tick(Noon + 16 * 60'000));
        QCOMPARE(board.counts().hiddenEnded, 0);
    }

    /// Whatever happens, in whatever order: who only replays edits holds exactly what the board holds, and in
    /// few steps.
    void replayedEditsEqualTheBoard()
    {
        QRandomGenerator random(20251004);
        BoardRules rules;
        rules.maxEnded = 120;
        LiveBoard board(rules);
        Tables tables;
        QHash<int, CallRow> calls;
        qint64 now = Noon;
        for (int round = 0; round < 3000; ++round) {
            BoardEdits edits;
            switch (random.bounded(8)) {
            case 0:
                now += random.bounded(20'000);
                edits = board.tick(now);
                break;
            case 1:
                board.setReorderAllowed(random.bounded(2) == 0);
                board.hold({runningCall(random.bounded(400)).callId});
                break;
            case 2:
                if (random.bounded(10) == 0)
                    edits = board.setSort(
                        {static_cast<BoardColumn>(random.bounded(BoardColumnCount)), random.bounded(2) == 0});
                else if (random.bounded(3) == 0)
                    edits = board.setFilter(
                        {random.bounded(2) == 0 ? QString::number(random.bounded(100)) : QString(),
                         random.bounded(8) == 0});
                break;
            default: {
                QList<CallRow> rows;
                for (int i = random.bounded(60); i >= 0; --i)
                    rows.append(randomUpdate(random, calls, now));
                edits = board.apply(rows, now);
            }
            }
            for (const RowEdits &steps : edits.groups)
                QVERIFY(std::ranges::count_if(steps, [](const RowEdit &edit) {
                            return edit.kind != RowEdit::Kind::Change;
                        }) <= 70);
            tables.take(edits);
            compare(tables, board);
        }
    }

private:
    static CallRow randomUpdate(QRandomGenerator &random, QHash<int, CallRow> &calls, qint64 now)
    {
        const int number = random.bounded(400);
        if (!calls.contains(number)) {
            calls.insert(number, runningCall(number, now - random.bounded(5000)));
            return calls.value(number);
        }
        CallRow &row = calls[number];
        if (random.bounded(8) == 0) { // an old word again
            CallRow stale = runningCall(number);
            stale.revision = random.bounded(row.revision) + 0U;
            return stale;
        }
        if (isFinished(row.state) && now - row.finishedSeenMs > 1'000'000) {
            const quint32 revision = row.revision;
            row = runningCall(number, now);
            row.revision = revision;
        }
        if (!isFinished(row.state) && random.bounded(5) == 0) {
            row = ended(row, now);
            return row;
        }
        ++row.revision;
        row.cost = random.bounded(100'000);
        row.sentiment = random.bounded(2) == 0 ? QStringLiteral("Neutral") : QString();
        row.lastSeenMs = now;
        return row;
    }

    static void compare(const Tables &tables, const LiveBoard &board)
    {
        for (const BoardGroup group : {Running, Ended}) {
            const std::vector<BoardRowPtr> rows = board.rows(group);
            QVERIFY(tables.rows[static_cast<size_t>(group)] == rows);
            for (size_t i = 0; i < rows.size(); ++i)
                QCOMPARE(board.placeOf(rows[i]->call.callId), (BoardPlace{group, static_cast<int>(i)}));
        }
    }
};

QTEST_GUILESS_MAIN(TestBoardLiveBoard)
#include "test_board_liveboard.moc"
