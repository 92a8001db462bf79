// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cliprocess.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QTcpServer>

using namespace anrufwarte::test;
using namespace Qt::StringLiterals;

namespace {
const QByteArray Body = R"({"event":"call_started","call":{"call_id":"call_serve","call_status":"ongoing"}})";
}

class TestCliServe : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_cli = std::make_unique<CliProfile>();
        m_cli->setKey();
    }
    void withoutAKeyItSaysSoAndEndsWithTwo();
    void saysEachAddressOnceItAccepts();
    void busyPortEndsWithTwo();
    void unusableStoreEndsWithThree();
    void secondOneOnTheProfileEndsWithThree();
    void endsWithZeroWhenAsked();
    void requestOnItsWayDoesNotHoldTheEnd();
    void killedOneLeavesNothingThatBlocks();
    void filesAreForTheOwnerAlone();
    void logHoldsNeitherKeyNorContent();

private:
    std::unique_ptr<CliProfile> m_cli;
};

void TestCliServe::withoutAKeyItSaysSoAndEndsWithTwo()
{
    m_cli->unset("ANRUFWARTE_RETELL_API_KEY");
    const CliResult result = m_cli->run({u"serve"_s});
    QCOMPARE(result.code, 2);
    QVERIFY(result.out.isEmpty());
    QVERIFY(result.err.contains("key"));
}

void TestCliServe::saysEachAddressOnceItAccepts()
{
    m_cli->set("ANRUFWARTE_WEBHOOK_LISTEN", "127.0.0.1:0, 127.0.0.1:0");
    m_cli->set("ANRUFWARTE_WEBHOOK_PATH", "/hooks");
    Server server(*m_cli);
    const QList<QUrl> urls = server.urls(2);
    QCOMPARE(urls.size(), 2);
    QVERIFY(urls.at(0).port() != urls.at(1).port());
    for (const QUrl &url : urls) {
        QCOMPARE(url.path(), u"/hooks"_s);
        QCOMPARE(postSigned(url, Body), 204);
        QCOMPARE(post(url, Body, {}), 401);
        QCOMPARE(postSigned(url, Body, "another_key"), 401);
    }
}

void TestCliServe::busyPortEndsWithTwo()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const QByteArray port = QByteArray::number(other.serverPort());
    m_cli->set("ANRUFWARTE_WEBHOOK_LISTEN", QByteArray("127.0.0.1:" + port).constData());
    const CliResult result = m_cli->run({u"serve"_s});
    QCOMPARE(result.code, 2);
    QVERIFY(result.out.isEmpty());
    QVERIFY(result.err.contains(QByteArray("Port " + port + " is in use")));
}

void TestCliServe::unusableStoreEndsWithThree()
{
    m_cli->set("ANRUFWARTE_STORE_URL", "sqlite:/nowhere/at/all/calls.sqlite");
    QCOMPARE(m_cli->run({u"serve"_s}).code, 3);
    m_cli->set("ANRUFWARTE_STORE_URL", "postgresql://anrufwarte@localhost/anrufwarte");
    QCOMPARE(m_cli->run({u"serve"_s}).code, 3);
}

void TestCliServe::secondOneOnTheProfileEndsWithThree()
{
    Server server(*m_cli);
    QCOMPARE(server.urls().size(), 1);
    const CliResult second = m_cli->run({u"serve"_s});
    QCOMPARE(second.code, 3);
    QVERIFY(second.out.isEmpty());
    QVERIFY(second.err.contains(m_cli->path().toUtf8()));
    QCOMPARE(m_cli->run({u"calls"_s}).code, 0);                 // the others work beside it
    QCOMPARE(m_cli->run({u"doctor"_s}).out.count("FAILED"), 1); // only Retell: nobody there
}

void TestCliServe::endsWithZeroWhenAsked()
{
    Server server(*m_cli);
    QCOMPARE(server.urls().size(), 1);
    QCOMPARE(postSigned(server.urls().constFirst(), Body), 204);
    QCOMPARE(server.terminated(), 0);
    QVERIFY(m_cli->run({u"calls"_s, u"--format"_s, u"jsonl"_s}).out.contains("call_serve"));
}

void TestCliServe::requestOnItsWayDoesNotHoldTheEnd()
{
    Server server(*m_cli);
    const QUrl url = server.urls().constFirst();
    QTcpSocket idle;
    idle.connectToHost(url.host(), static_cast<quint16>(url.port()));
    QTcpSocket half;
    half.connectToHost(url.host(), static_cast<quint16>(url.port()));
    QVERIFY(idle.waitForConnected(Patience) && half.waitForConnected(Patience));
    half.write("POST /webhooks/retell HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{");
    QVERIFY(half.waitForBytesWritten(Patience));
    QElapsedTimer time;
    time.start();
    QCOMPARE(server.terminated(), 0);
    QVERIFY(time.elapsed() < 5'000);
}

void TestCliServe::killedOneLeavesNothingThatBlocks()
{
    {
        Server server(*m_cli);
        QCOMPARE(server.urls().size(), 1);
        QCOMPARE(postSigned(server.urls().constFirst(), Body), 204);
        server.process().kill();
        QVERIFY(server.process().waitForFinished(Patience));
    }
    Server server(*m_cli);
    QCOMPARE(server.urls().size(), 1);
    QVERIFY(m_cli->run({u"calls"_s, u"--format"_s, u"jsonl"_s}).out.contains("call_serve"));
}

void TestCliServe::filesAreForTheOwnerAlone()
{
    Server server(*m_cli);
    QCOMPARE(server.urls().size(), 1);
    constexpr auto Others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFileInfo(m_cli->path()).permissions() & Others));
    for (const char *name : {"calls.sqlite", "calls.sqlite-wal", "calls.sqlite-shm"})
        QVERIFY2(!(QFileInfo(m_cli->file(name)).permissions() & Others), name);
}

void TestCliServe::logHoldsNeitherKeyNorContent()
{
    Server server(*m_cli);
    const QByteArray body =
        R"({"event":"call_ended","call":{"call_id":"call_log","from_number":"+4930123456789","transcript":"geheim"}})";
    const QUrl url = server.urls().constFirst();
    QCOMPARE(postSigned(url, body), 204);
    QCOMPARE(postSigned(url, body, "wrong_key_of_mine"), 401);
    QByteArray log;
    server.process().setReadChannel(QProcess::StandardError);
    while (!log.contains("signature_mismatch") && server.process().waitForReadyRead(Patience))
        log += server.process().readAllStandardError();
    QVERIFY(log.contains("signature_mismatch"));
    QCOMPARE(server.terminated(), 0);
    log += server.process().readAllStandardError();
    for (const char *word : {TestKey, "wrong_key_of_mine", "geheim", "+4930123456789"})
        QVERIFY2(!log.contains(word), word);
}

QTEST_GUILESS_MAIN(TestCliServe)
#include "test_cli_serve.moc"
