// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/liveboard.h"
#include "democalls.h"
#include "ui/calls/callcolumns.h"
#include "ui/calls/calltablemodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace anrufwarte;
using namespace anrufwarte::test;

class TestCallsModel : public QObject
{
    Q_OBJECT

private:
    static constexpr BoardGroup Running = BoardGroup::Running;
    static constexpr BoardGroup Ended = BoardGroup::Ended;

    static CellContext german()
    {
        CellContext context;
        context.formats = Formats(QLocale(QLocale::German));
        context.nowMs = DemoNow;
        return context;
    }

    static QString cell(const QAbstractItemModel &model, int row, BoardColumn column,
                        int role = Qt::DisplayRole)
    {
        return model.index(row, static_cast<int>(column)).data(role).toString();
    }

private Q_SLOTS:
    void randomUpdatesKeepTheModelValid()
    {
        const CellContext context = german();
        CallTableModel running(context);
        CallTableModel over(context);
        const QAbstractItemModelTester first(&running,
                                             QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester second(&over, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QSignalSpy resets(&running, &QAbstractItemModel::modelReset);
        const QSignalSpy otherResets(&over, &QAbstractItemModel::modelReset);

        QRandomGenerator random(11);
        LiveBoard board;
        QHash<int, CallRow> calls;
        qint64 now = Noon;
        for (int round = 0; round < 600; ++round) {
            QList<CallRow> rows;
            for (int i = random.bounded(12); i >= 0; --i) {
                const int number = random.bounded(90);
                if (!calls.contains(number))
                    calls.insert(number, runningCall(number, now));
                CallRow &row = calls[number];
                ++row.revision;
                row.cost = random.bounded(9'000);
                if (!isFinished(row.state) && random.bounded(6) == 0)
                    row = ended(row, now);
                rows.append(row);
            }
            now += random.bounded(9'000);
            board.setReorderAllowed(random.bounded(3) == 0);
            for (const BoardEdits &edits :
                 {board.apply(rows, now), board.tick(now),
                  board.setSort(
                      {static_cast<BoardColumn>(random.bounded(BoardColumnCount)), random.bounded(2) == 0}),
                  board.setFilter({QString::number(random.bounded(10)), false})}) {
                running.replay(edits.of(Running));
                over.replay(edits.of(Ended));
            }
            compare(running, board.rows(Running));
            compare(over, board.rows(Ended));
        }
        QCOMPARE(resets.count(), 0);
        QCOMPARE(otherResets.count(), 0);
    }

    void signalsNameExactlyTheRowsAndColumns()
    {
        const CellContext context = german();
        CallTableModel model(context);
        LiveBoard board;
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.replay(board.apply({runningCall(1), runningCall(2), runningCall(3)}, Noon).of(Running));
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(inserted.at(0).at(1).toInt(), 0);
        QCOMPARE(inserted.at(0).at(2).toInt(), 2);

        CallRow row = runningCall(2);
        row.revision = 2;
        row.agentName = QStringLiteral("Zentrale");
        model.replay(board.apply({row}, Noon).of(Running));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.at(0).at(0).toModelIndex(), model.index(1, static_cast<int>(BoardColumn::Agent)));
        QCOMPARE(changed.at(0).at(1).toModelIndex(), model.index(1, static_cast<int>(BoardColumn::Agent)));

        model.replay(board.apply({ended(row, Noon)}, Noon).of(Running));
        model.replay(board.tick(Noon + 5000).of(Running));
        QCOMPARE(removed.count(), 1);
        QCOMPARE(removed.at(0).at(1).toInt(), 1);
        QCOMPARE(removed.at(0).at(2).toInt(), 1);
    }

    void aFrameFullOfChangesGivesFewSignals()
    {
        const CellContext context = german();
        CallTableModel model(context);
        LiveBoard board;
        QList<CallRow> rows;
        for (int i = 0; i < 1000; ++i)
            rows.append(runningCall(i, Noon + i));
        model.replay(board.apply(rows, Noon).of(Running));
        for (CallRow &row : rows) {
            ++row.revision;
            row.sentiment = QStringLiteral("Neutral");
        }
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.replay(board.apply(rows, Noon).of(Running));
        QCOMPARE(changed.count(), 1);
    }

    void whatLiesBetweenChangedColumnsIsNotAnnounced()
    {
        const CellContext context = german();
        CallTableModel model(context);
        LiveBoard board;
        CallRow row = runningCall(1);
        model.replay(board.apply({row}, Noon).of(Running));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        ++row.revision;
        row.sentiment = QStringLiteral("Neutral");
        row.completeness.present = Completeness::bit(Part::Transcript);
        model.replay(board.apply({row}, Noon).of(Running));
        QCOMPARE(changed.count(), 2);
        QCOMPARE(changed.at(0).at(1).toModelIndex().column(), static_cast<int>(BoardColumn::Sentiment));
        QCOMPARE(changed.at(1).at(0).toModelIndex().column(), static_cast<int>(BoardColumn::DataParts));
        QCOMPARE(changed.at(1).at(1).toModelIndex().column(), static_cast<int>(BoardColumn::DataParts));
    }

    void persistentIndexesFollowTheirCall()
    {
        const CellContext context = german();
        CallTableModel model(context);
        LiveBoard board;
        QList<CallRow> rows{runningCall(1), runningCall(2), runningCall(3)};
        rows[0].cost = 3;
        rows[1].cost = 1;
        rows[2].cost = 2;
        model.replay(board.apply(rows, Noon).of(Running));
        const QPersistentModelIndex second(model.index(1, 0));
        const QString call = second.data(CallTableModel::CallIdRole).toString();
        model.replay(board.setSort({BoardColumn::Cost, false}).of(Running));
        QCOMPARE(second.row(), 0);
        QCOMPARE(second.data(CallTableModel::CallIdRole).toString(), call);
    }

    void cellsInGermanFormats()
    {
        CellContext context = german();
        context.microsPerMinute = 82'000;
        CallTableModel running(context);
        CallTableModel over(context);
        LiveBoard board;
        const BoardEdits edits = board.apply(demoCalls(), DemoNow);
        running.replay(edits.of(Running));
        over.replay(edits.of(Ended));

        QCOMPARE(cell(running, 2, BoardColumn::Caller), QStringLiteral("+49 30 23125 418"));
        QCOMPARE(cell(running, 2, BoardColumn::Duration), QStringLiteral("04:12"));
        QVERIFY2(cell(running, 2, BoardColumn::Cost).startsWith(QStringLiteral("≈")),
                 qPrintable(cell(running, 2, BoardColumn::Cost)));
        QVERIFY(cell(running, 2, BoardColumn::Cost).contains(QStringLiteral("0,34")));
        QCOMPARE(cell(running, 2, BoardColumn::DataParts), QStringLiteral("1/6"));
        QCOMPARE(cell(running, 6, BoardColumn::Cost), QStringLiteral("–")); // rings: nothing to estimate
        QVERIFY(cell(over, 2, BoardColumn::Cost).startsWith(QStringLiteral("0,098")));
        QCOMPARE(cell(over, 3, BoardColumn::Cost), QStringLiteral("–"));
        QCOMPARE(cell(over, 4, BoardColumn::DataParts), QStringLiteral("3/3"));
        QCOMPARE(
            over.index(2, static_cast<int>(BoardColumn::Cost)).data(CallTableModel::RawRole).toLongLong(),
            97'850);
    }

    void cellsInEnglish()
    {
        CellContext context = german();
        context.formats = Formats(QLocale(QLocale::English, QLocale::UnitedKingdom));
        CallTableModel over(context);
        LiveBoard board;
        over.replay(board.apply(demoCalls(), DemoNow).of(Ended));
        QCOMPARE(cell(over, 2, BoardColumn::Cost), QStringLiteral("$0.098"));
        QCOMPARE(cell(over, 3, BoardColumn::DataParts).left(1), QStringLiteral("2"));
        QCOMPARE(
            over.headerData(static_cast<int>(BoardColumn::Id), Qt::Horizontal, Qt::DisplayRole).toString(),
            QStringLiteral("Call ID"));
    }

    void staleDurationsSaySo()
    {
        CellContext context = german();
        CallTableModel running(context);
        LiveBoard board;
        running.replay(board.apply(demoCalls(), DemoNow).of(Running));
        context.stale = true;
        QCOMPARE(cell(running, 2, BoardColumn::Duration), QStringLiteral("≥ 04:12"));
    }

    void screenReadersHearWhatIsPainted()
    {
        const CellContext context = german();
        CallTableModel running(context);
        CallTableModel over(context);
        LiveBoard board;
        const BoardEdits edits = board.apply(demoCalls(), DemoNow);
        running.replay(edits.of(Running));
        over.replay(edits.of(Ended));
        QCOMPARE(cell(running, 2, BoardColumn::Duration, Qt::AccessibleTextRole), QStringLiteral("04:12"));
        const QString sentence = cell(running, 2, BoardColumn::Status, Qt::AccessibleDescriptionRole);
        QVERIFY2(sentence.contains(QStringLiteral("Terminassistent")), qPrintable(sentence));
        QVERIFY2(sentence.contains(QStringLiteral("418")), qPrintable(sentence));
        QVERIFY2(sentence.endsWith(QStringLiteral("1 of 6")), qPrintable(sentence));
        QVERIFY(cell(running, 2, BoardColumn::Agent, Qt::AccessibleDescriptionRole).isEmpty());
        const QString meter = cell(over, 3, BoardColumn::DataParts, Qt::AccessibleTextRole);
        QVERIFY2(meter.startsWith(QStringLiteral("2 of 6 missing: ")), qPrintable(meter));
    }

    void maskedNumbersStayMaskedOnCopy()
    {
        CellContext context = german();
        const BoardRow row{demoCalls().at(2)};
        const QList<BoardColumn> columns{BoardColumn::Caller, BoardColumn::Agent};
        QCOMPARE(copyText(row, columns, context), QStringLiteral("+493023125418\tTerminassistent"));
        context.maskNumbers = true;
        QVERIFY(!copyText(row, columns, context).contains(QStringLiteral("23125418")));
    }

    void tooltipsHoldNoMarkupFromOutside()
    {
        const CellContext context = german();
        CallTableModel model(context);
        LiveBoard board;
        CallRow row = runningCall(1);
        row.agentName = QStringLiteral("<img src=x>");
        model.replay(board.apply({row}, Noon).of(Running));
        QVERIFY(!cell(model, 0, BoardColumn::Agent, Qt::ToolTipRole).contains(u'<'));
        QVERIFY(cell(model, 0, BoardColumn::Duration, Qt::ToolTipRole).contains(QStringLiteral("UTC")));
    }

private:
    static void compare(const CallTableModel &model, const std::vector<BoardRowPtr> &rows)
    {
        QCOMPARE(model.rowCount(), static_cast<int>(rows.size()));
        for (int i = 0; i < model.rowCount(); ++i)
            QVERIFY(model.row(i) == rows[static_cast<size_t>(i)]);
    }
};

QTEST_MAIN(TestCallsModel)
#include "test_calls_model.moc"
