// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/isotime.h"
#include "core/store/stamps.h"
#include "tests/core/store/storefixture.h"

using namespace anrufwarte;
using namespace anrufwarte::test;

namespace {

constexpr char CostFlat[] =
    R"({"retell_cost":5.1,"retell_llm_cost":1.2,"twilio_cost":2.5,"combined_cost":9.785})";
constexpr char LatencyJson[] = R"({"e2e":{"p50":900.5,"p95":1500,"values":[800,900.5,1500],"num":3}})";

CallChange wholeCall()
{
    return ChangeBuilder(QStringLiteral("call_whole"))
        .ended(T0)
        .with(Field::CallType, u"phone_call")
        .with(Field::Direction, u"inbound")
        .with(Field::FromNumber, u"+4930123456")
        .with(Field::ToNumber, u"+4989654321")
        .with(Field::AgentId, u"agent_1")
        .with(Field::AgentName, u"Empfang")
        .with(Field::AgentVersion, 3)
        .with(Field::StartTimestamp, FieldValue(T0 - 71'500))
        .with(Field::EndTimestamp, FieldValue(T0))
        .with(Field::DurationMs, 71'500)
        .with(Field::Cost, CostFlat)
        .with(Field::Latency, LatencyJson)
        .with(Field::Transcript, u"Agent: Grüß Gott 😀\nUser: Hallo")
        .with(Field::RecordingUrl, u"https://example.org/r.wav")
        .with(Field::PublicLogUrl, u"https://example.org/log")
        .with(Field::Summary, u"Kurz.")
        .with(Field::UserSentiment, u"Positive")
        .with(Field::CallSuccessful, FieldValue(true))
        .with(Field::DisconnectionReason, u"user_hangup");
}

} // namespace

class TestStoreColumns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void contractColumns_data();
    void contractColumns();
    void unknownIsNull();
    void everyFieldComesBack();
    void restartKeepsAll();
    void unitOverrideAndChange();
    void stampsSurviveAnyBytes();
};

void TestStoreColumns::contractColumns_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QVariant>("expected");
    const auto row = [](const char *name, const QVariant &value) {
        QTest::newRow(name) << QString::fromLatin1(name) << value;
    };
    row("id", 1);
    row("retell_call_id", QStringLiteral("call_whole"));
    row("status", QStringLiteral("completed"));
    row("call_status", QStringLiteral("ended"));
    row("call_type", QStringLiteral("phone_call"));
    row("direction", QStringLiteral("inbound"));
    row("from_number", QStringLiteral("+4930123456"));
    row("to_number", QStringLiteral("+4989654321"));
    row("agent_id", QStringLiteral("agent_1"));
    row("agent_name", QStringLiteral("Empfang"));
    row("agent_version", 3);
    row("start_timestamp", T0 - 71'500);
    row("end_timestamp", T0);
    row("duration_ms", 71'500);
    row("duration_sec", 72);
    row("cost_micros", 9'785'000);
    row("cost", 9.785);
    row("cost_cents", 979);
    row("cost_unit", QStringLiteral("dollars"));
    row("retell_cost_usd", 5.1);
    row("twilio_cost_usd", 2.5);
    row("cost_breakdown", QString::fromLatin1(CostFlat));
    row("latency_metrics", QString::fromLatin1(LatencyJson));
    row("end_to_end_latency", 900.5);
    row("transcript", QStringLiteral("Agent: Grüß Gott 😀\nUser: Hallo"));
    row("recording_url", QStringLiteral("https://example.org/r.wav"));
    row("public_log_url", QStringLiteral("https://example.org/log"));
    row("summary", QStringLiteral("Kurz."));
    row("user_sentiment", QStringLiteral("Positive"));
    row("disconnection_reason", QStringLiteral("user_hangup"));
    row("call_successful", 1);
    row("created_at", isoUtc(T0));
    row("updated_at", isoUtc(T0));
    row("last_source", QStringLiteral("webhook"));
}

void TestStoreColumns::contractColumns()
{
    QFETCH(QString, column);
    QFETCH(QVariant, expected);
    StoreFixture f;
    QVERIFY(f.open());
    QVERIFY(f.write(wholeCall()));
    const QVariant found = f.other()->ask(QStringLiteral("SELECT %1 FROM calls").arg(column));
    QCOMPARE(found.toString(), expected.toString());
}

void TestStoreColumns::unknownIsNull()
{
    StoreFixture f;
    QVERIFY(f.open());
    QVERIFY(f.write(ChangeBuilder(QStringLiteral("call_bare")).started(T0)));
    const auto database = f.other();
    for (const char *column :
         {"duration_ms", "duration_sec", "cost_micros", "cost", "cost_cents", "cost_unit", "retell_cost_usd",
          "twilio_cost_usd", "end_to_end_latency", "transcript", "summary", "recording_url",
          "call_successful", "from_number", "cost_breakdown", "turns"}) {
        const QString sql = QStringLiteral("SELECT %1 IS NULL FROM calls").arg(QLatin1String(column));
        QVERIFY2(database->ask(sql).toInt() == 1, column);
    }
    QCOMPARE(f.ask("SELECT status FROM calls").toString(), QStringLiteral("ongoing"));
}

void TestStoreColumns::everyFieldComesBack()
{
    ChangeBuilder builder(QStringLiteral("call_all"));
    builder.stage(Stage::Analysed, QStringLiteral("call_analyzed"), QStringLiteral("ended"), T0);
    for (const FieldInfo &field : allFields()) {
        switch (field.kind) {
        case FieldKind::Text:
            if (field.field != Field::CallStatus)
                builder.with(field.field,
                             FieldValue(QStringLiteral("text of %1").arg(QLatin1String(field.column))));
            break;
        case FieldKind::Integer:
            builder.with(field.field, FieldValue(T0 + int(field.field)));
            break;
        case FieldKind::Flag:
            builder.with(field.field, FieldValue(int(field.field) % 2 == 0));
            break;
        case FieldKind::Json: // big enough to be compressed
            builder.with(field.field, FieldValue(QByteArray("{\"a\":\"" + QByteArray(9000, 'x') + "\"}")));
            break;
        }
    }
    StoreFixture f;
    QVERIFY(f.open());
    const CallChange change = builder;
    QVERIFY(f.write(change));
    f.close();
    CallReader reader = f.reader();
    const Result<Call> call = reader.call(QStringLiteral("call_all"));
    QVERIFY2(call.has_value(), call ? "" : qPrintable(call.error().detail));
    const CallRecord expected = mergeCall(CallRecord{change.callId, {}, {}}, change).record;
    QCOMPARE(call->record, expected);
    QCOMPARE(f.ask("SELECT typeof(turns) FROM calls").toString(), QStringLiteral("blob"));
    QCOMPARE(f.ask("SELECT typeof(latency_metrics) FROM calls").toString(), QStringLiteral("text"));
}

void TestStoreColumns::restartKeepsAll()
{
    StoreFixture f;
    QVERIFY(f.open());
    QVERIFY(f.write(CallChange(ChangeBuilder(wholeCall().callId.value())
                                   .started(T0 - 80'000)
                                   .warning(QStringLiteral("call_cost"), QStringLiteral("text")))));
    QVERIFY(f.write(wholeCall()));
    CallReader reader = f.reader();
    const Result<Call> before = reader.call(QStringLiteral("1"));
    const Result<QList<HistoryEntry>> history = reader.history(LocalCallId(1));
    QVERIFY(before && history);
    f.close();
    QVERIFY(f.open());
    CallReader again = f.reader();
    const Result<Call> after = again.call(QStringLiteral("call_whole"));
    QVERIFY(after);
    QCOMPARE(*after, *before);
    QCOMPARE(after->warnings.size(), 1);
    QCOMPARE(after->cost->total, std::optional<MicroDollars>(9'785'000));
    QCOMPARE(*again.history(LocalCallId(1)), *history);
    QVERIFY(history->size() > 15);
}

void TestStoreColumns::unitOverrideAndChange()
{
    StoreFixture f;
    QVERIFY(f.open());
    QVERIFY(f.write(wholeCall()));
    QCOMPARE(f.ask("SELECT cost_micros FROM calls").toLongLong(), 9'785'000);
    f.close();
    f.options.costUnit = CostUnitChoice::Cents;
    QVERIFY(f.open());
    QSignalSpy committed(f.store.get(), &CallStore::committed);
    QTRY_COMPARE(f.ask("SELECT cost_micros FROM calls").toLongLong(), 97'850);
    QCOMPARE(f.ask("SELECT cost_unit FROM calls").toString(), QStringLiteral("cents"));
    QTRY_COMPARE(committed.size(), 1);
    const auto updates = committed.first().first().value<CallUpdates>();
    QCOMPARE(updates.rows.first().cost, std::optional<MicroDollars>(97'850));
}

void TestStoreColumns::stampsSurviveAnyBytes()
{
    const CallRecord record = mergeCall(CallRecord{CallId(QStringLiteral("c")), {}, {}}, wholeCall()).record;
    const QByteArray good = encodeStamps(record);
    CallRecord copy = record;
    QVERIFY(decodeStamps(good, copy));
    QCOMPARE(copy, record);
    for (qsizetype cut = 0; cut < good.size(); ++cut)
        QVERIFY(!decodeStamps(QByteArrayView(good).first(cut), copy));
    for (qsizetype at = 0; at < good.size(); ++at) {
        QByteArray bent = good;
        bent[at] = static_cast<char>(~bent[at]);
        (void)decodeStamps(bent, copy); // may pass (a digest); must not crash
    }
    QVERIFY(!decodeStamps(QByteArray(good + 'x'), copy));
}

QTEST_GUILESS_MAIN(TestStoreColumns)
#include "test_store_columns.moc"
