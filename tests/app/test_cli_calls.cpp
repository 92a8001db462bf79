// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cliprocess.h"
#include "tests/support/testdata.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace anrufwarte::test;
using namespace Qt::StringLiterals;

/// Four calls, received once by the real program: one complete, one running, one that never connected, one
/// with umlauts.
class TestCliCalls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void jsonIsOneArrayWithTheColumnsOfTheContract();
    void amountsAndTimesAreAsTheContractSays();
    void jsonLinesAreOneDocumentEach();
    void csvKeepsPhoneNumbersAsText();
    void filtersRestrict_data();
    void filtersRestrict();
    void tableSpeaksBothLanguagesAndMasksNumbers();
    void showTellsEverything();
    void showTakesNumberOrRetellId();
    void unknownCallEndsWithOne();

private:
    [[nodiscard]] QJsonArray json(const QStringList &options = {}) const
    {
        const CliResult result = m_cli.run(QStringList{u"calls"_s, u"--format"_s, u"json"_s} + options);
        return result.code == 0 ? QJsonDocument::fromJson(result.out).array() : QJsonArray();
    }
    [[nodiscard]] QJsonObject row(const QString &callId) const
    {
        const QJsonArray rows = json();
        for (const QJsonValue &value : rows) {
            if (value[u"retell_call_id"].toString() == callId)
                return value.toObject();
        }
        return {};
    }

    CliProfile m_cli;
    std::unique_ptr<Server> m_server;
    QString m_completeId;
};

void TestCliCalls::initTestCase()
{
    m_cli.setKey();
    m_server = std::make_unique<Server>(m_cli);
    QCOMPARE(m_server->urls().size(), 1);
    for (const char *sample :
         {"call_started_phone_inbound", "call_ended_phone_inbound", "call_analyzed_phone_inbound",
          "call_started_web", "call_analyzed_not_connected", "call_analyzed_umlaut_emoji"}) {
        const QByteArray body = data(u"samples/"_s + QString::fromLatin1(sample) + u".json"_s);
        QCOMPARE(postSigned(m_server->urls().constFirst(), body), 204);
        if (QByteArray(sample) == "call_analyzed_phone_inbound")
            m_completeId = QJsonDocument::fromJson(body)[u"call"][u"call_id"].toString();
    }
}

void TestCliCalls::jsonIsOneArrayWithTheColumnsOfTheContract()
{
    const QJsonArray rows = json();
    QCOMPARE(rows.size(), 4);
    const QString columns =
        u"id retell_call_id status call_status call_type direction from_number to_number agent_id agent_name "
        "agent_version start_timestamp end_timestamp duration_ms duration_sec cost_micros cost cost_cents "
        "cost_unit "
        "retell_cost_usd twilio_cost_usd cost_breakdown latency_metrics end_to_end_latency transcript "
        "recording_url "
        "public_log_url summary user_sentiment disconnection_reason call_successful created_at updated_at "
        "last_source"_s;
    for (const QJsonValue &value : rows) {
        for (const QString &column : columns.split(u' '))
            QVERIFY2(value.toObject().contains(column), qPrintable(column));
    }
}

void TestCliCalls::amountsAndTimesAreAsTheContractSays()
{
    const QJsonObject call = row(m_completeId);
    QCOMPARE(call[u"status"].toString(), u"completed"_s);
    QCOMPARE(call[u"call_status"].toString(), u"ended"_s);
    QCOMPARE(call[u"cost_micros"].toInteger(), 55'033);
    QCOMPARE(call[u"cost"].toDouble(), 0.055033);
    QCOMPARE(call[u"cost_cents"].toInteger(), 6);
    QCOMPARE(call[u"cost_unit"].toString(), u"cents"_s);
    QCOMPARE(call[u"duration_ms"].toInteger(), 36'960);
    QCOMPARE(call[u"duration_sec"].toInteger(), 37);
    QCOMPARE(call[u"call_successful"].toInt(-1), 1);
    QVERIFY(
        QJsonDocument::fromJson(call[u"cost_breakdown"].toString().toUtf8()).isObject()); // one encoding deep
    QVERIFY(QJsonDocument::fromJson(call[u"latency_metrics"].toString().toUtf8()).isObject());
    QVERIFY(call[u"start_timestamp"].toInteger() > 1'700'000'000'000);
    const QString created = call[u"created_at"].toString();
    QVERIFY2(created.endsWith(u'Z') && QDateTime::fromString(created, Qt::ISODateWithMs).isValid(),
             qPrintable(created));
    QVERIFY(row(u"call_none"_s).isEmpty());
    for (const QJsonValue &value : json({u"--ongoing"_s}))
        QVERIFY(value[u"cost"].isNull()); // unknown is null, not 0
}

void TestCliCalls::jsonLinesAreOneDocumentEach()
{
    const CliResult result = m_cli.run({u"calls"_s, u"--format"_s, u"jsonl"_s});
    const QByteArrayList lines = result.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 4);
    for (const QByteArray &line : lines)
        QVERIFY(QJsonDocument::fromJson(line).isObject());
}

void TestCliCalls::csvKeepsPhoneNumbersAsText()
{
    const CliResult result = m_cli.run({u"calls"_s, u"--format"_s, u"csv"_s});
    QCOMPARE(result.code, 0);
    QVERIFY(result.out.startsWith("id,retell_call_id,status,"));
    QVERIFY(result.out.contains("\r\n"));
    QVERIFY(result.out.contains(",\"+491713920012\","));
}

void TestCliCalls::filtersRestrict_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("count");
    QTest::newRow("all") << QStringList() << 4;
    QTest::newRow("ongoing") << QStringList{u"--ongoing"_s} << 1;
    QTest::newRow("limit") << QStringList{u"--limit"_s, u"2"_s} << 2;
    QTest::newRow("search") << QStringList{u"--search"_s, u"Blutabnahme"_s} << 1;
    QTest::newRow("agent") << QStringList{u"--agent"_s, u"terminassistentin praxis lindenhof"_s,
                                          u"--ongoing"_s}
                           << 1;
    QTest::newRow("nobody") << QStringList{u"--agent"_s, u"Niemand"_s} << 0;
    QTest::newRow("before all") << QStringList{u"--until"_s, u"2020-01-01"_s} << 0;
    QTest::newRow("since long ago") << QStringList{u"--since"_s, u"2020-01-01T00:00:00Z"_s} << 4;
}

void TestCliCalls::filtersRestrict()
{
    QFETCH(QStringList, options);
    QFETCH(int, count);
    const CliResult result = m_cli.run(QStringList{u"calls"_s, u"--format"_s, u"json"_s} + options);
    QCOMPARE(result.code, 0);
    QVERIFY(QJsonDocument::fromJson(result.out).isArray());
    QCOMPARE(QJsonDocument::fromJson(result.out).array().size(), count);
}

void TestCliCalls::tableSpeaksBothLanguagesAndMasksNumbers()
{
    const CliResult english = m_cli.run({u"--lang"_s, u"en"_s, u"calls"_s});
    QVERIFY(english.out.contains("Ongoing"));
    QVERIFY(english.out.contains("$0.055"));
    QVERIFY(english.out.contains("+49 171 39200 12"));
    const CliResult german = m_cli.run({u"--lang"_s, u"de"_s, u"calls"_s});
    QVERIFY(german.out.contains("Läuft"));
    QVERIFY(german.out.contains("0,055\u00a0$"));
    m_cli.set("ANRUFWARTE_PRIVACY_MASK_NUMBERS", "true");
    for (const QStringList &command : {QStringList{u"calls"_s}, QStringList{u"show"_s, m_completeId}}) {
        const CliResult masked = m_cli.run(command);
        QCOMPARE(masked.code, 0);
        QVERIFY(!masked.out.contains("39200"));
    }
    m_cli.unset("ANRUFWARTE_PRIVACY_MASK_NUMBERS");
}

void TestCliCalls::showTellsEverything()
{
    const CliResult shown = m_cli.run({u"show"_s, m_completeId});
    QCOMPARE(shown.code, 0);
    for (const char *part :
         {"Blutabnahme", "elevenlabs_tts", "5.503\u00a0ct", "call_ended webhook", "recording.wav", "1,250"})
        QVERIFY2(shown.out.contains(part), part);
    const CliResult json = m_cli.run({u"show"_s, m_completeId, u"--format"_s, u"json"_s});
    const QJsonObject call = QJsonDocument::fromJson(json.out).object();
    QCOMPARE(call[u"retell_call_id"].toString(), m_completeId);
    QVERIFY(call[u"complete"].toBool());
    QVERIFY(call[u"missing"].toArray().isEmpty());
    QVERIFY(call[u"history"].toArray().size() > 5);
    QVERIFY(call[u"turns"].isArray());
}

void TestCliCalls::showTakesNumberOrRetellId()
{
    const QString number = QString::number(row(m_completeId)[u"id"].toInteger());
    QCOMPARE(m_cli.run({u"show"_s, number}).out, m_cli.run({u"show"_s, m_completeId}).out);
}

void TestCliCalls::unknownCallEndsWithOne()
{
    const CliResult result = m_cli.run({u"show"_s, u"call_none"_s});
    QCOMPARE(result.code, 1);
    QVERIFY(result.out.isEmpty());
    QVERIFY(result.err.contains("call_none"));
}

QTEST_GUILESS_MAIN(TestCliCalls)
#include "test_cli_calls.moc"
