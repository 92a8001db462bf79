// SPDX-License-Identifier: GPL-3.0-or-later
#include "listenerfixture.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QThread>

using namespace anrufwarte;
using test::get;
using test::ListenerFixture;
using test::RawClient;
using Manner = test::RecordingHandler::Manner;

/// Starting, stopping and what stands in the way.
class TestHttpListener : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void severalAddressesAreServed();
    void addressInUseIsSaid();
    void addressOfAnotherMachineIsSaid();
    void nameIsNoAddress();
    void oneBadAddressStartsNone();
    void stopFinishesWhatIsOnItsWay();
    void stopAnswersWhatHasArrived();
    void stopClosesIdleConnections();
    void stopWaitsOnlySoLong();
    void stopWithoutConnectionsIsSaidToo();
    void startsAgainAfterStop();
    void endsInTheMiddleOfEverything();
    void manyIdleConnectionsAreCheap();
};

namespace {

Result<QList<http::Endpoint>> start(http::Listener &listener, const QList<http::BindAddress> &addresses)
{
    http::ListenerOptions options;
    options.addresses = addresses;
    options.limits.sweepMs = 5;
    return listener.start(options);
}

const QString Loopback = QStringLiteral("127.0.0.1");

} // namespace

void TestHttpListener::severalAddressesAreServed()
{
    test::RecordingHandler handler;
    test::FakeClock clock;
    http::Listener listener(handler, clock);
    const auto endpoints = start(listener, {{Loopback, 0}, {QStringLiteral("localhost"), 0}});
    QVERIFY(endpoints);
    QCOMPARE(endpoints->size(), 2);
    for (const http::Endpoint &endpoint : *endpoints) {
        QVERIFY(endpoint.port > 0);
        QCOMPARE(endpoint.origin(), QStringLiteral("http://127.0.0.1:%1").arg(endpoint.port));
        RawClient client(endpoint);
        client.send(get("/"));
        QTRY_COMPARE(client.answers(), QByteArrayList{"204"});
    }
    QCOMPARE((http::Endpoint{QHostAddress(QHostAddress::LocalHostIPv6), 80, true}.origin()),
             QStringLiteral("https://[::1]:80"));
}

void TestHttpListener::addressInUseIsSaid()
{
    ListenerFixture first;
    test::RecordingHandler handler;
    test::FakeClock clock;
    http::Listener second(handler, clock);
    const auto endpoints = start(second, {{Loopback, first.endpoint.port}});
    QVERIFY(!endpoints);
    QCOMPARE(endpoints.error().code, ErrorCode::ListenAddressInUse);
    QCOMPARE(endpoints.error().args, QStringList{QStringLiteral("127.0.0.1:%1").arg(first.endpoint.port)});
}

void TestHttpListener::addressOfAnotherMachineIsSaid()
{
    test::RecordingHandler handler;
    test::FakeClock clock;
    http::Listener listener(handler, clock);
    const auto endpoints = start(listener, {{QStringLiteral("192.0.2.1"), 8787}});
    QVERIFY(!endpoints);
    QCOMPARE(endpoints.error().code, ErrorCode::ListenAddressUnavailable);
    QCOMPARE(endpoints.error().args, QStringList{QStringLiteral("192.0.2.1:8787")});
}

void TestHttpListener::nameIsNoAddress()
{
    test::RecordingHandler handler;
    test::FakeClock clock;
    http::Listener listener(handler, clock);
    QCOMPARE(start(listener, {{QStringLiteral("example.com"), 1}}).error().code,
             ErrorCode::ListenAddressUnavailable);
}

void TestHttpListener::oneBadAddressStartsNone()
{
    QTcpServer probe; // finds a free port
    QVERIFY(probe.listen(QHostAddress::LocalHost));
    const quint16 port = probe.serverPort();
    probe.close();
    test::RecordingHandler handler;
    test::FakeClock clock;
    http::Listener listener(handler, clock);
    QVERIFY(!start(listener, {{Loopback, port}, {QStringLiteral("192.0.2.1"), 1}}));
    QVERIFY(start(listener, {{Loopback, port}}));
}

void TestHttpListener::stopFinishesWhatIsOnItsWay()
{
    ListenerFixture fixture;
    fixture.handler.manner = Manner::Later;
    QSignalSpy drained(&fixture.listener, &http::Listener::drained);
    RawClient waiting(fixture.endpoint);
    waiting.send(get("/1"));
    RawClient sending(fixture.endpoint);
    sending.send("POST /2 HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    QTRY_COMPARE(fixture.handler.waiting.size(), 1);
    QTRY_COMPARE(sending.answers(), QByteArrayList{"100"});

    fixture.listener.stop();
    const int late = ::socket(AF_INET, SOCK_STREAM, 0);
    QVERIFY(!test::connectTo(fixture.endpoint, late));
    sending.send("ab");
    QTRY_COMPARE(fixture.handler.waiting.size(), 2);
    QVERIFY(drained.isEmpty());
    for (const http::Responder &respond : fixture.handler.waiting)
        respond(http::Response{});
    QTRY_COMPARE(waiting.answers(), QByteArrayList{"204"});
    QTRY_COMPARE(sending.answers(), (QByteArrayList{"100", "204"}));
    QVERIFY(waiting.received.contains("Connection: close"));
    QTRY_COMPARE(drained.size(), 1);
}

void TestHttpListener::stopAnswersWhatHasArrived()
{
    ListenerFixture fixture;
    RawClient client(fixture.endpoint);
    client.send(get("/1"));
    QTRY_COMPARE(client.answers().size(), 1);
    const QByteArray next = get("/2"); // in the kernel, and no event has told of it yet
    QCOMPARE(::send(static_cast<int>(client.socket.socketDescriptor()), next.constData(),
                    static_cast<std::size_t>(next.size()), 0),
             next.size());
    fixture.listener.stop();
    QTRY_COMPARE(client.answers().size(), 2);
    QVERIFY(client.received.contains("Connection: close"));
    QTRY_VERIFY(client.isGone());
}

void TestHttpListener::stopClosesIdleConnections()
{
    ListenerFixture fixture;
    QSignalSpy drained(&fixture.listener, &http::Listener::drained);
    RawClient client(fixture.endpoint);
    client.send(get("/1"));
    QTRY_COMPARE(client.answers().size(), 1);
    fixture.listener.stop();
    QTRY_VERIFY(client.isGone());
    QTRY_COMPARE(drained.size(), 1);
}

void TestHttpListener::stopWaitsOnlySoLong()
{
    ListenerFixture fixture;
    fixture.handler.manner = Manner::Later;
    QSignalSpy drained(&fixture.listener, &http::Listener::drained);
    RawClient client(fixture.endpoint);
    client.send(get("/1"));
    QTRY_COMPARE(fixture.handler.waiting.size(), 1);
    fixture.listener.stop();
    fixture.clock.advance(2'999);
    QVERIFY(!drained.wait(50));
    fixture.clock.advance(1);
    QTRY_COMPARE(drained.size(), 1);
    QTRY_VERIFY(client.isGone());
}

void TestHttpListener::stopWithoutConnectionsIsSaidToo()
{
    ListenerFixture fixture;
    QSignalSpy drained(&fixture.listener, &http::Listener::drained);
    fixture.listener.stop();
    QTRY_COMPARE(drained.size(), 1);
}

void TestHttpListener::startsAgainAfterStop()
{
    ListenerFixture fixture;
    fixture.listener.stop();
    const auto endpoints = start(fixture.listener, {{Loopback, fixture.endpoint.port}});
    QVERIFY(endpoints);
    RawClient client(endpoints->first());
    client.send(get("/"));
    QTRY_COMPARE(client.answers(), QByteArrayList{"204"});
}

void TestHttpListener::endsInTheMiddleOfEverything()
{
    test::RecordingHandler handler;
    handler.manner = Manner::Later;
    test::FakeClock clock;
    auto listener = std::make_unique<http::Listener>(handler, clock);
    const auto endpoints = start(*listener, {{Loopback, 0}});
    QVERIFY(endpoints);
    RawClient waiting(endpoints->first());
    waiting.send(get("/1"));
    RawClient sending(endpoints->first());
    sending.send("POST / HTTP/1.1\r\n");
    RawClient bad(endpoints->first());
    bad.send("garbage\r\n\r\n");
    QTRY_COMPARE(handler.waiting.size(), 1);
    QTRY_COMPARE(handler.refusals.size(), 1);
    listener.reset();
    handler.waiting.first()(http::Response{});
    handler.waiting.clear();
    QTRY_VERIFY(waiting.isGone() && sending.isGone() && bad.isGone());
}

void TestHttpListener::manyIdleConnectionsAreCheap()
{
    http::Limits limits;
    limits.connections = limits.connectionsPerPeer = 2'000;
    ListenerFixture fixture(limits);
    std::vector<std::unique_ptr<RawClient>> idle;
    for (int i = 0; i < 1'000; ++i)
        idle.push_back(std::make_unique<RawClient>(fixture.endpoint));
    QTRY_COMPARE(fixture.listener.connectionCount(), 1'000);
    RawClient client(fixture.endpoint);
    client.send(get("/").repeated(20));
    QTRY_COMPARE(client.answers().size(), 20);
    fixture.clock.advance(10'000);
    QTRY_VERIFY(fixture.listener.connectionCount() <= 1);
}

QTEST_GUILESS_MAIN(TestHttpListener)
#include "test_http_listener.moc"
