// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retell/eventdecoder.h"

#include "core/base/json.h"
#include "tests/support/testdata.h"
#include "tests/support/verifiedbody.h"

#include <QCryptographicHash>
#include <QTest>

using namespace anrufwarte;

namespace {

ErrorCode errorOf(const QByteArray &body)
{
    const Result<WebhookEvent> event = decodeWebhook(test::verifiedBody(body));
    return event ? ErrorCode::Internal : event.error().code;
}

} // namespace

class TestEventDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statusFollowsEventAndBody_data();
    void statusFollowsEventAndBody();
    void bodiesWithoutEventOrCallAreErrors_data();
    void bodiesWithoutEventOrCallAreErrors();
    void unknownAndChatEventsChangeNothing();
    void momentIsEventTimestampElseSignature_data();
    void momentIsEventTimestampElseSignature();
    void whiteSpaceChangesNothing();
    void digestIsThatOfTheCallObject();
    void transferDestinationIsTakenFromTheEnvelope();
    void lastOfDuplicateMembersWins();
    void jsonSuiteIsRefusedOrTaken();
};

void TestEventDecoder::statusFollowsEventAndBody_data()
{
    QTest::addColumn<QString>("event");
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<int>("stage");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *event, const char *status, Stage stage, const char *word) {
        QTest::addRow("%s says %s", event, status) << QString::fromLatin1(event) << QByteArray(status)
                                                   << static_cast<int>(stage) << QString::fromLatin1(word);
    };
    for (const char *running : {"call_started", "transcript_updated", "transfer_started", "transfer_ended"}) {
        row(running, "", Stage::Ongoing, "ongoing");
        row(running, R"("ongoing")", Stage::Ongoing, "ongoing");
        row(running, R"("in-progress")", Stage::Ongoing, "ongoing");
        row(running, R"("registered")", Stage::Registered, "registered");
        row(running, R"("ended")", Stage::Finished, "ended");
        row(running, R"("failed")", Stage::Finished, "error");
        row(running, R"("teleported")", Stage::Ongoing, "teleported");
        row(running, "null", Stage::Ongoing, "ongoing");
        row(running, "7", Stage::Ongoing, "ongoing");
    }
    for (const auto &[terminal, stage] :
         {std::pair{"call_ended", Stage::Finished}, std::pair{"call_analyzed", Stage::Analysed}}) {
        row(terminal, "", stage, "ended");
        row(terminal, R"("")", stage, "ended");
        row(terminal, R"("ongoing")", stage, "ended");
        row(terminal, R"("in_progress")", stage, "ended");
        row(terminal, R"("registered")", stage, "ended");
        row(terminal, R"("ended")", stage, "ended");
        row(terminal, R"("completed")", stage, "ended");
        row(terminal, R"("error")", stage, "error");
        row(terminal, R"("failed")", stage, "error");
        row(terminal, R"("not_connected")", stage, "not_connected");
        row(terminal, R"("teleported")", stage, "teleported");
        row(terminal, "null", stage, "ended");
        row(terminal, "{}", stage, "ended");
        row(terminal, "[1]", stage, "ended");
    }
}

void TestEventDecoder::statusFollowsEventAndBody()
{
    QFETCH(QString, event);
    QFETCH(QByteArray, status);
    QFETCH(int, stage);
    QFETCH(QString, word);
    const QByteArray member = status.isEmpty() ? QByteArray() : R"(,"call_status":)" + status;
    const CallChange change = test::changeFromWebhook(R"({"event":")" + event.toLatin1() +
                                                      R"(","call":{"call_id":"call_1")" + member + "}}");
    QCOMPARE(static_cast<int>(change.stamp.stage), stage);
    QCOMPARE(test::textIn(change, Field::CallStatus), word);
    QCOMPARE(change.event, event);
    QCOMPARE(change.source, Source::Webhook);
    QCOMPARE(change.reason, event + QStringLiteral(" webhook"));
    const bool wrongKind = status == "7" || status == "[1]";
    QCOMPARE(change.warnings.size(), wrongKind ? 1 : 0);
}

void TestEventDecoder::bodiesWithoutEventOrCallAreErrors_data()
{
    QTest::addColumn<int>("code");
    const auto row = [](const char *body, ErrorCode code) { QTest::newRow(body) << static_cast<int>(code); };
    row("", ErrorCode::BadJson);
    row("{", ErrorCode::BadJson);
    row("{}{}", ErrorCode::BadJson);
    row("{\"event\":NaN}", ErrorCode::BadJson);
    row("\xef\xbb\xbf{}", ErrorCode::BadJson);
    row("{\"event\":\"\xff\"}", ErrorCode::BadJson);
    row("[]", ErrorCode::NoEvent);
    row("null", ErrorCode::NoEvent);
    row("{}", ErrorCode::NoEvent);
    row(R"({"call":{"call_id":"call_1"}})", ErrorCode::NoEvent);
    row(R"({"event":"","call":{"call_id":"call_1"}})", ErrorCode::NoEvent);
    row(R"({"event":7,"call":{"call_id":"call_1"}})", ErrorCode::NoEvent);
    row(R"({"event":null})", ErrorCode::NoEvent);
    row(R"({"event":"call_ended"})", ErrorCode::NoCallId);
    row(R"({"event":"call_ended","call":null})", ErrorCode::NoCallId);
    row(R"({"event":"call_ended","call":[]})", ErrorCode::NoCallId);
    row(R"({"event":"call_ended","call":{"call_id":""}})", ErrorCode::NoCallId);
    row(R"({"event":"call_ended","call":{"call_id":12}})", ErrorCode::NoCallId);
    row(R"({"event":"call_ended","call_id":"call_1"})", ErrorCode::NoCallId);
    row(R"({"event":"call_from_tomorrow","call":{}})", ErrorCode::NoCallId);
}

void TestEventDecoder::bodiesWithoutEventOrCallAreErrors()
{
    QFETCH(int, code);
    QCOMPARE(static_cast<int>(errorOf(QTest::currentDataTag())), code);
}

void TestEventDecoder::unknownAndChatEventsChangeNothing()
{
    const Result<WebhookEvent> unknown =
        decodeWebhook(test::verifiedBody(R"({"event":"call_from_tomorrow","call":{"call_id":"call_1"}})"));
    QCOMPARE(unknown->event, QStringLiteral("call_from_tomorrow"));
    QCOMPARE(unknown->callId, CallId(QStringLiteral("call_1")));
    QVERIFY(!unknown->change);
    for (const char *body :
         {R"({"event":"chat_ended","chat":{"chat_id":"chat_1"}})", R"({"event":"chat_analyzed"})"}) {
        const Result<WebhookEvent> chat = decodeWebhook(test::verifiedBody(body));
        QVERIFY(chat.has_value());
        QVERIFY(!chat->change);
        QVERIFY(chat->callId.value().isEmpty());
    }
}

void TestEventDecoder::momentIsEventTimestampElseSignature_data()
{
    QTest::addColumn<QByteArray>("timestamp");
    QTest::addColumn<qint64>("asOf");
    QTest::newRow("stated") << QByteArray("1789999999999") << qint64{1'789'999'999'999};
    QTest::newRow("whole number as 1e3") << QByteArray("1.789999999999e12") << qint64{1'789'999'999'999};
    for (const char *other :
         {"null", "0", "-5", "\"1789999999999\"", "1.5", "1e400", "99999999999999999999", "{}"})
        QTest::newRow(other) << QByteArray(other) << qint64{1'790'000'000'777};
}

void TestEventDecoder::momentIsEventTimestampElseSignature()
{
    QFETCH(QByteArray, timestamp);
    QFETCH(qint64, asOf);
    const QByteArray body =
        R"({"event":"call_started","call":{"call_id":"call_1"},"event_timestamp":)" + timestamp + '}';
    QCOMPARE(test::changeFromWebhook(body, 1'790'000'000'777).stamp.asOfMs, asOf);
}

void TestEventDecoder::whiteSpaceChangesNothing()
{
    const CallChange compact = test::changeFromWebhook(
        R"({"event":"call_ended","call":{"call_id":"call_1","duration_ms":36960,"call_cost":{"combined_cost":9.785}}})");
    const CallChange pretty = test::changeFromWebhook(R"({ "event" : "call_ended",
        "call" : { "call_id" : "call_1", "duration_ms" : 36960, "call_cost" : {"combined_cost" : 9.785 } } })");
    QCOMPARE(compact, pretty);
}

void TestEventDecoder::digestIsThatOfTheCallObject()
{
    const QByteArray call = R"({"call_id":"call\u005f1","duration_ms":36960,"agent_name":"B\u00fcro"})";
    const CallChange change =
        test::changeFromWebhook(R"({"event":"call_ended","call":)" + call + R"(,"event_timestamp":1})");
    QCOMPARE(change.callId, CallId(QStringLiteral("call_1")));
    QCOMPARE(change.stamp.digest, QCryptographicHash::hash(call, QCryptographicHash::Sha256));
}

void TestEventDecoder::transferDestinationIsTakenFromTheEnvelope()
{
    const CallChange change =
        test::changeFromWebhook(test::data(QStringLiteral("samples/transfer_started.json")));
    QCOMPARE(test::textIn(change, Field::TransferDestination), QStringLiteral("+493023125999"));
    const CallChange both = test::changeFromWebhook(
        R"({"event":"transfer_started","transfer_destination":"+1","call":{"call_id":"c","transfer_destination":"+2"}})");
    QCOMPARE(test::textIn(both, Field::TransferDestination), QStringLiteral("+2"));
}

void TestEventDecoder::lastOfDuplicateMembersWins()
{
    const CallChange change = test::changeFromWebhook(
        R"({"event":"call_started","event":"call_ended","call":{"call_id":"a"},"call":{"call_id":"b","agent_name":"x","agent_name":"y"}})");
    QCOMPARE(change.event, QStringLiteral("call_ended"));
    QCOMPARE(change.callId, CallId(QStringLiteral("b")));
    QCOMPARE(test::textIn(change, Field::AgentName), QStringLiteral("y"));
    // Also inside of what is kept as JSON: SQLite's json_extract takes the first.
    const CallChange kept = test::changeFromWebhook(
        R"({"event":"call_ended","call":{"call_id":"b","metadata":{"a":1,"a":2},"new":{"x":1,"x":2},"call_cost":{"combined_cost":1,"combined_cost":2}}})");
    QCOMPARE(test::textIn(kept, Field::Metadata), QStringLiteral(R"({"a":2})"));
    QCOMPARE(test::textIn(kept, Field::ExtraMembers), QStringLiteral(R"({"new":{"x":2}})"));
    QCOMPARE(test::textIn(kept, Field::Cost), QStringLiteral(R"({"combined_cost":2})"));
}

void TestEventDecoder::jsonSuiteIsRefusedOrTaken()
{
    const auto dir = test::besideCheckout(QStringLiteral("corpora/jsontestsuite"));
    if (!dir)
        QSKIP("no corpora beside the checkout");
    int taken = 0;
    for (const QString &name : dir->entryList({QStringLiteral("?_*.json")})) {
        QFile file(dir->filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray value = file.readAll();
        const QByteArray body =
            R"({"event":"call_ended","call":{"call_id":"call_1","of_tomorrow":)" + value + "}}";
        const Result<WebhookEvent> event = decodeWebhook(test::verifiedBody(body));
        if (name.startsWith(u'y')) {
            QVERIFY2(event.has_value(), qPrintable(name));
            ++taken;
        }
        // "1]" closes an array that is not there; embedding cannot make a n_ document well-formed, nor crash
        // an i_ one.
        if (name.startsWith(u'n'))
            QVERIFY2(!event.has_value(), qPrintable(name));
    }
    QCOMPARE(taken, 95);
}

QTEST_GUILESS_MAIN(TestEventDecoder)
#include "test_eventdecoder.moc"
