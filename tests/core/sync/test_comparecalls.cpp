// SPDX-License-Identifier: GPL-3.0-or-later
// What people compare of a call before and after an answer, and what a resync concludes from it.
#include "core/sync/resync.h"
#include "core/sync/resyncjudgement.h"
#include "tests/support/callbuilders.h"

#include <QTest>
#include <algorithm>

using namespace anrufwarte;
using namespace Qt::StringLiterals;

namespace {

constexpr char Cost[] = R"({"combined_cost":9.785,"total_duration_seconds":71,)"
                        R"("product_costs":[{"product":"elevenlabs_tts","cost":8.234},)"
                        R"({"product":"gpt_4o","cost":1.551}]})";
constexpr char Latency[] = R"({"e2e":{"p50":2208.5,"p90":3022,"p95":3381,"p99":3400,"num":11}})";

Call callOf(const CallChange &change)
{
    Call call;
    call.record = mergeCall(CallRecord{change.callId, {}, {}}, change).record;
    call.row.id = LocalCallId(559);
    deriveRow(call.row, call.record, CostUnitChoice::Auto);
    return call;
}

test::ChangeBuilder ended(qint64 asOfMs = 2'000)
{
    return test::ChangeBuilder(u"call_1"_s).ended(asOfMs);
}

test::ChangeBuilder complete()
{
    return test::ChangeBuilder(u"call_1"_s)
        .analysed(3'000)
        .with(Field::DurationMs, 71'000)
        .with(Field::Cost, Cost)
        .with(Field::Latency, Latency)
        .with(Field::Transcript, u"Agent: Hallo!")
        .with(Field::RecordingUrl, u"https://example.com/a.wav")
        .with(Field::Summary, u"Der Agent buchte einen Beratungstermin.")
        .with(Field::UserSentiment, u"Positive");
}

std::optional<FieldDelta> lineOf(const QList<FieldDelta> &deltas, ResyncField field)
{
    const auto found = std::find_if(deltas.begin(), deltas.end(),
                                    [field](const FieldDelta &delta) { return delta.field == field; });
    return found == deltas.end() ? std::nullopt : std::optional(*found);
}

} // namespace

class TestCompareCalls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void lines_data();
    void lines();
    void unknownBeforeAndAfterHasNoLine();
    void callNeverSeenIsAddedAsAWhole();
    void equalCallsHaveNoChanges();
    void textsOfOneLengthAreStillCorrected();
    void furtherFieldsAreNamedTogether();
    void longSummaryIsCut();
    void verdicts_data();
    void verdicts();
    void endOfARunningCallIsNoticed();
    void failuresAreTold();
};

void TestCompareCalls::lines_data()
{
    QTest::addColumn<ResyncField>("field");
    QTest::addColumn<CallChange>("before");
    QTest::addColumn<FieldDelta>("expected");
    const CallChange bare = ended();
    using F = ResyncField;
    const auto added = [](F field, const FigureValue &after) {
        return FieldDelta{field, DeltaKind::Added, {}, after};
    };
    QTest::newRow("duration") << F::Duration << bare << added(F::Duration, qint64(71'000));
    QTest::newRow("cost") << F::Cost << bare << added(F::Cost, qint64(97'850));
    QTest::newRow("items") << F::CostBreakdown << bare << added(F::CostBreakdown, qint64(2));
    QTest::newRow("transcript") << F::Transcript << bare << added(F::Transcript, qint64(13));
    QTest::newRow("recording") << F::Recording << bare << added(F::Recording, true);
    QTest::newRow("summary") << F::Summary << bare
                             << added(F::Summary, u"Der Agent buchte einen Beratungstermin."_s);
    QTest::newRow("measurements") << F::LatencyMetrics << bare << added(F::LatencyMetrics, qint64(11));
    QTest::newRow("p50") << F::LatencyP50 << bare << added(F::LatencyP50, 2208.5);
    QTest::newRow("p95") << F::LatencyP95 << bare << added(F::LatencyP95, 3381.0);
    QTest::newRow("sentiment") << F::Sentiment << bare << added(F::Sentiment, u"Positive"_s);
    QTest::newRow("status of a finished call")
        << F::Status << bare << FieldDelta{F::Status, DeltaKind::Unchanged, u"ended"_s, u"ended"_s};
    QTest::newRow("status of a running call")
        << F::Status << test::ChangeBuilder(u"call_1"_s).started(1'000).change()
        << FieldDelta{F::Status, DeltaKind::Corrected, u"ongoing"_s, u"ended"_s};
    QTest::newRow("another duration")
        << F::Duration << ended().with(Field::DurationMs, 70'000).change()
        << FieldDelta{F::Duration, DeltaKind::Corrected, qint64(70'000), qint64(71'000)};
    QTest::newRow("the same duration")
        << F::Duration << ended().with(Field::DurationMs, 71'000).change()
        << FieldDelta{F::Duration, DeltaKind::Unchanged, qint64(71'000), qint64(71'000)};
}

void TestCompareCalls::lines()
{
    QFETCH(ResyncField, field);
    QFETCH(CallChange, before);
    QFETCH(FieldDelta, expected);
    const ResyncJudgement judgement = judgeAnswer(callOf(before), complete(), CostUnitChoice::Auto);
    const auto line = lineOf(judgement.result.deltas, field);
    QVERIFY(line);
    QVERIFY(*line == expected);
}

void TestCompareCalls::unknownBeforeAndAfterHasNoLine()
{
    const Call bare = callOf(ended());
    const QList<FieldDelta> deltas = compareCalls(bare, bare);
    QCOMPARE(deltas.size(), 1);
    QCOMPARE(deltas.constFirst().field, ResyncField::Status);
}

void TestCompareCalls::callNeverSeenIsAddedAsAWhole()
{
    const ResyncJudgement judgement = judgeAnswer({}, complete(), CostUnitChoice::Auto);
    QVERIFY(judgement.result.wasNew);
    QVERIFY(!judgement.isEnd);
    QCOMPARE(judgement.result.id.value(), 0);
    for (const FieldDelta &delta : judgement.result.deltas)
        QCOMPARE(delta.kind, DeltaKind::Added);
    QCOMPARE(judgement.result.verdict, ResyncVerdict::Updated);
}

void TestCompareCalls::equalCallsHaveNoChanges()
{
    const Call call = callOf(complete());
    for (const FieldDelta &delta : compareCalls(call, call))
        QCOMPARE(delta.kind, DeltaKind::Unchanged);
}

void TestCompareCalls::textsOfOneLengthAreStillCorrected()
{
    const Call before = callOf(ended().with(Field::Transcript, u"Agent: Guten!"));
    const auto line =
        lineOf(judgeAnswer(before, complete(), CostUnitChoice::Auto).result.deltas, ResyncField::Transcript);
    QVERIFY(line);
    QCOMPARE(line->kind, DeltaKind::Corrected);
    QVERIFY(line->before == line->after);
}

void TestCompareCalls::furtherFieldsAreNamedTogether()
{
    const Call before = callOf(ended().with(Field::AgentVersion, 3));
    const CallChange answer = complete().with(Field::AgentVersion, 4).with(Field::InVoicemail, false);
    const auto line =
        lineOf(judgeAnswer(before, answer, CostUnitChoice::Auto).result.deltas, ResyncField::Other);
    QVERIFY(line);
    QCOMPARE(line->kind, DeltaKind::Corrected);
    const QString names = std::get<QString>(line->after);
    QVERIFY2(names.contains(u"agent_version"), qPrintable(names));
    QVERIFY2(names.contains(QLatin1String(info(Field::InVoicemail).column)), qPrintable(names));
}

void TestCompareCalls::longSummaryIsCut()
{
    const CallChange answer = ended().with(Field::Summary, FieldValue(QString(100'000, u'x')));
    const auto line =
        lineOf(judgeAnswer({}, answer, CostUnitChoice::Auto).result.deltas, ResyncField::Summary);
    QVERIFY(line);
    QCOMPARE(std::get<QString>(line->after).size(), 300);
}

void TestCompareCalls::verdicts_data()
{
    QTest::addColumn<CallChange>("before");
    QTest::addColumn<CallChange>("answer");
    QTest::addColumn<ResyncVerdict>("verdict");
    QTest::addColumn<SetAside>("setAside");
    QTest::addColumn<bool>("isComplete");
    const CallChange bare = ended();
    const CallChange basic = ended().with(Field::DataStorageSetting, u"basic_attributes_only").change();
    const CallChange notConnected =
        test::ChangeBuilder(u"call_1"_s).stage(Stage::Finished, {}, u"not_connected"_s, 3'000).change();
    QTest::newRow("filled") << bare << complete().change() << ResyncVerdict::Updated << SetAside::No << true;
    QTest::newRow("nothing new") << bare << bare << ResyncVerdict::Unchanged << SetAside::No << false;
    QTest::newRow("not stored, nothing new")
        << basic << basic << ResyncVerdict::GivenUp << SetAside::NotStored << false;
    QTest::newRow("not stored, something new")
        << bare << ended(3'000).with(Field::DataStorageSetting, u"basic_attributes_only").change()
        << ResyncVerdict::Updated << SetAside::NotStored << false;
    QTest::newRow("never connected, news")
        << bare << notConnected << ResyncVerdict::Updated << SetAside::No << true;
    QTest::newRow("never connected, known")
        << notConnected << notConnected << ResyncVerdict::Unchanged << SetAside::No << true;
    QTest::newRow("still running") << test::ChangeBuilder(u"call_1"_s).started(1'000).change()
                                   << test::ChangeBuilder(u"call_1"_s).started(1'000).change()
                                   << ResyncVerdict::Unchanged << SetAside::No << false;
}

void TestCompareCalls::verdicts()
{
    QFETCH(CallChange, before);
    QFETCH(CallChange, answer);
    const ResyncResult result = judgeAnswer(callOf(before), answer, CostUnitChoice::Auto).result;
    QTEST(result.verdict, "verdict");
    QTEST(result.setAside, "setAside");
    QTEST(result.isComplete, "isComplete");
    QCOMPARE(result.id.value(), 559);
}

void TestCompareCalls::endOfARunningCallIsNoticed()
{
    const Call running = callOf(test::ChangeBuilder(u"call_1"_s).started(1'000));
    QVERIFY(judgeAnswer(running, complete(), CostUnitChoice::Auto).isEnd);
    QVERIFY(!judgeAnswer(callOf(ended()), complete(), CostUnitChoice::Auto).isEnd);
}

void TestCompareCalls::failuresAreTold()
{
    const ResyncResult missing = judgeFailure({}, {ApiFault::NotFound, 422, {}, {}});
    QCOMPARE(missing.verdict, ResyncVerdict::GivenUp);
    QCOMPARE(missing.setAside, SetAside::NotFound);
    QCOMPARE(missing.problem->code, ErrorCode::ApiCallNotFound);
    const ResyncResult down = judgeFailure({}, {ApiFault::Down, 503, {}, {}});
    QCOMPARE(down.verdict, ResyncVerdict::Failed);
    QCOMPARE(down.setAside, SetAside::No);
}

QTEST_GUILESS_MAIN(TestCompareCalls)
#include "test_comparecalls.moc"
