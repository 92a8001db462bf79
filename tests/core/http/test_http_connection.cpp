// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/socketops.h"
#include "listenerfixture.h"

#include <QSignalSpy>

using namespace anrufwarte;
using test::get;
using test::ListenerFixture;
using test::post;
using test::RawClient;
using Manner = test::RecordingHandler::Manner;

/// One connection from the outside: what goes over the socket, in which order, and how it ends.
class TestHttpConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestReachesTheHandlerWhole();
    void answerIsWrittenWhole();
    void headIsAnsweredWithoutBody();
    void connectionStaysForMoreRequests();
    void http10ClosesUnlessAskedToStay();
    void oneByteAtATimeIsTaken();
    void largeBodyArrivesWhole();
    void pipelinedAnswersComeInOrder();
    void pipelineIsBounded();
    void nothingIsReadAfterClose();
    void continueIsSentWhenTheBodyWillBeRead();
    void continueWaitsForEarlierAnswers();
    void tooLargeIsSaidInsteadOfContinue();
    void upgradeIsNeverAnswered101();
    void badRequestIsAnsweredAndClosed();
    void badRequestWaitsForEarlierAnswers();
    void answerArrivesAlthoughBytesAreLeftUnread();
    void unansweredRequestGets503();
    void lateAnswerAfterTheSocketIsDropped();
    void responderCountsOnce();
    void clientThatLeavesMidRequestIsForgotten();
    void clientThatOnlyFinishedSendingGetsItsAnswers();
    void halfARequestBeforeTheEndIsNone();
};

void TestHttpConnection::requestReachesTheHandlerWhole()
{
    ListenerFixture fixture;
    RawClient client(fixture.endpoint);
    client.send(post("{\"a\":1}", "X-Retell-Signature: v=1\r\n"));
    QTRY_COMPARE(client.answers(), QByteArrayList{"204"});
    const http::Request &request = fixture.handler.requests.first();
    QCOMPARE(request.method, "POST");
    QCOMPARE(request.target, "/in");
    QCOMPARE(request.body, "{\"a\":1}");
    QCOMPARE(request.values("x-retell-signature"), QList<QByteArray>{"v=1"});
    QCOMPARE(request.peer, QHostAddress(QHostAddress::LocalHost));
    QCOMPARE(request.receivedMs, fixture.clock.nowMs());
}

void TestHttpConnection::answerIsWrittenWhole()
{
    ListenerFixture fixture;
    fixture.clock.setNow(784'111'777'000);
    fixture.handler.answer = http::errorResponse(503, "queue_full", "Later.");
    RawClient client(fixture.endpoint);
    client.send(post("x"));
    QTRY_COMPARE(client.answers().size(), 1);
    QCOMPARE(client.received,
             "HTTP/1.1 503 Service Unavailable\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
             "Content-Type: application/json\r\nContent-Length: 40\r\nRetry-After: 10\r\n\r\n"
             "{\"error\":\"Later.\",\"reason\":\"queue_full\"}");
}

void TestHttpConnection::headIsAnsweredWithoutBody()
{
    ListenerFixture fixture;
    fixture.handler.answer = http::errorResponse(405, "method_not_allowed", "Only POST.");
    RawClient client(fixture.endpoint);
    client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n");
    QTRY_VERIFY(client.received.endsWith("Allow: POST\r\n\r\n"));
    QVERIFY(client.received.contains("Content-Length: 52\r\n"));
}

void TestHttpConnection::connectionStaysForMoreRequests()
{
    ListenerFixture fixture;
    RawClient client(fixture.endpoint);
    for (int i = 1; i <= 3; ++i) {
        client.send(post("x"));
        QTRY_COMPARE(client.answers().size(), i);
    }
    QVERIFY(client.isConnected());
    QVERIFY(!client.received.contains("Connection:"));
    QCOMPARE(fixture.listener.connectionCount(), 1);
}

void TestHttpConnection::http10ClosesUnlessAskedToStay()
{
    ListenerFixture fixture;
    RawClient brief(fixture.endpoint);
    brief.send("POST /in HTTP/1.0\r\nContent-Length: 1\r\n\r\nx");
    QTRY_VERIFY(brief.isGone());
    QCOMPARE(brief.answers(), QByteArrayList{"204"});
    QVERIFY(brief.received.contains("\r\nConnection: close\r\n"));

    RawClient proxy(fixture.endpoint);
    proxy.send("POST /in HTTP/1.0\r\nConnection: keep-alive\r\nContent-Length: 1\r\n\r\nx");
    QTRY_COMPARE(proxy.answers(), QByteArrayList{"204"});
    QVERIFY(proxy.received.contains("\r\nConnection: keep-alive\r\n"));
    QVERIFY(proxy.isConnected());
}

void TestHttpConnection::oneByteAtATimeIsTaken()
{
    ListenerFixture fixture;
    RawClient client(fixture.endpoint);
    QTRY_VERIFY(client.isConnected());
    client.socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    for (const char c : post("hello")) {
        client.send(QByteArray(1, c));
        QTRY_COMPARE(client.socket.bytesToWrite(), 0);
    }
    QTRY_COMPARE(client.answers(), QByteArrayList{"204"});
    QCOMPARE(fixture.handler.requests.first().body, "hello");
}

void TestHttpConnection::largeBodyArrivesWhole()
{
    ListenerFixture fixture;
    RawClient client(fixture.endpoint);
    QByteArray body(8'388'608, 'x');
    for (qsizetype i = 0; i < body.size(); i += 1000)
        body[i] = static_cast<char>(i / 1000);
    client.send(post(body));
    QTRY_COMPARE(client.answers(), QByteArrayList{"204"});
    QCOMPARE(fixture.handler.requests.first().body, body);
}

void TestHttpConnection::pipelinedAnswersComeInOrder()
{
    ListenerFixture fixture;
    fixture.handler.manner = Manner::Later;
    RawClient client(fixture.endpoint);
    client.send(get("/1") + get("/2") + get("/3"));
    QTRY_COMPARE(fixture.handler.targets(), (QByteArrayList{"/1", "/2", "/3"}));
    fixture.handler.waiting[2](http::Response{404, {}, {}, false});
    fixture.handler.waiting[1](http::Response{401, {}, {}, false});
    QCOMPARE(client.answers(), QByteArrayList());
    fixture.handler.waiting[0](http::Response{});
    QTRY_COMPARE(client.answers(), (QByteArrayList{"204", "401", "404"}));
}

void TestHttpConnection::pipelineIsBounded()
{
    http::Limits limits;
    limits.pipelined = 3;
    ListenerFixture fixture(limits);
    fixture.handler.manner = Manner::Later;
    RawClient client(fixture.endpoint);
    client.send(get("/x").repeated(10));
    QTRY_COMPARE(fixture.handler.requests.size(), 3);
    for (qsizetype i = 0; i < 10; ++i) {
        QTRY_VERIFY(fixture.handler.waiting.size() > i);
        QVERIFY(fixture.handler.requests.size() <= i + 3);
        fixture.handler.waiting[i](http::Response{});
    }
    QTRY_COMPARE(client.answers().size(), 10);
}

void TestHttpConnection::nothingIsReadAfterClose()
{
    ListenerFixture fixture;
    RawClient client(fixture.endpoint);
    client.send(get("/1", "Connection: close\r\n") + get("/2"));
    QTRY_VERIFY(client.isGone());
    QCOMPARE(client.answers(), QByteArrayList{"204"});
    QCOMPARE(fixture.handler.targets(), QByteArrayList{"/1"});
}

void TestHttpConnection::continueIsSentWhenTheBodyWillBeRead()
{
    ListenerFixture fixture;
    RawClient client(fixture.endpoint);
    client.send("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    QTRY_COMPARE(client.received, "HTTP/1.1 100 Continue\r\n\r\n");
    client.send("ab");
    QTRY_COMPARE(client.answers(), (QByteArrayList{"100", "204"}));
}

void TestHttpConnection::continueWaitsForEarlierAnswers()
{
    ListenerFixture fixture;
    fixture.handler.manner = Manner::Later;
    RawClient client(fixture.endpoint);
    client.send(get("/1") +
                "POST /2 HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    QTRY_COMPARE(fixture.handler.waiting.size(), 1);
    fixture.handler.waiting[0](http::Response{});
    QTRY_COMPARE(client.answers(), (QByteArrayList{"204", "100"}));
}

void TestHttpConnection::tooLargeIsSaidInsteadOfContinue()
{
    ListenerFixture fixture;
    RawClient client(fixture.endpoint);
    client.send("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 10737418240\r\n\r\n");
    QTRY_VERIFY(client.isGone());
    QCOMPARE(client.answers(), QByteArrayList{"413 body_too_large"});
    QCOMPARE(fixture.handler.refusals, QByteArrayList{"413 body_too_large"});
}

void TestHttpConnection::upgradeIsNeverAnswered101()
{
    ListenerFixture fixture;
    RawClient client(fixture.endpoint);
    client.send(get("/1", "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AA\r\n") +
                get("/2", "Connection: Upgrade\r\nUpgrade: websocket\r\n"));
    QTRY_COMPARE(client.answers(), (QByteArrayList{"204", "204"}));
}

void TestHttpConnection::badRequestIsAnsweredAndClosed()
{
    ListenerFixture fixture;
    RawClient client(fixture.endpoint);
    client.send("GET / HTTP/1.1\r\n\r\n" + get("/smuggled"));
    QTRY_VERIFY(client.isGone());
    QCOMPARE(client.answers(), QByteArrayList{"400 bad_request"});
    QVERIFY(client.received.contains("\r\nConnection: close\r\n"));
    QCOMPARE(fixture.handler.refusals, QByteArrayList{"400 bad_request"});
    QVERIFY(fixture.handler.requests.isEmpty());
    QTRY_COMPARE(fixture.listener.connectionCount(), 0);
}

void TestHttpConnection::badRequestWaitsForEarlierAnswers()
{
    ListenerFixture fixture;
    fixture.handler.manner = Manner::Later;
    RawClient client(fixture.endpoint);
    client.send(get("/1") + "garbage\r\n\r\n");
    QTRY_COMPARE(fixture.handler.refusals.size(), 1);
    QCOMPARE(client.answers(), QByteArrayList());
    fixture.handler.waiting[0](http::Response{});
    QTRY_COMPARE(client.answers(), (QByteArrayList{"204", "400 bad_request"}));
    QTRY_VERIFY(client.isGone());
}

void TestHttpConnection::answerArrivesAlthoughBytesAreLeftUnread()
{
    ListenerFixture fixture;
    RawClient client(fixture.endpoint);
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000000\r\n\r\n" + QByteArray(900'000, 'x'));
    QTRY_COMPARE(client.answers(), QByteArrayList{"413 body_too_large"});
    QTRY_VERIFY(client.isGone());
}

void TestHttpConnection::unansweredRequestGets503()
{
    ListenerFixture fixture;
    fixture.handler.manner = Manner::Never;
    RawClient client(fixture.endpoint);
    client.send(get("/1"));
    QTRY_COMPARE(client.answers(), QByteArrayList{"503 store_unavailable"});
    QVERIFY(client.received.contains("\r\nRetry-After: "));
    QVERIFY(client.isConnected());

    fixture.handler.manner = Manner::Later;
    client.send(get("/2"));
    QTRY_COMPARE(fixture.handler.waiting.size(), 1);
    fixture.handler.waiting.clear();
    QTRY_COMPARE(client.answers().size(), 2);
}

void TestHttpConnection::lateAnswerAfterTheSocketIsDropped()
{
    ListenerFixture fixture;
    fixture.handler.manner = Manner::Later;
    {
        RawClient client(fixture.endpoint);
        client.send(get("/1") + get("/2"));
        QTRY_COMPARE(fixture.handler.waiting.size(), 2);
        http::resetOnClose(client.socket.socketDescriptor()); // gone, and not only done with sending
    }
    QTRY_COMPARE(fixture.listener.connectionCount(), 0);
    fixture.handler.waiting[0](http::Response{});
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    fixture.handler.waiting[1](http::Response{});
    fixture.handler.waiting.clear();
}

void TestHttpConnection::responderCountsOnce()
{
    ListenerFixture fixture;
    fixture.handler.manner = Manner::Later;
    RawClient client(fixture.endpoint);
    client.send(get("/1") + get("/2"));
    QTRY_COMPARE(fixture.handler.waiting.size(), 2);
    const http::Responder copy = fixture.handler.waiting[0];
    fixture.handler.waiting[0](http::Response{});
    copy(http::Response{404, {}, {}, false});
    fixture.handler.waiting[1](http::Response{401, {}, {}, false});
    QTRY_COMPARE(client.answers(), (QByteArrayList{"204", "401"}));
}

void TestHttpConnection::clientThatLeavesMidRequestIsForgotten()
{
    ListenerFixture fixture;
    RawClient client(fixture.endpoint);
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc");
    QTRY_COMPARE(fixture.listener.connectionCount(), 1);
    QTRY_COMPARE(client.socket.bytesToWrite(), 0);
    client.socket.abort();
    QTRY_COMPARE(fixture.listener.connectionCount(), 0);
    QVERIFY(fixture.handler.requests.isEmpty());
}

void TestHttpConnection::clientThatOnlyFinishedSendingGetsItsAnswers()
{
    ListenerFixture fixture;
    fixture.handler.manner = Manner::Later;
    RawClient client(fixture.endpoint);
    client.send(get("/1") + get("/2") + "POST /3 HT");
    QTRY_COMPARE(client.socket.bytesToWrite(), 0);
    ::shutdown(static_cast<int>(client.socket.socketDescriptor()), SHUT_WR);
    QTRY_COMPARE(fixture.handler.waiting.size(), 2);
    QVERIFY(!QTest::qWaitFor([&] { return client.isGone(); }, 50));
    fixture.handler.waiting[1](http::Response{401, {}, {}, false});
    fixture.handler.waiting[0](http::Response{});
    QTRY_VERIFY(client.isGone());
    QCOMPARE(client.answers(), (QByteArrayList{"204", "401"}));
    QTRY_COMPARE(fixture.listener.connectionCount(), 0);
}

void TestHttpConnection::halfARequestBeforeTheEndIsNone()
{
    ListenerFixture fixture;
    RawClient client(fixture.endpoint);
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc");
    QTRY_COMPARE(client.socket.bytesToWrite(), 0);
    ::shutdown(static_cast<int>(client.socket.socketDescriptor()), SHUT_WR);
    QTRY_VERIFY(client.isGone());
    QVERIFY(client.received.isEmpty());
    QTRY_COMPARE(fixture.listener.connectionCount(), 0);
    QVERIFY(fixture.handler.requests.isEmpty());
}

QTEST_GUILESS_MAIN(TestHttpConnection)
#include "test_http_connection.moc"
