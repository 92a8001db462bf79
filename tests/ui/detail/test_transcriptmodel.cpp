// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/detail/samplecalls.h"
#include "ui/detail/transcriptmodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace anrufwarte;
using namespace anrufwarte::test;

namespace {

TranscriptRow toolRow(int number)
{
    TranscriptRow row;
    row.number = number;
    row.turn.role = TurnRole::ToolInvocation;
    row.turn.toolName = QStringLiteral("check");
    row.argumentsText = QStringLiteral("{}");
    return row;
}

} // namespace

class TestTranscriptModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void newTurnsAreInsertedAtTheEnd()
    {
        TranscriptModel model;
        QAbstractItemModelTester tester(&model);
        model.startCall(manyTurns(3));
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setRows(manyTurns(5));
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(inserted[0][1].toInt(), 3);
        QCOMPARE(inserted[0][2].toInt(), 4);
        QCOMPARE(changed.size(), 0);
        QCOMPARE(reset.size(), 0);
    }

    void aGrowingLastTurnIsOneChange()
    {
        TranscriptModel model;
        QAbstractItemModelTester tester(&model);
        model.startCall(manyTurns(3));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QList<TranscriptRow> rows = manyTurns(3);
        rows[2].turn.text += QStringLiteral(" und noch etwas");
        model.setRows(rows);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 2);
    }

    void hidingEventsKeepsTheSpeech()
    {
        TranscriptModel model;
        QAbstractItemModelTester tester(&model);
        QList<TranscriptRow> rows = manyTurns(4);
        rows[1] = toolRow(1);
        model.startCall(rows);
        model.setUnfolded(1, true);
        QVERIFY(model.isUnfolded(1));
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        model.setShowsEvents(false);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(model.rowCount(), 3);
        model.setShowsEvents(true);
        QCOMPARE(model.rowCount(), 4);
        QVERIFY(model.isUnfolded(1)); // remembered by number
        model.startCall(rows);
        QVERIFY(!model.isUnfolded(1));
    }

    void rowsSpeakForThemselves()
    {
        TranscriptModel model;
        QList<TranscriptRow> rows = manyTurns(1);
        rows[0].turn.text = QStringLiteral("<b>Hallo</b>");
        rows[0].turn.startSeconds = 201.4;
        rows.append(toolRow(1));
        rows[1].hasResult = true;
        rows[1].resultLine = QStringLiteral("gebucht");
        model.startCall(rows);
        QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("Agent, 03:21: <b>Hallo</b>"));
        QCOMPARE(model.index(1).data(Qt::AccessibleTextRole).toString(), QStringLiteral("check:  → gebucht"));
    }

    void randomEditsEndInTheSameRows()
    {
        QRandomGenerator random(559);
        TranscriptModel model;
        QAbstractItemModelTester tester(&model);
        const QList<TranscriptRow> all = manyTurns(30);
        for (int round = 0; round < 500; ++round) {
            QList<TranscriptRow> some;
            for (const TranscriptRow &row : all) {
                if (random.bounded(3) == 0)
                    continue;
                some.append(row);
                if (random.bounded(10) == 0)
                    some.last().turn.text += QString::number(round);
            }
            model.setRows(some);
            QCOMPARE(model.rows(), some);
        }
    }
};

QTEST_GUILESS_MAIN(TestTranscriptModel)
#include "test_transcriptmodel.moc"
