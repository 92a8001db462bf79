// SPDX-License-Identifier: GPL-3.0-or-later
#include "listenerfixture.h"

#include <QSignalSpy>
#include <algorithm>
#include <cerrno>
#include <memory>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

using namespace anrufwarte;
using test::get;
using test::ListenerFixture;
using test::post;
using test::RawClient;
using Manner = test::RecordingHandler::Manner;

/// What a slow, greedy or silent client can cost. Time moves by the fake clock.
class TestHttpLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void silentNewcomerIsClosedWithoutAWord();
    void slowHeaderIsCutOff();
    void slowBodyIsCutOff();
    void drippingDoesNotExtendTheDeadline();
    void idleConnectionIsClosedWithoutAWord();
    void waitingForTheHandlerIsNotIdle();
    void laterHeaderHasItsOwnDeadline();
    void endlessChunksEndAtTheCap();
    void discardingEndsAtItsBound();
    void lingeringEndsInTime();
    void clientThatTakesNoAnswersIsReset();
    void unsentAnswerHasADeadline();
    void connectionsInAllAreCapped();
    void connectionsPerPeerAreCapped();
    void trustedProxiesAreExemptFromTheCapPerPeer();
    void outOfDescriptorsPausesAndRecovers();
    void countIsTold();
};

void TestHttpLimits::silentNewcomerIsClosedWithoutAWord()
{
    ListenerFixture fixture;
    RawClient client(fixture.endpoint);
    QTRY_COMPARE(fixture.listener.connectionCount(), 1);
    fixture.clock.advance(9'999);
    QVERIFY(!QTest::qWaitFor([&] { return client.isGone(); }, 50));
    fixture.clock.advance(1);
    QTRY_VERIFY(client.isGone());
    QVERIFY(client.received.isEmpty());
    QVERIFY(fixture.handler.refusals.isEmpty());
}

void TestHttpLimits::slowHeaderIsCutOff()
{
    ListenerFixture fixture;
    RawClient client(fixture.endpoint);
    client.send("POST / HTTP/1.1\r\nHost: a\r\n");
    QTRY_COMPARE(fixture.listener.connectionCount(), 1);
    QVERIFY(!QTest::qWaitFor([&] { return !client.received.isEmpty(); }, 50));
    fixture.clock.advance(10'000);
    QTRY_COMPARE(client.answers(), QByteArrayList{"408 timeout"});
    QTRY_VERIFY(client.isGone());
    QCOMPARE(fixture.handler.refusals, QByteArrayList{"408 timeout"});
}

void TestHttpLimits::slowBodyIsCutOff()
{
    ListenerFixture fixture;
    RawClient client(fixture.endpoint);
    client.send("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 10\r\n\r\n");
    QTRY_COMPARE(client.answers(), QByteArrayList{"100"});
    fixture.clock.advance(29'999);
    QVERIFY(!QTest::qWaitFor([&] { return client.answers().size() > 1; }, 50));
    fixture.clock.advance(1);
    QTRY_COMPARE(client.answers().last(), "408 timeout");
    QTRY_VERIFY(client.isGone());
}

void TestHttpLimits::drippingDoesNotExtendTheDeadline()
{
    ListenerFixture fixture;
    RawClient client(fixture.endpoint);
    client.send("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 1000\r\n\r\n");
    QTRY_COMPARE(client.answers(), QByteArrayList{"100"});
    for (int second = 0; second < 30; ++second) {
        client.send("x");
        QVERIFY(!QTest::qWaitFor([&] { return client.isGone(); }, 10));
        fixture.clock.advance(1'000);
    }
    QTRY_COMPARE(client.answers().last(), "408 timeout");
}

void TestHttpLimits::idleConnectionIsClosedWithoutAWord()
{
    ListenerFixture fixture;
    RawClient client(fixture.endpoint);
    client.send(get("/"));
    QTRY_COMPARE(client.answers(), QByteArrayList{"204"});
    fixture.clock.advance(14'999);
    QVERIFY(!QTest::qWaitFor([&] { return client.isGone(); }, 50));
    fixture.clock.advance(1);
    QTRY_VERIFY(client.isGone());
    QCOMPARE(client.answers().size(), 1);
    QVERIFY(fixture.handler.refusals.isEmpty());
}

void TestHttpLimits::waitingForTheHandlerIsNotIdle()
{
    ListenerFixture fixture;
    fixture.handler.manner = Manner::Later;
    RawClient client(fixture.endpoint);
    client.send(get("/"));
    QTRY_COMPARE(fixture.handler.waiting.size(), 1);
    fixture.clock.advance(100'000);
    QVERIFY(!QTest::qWaitFor([&] { return client.isGone(); }, 50));
    fixture.handler.waiting[0](http::Response{});
    QTRY_COMPARE(client.answers(), QByteArrayList{"204"});
    fixture.clock.advance(15'000);
    QTRY_VERIFY(client.isGone());
}

void TestHttpLimits::laterHeaderHasItsOwnDeadline()
{
    ListenerFixture fixture;
    RawClient client(fixture.endpoint);
    client.send(get("/"));
    QTRY_COMPARE(client.answers().size(), 1);
    fixture.clock.advance(14'000);
    fixture.handler.manner = Manner::Later;
    client.send(get("/2") + "POST /3 HT");
    QTRY_COMPARE(fixture.handler.waiting.size(), 1);
    fixture.clock.advance(9'000);
    QVERIFY(!QTest::qWaitFor([&] { return client.isGone(); }, 50));
    fixture.clock.advance(1'000);
    QTRY_COMPARE(fixture.handler.refusals, QByteArrayList{"408 timeout"});
    fixture.handler.waiting[0](http::Response{});
    QTRY_COMPARE(client.answers(), (QByteArrayList{"204", "204", "408 timeout"}));
}

void TestHttpLimits::endlessChunksEndAtTheCap()
{
    http::Limits limits;
    limits.bodyBytes = 100'000;
    ListenerFixture fixture(limits);
    RawClient client(fixture.endpoint);
    client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < 60 && client.received.isEmpty(); ++i) {
        client.send("1000\r\n" + QByteArray(0x1000, 'x') + "\r\n");
        QTRY_COMPARE(client.socket.bytesToWrite(), 0);
    }
    QTRY_COMPARE(client.answers(), QByteArrayList{"413 body_too_large"});
    QTRY_VERIFY(client.isGone());
    QVERIFY(fixture.handler.requests.isEmpty());
}

void TestHttpLimits::discardingEndsAtItsBound()
{
    ListenerFixture fixture;
    const int caller = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0); // goes on sending whatever it hears
    QVERIFY(test::connectTo(fixture.endpoint, caller) || errno == EINPROGRESS);
    QByteArray bytes = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10737418240\r\n\r\n";
    qint64 sentBytes = 0;
    const auto isReset = [&] {
        const auto count = ::send(caller, bytes.constData(), static_cast<size_t>(bytes.size()), MSG_NOSIGNAL);
        if (count > 0) {
            sentBytes += count;
            bytes = QByteArray(64 * 1024, 'x');
        }
        return count < 0 && (errno == EPIPE || errno == ECONNRESET);
    };
    QTRY_VERIFY(isReset());
    QTRY_COMPARE(fixture.listener.connectionCount(), 0);
    QVERIFY2(sentBytes > 1024 * 1024, QByteArray::number(sentBytes).constData());
    QVERIFY2(sentBytes < 16 * 1024 * 1024,
             QByteArray::number(sentBytes).constData()); // what the kernel held on top
    QCOMPARE(fixture.handler.refusals, QByteArrayList{"413 body_too_large"});
    ::close(caller);
}

void TestHttpLimits::lingeringEndsInTime()
{
    ListenerFixture fixture;
    RawClient client(fixture.endpoint);
    QTRY_VERIFY(client.isConnected());
    client.socket.setReadBufferSize(1); // does not look, so it does not see the end either
    client.socket.disconnect();
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10737418240\r\n\r\n");
    QTRY_COMPARE(fixture.handler.refusals.size(), 1);
    QCOMPARE(fixture.listener.connectionCount(), 1);
    fixture.clock.advance(1'000);
    QTRY_COMPARE(fixture.listener.connectionCount(), 0);
}

void TestHttpLimits::clientThatTakesNoAnswersIsReset()
{
    http::Limits limits;
    limits.writeBufferBytes = 64 * 1024;
    ListenerFixture fixture(limits);
    fixture.handler.answer.status = 200;
    fixture.handler.answer.body = QByteArray(50'000, 'x');
    RawClient client(fixture.endpoint);
    client.socket.disconnect();
    client.socket.setReadBufferSize(1);
    for (int i = 1; i <= 400; ++i) {
        client.send(get("/x"));
        const auto isOver = [&] { return i > 1 && fixture.listener.connectionCount() == 0; };
        QTRY_VERIFY(isOver() || fixture.handler.requests.size() == i);
        if (isOver())
            break;
    }
    QTRY_COMPARE(fixture.listener.connectionCount(), 0);
}

void TestHttpLimits::unsentAnswerHasADeadline()
{
    http::Limits limits;
    limits.writeBufferBytes = 100'000'000;
    ListenerFixture fixture(limits);
    fixture.handler.answer.status = 200;
    fixture.handler.answer.body = QByteArray(20'000'000, 'x');
    RawClient client(fixture.endpoint);
    client.socket.disconnect();
    client.socket.setReadBufferSize(1);
    QTRY_VERIFY(client.isConnected());
    client.send(get("/x"));
    QTRY_COMPARE(fixture.handler.requests.size(), 1);
    QVERIFY(!QTest::qWaitFor([&] { return fixture.listener.connectionCount() == 0; }, 100));
    fixture.clock.advance(15'000);
    QTRY_COMPARE(fixture.listener.connectionCount(), 0);
}

namespace {

using Clients = std::vector<std::unique_ptr<RawClient>>;

Clients clients(const http::Endpoint &endpoint, int count)
{
    Clients made;
    for (int i = 0; i < count; ++i) {
        made.push_back(std::make_unique<RawClient>(endpoint));
        made.back()->send(get("/"));
    }
    return made;
}

int answered(const Clients &clients)
{
    return static_cast<int>(std::count_if(clients.begin(), clients.end(),
                                          [](const auto &client) { return !client->answers().isEmpty(); }));
}

} // namespace

void TestHttpLimits::connectionsInAllAreCapped()
{
    http::Limits limits;
    limits.connections = 5;
    ListenerFixture fixture(limits);
    Clients all = clients(fixture.endpoint, 5);
    QTRY_COMPARE(answered(all), 5); // from now on none of them gives way
    Clients more = clients(fixture.endpoint, 3);
    QTRY_COMPARE(fixture.listener.turnedAway(), 3);
    QCOMPARE(fixture.listener.connectionCount(), 5);
    QCOMPARE(answered(more), 0);
    all.clear();
    more.clear();
    QTRY_COMPARE(fixture.listener.connectionCount(), 0);
    const Clients later = clients(fixture.endpoint, 1);
    QTRY_COMPARE(answered(later), 1);
}

void TestHttpLimits::connectionsPerPeerAreCapped()
{
    http::Limits limits;
    limits.connectionsPerPeer = 3;
    ListenerFixture fixture(limits);
    const Clients all = clients(fixture.endpoint, 3);
    QTRY_COMPARE(answered(all), 3);
    const Clients more = clients(fixture.endpoint, 2);
    QTRY_COMPARE(fixture.listener.turnedAway(), 2);
    QCOMPARE(answered(more), 0);
}

void TestHttpLimits::trustedProxiesAreExemptFromTheCapPerPeer()
{
    http::Limits limits;
    limits.connectionsPerPeer = 3;
    ListenerFixture fixture(limits, {QStringLiteral("127.0.0.0/8")});
    const Clients all = clients(fixture.endpoint, 5);
    QTRY_COMPARE(answered(all), 5);
    QCOMPARE(fixture.listener.turnedAway(), 0);
}

void TestHttpLimits::outOfDescriptorsPausesAndRecovers()
{
    ListenerFixture fixture;
    QSignalSpy paused(&fixture.listener, &http::Listener::acceptingPaused);
    QSignalSpy resumed(&fixture.listener, &http::Listener::acceptingResumed);
    RawClient first(fixture.endpoint);
    first.send(get("/1"));
    QTRY_COMPARE(first.answers().size(), 1);

    const int caller = ::socket(AF_INET, SOCK_STREAM, 0); // connects while no descriptor is left to accept it
    QVERIFY(caller >= 0);
    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
    rlimit exhausted = before;
    exhausted.rlim_cur = static_cast<rlim_t>(caller) + 1;
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &exhausted), 0);
    const bool isConnected = test::connectTo(fixture.endpoint, caller);
    const bool hasPaused = QTest::qWaitFor([&] { return paused.size() > 0; }, 3000);
    const bool hasPausedAgain = QTest::qWaitFor([&] { return paused.size() > 1; }, 1200);
    ::setrlimit(RLIMIT_NOFILE, &before);
    QVERIFY(isConnected);
    QVERIFY(hasPaused);
    QVERIFY(!hasPausedAgain); // said once, however often it is tried

    first.socket.abort(); // a descriptor is free again: no need to wait for the second
    QTRY_COMPARE(resumed.size(), 1);
    QTRY_COMPARE(fixture.listener.connectionCount(), 1);
    ::close(caller);
    QTRY_COMPARE(fixture.listener.connectionCount(), 0);
}

void TestHttpLimits::countIsTold()
{
    ListenerFixture fixture;
    QSignalSpy told(&fixture.listener, &http::Listener::connectionCountChanged);
    {
        const Clients two = clients(fixture.endpoint, 2);
        QTRY_VERIFY(!told.isEmpty() && told.last().first().toInt() == 2);
    }
    QTRY_COMPARE(told.last().first().toInt(), 0);
}

QTEST_GUILESS_MAIN(TestHttpLimits)
#include "test_http_limits.moc"
