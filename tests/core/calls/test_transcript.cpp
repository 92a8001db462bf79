// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calls/transcript.h"

#include <QTest>

using namespace anrufwarte;

class TestTranscript : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRoleIsRead();
    void timesComeFromWordsElseTimeSec();
    void unreadableEntriesAreLeftOutOrEmpty();
    void linesBecomeTurns_data();
    void linesBecomeTurns();
};

void TestTranscript::everyRoleIsRead()
{
    const QList<Turn> turns = readTurns(R"([
        {"role":"agent","content":"Hallo"},
        {"role":"user","content":"Ja"},
        {"role":"transfer_target","content":"Zentrale"},
        {"role":"tool_call_invocation","tool_call_id":"t1","name":"book","arguments":"{\"a\":1}"},
        {"role":"tool_call_result","tool_call_id":"t1","content":"ok","successful":false},
        {"role":"node_transition","former_node_name":"Start","new_node_name":"Ende"},
        {"role":"dtmf","digit":"5"},
        {"role":"sms","content":"Text","time_sec":2.5},
        {"role":"injected","content":"Hinweis"},
        {"role":"hologram","content":"wink"}])");
    const QList<TurnRole> roles{TurnRole::Agent,          TurnRole::User,       TurnRole::TransferTarget,
                                TurnRole::ToolInvocation, TurnRole::ToolResult, TurnRole::NodeTransition,
                                TurnRole::Dtmf,           TurnRole::Sms,        TurnRole::Injected,
                                TurnRole::Other};
    QCOMPARE(turns.size(), roles.size());
    for (qsizetype i = 0; i < turns.size(); ++i)
        QCOMPARE(turns[i].role, roles[i]);
    QCOMPARE(turns[3].toolName, QStringLiteral("book"));
    QCOMPARE(turns[3].toolArguments, QStringLiteral(R"({"a":1})"));
    QCOMPARE(turns[4].toolCallId, QStringLiteral("t1"));
    QCOMPARE(turns[4].toolSucceeded, false);
    QCOMPARE(turns[5].nodeFrom, QStringLiteral("Start"));
    QCOMPARE(turns[5].text, QStringLiteral("Ende"));
    QCOMPARE(turns[6].text, QStringLiteral("5"));
    QCOMPARE(turns[7].startSeconds, 2.5);
    QCOMPARE(turns[9].roleWord, QStringLiteral("hologram"));
    QVERIFY(!turns[0].toolSucceeded);
}

void TestTranscript::timesComeFromWordsElseTimeSec()
{
    const QList<Turn> turns = readTurns(R"([
        {"role":"agent","words":[{"word":"a ","start":0.6,"end":0.9},{"word":"b","start":1,"end":1.5}],"time_sec":9},
        {"role":"tool_call_invocation","time_sec":3.25},
        {"role":"user","words":[]},
        {"role":"user","words":[{"word":"x"}]}])");
    QCOMPARE(turns[0].startSeconds, 0.6);
    QCOMPARE(turns[0].endSeconds, 1.5);
    QCOMPARE(turns[1].startSeconds, 3.25);
    QVERIFY(!turns[2].startSeconds && !turns[2].endSeconds);
    QVERIFY(!turns[3].startSeconds && !turns[3].endSeconds);
}

void TestTranscript::unreadableEntriesAreLeftOutOrEmpty()
{
    QCOMPARE(readTurns(R"([7,null,"x",[],{"role":7,"content":{}}])").size(), 1);
    for (const char *json : {"", "{", "{}", "null", "7"})
        QVERIFY(readTurns(json).isEmpty());
}

void TestTranscript::linesBecomeTurns_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("turns");
    const auto row = [](const char *name, const char *text, const char *turns) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(turns);
    };
    row("empty", "", "");
    row("two", "Agent: Hallo\nUser: Ja\n", "A[Hallo]U[Ja]");
    row("target", "Transfer Target: Zentrale", "T[Zentrale]");
    row("line end inside a turn", "Agent: eins\nzwei\nUser: drei", "A[eins\nzwei]U[drei]");
    row("same role twice", "Agent: Moment \nAgent: bitte", "A[Moment ]A[bitte]");
    row("no label", "Hallo", "O[Hallo]");
    row("colon inside", "User: Agent: nein", "U[Agent: nein]");
    row("cut", "Agent: Hallo! Hier ist...", "A[Hallo! Hier ist...]");
}

void TestTranscript::linesBecomeTurns()
{
    QFETCH(QString, text);
    QString seen;
    for (const Turn &turn : turnsFromText(text)) {
        const QChar letter = turn.role == TurnRole::Agent            ? u'A'
                             : turn.role == TurnRole::User           ? u'U'
                             : turn.role == TurnRole::TransferTarget ? u'T'
                                                                     : u'O';
        seen += letter + QStringLiteral("[%1]").arg(turn.text);
    }
    QTEST(seen, "turns");
}

QTEST_GUILESS_MAIN(TestTranscript)
#include "test_transcript.moc"
