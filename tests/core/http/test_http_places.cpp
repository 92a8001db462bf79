// SPDX-License-Identifier: GPL-3.0-or-later
#include "listenerfixture.h"

#include <QSignalSpy>
#include <algorithm>
#include <memory>
#include <vector>

using namespace anrufwarte;
using test::get;
using test::ListenerFixture;
using test::RawClient;
using Manner = test::RecordingHandler::Manner;

namespace {

using Clients = std::vector<std::unique_ptr<RawClient>>;

constexpr quint32 OtherPeer = INADDR_LOOPBACK + 1;
const QByteArray HalfAHeader = "POST / HTTP/1.1\r\nHost: a\r\nX-Slow: ";
const QByteArray HalfABody =
    "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n";

http::Limits fewPlaces(int count = 5)
{
    http::Limits limits;
    limits.connections = count;
    return limits;
}

Clients sending(const http::Endpoint &endpoint, int count, const QByteArray &bytes,
                quint32 source = INADDR_LOOPBACK)
{
    Clients made;
    for (int i = 0; i < count; ++i) {
        made.push_back(std::make_unique<RawClient>(endpoint, source));
        made.back()->send(bytes);
    }
    return made;
}

/// Each with one request, a millisecond after the one before: the first is the oldest. None if one has no
/// answer.
Clients answeredInTurn(ListenerFixture &fixture, int count)
{
    Clients made;
    for (int i = 0; i < count; ++i) {
        made.push_back(std::make_unique<RawClient>(fixture.endpoint));
        made.back()->send(get("/"));
        if (!QTest::qWaitFor([&made] { return made.back()->answers().size() == 1; }))
            return {};
        fixture.clock.advance(1);
    }
    return made;
}

int gone(const Clients &clients)
{
    return static_cast<int>(
        std::count_if(clients.begin(), clients.end(), [](const auto &client) { return client->isGone(); }));
}

/// Some that came together and have got no further than `opening`.
struct Waiting
{
    quint32 peer = 0; ///< number of an address of this machine
    int count = 0;
    QByteArray opening;
    qint64 laterMs = 0; ///< how long after them the next ones come
};

} // namespace

Q_DECLARE_METATYPE(Waiting)

/// Who gives way when all places are taken.
class TestHttpPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slowOnesGiveWayToAGoodOne();
    void theLongestWithoutARequestGoesFirst();
    void goodOnesKeepTheirPaceWhileSlowOnesComeBack();
    void whoHasCostMostGivesWay_data();
    void whoHasCostMostGivesWay();
    void aNewcomerIsSafeWhileBodiesOfOthersComeBack();
    void bodiesOnTheirWayOutlastHeaders();
    void answersThatTookNothingProveNothing_data();
    void answersThatTookNothingProveNothing();
    void anotherRefusalEarnsNothing();
    void whoWaitsForOurAnswerNeverGivesWay();
    void genuineOnesAreKeptForAWhile();
    void aLaterRequestOfAGenuineOneCountsAsLife();
    void whatHasAlreadyComeCounts();
    void aPeerAtItsCapGivesWayToItself();
    void crowdedIsSaidOnceAMinute();
};

void TestHttpPlaces::slowOnesGiveWayToAGoodOne()
{
    ListenerFixture fixture(fewPlaces());
    const Clients slow = sending(fixture.endpoint, 5, HalfAHeader);
    QTRY_COMPARE(fixture.listener.connectionCount(), 5);
    RawClient good(fixture.endpoint);
    good.send(get("/"));
    QTRY_COMPARE(good.answers(), QByteArrayList{"204"});
    QTRY_COMPARE(gone(slow), 1);
    QCOMPARE(fixture.listener.connectionCount(), 5);
    QCOMPARE(fixture.listener.gaveWay(), 1);
    QCOMPARE(fixture.listener.turnedAway(), 0);
}

void TestHttpPlaces::theLongestWithoutARequestGoesFirst()
{
    ListenerFixture fixture(fewPlaces(2));
    Clients slow;
    for (int i = 0; i < 2; ++i) {
        slow.push_back(std::make_unique<RawClient>(fixture.endpoint));
        QTRY_COMPARE(fixture.listener.connectionCount(), i + 1);
    }
    for (int i = 0; i < 2; ++i) {
        slow.push_back(std::make_unique<RawClient>(fixture.endpoint));
        QTRY_COMPARE(gone(slow), i + 1);
        for (int other = 0; other < 4 && other < static_cast<int>(slow.size()); ++other)
            QCOMPARE(slow[static_cast<std::size_t>(other)]->isGone(), other <= i);
    }
}

void TestHttpPlaces::goodOnesKeepTheirPaceWhileSlowOnesComeBack()
{
    ListenerFixture fixture(fewPlaces(20));
    RawClient good(fixture.endpoint);
    Clients slow;
    for (int round = 1; round <= 50; ++round) {
        for (int i = 0; i < 10; ++i) {
            slow.push_back(std::make_unique<RawClient>(fixture.endpoint));
            slow.back()->send(HalfAHeader);
        }
        good.send(get("/"));
        QTRY_COMPARE(good.answers().size(), round);
        RawClient brief(fixture.endpoint);
        brief.send(get("/", "Connection: close\r\n"));
        QTRY_COMPARE(brief.answers(), QByteArrayList{"204"});
    }
    QVERIFY(good.isConnected());
    QCOMPARE(fixture.listener.turnedAway(), 0);
    QVERIFY2(fixture.listener.gaveWay() > 400, QByteArray::number(fixture.listener.gaveWay()).constData());
}

void TestHttpPlaces::whoHasCostMostGivesWay_data()
{
    QTest::addColumn<QList<Waiting>>("waiting");
    QTest::addColumn<int>("goes");
    const QByteArray nothing;
    QTest::newRow("bodies that came before, and not the newcomer of another peer")
        << QList<Waiting>{{2, 5, HalfABody, 300}, {3, 1, nothing, 0}} << 0;
    QTest::newRow("bodies that came before, and not the newcomer of their own peer")
        << QList<Waiting>{{2, 5, HalfABody, 300}, {2, 1, nothing, 0}} << 0;
    QTest::newRow("bodies that have only just come back, and not the one newcomer that was there before")
        << QList<Waiting>{{3, 1, nothing, 20}, {2, 5, HalfABody, 20}} << 1;
    QTest::newRow("headers that have only just come back, and not the one body that was there before")
        << QList<Waiting>{{3, 1, HalfABody, 20}, {2, 5, HalfAHeader, 20}} << 1;
    QTest::newRow("many of one peer, and not fewer of another that came before")
        << QList<Waiting>{{2, 2, nothing, 20}, {3, 5, nothing, 20}} << 1;
    QTest::newRow("one of a few that are silent for long, and not one of many that have just come")
        << QList<Waiting>{{2, 1, nothing, 0}, {3, 1, nothing, 9'000}, {4, 5, nothing, 20}} << 0;
    QTest::newRow("a body that does not end, and not one of many that have just come")
        << QList<Waiting>{{2, 1, HalfABody, 9'000}, {4, 5, nothing, 20}} << 0;
    QTest::newRow("of equals the first")
        << QList<Waiting>{{2, 1, nothing, 20}, {3, 1, nothing, 20}, {4, 1, nothing, 20}} << 0;
}

void TestHttpPlaces::whoHasCostMostGivesWay()
{
    QFETCH(QList<Waiting>, waiting);
    QFETCH(int, goes);
    int places = 0;
    for (const Waiting &some : waiting)
        places += some.count;
    ListenerFixture fixture(fewPlaces(places));
    std::vector<Clients> all;
    int held = 0;
    for (const Waiting &some : waiting) {
        all.push_back(sending(fixture.endpoint, some.count, some.opening, INADDR_LOOPBACK - 1 + some.peer));
        held += some.count;
        QTRY_COMPARE(fixture.listener.connectionCount(), held);
        const qsizetype answers = some.opening == HalfABody ? 1 : 0; // its header is complete when it has one
        for (const auto &client : all.back())
            QTRY_COMPARE(client->answers().size(), answers);
        fixture.clock.advance(some.laterMs);
    }
    RawClient good(fixture.endpoint);
    good.send(get("/"));
    QTRY_COMPARE(good.answers(), QByteArrayList{"204"});
    QTRY_COMPARE(gone(all.at(static_cast<std::size_t>(goes))), 1);
    QVERIFY(all.at(static_cast<std::size_t>(goes)).front()->isGone());
    for (std::size_t i = 0; i < all.size(); ++i)
        QCOMPARE(gone(all.at(i)), static_cast<int>(i) == goes ? 1 : 0);
}

void TestHttpPlaces::aNewcomerIsSafeWhileBodiesOfOthersComeBack()
{
    ListenerFixture fixture(fewPlaces(20));
    Clients slow = sending(fixture.endpoint, 20, HalfABody, OtherPeer);
    QTRY_COMPARE(fixture.listener.connectionCount(), 20);
    RawClient good(fixture.endpoint);
    for (int i = 0; i < 50; ++i) { // it has sent nothing yet, and each of these needs a place
        fixture.clock.advance(10);
        slow.push_back(std::make_unique<RawClient>(fixture.endpoint, OtherPeer));
        slow.back()->send(HalfABody);
        QTRY_COMPARE(slow.back()->answers(), QByteArrayList{"100"});
    }
    good.send("POST / HTTP/1.1\r\nHost: a\r\n");
    for (int i = 0; i < 50; ++i) {
        fixture.clock.advance(10);
        slow.push_back(std::make_unique<RawClient>(fixture.endpoint, OtherPeer));
        slow.back()->send(HalfABody);
        QTRY_COMPARE(slow.back()->answers(), QByteArrayList{"100"});
    }
    good.send("Content-Length: 2\r\n\r\nab");
    QTRY_COMPARE(good.answers(), QByteArrayList{"204"});
    QCOMPARE(fixture.listener.turnedAway(), 0);
}

void TestHttpPlaces::bodiesOnTheirWayOutlastHeaders()
{
    ListenerFixture fixture(fewPlaces(3));
    RawClient body(fixture.endpoint);
    body.send(HalfABody);
    QTRY_COMPARE(body.answers(), QByteArrayList{"100"});
    const Clients slow = sending(fixture.endpoint, 2, HalfAHeader);
    QTRY_COMPARE(fixture.listener.connectionCount(), 3);
    Clients good = sending(fixture.endpoint, 1, get("/"));
    QTRY_COMPARE(good.front()->answers().size(), 1);
    good.push_back(std::make_unique<RawClient>(fixture.endpoint));
    good.back()->send(get("/"));
    QTRY_COMPARE(good.back()->answers().size(), 1);
    QTRY_COMPARE(gone(slow), 2);
    body.send("ab");
    QTRY_COMPARE(body.answers(), (QByteArrayList{"100", "204"}));

    // With nothing but bodies that never end, the oldest of them goes.
    ListenerFixture second(fewPlaces(2));
    const Clients endless = sending(second.endpoint, 2, HalfABody);
    QTRY_VERIFY(endless[0]->answers().size() == 1 && endless[1]->answers().size() == 1);
    RawClient late(second.endpoint);
    late.send(get("/"));
    QTRY_COMPARE(late.answers(), QByteArrayList{"204"});
    QTRY_COMPARE(gone(endless), 1);
}

void TestHttpPlaces::answersThatTookNothingProveNothing_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("a refusal") << 401;
    QTest::newRow("our health, told to anybody") << 200;
}

void TestHttpPlaces::answersThatTookNothingProveNothing()
{
    QFETCH(int, status);
    ListenerFixture fixture(fewPlaces(2));
    fixture.handler.answer.status = status;
    const Clients strangers = answeredInTurn(fixture, 2);
    QCOMPARE(strangers.size(), 2U);
    fixture.handler.answer = {};
    RawClient good(fixture.endpoint);
    good.send(get("/"));
    QTRY_COMPARE(good.answers(), QByteArrayList{"204"});
    QTRY_COMPARE(gone(strangers), 1);
}

void TestHttpPlaces::anotherRefusalEarnsNothing()
{
    ListenerFixture fixture(fewPlaces(2));
    fixture.handler.answer = http::errorResponse(401, "signature_missing", "No.");
    const Clients strangers = answeredInTurn(fixture, 2);
    QCOMPARE(strangers.size(), 2U);
    strangers.front()->send(get("/"));
    QTRY_COMPARE(strangers.front()->answers().size(), 2);
    fixture.handler.answer = {};
    RawClient good(fixture.endpoint);
    good.send(get("/"));
    QTRY_COMPARE(good.answers(), QByteArrayList{"204"});
    QTRY_VERIFY(strangers.front()->isGone());
    QVERIFY(!strangers.back()->isGone());
}

void TestHttpPlaces::whoWaitsForOurAnswerNeverGivesWay()
{
    ListenerFixture fixture(fewPlaces(2));
    fixture.handler.manner = Manner::Later;
    const Clients waiting = sending(fixture.endpoint, 2, get("/"));
    QTRY_COMPARE(fixture.handler.waiting.size(), 2);
    fixture.clock.advance(60'000);
    RawClient late(fixture.endpoint);
    QTRY_COMPARE(fixture.listener.turnedAway(), 1);
    QTRY_VERIFY(late.isGone());
    for (const http::Responder &respond : fixture.handler.waiting)
        respond(http::Response{});
    for (const auto &client : waiting)
        QTRY_COMPARE(client->answers(), QByteArrayList{"204"});
}

void TestHttpPlaces::genuineOnesAreKeptForAWhile()
{
    ListenerFixture fixture(fewPlaces(2));
    const Clients genuine = sending(fixture.endpoint, 2, get("/"));
    QTRY_VERIFY(genuine[0]->answers().size() == 1 && genuine[1]->answers().size() == 1);
    fixture.clock.advance(4'999);
    RawClient early(fixture.endpoint);
    QTRY_COMPARE(fixture.listener.turnedAway(), 1);
    QCOMPARE(gone(genuine), 0);
    fixture.clock.advance(1);
    RawClient late(fixture.endpoint);
    late.send(get("/"));
    QTRY_COMPARE(late.answers(), QByteArrayList{"204"});
    QTRY_COMPARE(gone(genuine), 1);
    for (const auto &client : genuine) // told as any idle client is, not reset
        QVERIFY(!client->isGone() || client->socket.error() == QAbstractSocket::RemoteHostClosedError);
}

void TestHttpPlaces::aLaterRequestOfAGenuineOneCountsAsLife()
{
    ListenerFixture fixture(fewPlaces(2));
    const Clients genuine = answeredInTurn(fixture, 2);
    QCOMPARE(genuine.size(), 2U);
    fixture.clock.advance(10'000);
    genuine.front()->send(HalfABody);
    QTRY_COMPARE(genuine.front()->answers().size(), 2);
    RawClient late(fixture.endpoint);
    late.send(get("/"));
    QTRY_COMPARE(late.answers(), QByteArrayList{"204"});
    QTRY_VERIFY(genuine.back()->isGone());
    genuine.front()->send("ab");
    QTRY_COMPARE(genuine.front()->answers(), (QByteArrayList{"204", "100", "204"}));
}

void TestHttpPlaces::whatHasAlreadyComeCounts()
{
    ListenerFixture fixture(fewPlaces(1));
    const int first = ::socket(AF_INET, SOCK_STREAM, 0);
    QVERIFY(test::connectTo(fixture.endpoint, first));
    const QByteArray request = get("/first");
    const auto sent = ::send(first, request.constData(), static_cast<std::size_t>(request.size()), 0);
    QCOMPARE(static_cast<qsizetype>(sent), request.size());
    RawClient second(fixture.endpoint); // both are accepted in one turn, before the first one is read
    QTRY_COMPARE(fixture.listener.turnedAway(), 1);
    QCOMPARE(fixture.handler.targets(), QByteArrayList{"/first"});
    char answer[12] = {};
    QVERIFY(::recv(first, answer, sizeof answer, 0) == sizeof answer);
    QCOMPARE(QByteArray(answer, sizeof answer), "HTTP/1.1 204");
    ::close(first);
}

void TestHttpPlaces::aPeerAtItsCapGivesWayToItself()
{
    http::Limits limits = fewPlaces(100);
    limits.connectionsPerPeer = 3;
    ListenerFixture fixture(limits);
    RawClient other(fixture.endpoint, OtherPeer); // silent, and older than all the others
    QTRY_COMPARE(fixture.listener.connectionCount(), 1);
    const Clients slow = sending(fixture.endpoint, 3, HalfAHeader);
    QTRY_COMPARE(fixture.listener.connectionCount(), 4);
    RawClient good(fixture.endpoint);
    good.send(get("/"));
    QTRY_COMPARE(good.answers(), QByteArrayList{"204"});
    QTRY_COMPARE(gone(slow), 1);
    QVERIFY(!other.isGone());
    QCOMPARE(fixture.listener.connectionCount(), 4);
}

void TestHttpPlaces::crowdedIsSaidOnceAMinute()
{
    ListenerFixture fixture(fewPlaces(1));
    QSignalSpy crowded(&fixture.listener, &http::Listener::crowded);
    const Clients silent = sending(fixture.endpoint, 3, {});
    QTRY_COMPARE(gone(silent), 2);
    QTRY_COMPARE(crowded.size(), 1);
    qint64 told = crowded.first().first().toLongLong();
    const Clients more = sending(fixture.endpoint, 2, {});
    QTRY_COMPARE(fixture.listener.gaveWay(), 4);
    QVERIFY(!crowded.wait(50));
    fixture.clock.advance(59'999);
    QVERIFY(!crowded.wait(50));
    const Clients last = sending(fixture.endpoint, 1, {});
    fixture.clock.advance(1);
    QTRY_COMPARE(crowded.size(), 2);
    told += crowded.last().first().toLongLong();
    QVERIFY(told == 4 || told == 5); // the last one may have come before or after
}

QTEST_GUILESS_MAIN(TestHttpPlaces)
#include "test_http_places.moc"
