// SPDX-License-Identifier: GPL-3.0-or-later
// Named stories of contract §6; test_mergecall_orders.cpp proves the law behind them.
#include "core/calls/call.h"
#include "core/retell/answerdecoder.h"
#include "tests/support/verifiedbody.h"

#include <QTest>
#include <algorithm>
#include <numeric>

using namespace anrufwarte;

namespace {

CallChange webhook(const char *event, const QByteArray &members, qint64 atMs)
{
    const QByteArray separator = members.isEmpty() ? "" : ",";
    return test::changeFromWebhook(QByteArrayLiteral("{\"event\":\"") + event +
                                   "\",\"call\":{\"call_id\":\"call_1\"" + separator + members +
                                   "},\"event_timestamp\":" + QByteArray::number(atMs) + '}');
}

CallChange answer(const QByteArray &members, qint64 atMs)
{
    const QByteArray json = "{\"call_id\":\"call_1\"," + members + '}';
    const Result<JsonBody> document = JsonBody::parse(json);
    return decodeAnswer(document->root(), atMs, Source::Poll).value();
}

CallRecord emptyRecord()
{
    CallRecord record;
    record.callId = CallId(QStringLiteral("call_1"));
    return record;
}

CallRecord merged(const QList<CallChange> &changes)
{
    CallRecord record = emptyRecord();
    for (const CallChange &change : changes)
        record = mergeCall(std::move(record), change).record;
    return record;
}

/// The record that all orders of these statements lead to; aborts when they disagree.
CallRecord inAnyOrder(QList<CallChange> changes)
{
    QList<qsizetype> order(changes.size());
    std::iota(order.begin(), order.end(), 0);
    std::optional<CallRecord> first;
    do {
        QList<CallChange> turn;
        for (const qsizetype index : order)
            turn.append(changes[index]);
        const CallRecord record = merged(turn);
        if (first && *first != record)
            qFatal("two orders lead to two records");
        first = record;
    } while (std::next_permutation(order.begin(), order.end()));
    return *first;
}

QString stateWord(const CallRecord &record)
{
    return toWord(stateOf(textOf(record, Field::CallStatus), record.furthest));
}

const QByteArray ZeroCost = R"("call_cost":{"product_costs":[],"combined_cost":0})";
const QByteArray RealCost =
    R"("call_cost":{"product_costs":[{"product":"x","cost":9.785}],"combined_cost":9.785})";

} // namespace

class TestMergeCall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endedBeforeStartedStaysEnded();
    void analysedBeforeEndedStaysAnalysed();
    void staleOngoingInsideCallEndedCloses();
    void staleAnswerDoesNotReopen();
    void neverConnectedIsFailed();
    void nothingErasesAKnownValue();
    void runningZerosNeverWin();
    void allZeroCostNeverReplacesARealOne();
    void zeroCostStandsWhenThereIsNoOther();
    void laterStatementOfOneStageStands();
    void laterRunningStatementDoesNotBeatTheFinishedOne();
    void latencyWithoutEndToEndDoesNotReplaceOneWith();
    void turnsWithToolCallsAreKept();
    void repeatedDeliveriesChangeNothing();
    void changesTellBeforeAndAfter();
    void equalStampsAreDecidedByContent();
};

void TestMergeCall::endedBeforeStartedStaysEnded()
{
    const CallRecord record =
        inAnyOrder({webhook("call_ended", R"("duration_ms":71000)", 2000),
                    webhook("call_started", R"("call_status":"ongoing","agent_name":"A")", 1000)});
    QCOMPARE(stateWord(record), QStringLiteral("completed"));
    QCOMPARE(textOf(record, Field::CallStatus), QStringLiteral("ended"));
    QCOMPARE(textOf(record, Field::AgentName), QStringLiteral("A"));
    QCOMPARE(integerOf(record, Field::DurationMs), 71'000);
}

void TestMergeCall::analysedBeforeEndedStaysAnalysed()
{
    const CallRecord record = inAnyOrder(
        {webhook("call_analyzed", R"("call_status":"ended","call_analysis":{"call_summary":"kurz"})", 3000),
         webhook("call_ended", R"("call_status":"ended","transcript":"Agent: Hallo")", 2000),
         webhook("call_started", R"("call_status":"ongoing")", 1000)});
    QCOMPARE(record.furthest, Stage::Analysed);
    QCOMPARE(textOf(record, Field::Summary), QStringLiteral("kurz"));
    QCOMPARE(textOf(record, Field::Transcript), QStringLiteral("Agent: Hallo"));
}

void TestMergeCall::staleOngoingInsideCallEndedCloses()
{
    for (const char *event : {"call_ended", "call_analyzed"}) {
        const CallRecord record =
            inAnyOrder({webhook(event, R"("call_status":"ongoing")", 1000),
                        webhook("transcript_updated", R"("call_status":"ongoing")", 5000)});
        QCOMPARE(stateWord(record), QStringLiteral("completed"));
        QCOMPARE(textOf(record, Field::CallStatus), QStringLiteral("ended"));
    }
}

void TestMergeCall::staleAnswerDoesNotReopen()
{
    const CallRecord record = inAnyOrder({webhook("call_ended", R"("call_status":"error")", 2000),
                                          answer(R"("call_status":"ongoing")", 9000),
                                          answer(R"("call_status":"registered")", 9500)});
    QCOMPARE(stateWord(record), QStringLiteral("failed"));
    QCOMPARE(textOf(record, Field::CallStatus), QStringLiteral("error"));
}

void TestMergeCall::neverConnectedIsFailed()
{
    const CallRecord record = inAnyOrder(
        {webhook("call_ended", R"("call_status":"not_connected","duration_ms":0,"transcript":"",)" + ZeroCost,
                 2000),
         webhook("call_analyzed", R"("call_status":"not_connected","call_analysis":{"call_summary":""})",
                 3000)});
    QCOMPARE(stateWord(record), QStringLiteral("failed"));
    QCOMPARE(integerOf(record, Field::DurationMs), 0);
    QCOMPARE(flagOf(record, Field::NoTurns), true);
    QVERIFY(completenessOf(record).isComplete());
}

void TestMergeCall::nothingErasesAKnownValue()
{
    const QByteArray known =
        R"("agent_name":"A","transcript":"Agent: Hallo","duration_ms":71000,"metadata":{"k":1})";
    for (const char *nothing : {"null", "\"\"", "{}", "[]"}) {
        const QByteArray empty = QByteArrayLiteral("\"agent_name\":") + nothing +
                                 ",\"transcript\":" + nothing + ",\"duration_ms\":" + nothing +
                                 ",\"metadata\":" + nothing;
        const CallRecord record =
            inAnyOrder({webhook("call_ended", known, 2000), webhook("call_analyzed", empty, 3000),
                        answer(R"("call_status":"ended",)" + empty, 9000)});
        QCOMPARE(textOf(record, Field::AgentName), QStringLiteral("A"));
        QCOMPARE(textOf(record, Field::Transcript), QStringLiteral("Agent: Hallo"));
        QCOMPARE(integerOf(record, Field::DurationMs), 71'000);
        QCOMPARE(jsonOf(record, Field::Metadata), QByteArray(R"({"k":1})"));
    }
}

void TestMergeCall::runningZerosNeverWin()
{
    const QByteArray zeros =
        R"("call_status":"ongoing","duration_ms":0,"end_timestamp":0,"latency":{},)" + ZeroCost;
    const CallRecord record = inAnyOrder(
        {webhook("call_ended", R"("duration_ms":71000,"end_timestamp":1759592627000,)" + RealCost, 2000),
         answer(zeros, 9000), webhook("transcript_updated", zeros, 9500)});
    QCOMPARE(integerOf(record, Field::DurationMs), 71'000);
    QCOMPARE(integerOf(record, Field::EndTimestamp), 1'759'592'627'000);
    QCOMPARE(readCost(jsonOf(record, Field::Cost), CostUnitChoice::Auto)->total, 97'850);
}

void TestMergeCall::allZeroCostNeverReplacesARealOne()
{
    const CallRecord record =
        inAnyOrder({webhook("call_ended", RealCost, 2000), webhook("call_analyzed", ZeroCost, 3000),
                    answer(R"("call_status":"ended",)" + ZeroCost, 9000)});
    QCOMPARE(readCost(jsonOf(record, Field::Cost), CostUnitChoice::Auto)->total, 97'850);
}

void TestMergeCall::zeroCostStandsWhenThereIsNoOther()
{
    const CallRecord record =
        inAnyOrder({webhook("call_ended", ZeroCost, 2000), webhook("call_started", "", 1000)});
    QCOMPARE(readCost(jsonOf(record, Field::Cost), CostUnitChoice::Auto)->total, 0);
}

void TestMergeCall::laterStatementOfOneStageStands()
{
    const CallRecord record = inAnyOrder({answer(R"("call_status":"ended","agent_name":"early")", 2000),
                                          answer(R"("call_status":"ended","agent_name":"late")", 3000)});
    QCOMPARE(textOf(record, Field::AgentName), QStringLiteral("late"));
}

void TestMergeCall::laterRunningStatementDoesNotBeatTheFinishedOne()
{
    const CallRecord record =
        inAnyOrder({webhook("call_ended", R"("transcript":"Agent: Hallo\nUser: Ja")", 2000),
                    webhook("transcript_updated", R"("transcript":"Agent: Hal")", 9000)});
    QCOMPARE(textOf(record, Field::Transcript), QStringLiteral("Agent: Hallo\nUser: Ja"));
}

void TestMergeCall::latencyWithoutEndToEndDoesNotReplaceOneWith()
{
    const CallRecord record =
        inAnyOrder({webhook("call_ended", R"("latency":{"e2e":{"p50":2208.5}})", 2000),
                    webhook("call_analyzed", R"("latency":{"llm":{"p50":1},"e2e":{"num":0}})", 3000)});
    QCOMPARE(jsonOf(record, Field::Latency), QByteArray(R"({"e2e":{"p50":2208.5}})"));
}

void TestMergeCall::turnsWithToolCallsAreKept()
{
    const CallRecord record = inAnyOrder(
        {webhook("call_ended",
                 R"("transcript_with_tool_calls":[{"role":"user"}],"transcript_object":[{"role":"x"}])",
                 2000),
         webhook("call_analyzed", R"("transcript_object":[{"role":"agent"}])", 3000)});
    QCOMPARE(jsonOf(record, Field::Turns), QByteArray(R"([{"role":"user"}])"));
}

void TestMergeCall::repeatedDeliveriesChangeNothing()
{
    const CallChange ended = webhook("call_ended", R"("duration_ms":71000,)" + RealCost, 2000);
    const MergeOutcome once = mergeCall(emptyRecord(), ended);
    const MergeOutcome twice = mergeCall(once.record, ended);
    QVERIFY(!once.changes.isEmpty());
    QVERIFY(twice.changes.isEmpty());
    QCOMPARE(twice.record, once.record);
    CallRecord record = emptyRecord();
    QVERIFY(mergeInto(record, ended).isGrown);
    QCOMPARE(record, once.record);
    QVERIFY(!mergeInto(record, ended).isGrown);
    CallChange later = ended; // the same values on a newer statement: nothing to tell, but another record
    ++later.stamp.asOfMs;
    const Growth restated = mergeInto(record, later);
    QVERIFY(restated.isGrown && restated.changes.isEmpty());
}

void TestMergeCall::changesTellBeforeAndAfter()
{
    CallRecord record = merged({webhook("call_started", R"("agent_name":"A")", 1000)});
    const MergeOutcome outcome =
        mergeCall(std::move(record), webhook("call_ended", R"("agent_name":"A","duration_ms":71000)", 2000));
    QCOMPARE(outcome.changes,
             (QList<FieldChange>{{Field::CallStatus, QStringLiteral("ongoing"), QStringLiteral("ended")},
                                 {Field::DurationMs, {}, qint64{71'000}}}));
}

void TestMergeCall::equalStampsAreDecidedByContent()
{
    // Same stage and moment: the digest of the call object decides, the same everywhere.
    const CallRecord record = inAnyOrder({webhook("call_ended", R"("agent_name":"A")", 2000),
                                          webhook("call_ended", R"("agent_name":"B")", 2000)});
    const QString name = textOf(record, Field::AgentName);
    QVERIFY(name == QStringLiteral("A") || name == QStringLiteral("B"));
    // Even one stamp with two values leads to one state.
    CallChange left = webhook("call_ended", R"("agent_name":"A")", 2000);
    CallChange right = left;
    for (FieldFact &fact : right.facts) {
        if (fact.field == Field::AgentName)
            fact.value = QStringLiteral("Z");
    }
    QCOMPARE(textOf(inAnyOrder({left, right}), Field::AgentName), QStringLiteral("Z"));
}

QTEST_GUILESS_MAIN(TestMergeCall)
#include "test_mergecall.moc"
