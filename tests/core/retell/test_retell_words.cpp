// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retell/words.h"

#include <QTest>

using namespace anrufwarte;

class TestRetellWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formerStatusWordsAreUnderstood_data();
    void formerStatusWordsAreUnderstood();
    void unknownStatusWordsStayAsTheyAre();
    void eventsHaveAKind_data();
    void eventsHaveAKind();
};

void TestRetellWords::formerStatusWordsAreUnderstood_data()
{
    QTest::addColumn<QString>("today");
    QTest::addColumn<int>("stage");
    const auto row = [](const char *word, const QString &today, Stage stage) {
        QTest::newRow(word) << today << static_cast<int>(stage);
    };
    const QString ongoing = QStringLiteral("ongoing");
    const QString ended = QStringLiteral("ended");
    row("registered", QStringLiteral("registered"), Stage::Registered);
    row("ringing", QStringLiteral("registered"), Stage::Registered);
    row("ongoing", ongoing, Stage::Ongoing);
    row("in_progress", ongoing, Stage::Ongoing);
    row("in-progress", ongoing, Stage::Ongoing);
    row("active", ongoing, Stage::Ongoing);
    row("ended", ended, Stage::Finished);
    row("completed", ended, Stage::Finished);
    row("analyzed", ended, Stage::Finished);
    row("call_analyzed", ended, Stage::Finished);
    row("not_connected", QStringLiteral("not_connected"), Stage::Finished);
    row("error", QStringLiteral("error"), Stage::Finished);
    row("failed", QStringLiteral("error"), Stage::Finished);
}

void TestRetellWords::formerStatusWordsAreUnderstood()
{
    QFETCH(QString, today);
    QFETCH(int, stage);
    const QString word = currentStatusWord(QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(word, today);
    QCOMPARE(static_cast<int>(stageOfStatusWord(word).value()), stage);
}

void TestRetellWords::unknownStatusWordsStayAsTheyAre()
{
    for (const QString &word :
         {QStringLiteral("teleported"), QStringLiteral("Ended"), QStringLiteral(" ended")}) {
        QCOMPARE(currentStatusWord(word), word);
        QVERIFY(!stageOfStatusWord(word));
    }
}

void TestRetellWords::eventsHaveAKind_data()
{
    QTest::addColumn<int>("kind");
    const auto row = [](const char *event, EventKind kind) {
        QTest::newRow(event) << static_cast<int>(kind);
    };
    row("call_started", EventKind::CallStarted);
    row("call_ended", EventKind::CallEnded);
    row("call_analyzed", EventKind::CallAnalysed);
    row("transcript_updated", EventKind::TranscriptUpdated);
    row("transfer_started", EventKind::Transfer);
    row("transfer_bridged", EventKind::Transfer);
    row("transfer_cancelled", EventKind::Transfer);
    row("transfer_ended", EventKind::Transfer);
    row("chat_started", EventKind::Chat);
    row("chat_something_new", EventKind::Chat);
    row("call_inbound", EventKind::Unknown);
    row("Call_Ended", EventKind::Unknown);
}

void TestRetellWords::eventsHaveAKind()
{
    QFETCH(int, kind);
    QCOMPARE(static_cast<int>(eventKindOf(QString::fromLatin1(QTest::currentDataTag()))), kind);
}

QTEST_GUILESS_MAIN(TestRetellWords)
#include "test_retell_words.moc"
