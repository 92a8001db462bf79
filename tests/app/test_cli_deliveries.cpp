// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cliprocess.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace anrufwarte::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray bodyOf(const char *callId)
{
    return QByteArray(R"({"event":"call_ended","call":{"call_id":")") + callId +
           R"(","call_status":"ended","duration_ms":1000}})";
}

} // namespace

/// A key change that nobody told the program: webhooks are rejected, explained, and taken in afterwards.
class TestCliDeliveries : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void listTellsVerdictAndReason();
    void explainPutsExpectedBesideReceived();
    void ingestTakesWhatPassesToday();
    void allValidLeavesTheOthersAlone();
    void unknownDeliveryEndsWithOne();

private:
    [[nodiscard]] QJsonArray deliveries(const QStringList &options = {}) const
    {
        const CliResult result = m_cli->run(QStringList{u"deliveries"_s, u"--format"_s, u"json"_s} + options);
        return QJsonDocument::fromJson(result.out).array();
    }
    [[nodiscard]] QString idOf(const char *callId) const
    {
        const QJsonArray rows = deliveries();
        for (const QJsonValue &row : rows) {
            if (row[u"call_id"].toString() == QLatin1String(callId))
                return QString::number(row[u"id"].toInteger());
        }
        return {};
    }
    [[nodiscard]] QString verdictOf(const char *callId) const
    {
        const QJsonArray rows = deliveries();
        for (const QJsonValue &row : rows) {
            if (row[u"call_id"].toString() == QLatin1String(callId))
                return row[u"verdict"].toString();
        }
        return {};
    }

    std::unique_ptr<CliProfile> m_cli;
    std::unique_ptr<Server> m_server;
};

void TestCliDeliveries::init()
{
    m_server.reset();
    m_cli = std::make_unique<CliProfile>();
    m_cli->setKey("key_of_yesterday_1111");
    m_server = std::make_unique<Server>(*m_cli);
    QCOMPARE(m_server->urls().size(), 1);
    const QUrl url = m_server->urls().constFirst();
    QCOMPARE(postSigned(url, bodyOf("call_fine"), "key_of_yesterday_1111"), 204);
    QCOMPARE(postSigned(url, bodyOf("call_new_key"), "key_of_today_22222222"), 401);
    QCOMPARE(postSigned(url, bodyOf("call_stranger"), "key_of_a_stranger"), 401);
    QCOMPARE(post(url, bodyOf("call_unsigned"), {}), 401);
    QTRY_COMPARE(deliveries().size(), 4);          // rejections are written when there is room
    QTRY_VERIFY(!idOf("call_unsigned").isEmpty()); // and read through later still
}

void TestCliDeliveries::listTellsVerdictAndReason()
{
    const QJsonArray rejected = deliveries({u"--rejected"_s});
    QCOMPARE(rejected.size(), 3);
    QCOMPARE(rejected.at(0)[u"reason"].toString(), u"signature_missing"_s); // newest first
    QCOMPARE(rejected.at(1)[u"reason"].toString(), u"signature_mismatch"_s);
    QCOMPARE(rejected.at(1)[u"verdict"].toString(), u"rejected"_s);
    QCOMPARE(rejected.at(1)[u"verified"].toBool(), false);
    QCOMPARE(deliveries({u"--limit"_s, u"1"_s}).size(), 1);
    const CliResult table = m_cli->run({u"deliveries"_s});
    QVERIFY(table.out.contains("accepted"));
    QVERIFY(table.out.contains("signature_mismatch"));
}

void TestCliDeliveries::explainPutsExpectedBesideReceived()
{
    const CliResult missing = m_cli->run({u"deliveries"_s, u"explain"_s, idOf("call_unsigned")});
    QCOMPARE(missing.code, 0);
    QVERIFY(missing.out.contains("one x-retell-signature"));
    const CliResult mismatch =
        m_cli->run({u"--lang"_s, u"de"_s, u"deliveries"_s, u"explain"_s, idOf("call_new_key")});
    for (const char *part : {"Absender", "Zeitfenster", "Signatur", "…1111", "call_new_key"})
        QVERIFY2(mismatch.out.contains(part), part);
    QVERIFY(!mismatch.out.contains("key_of_yesterday"));
}

void TestCliDeliveries::ingestTakesWhatPassesToday()
{
    const QString id = idOf("call_new_key");
    const CliResult before = m_cli->run({u"deliveries"_s, u"ingest"_s, id});
    QCOMPARE(before.code, 1);
    QVERIFY(before.out.contains("signature_mismatch"));

    m_cli->setKey("key_of_today_22222222"); // the server runs on beside it
    const CliResult after = m_cli->run({u"deliveries"_s, u"ingest"_s, id});
    QVERIFY2(after.code == 0, after.err.constData());
    QCOMPARE(after.out, id.toUtf8() + " accepted\n");
    QCOMPARE(deliveries({u"--rejected"_s}).size(), 2); // it is open no more
    QCOMPARE(verdictOf("call_new_key"), u"ingested"_s);
    QCOMPARE(m_cli->run({u"deliveries"_s, u"ingest"_s, id}).out, id.toUtf8() + " accepted already\n");
    const CliResult shown = m_cli->run({u"show"_s, u"call_new_key"_s, u"--format"_s, u"json"_s});
    QCOMPARE(QJsonDocument::fromJson(shown.out)[u"duration_ms"].toInteger(), 1000);
}

void TestCliDeliveries::allValidLeavesTheOthersAlone()
{
    m_cli->setKey("key_of_today_22222222");
    const CliResult all = m_cli->run({u"deliveries"_s, u"ingest"_s, u"--all-valid"_s});
    QVERIFY2(all.code == 0, all.err.constData());
    QCOMPARE(all.out, idOf("call_new_key").toUtf8() + " accepted\n");
    const CliResult calls = m_cli->run({u"calls"_s, u"--format"_s, u"jsonl"_s});
    QCOMPARE(calls.out.count('\n'), 2);
    QVERIFY(!calls.out.contains("call_stranger"));
    QVERIFY(!calls.out.contains("call_unsigned"));
}

void TestCliDeliveries::unknownDeliveryEndsWithOne()
{
    QCOMPARE(m_cli->run({u"deliveries"_s, u"explain"_s, u"4711"_s}).code, 1);
    QCOMPARE(m_cli->run({u"deliveries"_s, u"ingest"_s, u"4711"_s}).code, 1);
}

QTEST_GUILESS_MAIN(TestCliDeliveries)
#include "test_cli_deliveries.moc"
