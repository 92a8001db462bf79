// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/retrylist.h"
#include "tests/support/callbuilders.h"

#include <QTest>

using namespace anrufwarte;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 NowMs = 1'790'000'000'000;
constexpr qint64 DelayMs = 300'000;
constexpr qint64 DayMs = 24LL * 60 * 60 * 1000;
constexpr RetryLimits Limits{DelayMs, 3};

/// A call that is over and has no summary.
test::ChangeBuilder incomplete()
{
    return test::ChangeBuilder(u"call_1"_s)
        .ended(NowMs)
        .with(Field::DurationMs, 1)
        .with(Field::Cost, R"({"combined_cost":10})")
        .with(Field::Latency, R"({"e2e":{"p50":900,"num":1}})")
        .with(Field::RecordingUrl, u"https://recordings/1?signed=1")
        .with(Field::Transcript, u"Agent: hello");
}

CallRecord recordOf(const CallChange &change)
{
    return mergeCall(CallRecord{change.callId, Stage::Registered, {}}, change).record;
}

/// The same, said later.
test::ChangeBuilder again(qint64 asOfMs)
{
    return test::ChangeBuilder(u"call_1"_s).ended(asOfMs);
}

RetryState waiting(int attempts, bool wasAtOnce = false, RetryCause cause = RetryCause::Incomplete)
{
    return {{CallId(u"call_1"_s), cause, attempts, NowMs}, wasAtOnce};
}

WaitingCall dueAt(const QString &id, qint64 dueMs)
{
    return {{RetryEntry{CallId(id), RetryCause::Incomplete, 0, dueMs}, false}};
}

} // namespace

class TestRetryRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void delaysDouble_data();
    void delaysDouble();
    void onlyRetellsIdsAreAsked_data();
    void onlyRetellsIdsAreAsked();
    void firstSightAsksAtOnceForATranscript();
    void onlyWhatCanComeNeedsARetry();
    void answersDecide_data();
    void answersDecide();
    void linksSignedAnewAreNoNews();
    void reasonsNameWhatIsMissing();
    void theListKeepsTheNearest();
    void theListLooksAgainAfterAChange();
    void unwrittenOnesAreNotLeftOut();
};

void TestRetryRules::delaysDouble_data()
{
    QTest::addColumn<int>("attempts");
    QTest::addColumn<qint64>("delayMs");
    QTest::newRow("first") << 0 << DelayMs;
    QTest::newRow("second") << 1 << 2 * DelayMs;
    QTest::newRow("fourth") << 3 << 8 * DelayMs;
    QTest::newRow("at most a day") << 9 << DayMs;
    QTest::newRow("after a hundred") << 100 << DayMs;
    QTest::newRow("never before the first") << -1 << DelayMs;
}

void TestRetryRules::delaysDouble()
{
    QFETCH(const int, attempts);
    QTEST(retryDelayMs(DelayMs, attempts), "delayMs");
    QCOMPARE(retryDelayMs(DayMs, 20), DayMs);
}

void TestRetryRules::onlyRetellsIdsAreAsked_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("isAsked");
    QTest::newRow("Retell's") << u"call_0123456789abcdef0123456789a"_s << true;
    QTest::newRow("shortest") << u"call_abc1"_s << true;
    QTest::newRow("too short") << u"call_abc"_s << false;
    QTest::newRow("parts") << u"call_load_2026-11"_s << true;
    QTest::newRow("longest") << u"call_"_s + QString(64, u'x') << true;
    QTest::newRow("too long") << u"call_"_s + QString(65, u'x') << false;
    QTest::newRow("another prefix") << u"chat_0123456789abcdef"_s << false;
    QTest::newRow("a path") << u"call_0123456789abcdef/../x"_s << false;
    QTest::newRow("a space") << u"call_0123456789 abcdef"_s << false;
    QTest::newRow("letters of others") << u"call_0123456789abcdéf0"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void TestRetryRules::onlyRetellsIdsAreAsked()
{
    QFETCH(const QString, id);
    QTEST(looksLikeRetellsId(CallId(id)), "isAsked");
}

void TestRetryRules::firstSightAsksAtOnceForATranscript()
{
    CallRow row;
    deriveRow(row, recordOf(incomplete()), CostUnitChoice::Auto);
    QVERIFY(needsRetry(row));
    QCOMPARE(onSight(row, Limits, NowMs).entry.dueMs, NowMs + DelayMs);
    deriveRow(row, recordOf(again(NowMs)), CostUnitChoice::Auto);
    QCOMPARE(onSight(row, Limits, NowMs).entry.dueMs, NowMs);
    // Nobody spoke: no transcript will come.
    deriveRow(row, recordOf(again(NowMs).with(Field::NoTurns, FieldValue(true))), CostUnitChoice::Auto);
    QCOMPARE(onSight(row, Limits, NowMs).entry.dueMs, NowMs + DelayMs);
}

void TestRetryRules::onlyWhatCanComeNeedsARetry()
{
    CallRow row;
    deriveRow(row, recordOf(test::ChangeBuilder(u"call_1"_s).started(NowMs)), CostUnitChoice::Auto);
    QVERIFY(!needsRetry(row)); // running
    deriveRow(row,
              recordOf(test::ChangeBuilder(u"call_1"_s).stage(Stage::Finished, {}, u"not_connected"_s, 1)),
              CostUnitChoice::Auto);
    QVERIFY(!needsRetry(row));
    deriveRow(row, recordOf(incomplete().with(Field::Summary, u"done")), CostUnitChoice::Auto);
    QVERIFY(!needsRetry(row));
}

void TestRetryRules::answersDecide_data()
{
    QTest::addColumn<RetryState>("before");
    QTest::addColumn<CallChange>("answer");
    QTest::addColumn<bool>("isSettled");
    QTest::addColumn<int>("attempts");
    QTest::addColumn<qint64>("dueInMs");
    QTest::addColumn<SetAside>("setAside");
    const CallChange nothing = again(NowMs + 1);
    const CallChange summary = again(NowMs + 1).with(Field::Summary, u"done");
    const CallChange sentiment = again(NowMs + 1).with(Field::UserSentiment, u"Positive");
    const auto row = [](const char *name, const RetryState &before, const CallChange &answer, int attempts,
                        qint64 dueInMs, SetAside setAside = SetAside::No) {
        QTest::newRow(name) << before << answer << false << attempts << dueInMs << setAside;
    };
    QTest::newRow("complete now") << waiting(2) << summary << true << 0 << qint64(0) << SetAside::No;
    row("nothing new", waiting(0), nothing, 1, 2 * DelayMs);
    row("nothing new, asked at first sight", waiting(0, true), nothing, 1, DelayMs);
    row("nothing new again", waiting(1), nothing, 2, 4 * DelayMs);
    row("nothing new once too often", waiting(2), nothing, 3, 8 * DelayMs, SetAside::NothingNew);
    row("something new", waiting(2), sentiment, 0, DelayMs);
    row("rejected, nothing new", waiting(2, false, RetryCause::Rejected), nothing, 2, 4 * DelayMs);
    row("not written, nothing new", waiting(0, false, RetryCause::NotWritten), nothing, 0, DelayMs);
}

void TestRetryRules::answersDecide()
{
    QFETCH(const RetryState, before);
    QFETCH(const CallChange, answer);
    QFETCH(const bool, isSettled);
    const auto after = afterAnswer(before, mergeCall(recordOf(incomplete()), answer), Limits, NowMs);
    QCOMPARE(!after.has_value(), isSettled);
    if (!after)
        return;
    QTEST(after->entry.attempts, "attempts");
    QTEST(after->entry.dueMs - NowMs, "dueInMs");
    QTEST(after->entry.setAside, "setAside");
    QCOMPARE(after->entry.cause, RetryCause::Incomplete);
}

void TestRetryRules::linksSignedAnewAreNoNews()
{
    const CallRecord known = recordOf(incomplete());
    const CallChange newLink = again(NowMs + 1).with(Field::RecordingUrl, u"https://recordings/1?signed=2");
    QVERIFY(!mergeCall(known, newLink).changes.isEmpty());
    QVERIFY(!bringsNews(mergeCall(known, newLink)));
    const CallChange firstLink = again(NowMs + 1).with(Field::PublicLogUrl, u"https://logs/1");
    QVERIFY(bringsNews(mergeCall(known, firstLink)));
    const CallChange corrected = again(NowMs + 1).with(Field::Transcript, u"Agent: hello. User: hello");
    QVERIFY(bringsNews(mergeCall(known, corrected)));
}

void TestRetryRules::reasonsNameWhatIsMissing()
{
    const Completeness known = completenessOf(recordOf(incomplete()));
    QCOMPARE(askingReason(RetryCause::Incomplete, known), u"automatic resync: summary missing"_s);
    QCOMPARE(askingReason(RetryCause::Incomplete, {Completeness::bit(Part::Duration), 0}),
             u"automatic resync: cost, transcript, latency, recording, summary missing"_s);
    QCOMPARE(askingReason(RetryCause::Rejected, known), u"asked because a webhook was rejected"_s);
    QCOMPARE(askingReason(RetryCause::NotWritten, known), u"asked because a webhook could not be written"_s);
}

void TestRetryRules::theListKeepsTheNearest()
{
    RetryList list(3);
    for (const int due : {50, 10, 30})
        QVERIFY(list.add(dueAt(QString::number(due), due)));
    QVERIFY(!list.hasLeftOut());
    QVERIFY(!list.add(dueAt(u"60"_s, 60)));
    QVERIFY(list.hasLeftOut());
    QVERIFY(list.add(dueAt(u"20"_s, 20)));
    QVERIFY(!list.find(CallId(u"50"_s)));
    QCOMPARE(list.next()->state.entry.dueMs, 10);
    list.change(CallId(u"10"_s))->isAsked = true;
    QCOMPARE(list.next()->state.entry.dueMs, 20);
    list.remove(CallId(u"20"_s));
    QCOMPARE(list.next()->state.entry.dueMs, 30);
    QVERIFY(list.add(dueAt(u"40"_s, 40)));
    QCOMPARE(list.next()->state.entry.dueMs, 30);
    QVERIFY(list.add(dueAt(u"5"_s, 5))); // takes the place of 40
    QCOMPARE(list.next()->state.entry.dueMs, 5);
    list.forEach([](WaitingCall &call) { call.isAsked = call.state.entry.dueMs != 30; });
    QCOMPARE(list.next()->state.entry.dueMs, 30);
    list.remove(CallId(u"30"_s));
    QVERIFY(!list.next());
    QVERIFY(list.add(dueAt(u"60"_s, 60)));
    QCOMPARE(list.next()->state.entry.dueMs, 60);
}

void TestRetryRules::theListLooksAgainAfterAChange()
{
    RetryList list(2);
    for (const int due : {10, 20})
        QVERIFY(list.add(dueAt(QString::number(due), due)));
    QVERIFY(!list.add(dueAt(u"30"_s, 30))); // from here on it knows that nobody gives way to such a one
    QVERIFY(!list.add(dueAt(u"25"_s, 25)));
    list.change(CallId(u"20"_s))->state.entry.dueMs = 90;
    QVERIFY(list.add(dueAt(u"25"_s, 25)));
    QVERIFY(!list.contains(CallId(u"20"_s)));
    list.remove(CallId(u"10"_s));
    QVERIFY(list.add(dueAt(u"80"_s, 80)));
    QVERIFY(list.add(dueAt(u"70"_s, 70)));
    QVERIFY(!list.contains(CallId(u"80"_s)));
}

void TestRetryRules::unwrittenOnesAreNotLeftOut()
{
    RetryList list(1);
    WaitingCall only = dueAt(u"late"_s, 100);
    only.isUnwritten = true;
    QVERIFY(list.add(only));
    QVERIFY(!list.add(dueAt(u"soon"_s, 1)));
    QVERIFY(list.find(CallId(u"late"_s)));
}

QTEST_GUILESS_MAIN(TestRetryRules)
#include "test_retryrules.moc"
