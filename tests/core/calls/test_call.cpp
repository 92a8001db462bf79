// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calls/call.h"

#include <QTest>

using namespace anrufwarte;

namespace {

struct Known
{
    Field field;
    FieldValue value;
};

CallRecord recordOf(const QList<Known> &known, Stage furthest = Stage::Finished)
{
    CallRecord record;
    record.callId = CallId(QStringLiteral("call_1"));
    record.furthest = furthest;
    for (const Known &fact : known)
        record.fields[static_cast<size_t>(fact.field)].value = fact.value;
    return record;
}

const Known Duration{Field::DurationMs, qint64{36'960}};
const Known Cost{Field::Cost, QByteArray(R"({"combined_cost":9.785})")};
const Known Transcript{Field::Transcript, QStringLiteral("Agent: Hallo")};
const Known Latency{Field::Latency, QByteArray(R"({"e2e":{"p50":2208.5,"p95":3381}})")};
const Known Recording{Field::ScrubbedRecordingUrl, QStringLiteral("https://x")};
const Known Summary{Field::Summary, QStringLiteral("kurz")};

QString shown(const CallRecord &record)
{
    const Completeness completeness = completenessOf(record);
    QString out;
    for (int i = 0; i < PartCount; ++i) {
        const auto part = static_cast<Part>(i);
        out += completeness.has(part) ? u'+' : completeness.cannotHave(part) ? u'/' : u'-';
    }
    return out;
}

} // namespace

class TestCall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void completenessCountsWhatCanCome_data();
    void completenessCountsWhatCanCome();
    void stateFollowsWordAndStage_data();
    void stateFollowsWordAndStage();
    void rowIsDerivedFromTheRecord();
    void bookkeepingOfTheRowStays();
    void secondsAreRoundedHalfUp();
    void missingIsPendingForAWhile();
    void wordsAndEnumsFitTogether();
    void fieldsHaveUniqueColumns();
};

void TestCall::completenessCountsWhatCanCome_data()
{
    QTest::addColumn<CallRecord>("record");
    QTest::addColumn<QString>("parts"); // duration, cost, transcript, latency, recording, summary
    const auto row = [](const char *name, const QList<Known> &known, const char *parts) {
        QTest::newRow(name) << recordOf(known) << QString::fromLatin1(parts);
    };
    const Known basic{Field::DataStorageSetting, QStringLiteral("basic_attributes_only")};
    const Known silent{Field::NoTurns, true};
    row("nothing", {}, "------");
    row("all", {Duration, Cost, Transcript, Latency, Recording, Summary}, "++++++");
    row("turns are a transcript", {{Field::Turns, QByteArray("[{}]")}}, "--+---");
    row("cost without total", {{Field::Cost, QByteArray(R"({"product_costs":[]})")}}, "------");
    row("not connected", {{Field::CallStatus, QStringLiteral("not_connected")}, Duration}, "+/////");
    row("basic attributes", {basic, Duration, Cost}, "++/-//");
    row("basic attributes, yet a summary", {basic, Summary}, "--/-/+");
    row("nobody spoke", {silent, Duration, Cost}, "++//--");
    row("nobody spoke, yet a transcript", {silent, Transcript}, "--+/--");
}

void TestCall::completenessCountsWhatCanCome()
{
    QFETCH(CallRecord, record);
    QFETCH(QString, parts);
    QCOMPARE(shown(record), parts);
    QCOMPARE(completenessOf(record).isComplete(), !parts.contains(u'-'));
}

void TestCall::stateFollowsWordAndStage_data()
{
    QTest::addColumn<int>("stage");
    QTest::addColumn<int>("state");
    const auto row = [](const char *word, Stage stage, CallState state) {
        QTest::addRow("%s at %d", word, static_cast<int>(stage))
            << static_cast<int>(stage) << static_cast<int>(state);
    };
    row("registered", Stage::Registered, CallState::Registered);
    row("", Stage::Registered, CallState::Registered);
    row("ongoing", Stage::Ongoing, CallState::Ongoing);
    row("teleported", Stage::Ongoing, CallState::Ongoing);
    row("ongoing", Stage::Finished, CallState::Completed);
    row("teleported", Stage::Analysed, CallState::Completed);
    row("ended", Stage::Finished, CallState::Completed);
    row("error", Stage::Finished, CallState::Failed);
    row("not_connected", Stage::Analysed, CallState::Failed);
}

void TestCall::stateFollowsWordAndStage()
{
    QFETCH(int, stage);
    QFETCH(int, state);
    const QString tag = QString::fromLatin1(QTest::currentDataTag());
    const QString word = tag.first(tag.indexOf(u' '));
    QCOMPARE(static_cast<int>(stateOf(word, static_cast<Stage>(stage))), state);
}

void TestCall::rowIsDerivedFromTheRecord()
{
    const CallRecord record = recordOf({Duration,
                                        Cost,
                                        Latency,
                                        Summary,
                                        {Field::CallStatus, QStringLiteral("ended")},
                                        {Field::Direction, QStringLiteral("inbound")},
                                        {Field::FromNumber, QStringLiteral("anonymous")},
                                        {Field::StartTimestamp, qint64{1'790'000'000'000}},
                                        {Field::CallSuccessful, false}});
    CallRow row;
    deriveRow(row, record, CostUnitChoice::Auto);
    QCOMPARE(row.state, CallState::Completed);
    QCOMPARE(row.direction, Direction::Inbound);
    QCOMPARE(row.fromNumber, QStringLiteral("anonymous"));
    QCOMPARE(row.startMs, 1'790'000'000'000);
    QCOMPARE(row.durationMs, 36'960);
    QCOMPARE(row.cost, 97'850);
    QCOMPARE(row.latencyP50Ms, 2208.5);
    QCOMPARE(row.latencyP95Ms, 3381.0);
    QCOMPARE(row.successful, false);
    QVERIFY(!row.endMs);
    deriveRow(row, record, CostUnitChoice::Dollars);
    QCOMPARE(row.cost, 9'785'000);
}

void TestCall::bookkeepingOfTheRowStays()
{
    CallRow row;
    row.id = LocalCallId(559);
    row.lastSource = Source::Poll;
    row.corrected = true;
    row.firstSeenMs = 1;
    row.lastSeenMs = 2;
    row.revision = 3;
    deriveRow(row, recordOf({}), CostUnitChoice::Auto);
    QCOMPARE(row.id, LocalCallId(559));
    QCOMPARE(row.lastSource, Source::Poll);
    QVERIFY(row.corrected && row.firstSeenMs == 1 && row.lastSeenMs == 2 && row.revision == 3);
}

void TestCall::secondsAreRoundedHalfUp()
{
    QCOMPARE(wholeSeconds(71'000), 71);
    QCOMPARE(wholeSeconds(36'499), 36);
    QCOMPARE(wholeSeconds(36'500), 37);
    QCOMPARE(wholeSeconds(0), 0);
}

void TestCall::missingIsPendingForAWhile()
{
    Completeness completeness;
    completeness.present = Completeness::bit(Part::Duration);
    completeness.never = Completeness::bit(Part::Recording);
    constexpr qint64 Ended = 1'790'000'000'000;
    const auto cost = [&](bool finished, qint64 now) {
        return dataStates(completeness, finished, Ended, now)[1];
    };
    QCOMPARE(cost(false, Ended + 10 * PendingAfterEndMs), DataState::Pending);
    QCOMPARE(cost(true, Ended + PendingAfterEndMs - 1), DataState::Pending);
    QCOMPARE(cost(true, Ended + PendingAfterEndMs), DataState::Missing);
    const auto states = dataStates(completeness, true, Ended, Ended + PendingAfterEndMs);
    QCOMPARE(states[0], DataState::Present);
    QCOMPARE(states[4], DataState::Never);
}

void TestCall::wordsAndEnumsFitTogether()
{
    for (const CallState state :
         {CallState::Registered, CallState::Ongoing, CallState::Completed, CallState::Failed})
        QCOMPARE(callStateFromWord(toWord(state)), state);
    for (const Source source : {Source::Webhook, Source::Poll, Source::Resync, Source::Import, Source::User})
        QCOMPARE(sourceFromWord(toWord(source)), source);
    QCOMPARE(callStateFromWord(u"teleported"), CallState::Ongoing);
    QCOMPARE(directionFromWord(u"outbound"), Direction::Outbound);
    QCOMPARE(directionFromWord(u"sideways"), Direction::Unknown);
}

void TestCall::fieldsHaveUniqueColumns()
{
    QStringList columns;
    for (const FieldInfo &field : allFields())
        columns.append(QString::fromLatin1(field.column));
    QCOMPARE(columns.size(), FieldCount);
    QCOMPARE(columns.removeDuplicates(), 0);
}

QTEST_GUILESS_MAIN(TestCall)
#include "test_call.moc"
