// SPDX-License-Identifier: GPL-3.0-or-later
// The API client against a server on a real socket that behaves as badly as servers do (faults.md 2.5).
#include "core/retell/apiclient.h"
#include "tests/support/fakeclock.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace anrufwarte;
using namespace Qt::StringLiterals;

namespace {

constexpr char Key[] = "key_of_the_api_tests";

QByteArray http(const QByteArray &status, const QByteArray &body, const QByteArray &headers = {})
{
    return "HTTP/1.1 " + status +
           "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) +
           "\r\n" + headers + "\r\n" + body;
}

/// Says the same to every request, byte for byte, and keeps what it was asked.
class ScriptedServer : public QObject
{
public:
    explicit ScriptedServer(QByteArray script, bool closes = true)
        : m_script(std::move(script)), m_closes(closes)
    {
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no port");
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { take(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
    }

    [[nodiscard]] QUrl url() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(m_server.serverPort())); }
    void setScript(const QByteArray &script) { m_script = script; }

    QByteArray received;
    int requests = 0;
    /// Instead of the script: called with the socket once the request is there.
    std::function<void(QTcpSocket *)> behave;

private:
    void take(QTcpSocket *socket)
    {
        const QByteArray bytes = socket->readAll();
        received += bytes;
        if (!bytes.contains("\r\n\r\n"))
            return;
        ++requests;
        if (behave)
            return behave(socket);
        socket->write(m_script);
        if (m_closes)
            socket->disconnectFromHost();
    }

    QTcpServer m_server;
    QByteArray m_script;
    bool m_closes;
};

ApiLimits shortLimits()
{
    ApiLimits limits;
    limits.totalMs = 5'000;
    limits.connectMs = 2'000;
    limits.slowWindowMs = 100;
    limits.slowBytes = 50;
    limits.maxBytes = 100'000;
    return limits;
}

} // namespace

class TestApiClient : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void callIsFetchedWithTheKey();
    void listIsAskedForRunningCalls();
    void answers_data();
    void answers();
    void retryAfterIsKept();
    void hangingEndsInTime();
    void drippingEndsEarly();
    void tooLargeIsCutOff();
    void zipBombIsCutOff();
    void redirectToAnotherHostIsNotFollowed();
    void redirectOnTheSameHostIsFollowed();
    void redirectLoopEnds();
    void nobodyThere();
    void strangeIdIsNeverSent();
    void anotherAccessDropsQuestions();
    void keyInfoTellsTheServersClock();

private:
    void use(const QUrl &url, const ApiLimits &limits = shortLimits())
    {
        m_client->setAccess({url, Secret::verbatim(Key), limits});
    }
    std::optional<ApiFailure> failureOfCall();

    test::FakeClock m_clock;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<ApiClient> m_client;
};

void TestApiClient::init()
{
    m_client.reset();
    m_network = makeApiNetwork();
    m_client = std::make_unique<ApiClient>(*m_network, m_clock);
}

/// Asks for call_1 and waits; empty when it came.
std::optional<ApiFailure> TestApiClient::failureOfCall()
{
    std::optional<ApiAnswer<CallChange>> got;
    m_client->getCall(CallId(u"call_1"_s), Source::Poll,
                      [&got](const ApiAnswer<CallChange> &answer) { got = answer; });
    if (!QTest::qWaitFor([&got] { return got.has_value(); }, 10'000))
        return ApiFailure{ApiFault::BadRequest, 0, {}, u"the test waited in vain"_s};
    const auto *failure = std::get_if<ApiFailure>(&*got);
    return failure ? std::optional(*failure) : std::nullopt;
}

void TestApiClient::callIsFetchedWithTheKey()
{
    ScriptedServer server(http("200 OK", R"({"call_id":"call_1","call_status":"ended"})"));
    use(server.url());
    QVERIFY(!failureOfCall());
    QVERIFY(server.received.startsWith("GET /v2/get-call/call_1 HTTP/1.1\r\n"));
    QVERIFY(server.received.contains("Authorization: Bearer key_of_the_api_tests\r\n"));
}

void TestApiClient::listIsAskedForRunningCalls()
{
    ScriptedServer server(http("200 OK", R"({"items":[],"has_more":false})"));
    use(server.url());
    bool isDone = false;
    m_client->listCalls({{u"ongoing"_s}, {}, u"k1"_s}, Source::Poll, [&](const auto &) { isDone = true; });
    QTRY_VERIFY(isDone);
    QVERIFY(server.received.startsWith("POST /v3/list-calls HTTP/1.1\r\n"));
    QVERIFY(server.received.endsWith(
        R"({"filter_criteria":{"call_status":{"op":"in","type":"enum","value":["ongoing"]}},"limit":1000,"pagination_key":"k1"})"));
}

void TestApiClient::answers_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<ApiFault>("fault");
    const QByteArray call = R"({"call_id":"call_1","call_status":"ended"})";
    QTest::newRow("401") << http("401 Unauthorized", R"({"status":"error"})",
                                 "WWW-Authenticate: Basic realm=\"x\"\r\n")
                         << ApiFault::KeyRefused;
    QTest::newRow("402") << http("402 Payment Required", "{}") << ApiFault::Payment;
    QTest::newRow("422") << http("422 Unprocessable Entity", "{}") << ApiFault::NotFound;
    QTest::newRow("500") << http("500 Oops", "{}") << ApiFault::Down;
    QTest::newRow("half a body") << http("200 OK", call).chopped(10) << ApiFault::Down;
    QTest::newRow("half a JSON") << http("200 OK", call.chopped(10)) << ApiFault::Unreadable;
    QTest::newRow("no body") << http("200 OK", {}) << ApiFault::Unreadable;
    QTest::newRow("closed at once") << QByteArray() << ApiFault::Down;
    QTest::newRow("no HTTP") << QByteArray("hello\r\n\r\n") << ApiFault::Down;
    QTest::newRow("page") << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html></html>")
                          << ApiFault::NotRetell;
    QTest::newRow("no gzip") << http("200 OK", call, "Content-Encoding: gzip\r\n") << ApiFault::Down;
}

void TestApiClient::answers()
{
    QFETCH(const QByteArray, script);
    QFETCH(const ApiFault, fault);
    const ScriptedServer server(script);
    use(server.url());
    const auto failure = failureOfCall();
    QVERIFY(failure);
    QCOMPARE(failure->fault, fault);
    QVERIFY(!failure->detail.contains(QLatin1String(Key)));
}

void TestApiClient::retryAfterIsKept()
{
    const ScriptedServer server(http("429 Too Many Requests", "{}", "Retry-After: 20\r\n"));
    use(server.url());
    const auto failure = failureOfCall();
    QVERIFY(failure);
    QCOMPARE(failure->fault, ApiFault::Throttled);
    QCOMPARE(failure->retryAfterMs, 20'000);
}

void TestApiClient::hangingEndsInTime()
{
    ScriptedServer server({}, false);
    ApiLimits limits = shortLimits();
    limits.totalMs = 200;
    use(server.url(), limits);
    const auto failure = failureOfCall();
    QVERIFY(failure);
    QCOMPARE(failure->fault, ApiFault::Down);
}

void TestApiClient::drippingEndsEarly()
{
    ScriptedServer server({});
    QTimer drip;
    server.behave = [&drip](QTcpSocket *socket) {
        socket->write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n{");
        connect(&drip, &QTimer::timeout, socket, [socket] { socket->write(" "); });
        drip.start(20);
    };
    use(server.url());
    const auto failure = failureOfCall();
    QVERIFY(failure);
    QCOMPARE(failure->fault, ApiFault::Down);
    QVERIFY(failure->detail.contains(u"slowly"));
}

void TestApiClient::tooLargeIsCutOff()
{
    ScriptedServer server({});
    server.behave = [](QTcpSocket *socket) {
        socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n");
        socket->write(QByteArray(64 * 1024, ' '));
        connect(socket, &QTcpSocket::bytesWritten, socket,
                [socket] { socket->write(QByteArray(64 * 1024, ' ')); }); // without end
    };
    use(server.url());
    const auto failure = failureOfCall();
    QVERIFY(failure);
    QCOMPARE(failure->fault, ApiFault::Unreadable);
}

void TestApiClient::zipBombIsCutOff()
{
    QByteArray zlib = qCompress(QByteArray(20'000'000, ' '), 9).mid(4); // "deflate" without Qt's length
    const ScriptedServer server(http("200 OK", zlib, "Content-Encoding: deflate\r\n"));
    use(server.url());
    const auto failure = failureOfCall();
    QVERIFY(failure);
    QCOMPARE(failure->fault, ApiFault::Unreadable);
}

void TestApiClient::redirectToAnotherHostIsNotFollowed()
{
    const ScriptedServer other(http("200 OK", R"({"call_id":"call_1"})"));
    for (const QByteArray &target :
         {QByteArray(other.url().toEncoded() + "/v2/get-call/call_1"), QByteArray("file:///etc/passwd")}) {
        const ScriptedServer server(http("302 Found", {}, "Location: " + target + "\r\n"));
        use(server.url());
        const auto failure = failureOfCall();
        QVERIFY(failure);
        QCOMPARE(failure->fault, ApiFault::NotRetell);
    }
    QCOMPARE(other.requests, 0);
}

void TestApiClient::redirectOnTheSameHostIsFollowed()
{
    ScriptedServer server({});
    server.behave = [&server](QTcpSocket *socket) {
        socket->write(server.requests == 1 ? http("307 Temporary Redirect", {}, "Location: /moved/call_1\r\n")
                                           : http("200 OK", R"({"call_id":"call_1","call_status":"ended"})"));
    };
    use(server.url());
    QVERIFY(!failureOfCall());
    QVERIFY(server.received.contains("GET /moved/call_1 HTTP/1.1\r\n"));
}

void TestApiClient::redirectLoopEnds()
{
    const ScriptedServer server(http("307 Temporary Redirect", {}, "Location: /v2/get-call/call_1\r\n"));
    use(server.url());
    const auto failure = failureOfCall();
    QVERIFY(failure);
    QCOMPARE(failure->fault, ApiFault::NotRetell);
    QCOMPARE(server.requests, 4);
}

void TestApiClient::nobodyThere()
{
    QUrl url;
    {
        const ScriptedServer gone({});
        url = gone.url();
    }
    use(url);
    const auto failure = failureOfCall();
    QVERIFY(failure);
    QCOMPARE(failure->fault, ApiFault::Down);
    QCOMPARE(failure->status, 0);
}

void TestApiClient::strangeIdIsNeverSent()
{
    const ScriptedServer server(http("200 OK", "{}"));
    use(server.url());
    for (const QString &id :
         {u"../list-agents"_s, u"a b"_s, u"x?y=1"_s, QString(), u"x%2f"_s, QString(300, u'a')}) {
        std::optional<ApiFault> fault;
        m_client->getCall(CallId(id), Source::Poll, [&fault](const ApiAnswer<CallChange> &answer) {
            fault = std::get<ApiFailure>(answer).fault;
        });
        QTRY_COMPARE(fault, ApiFault::NotFound);
    }
    QCOMPARE(server.requests, 0);
}

void TestApiClient::anotherAccessDropsQuestions()
{
    ScriptedServer hanging({}, false);
    use(hanging.url());
    bool answered = false;
    m_client->concurrency([&answered](const auto &) { answered = true; });
    QTRY_COMPARE(hanging.requests, 1);
    const ScriptedServer server(http("200 OK", R"({"call_id":"call_1","call_status":"ended"})"));
    use(server.url());
    QVERIFY(!failureOfCall());
    QVERIFY(!answered);
}

void TestApiClient::keyInfoTellsTheServersClock()
{
    const ScriptedServer server(http("200 OK", R"({"org_name":"Praxis","api_key_name":"Wand"})",
                                     "Date: Mon, 21 Sep 2026 14:13:20 GMT\r\n"));
    use(server.url());
    std::optional<KeyInfo> info;
    m_client->keyInfo([&info](const ApiAnswer<KeyInfo> &answer) { info = std::get<KeyInfo>(answer); });
    QTRY_VERIFY(info.has_value());
    QCOMPARE(info->organisation, u"Praxis"_s);
    QCOMPARE(info->serverMs, 1'790'000'000'000);
}

QTEST_GUILESS_MAIN(TestApiClient)
#include "test_api_client.moc"
