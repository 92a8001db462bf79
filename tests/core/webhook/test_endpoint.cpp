// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/webhook/endpoint.h"

#include "core/base/json.h"
#include "core/retell/signature.h"
#include "tests/support/recordingsink.h"

#include <QSignalSpy>
#include <QTest>

using namespace anrufwarte;

namespace {

constexpr qint64 Now = 1'790'000'000'000;
const Secret Key = Secret::verbatim("key_0123456789abcdef0123456789ab");
const QByteArray Body = R"({"event":"call_ended","call":{"call_id":"call_1","duration_ms":71000}})";

EndpointConfig config()
{
    EndpointConfig out;
    out.keys = {Key};
    return out;
}

http::Request post(const QByteArray &body = Body, const QByteArray &target = "/webhooks/retell")
{
    http::Request request;
    request.method = "POST";
    request.target = target;
    request.headers = {{"Host", "localhost"}, {"X-Retell-Signature", signedHeader(body, Now, Key)}};
    request.body = body;
    request.peer = QHostAddress(QStringLiteral("100.20.5.228"));
    request.receivedMs = Now;
    return request;
}

http::Request unsignedPost()
{
    http::Request request = post();
    request.headers.removeLast();
    return request;
}

http::Request get(const QByteArray &target, const QHostAddress &peer = QHostAddress(QHostAddress::LocalHost))
{
    http::Request request;
    request.method = "GET";
    request.target = target;
    request.peer = peer;
    request.receivedMs = Now;
    return request;
}

QString reasonIn(const http::Response &response)
{
    const Result<JsonDocument> json = JsonDocument::parse(response.body);
    return json ? json->root().member("reason").text().value_or(QString()) : QString();
}

QByteArray headerIn(const http::Response &response, QByteArrayView name)
{
    for (const auto &[key, value] : response.headers) {
        if (key == name)
            return value;
    }
    return {};
}

/// An endpoint, its sink, and the answers it gave.
struct Desk
{
    test::RecordingSink sink;
    Endpoint endpoint{sink, config()};
    QList<http::Response> answers;

    void send(const http::Request &request)
    {
        endpoint.handle(request, [this](const http::Response &response) { answers.append(response); });
    }
};

} // namespace

class TestEndpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void successIsAnsweredOnlyAfterTheCommit();
    void batchHoldsChangeAndDelivery();
    void unknownChatAndRepeatedEventsAreWrittenToo();
    void rejectionsAreAnsweredAtOnceAndNoted_data();
    void rejectionsAreAnsweredAtOnceAndNoted();
    void storeTroubleAsksForRepetition_data();
    void storeTroubleAsksForRepetition();
    void allowlistIsAskedInAdditionToTheSignature();
    void forwardedAddressesAreBelievedFromTrustedProxiesOnly();
    void healthIsForLoopbackOnly();
    void healthSaysDegraded();
    void countersAreAnnouncedNotTooOften();
    void refusalsOfTheListenerCount();
    void newRulesHoldFromTheNextRequest();
    void answersAfterTheEndOfTheEndpointAreNotGiven();
    void whatIsKeptIsBounded();
};

void TestEndpoint::successIsAnsweredOnlyAfterTheCommit()
{
    Desk desk;
    desk.send(post());
    desk.send(post(Body, "/webhooks/retell/call-ended?x=1"));
    QCOMPARE(desk.sink.submitted.size(), 2);
    QVERIFY(desk.answers.isEmpty());
    desk.sink.commit();
    QCOMPARE(desk.answers.size(), 2);
    for (const http::Response &answer : desk.answers) {
        QCOMPARE(answer.status, 204);
        QVERIFY(answer.body.isEmpty());
    }
    QCOMPARE(desk.endpoint.counters().accepted, 2);
    QCOMPARE(desk.endpoint.counters().lastWebhookMs, Now);
    QVERIFY(desk.sink.rejected.isEmpty());
}

void TestEndpoint::batchHoldsChangeAndDelivery()
{
    Desk desk;
    desk.send(post(Body, "/webhooks/retell/call-ended?secret=1"));
    const ChangeBatch &batch = desk.sink.submitted.front().batch;
    QCOMPARE(batch.changes.size(), 1);
    QCOMPARE(batch.changes.first().callId, CallId(QStringLiteral("call_1")));
    const DeliveryRecord &record = batch.delivery.value();
    QCOMPARE(record.receivedMs, Now);
    QCOMPARE(record.sender, QStringLiteral("100.20.5.228"));
    QCOMPARE(record.peer, QStringLiteral("100.20.5.228"));
    QCOMPARE(record.method, QStringLiteral("POST"));
    QCOMPARE(record.path, QStringLiteral("/webhooks/retell/call-ended"));
    QCOMPARE(record.httpStatus, 204);
    QVERIFY(record.accepted && record.reason.isEmpty());
    QCOMPARE(record.event, QStringLiteral("call_ended"));
    QCOMPARE(record.callId, CallId(QStringLiteral("call_1")));
    QCOMPARE(record.bytes, Body.size());
    QCOMPARE(record.body, Body);
    QCOMPARE(record.signatureHeader, signedHeader(Body, Now, Key));
    QCOMPARE(record.matchedKey, QStringLiteral("89ab"));
    QCOMPARE(record.skewMs, 0);
    QVERIFY(record.checks.isEmpty()); // they follow from what is above and these terms
    QCOMPARE(record.passed, QStringLiteral("[\"any address\",\"±300 s\",\"key …89ab\"]"));
}

void TestEndpoint::unknownChatAndRepeatedEventsAreWrittenToo()
{
    Desk desk;
    const QByteArray unknown = R"({"event":"call_from_tomorrow","call":{"call_id":"call_1"}})";
    const QByteArray chat = R"({"event":"chat_started","chat":{"chat_id":"chat_1"}})";
    for (const QByteArray &body : {unknown, chat, Body, Body})
        desk.send(post(body));
    desk.sink.commit();
    QCOMPARE(desk.answers.size(), 4);
    QCOMPARE(desk.sink.submitted[0].batch.changes.size(), 0);
    QCOMPARE(desk.sink.submitted[0].batch.delivery->event, QStringLiteral("call_from_tomorrow"));
    QCOMPARE(desk.sink.submitted[1].batch.changes.size(), 0);
    QCOMPARE(desk.sink.submitted[2].batch.changes, desk.sink.submitted[3].batch.changes);
    for (const http::Response &answer : desk.answers)
        QCOMPARE(answer.status, 204);
}

void TestEndpoint::rejectionsAreAnsweredAtOnceAndNoted_data()
{
    QTest::addColumn<http::Request>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("reason");
    const auto row = [](const http::Request &request, int status, const char *reason,
                        const char *name = nullptr) {
        QTest::newRow(name ? name : reason) << request << status << QString::fromLatin1(reason);
    };
    const auto withHeader = [](const QByteArray &header) {
        http::Request request = post();
        request.headers.last().second = header;
        return request;
    };
    http::Request twice = post();
    twice.headers.emplaceBack("x-retell-signature", post().headers.last().second);
    http::Request put = post();
    put.method = "PUT";
    row(unsignedPost(), 401, "signature_missing");
    row(withHeader("d=1"), 401, "signature_malformed");
    row(twice, 401, "signature_malformed", "two headers");
    row(withHeader(signedHeader(Body, Now - 300'001, Key)), 401, "timestamp_expired");
    row(withHeader(signedHeader(Body, Now + 300'001, Key)), 401, "timestamp_future");
    row(withHeader(signedHeader("x", Now, Key)), 401, "signature_mismatch");
    row(post("{"), 400, "bad_json");
    row(post("{}"), 400, "no_event");
    row(post(R"({"event":"call_ended"})"), 400, "no_call_id");
    row(post(Body, "/webhooks/retellx"), 404, "not_found");
    row(post(Body, "/webhooks/retell/../x"), 404, "not_found", "dots");
    row(put, 405, "method_not_allowed");
    row(get("/webhooks/retell"), 405, "method_not_allowed", "GET");
    row(get("/webhooks/retell/health", QHostAddress(QStringLiteral("192.0.2.7"))), 404, "not_found",
        "health");
}

void TestEndpoint::rejectionsAreAnsweredAtOnceAndNoted()
{
    QFETCH(http::Request, request);
    QFETCH(int, status);
    QFETCH(QString, reason);
    Desk desk;
    desk.send(request);
    QVERIFY(desk.sink.submitted.empty());
    QCOMPARE(desk.answers.size(), 1);
    QCOMPARE(desk.answers.first().status, status);
    QCOMPARE(reasonIn(desk.answers.first()), reason);
    QCOMPARE(headerIn(desk.answers.first(), "Allow"), status == 405 ? QByteArray("POST") : QByteArray());
    QCOMPARE(desk.sink.rejected.size(), 1);
    const DeliveryRecord &record = desk.sink.rejected.first();
    QCOMPARE(record.httpStatus, status);
    QCOMPARE(record.reason, reason);
    QVERIFY(!record.accepted);
    QCOMPARE(record.body, request.body);
    QCOMPARE(desk.endpoint.counters().rejected, 1);
    QCOMPARE(desk.endpoint.counters().accepted, 0);
}

void TestEndpoint::storeTroubleAsksForRepetition_data()
{
    QTest::addColumn<bool>("atOnce");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("reason");
    const QString unavailable = QStringLiteral("store_unavailable");
    QTest::newRow("queue") << true << static_cast<int>(ErrorCode::QueueFull) << QStringLiteral("queue_full");
    QTest::newRow("closed") << true << static_cast<int>(ErrorCode::StoreFailed) << unavailable;
    QTest::newRow("disk full") << false << static_cast<int>(ErrorCode::StoreFull) << unavailable;
    QTest::newRow("locked") << false << static_cast<int>(ErrorCode::StoreLocked) << unavailable;
}

void TestEndpoint::storeTroubleAsksForRepetition()
{
    QFETCH(bool, atOnce);
    QFETCH(int, code);
    QFETCH(QString, reason);
    Desk desk;
    QSignalSpy notWritten(&desk.endpoint, &Endpoint::notWritten);
    if (atOnce)
        desk.sink.refuseWith = Error{static_cast<ErrorCode>(code), {}, {}};
    desk.send(post());
    if (!atOnce)
        desk.sink.fail(static_cast<ErrorCode>(code));
    QCOMPARE(desk.answers.size(), 1);
    QCOMPARE(desk.answers.first().status, 503);
    QCOMPARE(notWritten.size(), 1);
    QVERIFY(!notWritten.first().first().value<CallId>().value().isEmpty());
    QCOMPARE(reasonIn(desk.answers.first()), reason);
    QVERIFY(headerIn(desk.answers.first(), "Retry-After").toInt() > 0);
    QCOMPARE(desk.endpoint.counters().unavailable, 1);
    QCOMPARE(desk.sink.rejected.size(), 1);
    const DeliveryRecord &noted = desk.sink.rejected.first();
    QVERIFY(!noted.accepted && noted.passed.isEmpty());
    QCOMPARE(noted.checks.size(), 6); // what was fine about it is told like of any other that was refused
    for (const DeliveryCheck &check : noted.checks)
        QVERIFY(check.outcome == CheckOutcome::Passed && !check.received.isEmpty());
    QVERIFY(!desk.endpoint.counters().lastWebhookMs);
}

void TestEndpoint::allowlistIsAskedInAdditionToTheSignature()
{
    Desk desk;
    EndpointConfig strict = config();
    strict.allowlistEntries = QStringList{QStringLiteral("100.20.5.0/24")};
    strict.allowlist = http::AddressList::parse(strict.allowlistEntries).value();
    desk.endpoint.setConfig(strict);
    desk.send(post());
    desk.send(unsignedPost());
    http::Request stranger = post();
    stranger.peer = QHostAddress(QStringLiteral("192.0.2.7"));
    desk.send(stranger);
    desk.sink.commit();
    QCOMPARE(desk.answers.size(), 3);
    QCOMPARE(reasonIn(desk.answers[0]), QStringLiteral("signature_missing"));
    QCOMPARE(reasonIn(desk.answers[1]), QStringLiteral("sender_not_allowed"));
    QCOMPARE(desk.answers[1].status, 401);
    QCOMPARE(desk.answers[2].status, 204);
}

void TestEndpoint::forwardedAddressesAreBelievedFromTrustedProxiesOnly()
{
    Desk desk;
    http::Request forwarded = post();
    forwarded.peer = QHostAddress(QStringLiteral("10.0.0.1"));
    forwarded.headers.emplaceBack("X-Forwarded-For", "203.0.113.9");
    desk.send(forwarded);
    QCOMPARE(desk.sink.submitted[0].batch.delivery->sender, QStringLiteral("10.0.0.1"));
    EndpointConfig behindProxy = config();
    behindProxy.trustedProxies = http::AddressList::parse({QStringLiteral("10.0.0.0/8")}).value();
    desk.endpoint.setConfig(behindProxy);
    desk.send(forwarded);
    QCOMPARE(desk.sink.submitted[1].batch.delivery->sender, QStringLiteral("203.0.113.9"));
    QCOMPARE(desk.sink.submitted[1].batch.delivery->peer, QStringLiteral("10.0.0.1"));
}

void TestEndpoint::healthIsForLoopbackOnly()
{
    Desk desk;
    desk.send(get("/webhooks/retell/health"));
    desk.send(get("/webhooks/retell/health?verbose", QHostAddress(QHostAddress::LocalHostIPv6)));
    QCOMPARE(desk.answers[0].status, 200);
    QCOMPARE(desk.answers[1].status, 200);
    QVERIFY(desk.sink.rejected.isEmpty());
    for (const char *name : {"X-Forwarded-For", "forwarded", "VIA"}) {
        http::Request forwarded = get("/webhooks/retell/health");
        forwarded.headers.emplaceBack(name, "x");
        desk.send(forwarded);
        QCOMPARE(desk.answers.last().status, 404);
    }
    // The path belongs to webhooks, too: only GET asks for health.
    desk.send(post(Body, "/webhooks/retell/health"));
    desk.sink.commit();
    QCOMPARE(desk.answers.last().status, 204);
}

void TestEndpoint::healthSaysDegraded()
{
    Desk desk;
    const auto status = [&desk] {
        desk.send(get("/webhooks/retell/health"));
        return JsonDocument::parse(desk.answers.last().body)->root().member("status").text().value();
    };
    QCOMPARE(status(), QStringLiteral("ok"));
    desk.send(post());
    desk.sink.fail(ErrorCode::StoreFull);
    QCOMPARE(status(), QStringLiteral("degraded"));
    desk.send(post());
    desk.sink.commit();
    QCOMPARE(status(), QStringLiteral("ok"));
    const Result<JsonDocument> health = JsonDocument::parse(desk.answers.last().body);
    QCOMPARE(health->root().member("accepted").integer(), 1);
    QCOMPARE(health->root().member("unavailable").integer(), 1);
    QCOMPARE(health->root().member("last_webhook_timestamp").integer(), Now);
    desk.endpoint.setStoreWritable(false);
    QCOMPARE(status(), QStringLiteral("degraded"));
    desk.endpoint.setStoreWritable(true);
    QCOMPARE(status(), QStringLiteral("ok"));
    desk.endpoint.setStoreDamaged(true);
    QCOMPARE(status(), QStringLiteral("degraded"));
    desk.endpoint.setStoreDamaged(false);
    QCOMPARE(status(), QStringLiteral("ok"));
    EndpointConfig keyless = config();
    keyless.keys.clear();
    desk.endpoint.setConfig(keyless);
    QCOMPARE(status(), QStringLiteral("degraded"));
}

void TestEndpoint::countersAreAnnouncedNotTooOften()
{
    Desk desk;
    QSignalSpy spy(&desk.endpoint, &Endpoint::countersChanged);
    for (int i = 0; i < 100; ++i)
        desk.send(unsignedPost());
    QCOMPARE(spy.size(), 1); // the first at once
    QVERIFY(spy.wait(2000)); // all others together
    QCOMPARE(spy.size(), 2);
    QCOMPARE(spy.last().first().value<EndpointCounters>().rejected, 100);
    ListenerHealth health;
    desk.endpoint.counters().fill(health);
    QCOMPARE(health.rejected, 100);
}

void TestEndpoint::refusalsOfTheListenerCount()
{
    Desk desk;
    desk.sink.dropNotes = true;
    desk.endpoint.refused(QHostAddress(), 413, "body_too_large");
    desk.endpoint.refused(QHostAddress(), 503, "store_unavailable");
    desk.send(unsignedPost());
    QCOMPARE(desk.endpoint.counters().rejected, 2);
    QCOMPARE(desk.endpoint.counters().unavailable, 1);
    QCOMPARE(desk.endpoint.counters().droppedNotes, 1);
}

void TestEndpoint::newRulesHoldFromTheNextRequest()
{
    Desk desk;
    EndpointConfig moved = config();
    moved.path = "/hook/";
    moved.toleranceMs = 1000;
    desk.endpoint.setConfig(moved);
    desk.send(post());
    QCOMPARE(desk.answers.last().status, 404);
    http::Request old = post(Body, "/hook");
    old.receivedMs = Now + 1001;
    desk.send(old);
    QCOMPARE(reasonIn(desk.answers.last()), QStringLiteral("timestamp_expired"));
    EndpointConfig keyless = moved;
    keyless.keys.clear();
    desk.endpoint.setConfig(keyless);
    desk.send(post(Body, "/hook"));
    QCOMPARE(desk.answers.last().status, 503);
    QCOMPARE(reasonIn(desk.answers.last()), QStringLiteral("no_key"));
    QVERIFY(!headerIn(desk.answers.last(), "Retry-After").isEmpty());
}

void TestEndpoint::answersAfterTheEndOfTheEndpointAreNotGiven()
{
    test::RecordingSink sink;
    int answers = 0;
    {
        Endpoint endpoint(sink, config());
        endpoint.handle(post(), [&answers](const http::Response &) { ++answers; });
    }
    sink.commit();
    QCOMPARE(answers, 0);
}

void TestEndpoint::whatIsKeptIsBounded()
{
    Desk desk;
    http::Request request = post(Body, '/' + QByteArray(8000, 'a'));
    request.method = QByteArray(500, 'M');
    request.headers.last().second = QByteArray(9000, 'x');
    desk.send(request);
    const DeliveryRecord &record = desk.sink.rejected.first();
    QCOMPARE(record.path.size(), 1024);
    QCOMPARE(record.method.size(), 32);
    QCOMPARE(record.signatureHeader.size(), 512);
}

QTEST_GUILESS_MAIN(TestEndpoint)
#include "test_endpoint.moc"
