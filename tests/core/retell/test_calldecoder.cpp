// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retell/calldecoder.h"

#include "core/calls/cost.h"
#include "core/retell/callmembers.h"
#include "tests/support/testdata.h"

#include <QTest>

using namespace anrufwarte;

namespace {

CallFacts decode(const QByteArray &call, Stage stage = Stage::Finished)
{
    const Result<JsonBody> document = JsonBody::parse(call);
    if (!document)
        qFatal("bad JSON in the test: %s", call.constData());
    return decodeCall(JsonMembers(document->root()), stage, QString());
}

std::optional<FieldFact> factIn(const CallFacts &facts, Field field)
{
    for (const FieldFact &fact : facts.facts) {
        if (fact.field == field)
            return fact;
    }
    return std::nullopt;
}

QString valueOf(const CallFacts &facts, Field field)
{
    const std::optional<FieldFact> fact = factIn(facts, field);
    return fact ? plainText(fact->value) : QString();
}

QStringList members(const CallFacts &facts)
{
    QStringList out;
    for (const FieldWarning &warning : facts.warnings)
        out.append(warning.member + QStringLiteral(": ") + warning.found);
    return out;
}

} // namespace

class TestCallDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void membersBecomeFields_data();
    void membersBecomeFields();
    void nothingIsNoFact_data();
    void nothingIsNoFact();
    void wrongKindsAreWarnedOfNeverCoerced_data();
    void wrongKindsAreWarnedOfNeverCoerced();
    void oneWrongMemberDoesNotCostTheOthers();
    void zerosArePlaceholdersWhileRunning();
    void realCostWhileRunningIsKept();
    void zeroCostOfAFinishedCallIsKeptAtLowQuality();
    void textIsNeverTrimmed();
    void summaryIsReadOfficialFirst();
    void bestEntriesBecomeTheTurns();
    void silenceIsNoticedOnFinishedCallsOnly_data();
    void silenceIsNoticedOnFinishedCallsOnly();
    void optingOutMeansBasicAttributesOnly();
    void secretsAreKeptNowhere();
    void unknownMembersAreKept();
    void nulInTextIsReplaced();
    void naughtyStringsSurvive();
    void warningsAreBounded();
};

void TestCallDecoder::membersBecomeFields_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *member, const char *value, const char *column = nullptr,
                        const char *text = nullptr) {
        const QByteArray json = QByteArray("\"") + member + "\":" + value;
        const QByteArray plain =
            QByteArray(value).startsWith('"') ? QByteArray(value).chopped(1).sliced(1) : QByteArray(value);
        QTest::newRow(member) << json << QString::fromLatin1(column ? column : member)
                              << QString::fromUtf8(text ? QByteArray(text) : plain);
    };
    for (const char *name :
         {"call_type", "direction", "from_number", "to_number", "agent_id", "agent_name", "transcript",
          "recording_url", "recording_multi_channel_url", "scrubbed_recording_url",
          "scrubbed_recording_multi_channel_url", "public_log_url", "knowledge_base_retrieved_contents_url",
          "disconnection_reason", "data_storage_setting", "transfer_destination", "agent_tag"})
        row(name, "\"some text\"");
    for (const char *name :
         {"agent_version", "start_timestamp", "end_timestamp", "transfer_end_timestamp", "duration_ms"})
        row(name, "1790000000000");
    for (const char *name :
         {"llm_token_usage", "telephony_identifier", "custom_sip_headers", "retell_llm_dynamic_variables",
          "collected_dynamic_variables", "metadata", "custom_attributes"})
        row(name, R"({"a":"b"})");
    row("opt_in_signed_url", "false");
    row("call_cost", R"({"combined_cost":9.785})", "cost_breakdown");
    row("latency", R"({"e2e":{"p50":2208.5}})", "latency_metrics");
    row("transcript_with_tool_calls", R"([{"role":"agent"}])", "turns");
    row("call_summary", "\"kurz\"", "summary");
    const auto analysis = [](const char *member, const char *value, const char *column, const char *text) {
        QTest::newRow(column) << QByteArray("\"call_analysis\":{\"") + member + "\":" + value + "}"
                              << QString::fromLatin1(column) << QString::fromLatin1(text);
    };
    analysis("call_summary", "\"lang\"", "summary", "lang");
    analysis("user_sentiment", "\"Ecstatic\"", "user_sentiment", "Ecstatic");
    analysis("call_successful", "false", "call_successful", "false");
    analysis("in_voicemail", "true", "in_voicemail", "true");
    analysis("custom_analysis_data", R"({"a":1})", "custom_analysis_data", R"({"a":1})");
    QTest::newRow("agent_version zero")
        << QByteArray(R"("agent_version":0)") << QStringLiteral("agent_version") << QStringLiteral("0");
    QTest::newRow("metadata as text")
        << QByteArray(R"("metadata":"K-1")") << QStringLiteral("metadata") << QStringLiteral("\"K-1\"");
}

void TestCallDecoder::membersBecomeFields()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, column);
    QFETCH(QString, value);
    const CallFacts facts = decode('{' + json + '}');
    QCOMPARE(facts.facts.size(), 1);
    QCOMPARE(QString::fromLatin1(info(facts.facts.first().field).column), column);
    QCOMPARE(plainText(facts.facts.first().value), value);
    QCOMPARE(facts.facts.first().value.index() - 1,
             static_cast<size_t>(info(facts.facts.first().field).kind));
    QVERIFY(facts.warnings.isEmpty());
}

void TestCallDecoder::nothingIsNoFact_data()
{
    QTest::addColumn<QByteArray>("value");
    for (const char *value : {"null", "\"\"", "{}", "[]"})
        QTest::newRow(value) << QByteArray(value);
}

void TestCallDecoder::nothingIsNoFact()
{
    QFETCH(QByteArray, value);
    QByteArray call = "{";
    for (const char *name :
         {"call_type", "from_number", "agent_id", "agent_version", "start_timestamp", "duration_ms",
          "call_cost", "latency", "recording_url", "call_analysis", "call_summary", "llm_token_usage",
          "metadata", "opt_in_signed_url", "data_storage_setting", "opt_out_sensitive_data_storage"})
        call += QByteArray("\"") + name + "\":" + value + ',';
    const CallFacts facts = decode(call.chopped(1) + '}');
    QVERIFY(facts.facts.isEmpty());
    QVERIFY(facts.warnings.isEmpty());
}

void TestCallDecoder::wrongKindsAreWarnedOfNeverCoerced_data()
{
    QTest::addColumn<QByteArray>("call");
    QTest::addColumn<QString>("warning");
    const auto row = [](const char *call, const char *warning) {
        QTest::newRow(call) << QByteArray(call) << QString::fromLatin1(warning);
    };
    row(R"({"duration_ms":"71000"})", "duration_ms: text");
    row(R"({"duration_ms":true})", "duration_ms: true or false");
    row(R"({"duration_ms":[71000]})", "duration_ms: array");
    row(R"({"duration_ms":{"ms":1}})", "duration_ms: object");
    row(R"({"duration_ms":71000.5})", "duration_ms: number with a fraction");
    row(R"({"duration_ms":-1})", "duration_ms: number out of range");
    row(R"({"start_timestamp":1e400})", "start_timestamp: number out of range");
    row(R"({"start_timestamp":9223372036854775808})", "start_timestamp: number out of range");
    row(R"({"start_timestamp":253402300800000})", "start_timestamp: number out of range");
    row(R"({"agent_version":"12"})", "agent_version: text");
    row(R"({"agent_version":1e300})", "agent_version: number out of range");
    row(R"({"from_number":4930123456})", "from_number: number");
    row(R"({"transcript":["Agent: Hallo"]})", "transcript: array");
    row(R"({"opt_in_signed_url":"false"})", "opt_in_signed_url: text");
    row(R"({"opt_in_signed_url":0})", "opt_in_signed_url: number");
    row(R"({"call_cost":9.785})", "call_cost: number");
    row(R"({"call_cost":{"combined_cost":"9.785"}})", "call_cost.combined_cost: text");
    row(R"({"call_cost":{"combined_cost":1e400}})", "call_cost.combined_cost: number out of range");
    row(R"({"call_cost":{"product_costs":[{"cost":"1"}]}})", "call_cost.product_costs.cost: text");
    row(R"({"call_cost":{"product_costs":"x"}})", "call_cost.product_costs: text");
    row(R"({"latency":"fast"})", "latency: text");
    row(R"({"latency":{"e2e":"fast"}})", "latency.e2e: text");
    row(R"({"latency":{"e2e":{"p50":"fast"}}})", "latency.e2e.p50: text");
    row(R"({"call_analysis":"gut"})", "call_analysis: text");
    row(R"({"call_analysis":{"call_successful":"yes"}})", "call_analysis.call_successful: text");
    row(R"({"call_analysis":{"user_sentiment":1}})", "call_analysis.user_sentiment: number");
    row(R"({"transcript_object":"Agent: Hallo"})", "transcript_object: text");
    row(R"({"telephony_identifier":"CA1"})", "telephony_identifier: text");
}

void TestCallDecoder::wrongKindsAreWarnedOfNeverCoerced()
{
    QFETCH(QByteArray, call);
    QFETCH(QString, warning);
    const CallFacts facts = decode(call);
    QVERIFY(facts.facts.isEmpty());
    QCOMPARE(members(facts), QStringList{warning});
}

void TestCallDecoder::oneWrongMemberDoesNotCostTheOthers()
{
    const CallFacts facts = decode(
        R"({"duration_ms":"x","agent_name":"A","call_cost":{"combined_cost":"x","total_duration_seconds":71}})");
    QCOMPARE(valueOf(facts, Field::AgentName), QStringLiteral("A"));
    QVERIFY(factIn(facts, Field::Cost));
    QVERIFY(!readCost(std::get<QByteArray>(factIn(facts, Field::Cost)->value), CostUnitChoice::Auto)->total);
    QCOMPARE(facts.warnings.size(), 2);
}

void TestCallDecoder::zerosArePlaceholdersWhileRunning()
{
    const QByteArray call =
        R"({"duration_ms":0,"start_timestamp":0,"end_timestamp":0,"latency":{},"agent_version":0,
        "call_cost":{"product_costs":[],"total_duration_seconds":0,"total_duration_unit_price":0,"combined_cost":0}})";
    for (const Stage running : {Stage::Registered, Stage::Ongoing}) {
        const CallFacts facts = decode(call, running);
        QCOMPARE(facts.facts.size(), 1);
        QCOMPARE(valueOf(facts, Field::AgentVersion), QStringLiteral("0"));
    }
    for (const Stage over : {Stage::Finished, Stage::Analysed}) {
        const CallFacts facts = decode(call, over);
        QCOMPARE(valueOf(facts, Field::DurationMs), QStringLiteral("0"));
        QCOMPARE(valueOf(facts, Field::EndTimestamp), QStringLiteral("0"));
        QVERIFY(factIn(facts, Field::Cost));
        QVERIFY(!factIn(facts, Field::Latency));
    }
}

void TestCallDecoder::realCostWhileRunningIsKept()
{
    QVERIFY(factIn(decode(R"({"call_cost":{"combined_cost":0.5}})", Stage::Ongoing), Field::Cost));
    QVERIFY(
        !factIn(decode(R"({"call_cost":{"product_costs":[{"cost":0.0}],"combined_cost":0}})", Stage::Ongoing),
                Field::Cost));
    QVERIFY(!factIn(decode(R"({"call_cost":{"combined_cost":null}})"), Field::Cost));
}

void TestCallDecoder::zeroCostOfAFinishedCallIsKeptAtLowQuality()
{
    QCOMPARE(factIn(decode(R"({"call_cost":{"combined_cost":0}})"), Field::Cost)->quality, 0);
    QCOMPARE(factIn(decode(R"({"call_cost":{"combined_cost":9.785}})"), Field::Cost)->quality, 1);
}

void TestCallDecoder::textIsNeverTrimmed()
{
    QCOMPARE(valueOf(decode(R"({"transcript":" "})"), Field::Transcript), QStringLiteral(" "));
    QCOMPARE(valueOf(decode(R"({"agent_name":"\t A\u00a0\n"})"), Field::AgentName),
             QStringLiteral("\t A\u00a0\n"));
}

void TestCallDecoder::summaryIsReadOfficialFirst()
{
    const QByteArray former = R"("call_summary":"top")";
    QCOMPARE(
        valueOf(decode('{' + former + R"(,"call_analysis":{"call_summary":"official"}})"), Field::Summary),
        QStringLiteral("official"));
    for (const char *nothing : {"\"\"", "null", "7"}) {
        const CallFacts facts =
            decode('{' + former + R"(,"call_analysis":{"call_summary":)" + nothing + "}}");
        QCOMPARE(valueOf(facts, Field::Summary), QStringLiteral("top"));
    }
}

void TestCallDecoder::bestEntriesBecomeTheTurns()
{
    const QByteArray with = R"("transcript_with_tool_calls":[{"role":"user"}])";
    const QByteArray scrubbed = R"("scrubbed_transcript_with_tool_calls":[{"role":"agent"}])";
    const QByteArray plain = R"("transcript_object":[{"role":"dtmf"}])";
    const auto turns = [](const QByteArray &call, Stage stage = Stage::Finished) {
        const std::optional<FieldFact> fact = factIn(decode('{' + call + '}', stage), Field::Turns);
        return fact ? plainText(fact->value) + QString::number(fact->quality) : QString();
    };
    QCOMPARE(turns(plain + ',' + scrubbed + ',' + with), QStringLiteral("[{\"role\":\"user\"}]2"));
    QCOMPARE(turns(plain + ',' + scrubbed), QStringLiteral("[{\"role\":\"agent\"}]2"));
    QCOMPARE(turns(plain), QStringLiteral("[{\"role\":\"dtmf\"}]1"));
    QCOMPARE(turns(R"("transcript_with_tool_calls":[],)" + plain), QStringLiteral("[{\"role\":\"dtmf\"}]1"));
    QCOMPARE(turns(R"("transcript_with_tool_calls":"x",)" + plain), QStringLiteral("[{\"role\":\"dtmf\"}]1"));
    QCOMPARE(turns(with, Stage::Ongoing), QStringLiteral("[{\"role\":\"user\"}]0"));
    QCOMPARE(turns(R"("transcript_object":[])"), QString());
}

void TestCallDecoder::silenceIsNoticedOnFinishedCallsOnly_data()
{
    QTest::addColumn<QByteArray>("call");
    QTest::addColumn<bool>("silent");
    QTest::newRow("empty text") << QByteArray(R"({"transcript":""})") << true;
    QTest::newRow("empty entries") << QByteArray(R"({"transcript_with_tool_calls":[]})") << true;
    QTest::newRow("empty plain entries") << QByteArray(R"({"transcript_object":[]})") << true;
    QTest::newRow("absent") << QByteArray("{}") << false;
    QTest::newRow("null") << QByteArray(R"({"transcript":null,"transcript_object":null})") << false;
    QTest::newRow("text") << QByteArray(R"({"transcript":"Agent: Hallo","transcript_object":[]})") << false;
    QTest::newRow("entries") << QByteArray(R"({"transcript":"","transcript_object":[{"role":"agent"}]})")
                             << false;
    QTest::newRow("wrong kind") << QByteArray(R"({"transcript":7})") << false;
}

void TestCallDecoder::silenceIsNoticedOnFinishedCallsOnly()
{
    QFETCH(QByteArray, call);
    QFETCH(bool, silent);
    QCOMPARE(factIn(decode(call, Stage::Finished), Field::NoTurns).has_value(), silent);
    QVERIFY(!factIn(decode(call, Stage::Ongoing), Field::NoTurns));
}

void TestCallDecoder::optingOutMeansBasicAttributesOnly()
{
    const auto setting = [](const QByteArray &call) {
        return valueOf(decode(call), Field::DataStorageSetting);
    };
    QCOMPARE(setting(R"({"opt_out_sensitive_data_storage":true})"), QStringLiteral("basic_attributes_only"));
    QCOMPARE(setting(R"({"opt_out_sensitive_data_storage":false})"), QString());
    QCOMPARE(setting(R"({"opt_out_sensitive_data_storage":true,"data_storage_setting":"everything"})"),
             QStringLiteral("everything"));
}

void TestCallDecoder::secretsAreKeptNowhere()
{
    const CallFacts facts = decode(
        R"({"access_token":"S3CRET","Api_Key":"S3CRET","webhook_secret":"S3CRET","session":{"id":1,"auth_token":"S3CRET",
            "list":[{"password":"S3CRET"}]},"call_analysis":{"x_secret":"S3CRET"}})");
    QCOMPARE(facts.facts.size(), 1);
    QCOMPARE(valueOf(facts, Field::ExtraMembers), QStringLiteral(R"({"session":{"id":1,"list":[{}]}})"));
}

void TestCallDecoder::unknownMembersAreKept()
{
    const CallFacts facts = decode(
        R"({"call_id":"c","quantum_mood":{"level":7},"a\"b":[1,2.50,null],"nothing":null,
            "call_analysis":{"call_summary":"x","mood":"gut"}})");
    QCOMPARE(
        valueOf(facts, Field::ExtraMembers),
        QStringLiteral(R"({"quantum_mood":{"level":7},"a\"b":[1,2.5,null],"call_analysis":{"mood":"gut"}})"));
    QVERIFY(facts.warnings.isEmpty());
}

void TestCallDecoder::nulInTextIsReplaced()
{
    const CallFacts facts = decode(R"({"transcript":"a\u0000b"})");
    QCOMPARE(valueOf(facts, Field::Transcript), QStringLiteral("a\uFFFDb"));
}

void TestCallDecoder::naughtyStringsSurvive()
{
    const auto dir = test::besideCheckout(QStringLiteral("corpora/blns"));
    if (!dir)
        QSKIP("no corpora beside the checkout");
    QFile file(dir->filePath(QStringLiteral("blns.json")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Result<JsonDocument> strings = JsonDocument::parse(file.readAll());
    QVERIFY(strings.has_value() && strings->root().size() > 400);
    for (qsizetype i = 0; i < strings->root().size(); ++i) {
        const JsonValue naughty = strings->root().at(i);
        const CallFacts facts =
            decode(R"({"transcript":)" + naughty.toJson() + R"(,"new":)" + naughty.toJson() + '}');
        QCOMPARE(valueOf(facts, Field::Transcript), naughty.text().value());
        const Result<JsonDocument> extra = JsonDocument::parse(valueOf(facts, Field::ExtraMembers).toUtf8());
        QVERIFY(extra.has_value());
        QCOMPARE(extra->root().member("new").text(), naughty.text());
    }
}

void TestCallDecoder::warningsAreBounded()
{
    QByteArray products;
    for (int i = 0; i < 5000; ++i)
        products += R"({"cost":"x"},)";
    const CallFacts facts = decode(R"({"call_cost":{"product_costs":[)" + products.chopped(1) + "]}}");
    QCOMPARE(facts.warnings.size(), 100);
}

QTEST_GUILESS_MAIN(TestCallDecoder)
#include "test_calldecoder.moc"
