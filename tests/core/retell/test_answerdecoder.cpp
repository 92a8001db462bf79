// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retell/answerdecoder.h"

#include "tests/support/verifiedbody.h"

#include <QTest>

using namespace anrufwarte;

namespace {

constexpr qint64 Asked = 1'790'000'000'000;

Result<CallChange> decode(const QByteArray &call)
{
    const Result<JsonBody> document = JsonBody::parse(call);
    return decodeAnswer(document->root(), Asked, Source::Poll);
}

} // namespace

class TestAnswerDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stageFollowsWordAndEvidence_data();
    void stageFollowsWordAndEvidence();
    void answersStandForTheMomentOfTheQuestion();
    void answersWithoutCallIdAreErrors();
};

void TestAnswerDecoder::stageFollowsWordAndEvidence_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<int>("stage");
    QTest::addColumn<QString>("status");
    const auto row = [](const char *name, const char *members, Stage stage, const char *status) {
        QTest::newRow(name) << QByteArray(members) << static_cast<int>(stage) << QString::fromLatin1(status);
    };
    const char *analysis = R"(,"call_analysis":{"call_summary":"x"})";
    const QByteArray endedAnalysed = QByteArray(R"(,"call_status":"ended")") + analysis;
    const QByteArray ongoingAnalysed = QByteArray(R"(,"call_status":"ongoing")") + analysis;
    row("registered", R"(,"call_status":"registered")", Stage::Registered, "registered");
    row("ongoing", R"(,"call_status":"ongoing")", Stage::Ongoing, "ongoing");
    row("ended", R"(,"call_status":"ended")", Stage::Finished, "ended");
    row("error", R"(,"call_status":"error")", Stage::Finished, "error");
    row("former word", R"(,"call_status":"in_progress")", Stage::Ongoing, "ongoing");
    row("ended, analysed", endedAnalysed.constData(), Stage::Analysed, "ended");
    row("empty analysis", R"(,"call_status":"ended","call_analysis":{})", Stage::Finished, "ended");
    row("analysis is no object", R"(,"call_status":"ended","call_analysis":"x")", Stage::Finished, "ended");
    row("ongoing beats analysis", ongoingAnalysed.constData(), Stage::Ongoing, "ongoing");
    row("no word", "", Stage::Ongoing, "");
    row("no word, end", R"(,"end_timestamp":1790000000000)", Stage::Finished, "ended");
    row("no word, zero end", R"(,"end_timestamp":0)", Stage::Ongoing, "");
    row("no word, reason", R"(,"disconnection_reason":"user_hangup")", Stage::Finished, "ended");
    row("no word, empty reason", R"(,"disconnection_reason":"")", Stage::Ongoing, "");
    row("no word, analysis", analysis, Stage::Analysed, "ended");
    row("unknown word", R"(,"call_status":"teleported")", Stage::Ongoing, "teleported");
    row("unknown word, end", R"(,"call_status":"teleported","end_timestamp":1)", Stage::Finished,
        "teleported");
    row("word of wrong kind", R"(,"call_status":7,"end_timestamp":1)", Stage::Finished, "ended");
    row("null word", R"(,"call_status":null)", Stage::Ongoing, "");
}

void TestAnswerDecoder::stageFollowsWordAndEvidence()
{
    QFETCH(QByteArray, members);
    QFETCH(int, stage);
    QFETCH(QString, status);
    const Result<CallChange> change = decode(R"({"call_id":"call_1")" + members + '}');
    QVERIFY(change.has_value());
    QCOMPARE(static_cast<int>(change->stamp.stage), stage);
    QCOMPARE(test::textIn(*change, Field::CallStatus), status);
}

void TestAnswerDecoder::answersStandForTheMomentOfTheQuestion()
{
    const Result<CallChange> change = decode(R"({"call_id":"call_1","call_status":"ongoing"})");
    QCOMPARE(change->stamp.asOfMs, Asked);
    QCOMPARE(change->source, Source::Poll);
    QCOMPARE(change->reason, QStringLiteral("poll answer"));
    QVERIFY(change->event.isEmpty());
    QCOMPARE(change->callId, CallId(QStringLiteral("call_1")));
}

void TestAnswerDecoder::answersWithoutCallIdAreErrors()
{
    for (const char *call :
         {"{}", "[]", "null", "7", R"({"call_id":""})", R"({"call_id":7})", R"({"call_id":null})"})
        QCOMPARE(decode(call).error().code, ErrorCode::NoCallId);
}

QTEST_GUILESS_MAIN(TestAnswerDecoder)
#include "test_answerdecoder.moc"
