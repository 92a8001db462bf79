// SPDX-License-Identifier: GPL-3.0-or-later
// Whole bodies, as Retell (and the former system) sends them, against values worked out by hand from the
// files.
#include "core/calls/call.h"
#include "core/calls/latency.h"
#include "core/retell/answerdecoder.h"
#include "tests/support/testdata.h"
#include "tests/support/verifiedbody.h"

#include <QTest>

using namespace anrufwarte;

namespace {

constexpr qint64 Asked = 1'790'000'000'000;

/// A webhook body or a bare call object.
Result<CallChange> decodeAny(const QByteArray &json)
{
    const Result<JsonBody> document = JsonBody::parse(json);
    if (!document)
        return document.error();
    if (JsonMembers(document->root())["event"].isAbsent())
        return decodeAnswer(document->root(), Asked, Source::Resync);
    return test::changeFromWebhook(json);
}

CallRow rowOf(const CallChange &change)
{
    const MergeOutcome outcome = mergeCall(CallRecord{change.callId, {}, {}}, change);
    CallRow row;
    deriveRow(row, outcome.record, CostUnitChoice::Auto);
    return row;
}

QByteArray recorded(const QString &name)
{
    const auto dir = test::besideCheckout(QStringLiteral("retell/recorded"));
    QFile file(dir ? dir->filePath(name) : QString());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What a whole body must come to; -1 = unknown.
struct Expected
{
    const char *file;
    Stage stage;
    const char *status;
    qint64 durationMs;
    qint64 micros;
    double p50;
    double p95;
    int turns;
    quint8 present; ///< bits of Completeness
    quint8 never;
};

constexpr quint8 D = 1;  ///< duration
constexpr quint8 C = 2;  ///< cost
constexpr quint8 T = 4;  ///< transcript
constexpr quint8 L = 8;  ///< latency
constexpr quint8 R = 16; ///< recording
constexpr quint8 S = 32; ///< summary
constexpr quint8 All = 63;

constexpr std::array Samples{
    Expected{"call_started_phone_inbound", Stage::Ongoing, "ongoing", -1, -1, -1, -1, 0, 0, 0},
    Expected{"call_started_phone_outbound", Stage::Ongoing, "ongoing", -1, -1, -1, -1, 0, 0, 0},
    Expected{"call_started_web", Stage::Ongoing, "ongoing", -1, -1, -1, -1, 0, 0, 0},
    Expected{"transcript_updated", Stage::Ongoing, "ongoing", -1, -1, -1, -1, 2, T, 0},
    Expected{"transfer_started", Stage::Ongoing, "ongoing", -1, -1, -1, -1, 0, 0, 0},
    Expected{"call_ended_phone_inbound", Stage::Finished, "ended", 36960, 55033, 1250.25, 1374.225, 11,
             D | C | T | L | R, 0},
    Expected{"call_ended_anonymous_caller", Stage::Finished, "ended", 36960, 55033, 1250.25, 1374.225, 11,
             D | C | T | L | R, 0},
    Expected{"call_ended_custom_llm_error", Stage::Finished, "error", 36960, 55033, 1620, 1701, 11,
             D | C | T | L | R, 0},
    Expected{"call_ended_no_cost", Stage::Finished, "ended", 36960, -1, 1250.25, 1374.225, 11, D | T | L | R,
             0},
    Expected{"call_ended_long_200_turns", Stage::Finished, "ended", 661117, 948867, 2264.5, 3751.25, 236,
             D | C | T | L, 0},
    Expected{"call_ended_not_connected", Stage::Finished, "not_connected", 0, 0, -1, -1, 0, D | C,
             All & ~(D | C)},
    Expected{"call_ended_transfer", Stage::Finished, "ended", 60000, 226000, 900, 900, 3, D | C | T | L, 0},
    Expected{"call_analyzed_phone_inbound", Stage::Analysed, "ended", 36960, 55033, 1250.25, 1374.225, 11,
             All, 0},
    Expected{"call_analyzed_not_connected", Stage::Analysed, "not_connected", 0, 0, -1, -1, 0, D | C,
             All & ~(D | C)},
    Expected{"call_analyzed_voicemail", Stage::Analysed, "ended", 10000, 14333, -1, -1, 1, D | C | T | L | S,
             0},
    Expected{"call_analyzed_web", Stage::Analysed, "ended", 19480, 85000, 640.5, 696.075, 5, All, 0},
    Expected{"call_analyzed_null_fields", Stage::Analysed, "ended", 36960, -1, -1, -1, 11, D | T | R, 0},
    Expected{"call_analyzed_unknown_values", Stage::Analysed, "teleported", 36960, 55033, 1250.25, 1374.225,
             12, All, 0},
    Expected{"call_analyzed_extra_fields", Stage::Analysed, "ended", 36960, 55033, 1250.25, 1374.225, 11, All,
             0},
    Expected{"call_analyzed_umlaut_emoji", Stage::Analysed, "ended", 36960, 55033, 1250.25, 1374.225, 6, All,
             0},
    Expected{"call_analyzed_pii_scrubbed", Stage::Analysed, "ended", 36960, 55033, 1250.25, 1374.225, 2, All,
             0},
    Expected{"get_call_registered", Stage::Registered, "registered", -1, -1, -1, -1, 0, 0, 0},
    Expected{"get_call_ongoing", Stage::Ongoing, "ongoing", -1, -1, -1, -1, 0, 0, 0},
    Expected{"get_call_ended_phone", Stage::Analysed, "ended", 36960, 55033, 1250.25, 1374.225, 11, All, 0},
    Expected{"get_call_basic_attributes_only", Stage::Finished, "ended", 36960, 55033, -1, -1, 0, D | C,
             T | R | S},
    // The former system's shape: dollars; the same figures in Retell's shape: cents (contract §6.5).
    Expected{"seed_call_559_get_call", Stage::Ongoing, "", 71000, 9'785'000, 2208.5, 3381, 0, All, 0},
    Expected{"seed_call_559_webhook_call_ended", Stage::Finished, "ended", 71000, 9'785'000, 2208.5, 3381, 0,
             All, 0},
    Expected{"seed_call_559_official_shape", Stage::Analysed, "ended", 71000, 97'850, 2208.5, 3381, 0, All,
             0},
    Expected{"seed_call_560_get_call", Stage::Ongoing, "", 58000, 8'030'000, 2196.5, -1, 0, All, 0},
    Expected{"seed_call_560_webhook_call_ended", Stage::Finished, "ended", 58000, 8'030'000, 2196.5, -1, 0,
             All, 0},
    Expected{"seed_call_560_official_shape", Stage::Analysed, "ended", 58000, 80'300, 2196.5, -1, 0, All, 0},
};

constexpr std::array Recordings{
    Expected{"r01_get_call_36s_de", Stage::Analysed, "ended", 35303, 45600, 836.0009765625, 836.0009765625,
             16, All, 0},
    Expected{"r02_get_call_74s_de_tools", Stage::Analysed, "ended", 73145, 115933, 3184, 3184, 38, All, 0},
    Expected{"r03_get_call_164s_de_tools", Stage::Analysed, "ended", 163151, 256933, 1528, 2273.2999999999997,
             68, All, 0},
    Expected{"r04_webhook_call_ended", Stage::Finished, "ended", 92190, 145700, 1279, 1640.80263671875, 47,
             D | C | T | L | R, 0},
    Expected{"r05_webhook_call_analyzed", Stage::Analysed, "ended", 92190, 145700, 1279, 1640.80263671875, 47,
             All, 0},
    Expected{"r06_webhook_call_ended_zero_cost", Stage::Finished, "ended", 581576, 0, -1, -1, 1, D | C | T,
             0},
    Expected{"r07_webhook_call_ended_no_answer", Stage::Finished, "not_connected", 0, 0, -1, -1, 0, D | C,
             All & ~(D | C)},
    Expected{"r08_webhook_call_analyzed_invalid_destination", Stage::Analysed, "not_connected", 0, 0, -1, -1,
             0, D | C, All & ~(D | C)},
    Expected{"r09_create_phone_call_response_registered", Stage::Registered, "registered", -1, -1, -1, -1, 0,
             0, 0},
    Expected{"r10_official_docs_example", Stage::Registered, "registered", 10000, 700000, 800, 1500, 1, All,
             0},
    Expected{"r11_get_call_97s_partial_percentiles", Stage::Finished, "ended", 96800, 152150, 1476, -1, 0,
             D | C | L, 0},
    Expected{"r12_get_call_56s_no_unit_price", Stage::Finished, "ended", 56000, 76600, 2424, -1, 0, D | C | L,
             0},
    Expected{"r13_webhook_call_started_minimal", Stage::Ongoing, "ongoing", -1, -1, -1, -1, 0, 0, 0},
    Expected{"r14_webhook_call_analyzed_web_signed_url", Stage::Analysed, "ended", 89293, 247500, -1, -1, 0,
             D | C | R | S, 0},
    Expected{"r15_webhook_call_ended_fixture_no_words", Stage::Finished, "ended", 240000, -1, -1, -1, 5,
             D | T | S, 0},
    Expected{"r16_call_voicemail_short", Stage::Finished, "ended", 2958, -1, -1, -1, 0, D, 0},
    Expected{"r17_call_unfilled_placeholders_nulls", Stage::Analysed, "ended", 87970, -1, -1, -1, 0,
             D | T | R | S, 0},
};

void check(const QByteArray &json, const Expected &expected)
{
    const Result<CallChange> change = decodeAny(json);
    QVERIFY(change.has_value());
    QCOMPARE(static_cast<int>(change->stamp.stage), static_cast<int>(expected.stage));
    const CallRow row = rowOf(*change);
    QCOMPARE(row.callStatus, QString::fromLatin1(expected.status));
    QCOMPARE(row.durationMs.value_or(-1), expected.durationMs);
    QCOMPARE(row.cost.value_or(-1), expected.micros);
    QCOMPARE(row.latencyP50Ms.value_or(-1), expected.p50);
    QCOMPARE(row.latencyP95Ms.value_or(-1), expected.p95);
    const Result<JsonDocument> turns = JsonDocument::parse(test::textIn(*change, Field::Turns).toUtf8());
    QCOMPARE(turns ? turns->root().size() : 0, expected.turns);
    QCOMPARE(row.completeness.present, expected.present);
    QCOMPARE(row.completeness.never, expected.never);
    QVERIFY(change->warnings.isEmpty());
    for (const FieldFact &fact : change->facts)
        QVERIFY(
            !plainText(fact.value).contains(QStringLiteral("eyJhbGciOi"))); // the access token of web calls
}

} // namespace

class TestRetellSamples : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void samplesComeToTheseValues_data();
    void samplesComeToTheseValues();
    void recordingsComeToTheseValues_data();
    void recordingsComeToTheseValues();
    void inboundCallInFull();
    void formerCallHasItsCents();
    void unknownValuesAreKeptVerbatim();
    void umlautsAndEmojiSurvive();
    void listItemsAreCalls();
};

void TestRetellSamples::samplesComeToTheseValues_data()
{
    QTest::addColumn<qsizetype>("index");
    for (qsizetype i = 0; i < static_cast<qsizetype>(Samples.size()); ++i)
        QTest::newRow(Samples[static_cast<size_t>(i)].file) << i;
}

void TestRetellSamples::samplesComeToTheseValues()
{
    QFETCH(qsizetype, index);
    const Expected &expected = Samples.at(static_cast<size_t>(index));
    check(test::data(QStringLiteral("samples/%1.json").arg(QLatin1String(expected.file))), expected);
}

void TestRetellSamples::recordingsComeToTheseValues_data()
{
    QTest::addColumn<qsizetype>("index");
    for (qsizetype i = 0; i < static_cast<qsizetype>(Recordings.size()); ++i)
        QTest::newRow(Recordings[static_cast<size_t>(i)].file) << i;
}

void TestRetellSamples::recordingsComeToTheseValues()
{
    QFETCH(qsizetype, index);
    const Expected &expected = Recordings.at(static_cast<size_t>(index));
    const QByteArray json = recorded(QString::fromLatin1(expected.file) + QStringLiteral(".json"));
    if (json.isEmpty())
        QSKIP("no recorded bodies beside the checkout");
    check(json, expected);
}

void TestRetellSamples::inboundCallInFull()
{
    const CallChange change =
        test::changeFromWebhook(test::data(QStringLiteral("samples/call_analyzed_phone_inbound.json")));
    const auto text = [&change](Field field) { return test::textIn(change, field); };
    QCOMPARE(change.callId.value(), QStringLiteral("call_5f3a9c0e7b214d68a1c4e2f7b90"));
    QCOMPARE(change.event, QStringLiteral("call_analyzed"));
    QCOMPARE(change.stamp.asOfMs, 1'790'000'043'060);
    QCOMPARE(text(Field::CallType), QStringLiteral("phone_call"));
    QCOMPARE(text(Field::Direction), QStringLiteral("inbound"));
    QCOMPARE(text(Field::FromNumber), QStringLiteral("+491713920012"));
    QCOMPARE(text(Field::ToNumber), QStringLiteral("+493023125100"));
    QCOMPARE(text(Field::AgentId), QStringLiteral("agent_7c1f0a52be9d4e6f8a3b21d0c4"));
    QCOMPARE(text(Field::AgentName), QStringLiteral("Terminassistentin Praxis Lindenhof"));
    QCOMPARE(text(Field::AgentVersion), QStringLiteral("12"));
    QCOMPARE(text(Field::StartTimestamp), QStringLiteral("1790000000000"));
    QCOMPARE(text(Field::EndTimestamp), QStringLiteral("1790000036960"));
    QCOMPARE(text(Field::DisconnectionReason), QStringLiteral("agent_hangup"));
    QCOMPARE(text(Field::UserSentiment), QStringLiteral("Positive"));
    QCOMPARE(text(Field::CallSuccessful), QStringLiteral("true"));
    QCOMPARE(text(Field::InVoicemail), QStringLiteral("false"));
    QCOMPARE(text(Field::CustomAnalysis),
             QStringLiteral(R"({"anliegen":"Blutabnahme","termin_gebucht":true})"));
    QCOMPARE(text(Field::CollectedVariables), QStringLiteral(R"({"termin_id":"8812"})"));
    QCOMPARE(text(Field::TelephonyIdentifier),
             QStringLiteral(R"({"twilio_call_sid":"CA00000000000000000000000000000001"})"));
    QCOMPARE(text(Field::DataStorageSetting), QStringLiteral("everything"));
    QCOMPARE(text(Field::OptInSignedUrl), QStringLiteral("false"));
    QVERIFY(text(Field::Summary).startsWith(QStringLiteral("Herr Müller vereinbarte einen Termin")));
    QCOMPARE(text(Field::RecordingUrl),
             QStringLiteral("https://recordings.example.invalid/a1/recording.wav"));
    QVERIFY(text(Field::ExtraMembers).isEmpty());
    QVERIFY(text(Field::Metadata).isEmpty());
}

void TestRetellSamples::formerCallHasItsCents()
{
    const auto row = [](const char *name) {
        return rowOf(*decodeAny(test::data(QStringLiteral("samples/") + QLatin1String(name))));
    };
    QCOMPARE(wholeCents(row("seed_call_559_webhook_call_ended.json").cost.value()), 979);
    QCOMPARE(wholeCents(row("seed_call_559_official_shape.json").cost.value()), 10);
    QCOMPARE(wholeCents(row("seed_call_560_webhook_call_ended.json").cost.value()), 803);
    QCOMPARE(wholeCents(row("seed_call_560_official_shape.json").cost.value()), 8);
    QCOMPARE(wholeSeconds(row("seed_call_559_webhook_call_ended.json").durationMs.value()), 71);
    QCOMPARE(wholeSeconds(row("seed_call_560_webhook_call_ended.json").durationMs.value()), 58);
}

void TestRetellSamples::unknownValuesAreKeptVerbatim()
{
    const CallChange change =
        test::changeFromWebhook(test::data(QStringLiteral("samples/call_analyzed_unknown_values.json")));
    QCOMPARE(rowOf(change).state, CallState::Completed);
    QCOMPARE(test::textIn(change, Field::UserSentiment), QStringLiteral("Ecstatic"));
    QCOMPARE(test::textIn(change, Field::DisconnectionReason), QStringLiteral("solar_flare"));
    QCOMPARE(test::textIn(change, Field::ExtraMembers),
             QStringLiteral(R"({"quantum_mood":{"level":7,"labels":["ruhig"]}})"));
    QVERIFY(test::textIn(change, Field::Latency).contains(QStringLiteral("telepathy")));
}

void TestRetellSamples::umlautsAndEmojiSurvive()
{
    const CallChange change =
        test::changeFromWebhook(test::data(QStringLiteral("samples/call_analyzed_umlaut_emoji.json")));
    QCOMPARE(test::textIn(change, Field::AgentName), QStringLiteral("Bürgertelefon Fürth 🏛️"));
    QCOMPARE(test::textIn(change, Field::Summary),
             QStringLiteral("Führerschein-Umtausch; Gebühr 25,30 €. 😊"));
    QVERIFY(test::textIn(change, Field::Transcript)
                .contains(QStringLiteral("Zero\u200bwidth, nbsp\u00a0und Tab\t")));
}

void TestRetellSamples::listItemsAreCalls()
{
    for (const char *name :
         {"list_calls_v3_page1", "list_calls_v3_page2_last", "list_calls_v2_legacy_array"}) {
        const Result<JsonBody> document =
            JsonBody::parse(test::data(QStringLiteral("samples/%1.json").arg(QLatin1String(name))));
        const JsonText root = document->root();
        const QList<JsonText> items = elementsOf(root.isArray() ? root : JsonMembers(root)["items"]);
        QVERIFY(items.size() > 1);
        for (const JsonText &item : items) {
            const Result<CallChange> change = decodeAnswer(item, Asked, Source::Poll);
            QVERIFY(change.has_value());
            // A list row carries no transcript; that is not the same as nobody having spoken.
            QVERIFY(root.isArray() || !isKnown(test::valueIn(*change, Field::NoTurns)));
        }
    }
}

QTEST_GUILESS_MAIN(TestRetellSamples)
#include "test_retell_samples.moc"
