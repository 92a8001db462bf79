// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/detail/samplecalls.h"
#include "ui/detail/prettyjson.h"
#include "ui/detail/transcriptrow.h"

#include <QTest>

using namespace anrufwarte;
using namespace anrufwarte::test;

namespace {

Turn tool(TurnRole role, const QString &id, const QString &text)
{
    Turn turn;
    turn.role = role;
    turn.toolCallId = id;
    if (role == TurnRole::ToolInvocation) {
        turn.toolName = QStringLiteral("book_appointment");
        turn.toolArguments = text;
    } else {
        turn.text = text;
        turn.toolSucceeded = true;
    }
    return turn;
}

Turn said(const QString &text)
{
    Turn turn;
    turn.role = TurnRole::User;
    turn.text = text;
    return turn;
}

} // namespace

class TestTranscriptRows : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aResultJoinsItsCall()
    {
        const QList<TranscriptRow> rows =
            transcriptRows({tool(TurnRole::ToolInvocation, QStringLiteral("a"),
                                 QStringLiteral(R"({"datum":"Mi.","uhr":[15,0]})")),
                            said(QStringLiteral("Moment")),
                            tool(TurnRole::ToolResult, QStringLiteral("a"), QStringLiteral(R"("gebucht")"))});
        QCOMPARE(rows.size(), 2);
        QVERIFY(rows[0].hasResult);
        QCOMPARE(rows[0].argumentsLine, QStringLiteral("Mi. · 15 · 0"));
        QCOMPARE(rows[0].resultLine, QStringLiteral("gebucht"));
        QCOMPARE(rows[0].argumentsText,
                 QStringLiteral("{\n  \"datum\": \"Mi.\",\n  \"uhr\": [\n    15,\n    0\n  ]\n}"));
        QCOMPARE(rows[0].turn.toolSucceeded, std::optional(true));
        QVERIFY(rows[0].canUnfold());
        QCOMPARE(rows[1].number, 1);
    }

    void aResultWithoutACallStandsAlone()
    {
        const auto rows =
            transcriptRows({tool(TurnRole::ToolResult, QStringLiteral("x"), QStringLiteral("ok"))});
        QCOMPARE(rows.size(), 1);
        QVERIFY(rows[0].hasResult);
        QCOMPARE(rows[0].resultLine, QStringLiteral("ok"));
    }

    void sampleWithRolesOfTomorrow()
    {
        const CallContent content =
            contentOf(sampleCall(QStringLiteral("call_analyzed_unknown_values.json")));
        const auto found =
            std::find_if(content.transcript.begin(), content.transcript.end(),
                         [](const TranscriptRow &row) { return row.turn.roleWord == u"hologram"; });
        QVERIFY(found != content.transcript.end());
        QVERIFY(!found->isSpeech());
        QCOMPARE(found->turn.text, QStringLiteral("?"));
    }

    void withoutEntriesTheTextIsRead()
    {
        const CallContent content =
            contentOf(sampleCall(QStringLiteral("seed_call_559_official_shape.json")));
        QVERIFY(!content.transcript.isEmpty());
        QVERIFY(content.transcript[0].isSpeech());
        QVERIFY(isBlank(transcriptRows(turnsFromText(QStringLiteral(" ")))));
        QVERIFY(isBlank({}));
        QVERIFY(!isBlank(content.transcript));
    }

    void hitsCountEveryOccurrenceOfSpeechAndEachEventOnce()
    {
        const auto rows = transcriptRows(
            {said(QStringLiteral("Termin? termin!")),
             tool(TurnRole::ToolInvocation, QStringLiteral("a"), QStringLiteral(R"({"x":"Termin Termin"})")),
             said(QStringLiteral("nein"))});
        QCOMPARE(findHits(rows, QStringLiteral("TERMIN")),
                 (QList<TranscriptHit>{{0, 0, 6}, {0, 8, 6}, {1, -1, 0}}));
        QVERIFY(findHits(rows, QString()).isEmpty());
        QVERIFY(findHits(rows, QStringLiteral("xyz")).isEmpty());
    }

    void giantEntriesAreBounded()
    {
        const QString giant(2'000'000, u'a');
        const auto rows = transcriptRows({said(giant), tool(TurnRole::ToolInvocation, QStringLiteral("a"),
                                                            u"{\"x\":\"" + giant + u"\"}")});
        QVERIFY(rows[0].turn.text.size() <= 50'001);
        QVERIFY(rows[1].argumentsLine.size() <= 201);
        QVERIFY(rows[1].argumentsText.size() <= 20'001);
        QVERIFY(rows[1].turn.toolArguments.isEmpty());
        QVERIFY(findHits(rows, QStringLiteral("a")).size() <= 10'001);
    }

    void jsonForPeople()
    {
        QCOMPARE(prettyJson(QStringLiteral("kein json"), 100), QStringLiteral("kein json"));
        QCOMPARE(prettyJson(QStringLiteral(R"({"a":{},"b":9.785})"), 100),
                 QStringLiteral("{\n  \"a\": {},\n  \"b\": 9.785\n}"));
        QCOMPARE(shortJson(QStringLiteral("zwei\nZeilen"), 100), QStringLiteral("zwei Zeilen"));
        QCOMPARE(bounded(QStringLiteral("a😀b"), 2), QStringLiteral("a…")); // not half an emoji
        const QString deep = QString(200, u'[') + QString(200, u']');
        QCOMPARE(prettyJson(deep, 1000), deep);
    }
};

QTEST_GUILESS_MAIN(TestTranscriptRows)
#include "test_transcriptrows.moc"
