// SPDX-License-Identifier: GPL-3.0-or-later
// The pure parts of sync: backoff, circuit breaker, schedule, plan, evidence.
#include "core/calls/closing.h"
#include "core/sync/circuitbreaker.h"
#include "core/sync/pollplan.h"
#include "core/sync/pollschedule.h"

#include <QTest>

using namespace anrufwarte;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Now = 1'790'000'000'000;

CallChange listed(const QString &id, Stage stage = Stage::Ongoing)
{
    CallChange change;
    change.callId = CallId(id);
    change.stamp.stage = stage;
    return change;
}

QStringList ids(const QList<CallChange> &changes)
{
    QStringList list;
    for (const CallChange &change : changes)
        list.append(change.callId.value());
    return list;
}

QStringList ids(const QList<CallId> &calls)
{
    QStringList list;
    for (const CallId &call : calls)
        list.append(call.value());
    return list;
}

RunningCall running(const QString &id, qint64 silentMs = 0, CallState state = CallState::Ongoing)
{
    return {CallId(id), state, Now - silentMs};
}

} // namespace

class TestSyncRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void backoffDoublesWithinItsBounds();
    void breakerOpensAndClosesAgain();
    void openCircuitIsTriedInTime_data();
    void openCircuitIsTriedInTime();
    void scheduleFollowsTheFacts();
    void newCallsAreWrittenAndMissingOnesDoubted();
    void silentCallIsDoubtedThoughListed();
    void registeredCallIsNewsWhenListed();
    void endedItemOfAListIsNoEvidence();
    void listedTwiceIsWrittenOnce();
    void longestSilentIsAskedFirst();
    void reasonNamesTheRejection();
};

void TestSyncRules::backoffDoublesWithinItsBounds()
{
    const BackoffRange range{1'000, 60'000};
    QCOMPARE(backoffMs(1, range, 1.0), 1'000);
    QCOMPARE(backoffMs(2, range, 1.0), 2'000);
    QCOMPARE(backoffMs(4, range, 1.0), 8'000);
    QCOMPARE(backoffMs(4, range, 0.0), 4'000);
    QCOMPARE(backoffMs(100, range, 1.0), 60'000);
    QCOMPARE(backoffMs(0, range, 0.5), 750);
    QCOMPARE(backoffMs(3, {5'000, 1'000}, 1.0), 5'000);
}

void TestSyncRules::breakerOpensAndClosesAgain()
{
    CircuitBreaker breaker;
    breaker.setPollInterval(15'000);
    for (int i = 1; i <= 4; ++i) {
        breaker.noteFailure(1'000, 1.0);
        QVERIFY(breaker.hasFailed() && !breaker.isOpen());
        QCOMPARE(breaker.retryAtMs(), 1'000 + (1'000 << (i - 1)));
    }
    breaker.noteFailure(1'000, 1.0);
    QVERIFY(breaker.isOpen());
    breaker.noteSuccess();
    QVERIFY(!breaker.hasFailed() && !breaker.isOpen());
}

void TestSyncRules::openCircuitIsTriedInTime_data()
{
    QTest::addColumn<qint64>("intervalMs");
    QTest::addColumn<qint64>("atMostMs");
    QTest::newRow("1 s") << qint64(1'000) << qint64(15'000);
    QTest::newRow("15 s") << qint64(15'000) << qint64(30'000);
    QTest::newRow("an hour") << qint64(3'600'000) << qint64(7'200'000);
}

void TestSyncRules::openCircuitIsTriedInTime()
{
    QFETCH(const qint64, intervalMs);
    QFETCH(const qint64, atMostMs);
    CircuitBreaker breaker;
    breaker.setPollInterval(intervalMs);
    for (int i = 0; i < 100; ++i) {
        breaker.noteFailure(0, i % 2 ? 1.0 : 0.3);
        QVERIFY(breaker.retryAtMs() <= atMostMs);
        QVERIFY(breaker.retryAtMs() >= 500);
    }
}

void TestSyncRules::scheduleFollowsTheFacts()
{
    QCOMPARE(nextPollMs({false, 15'000, {}, {}, {}}), std::nullopt);
    QCOMPARE(nextPollMs({true, 0, {}, {}, {}}), std::nullopt);
    QCOMPARE(nextPollMs({true, 15'000, {}, {}, {}}), 0); // at once
    QCOMPARE(nextPollMs({true, 15'000, 1'000, {}, {}}), 16'000);
    QCOMPARE(nextPollMs({true, 15'000, 1'000, 2'000, {}}), 2'000);
    QCOMPARE(nextPollMs({true, 15'000, 1'000, 2'000, 90'000}), 90'000);
    QCOMPARE(nextPollMs({true, 15'000, 1'000, {}, 5'000}), 16'000);
}

void TestSyncRules::newCallsAreWrittenAndMissingOnesDoubted()
{
    const PollPlan plan = planPoll({listed(u"new"_s), listed(u"known"_s)},
                                   {running(u"known"_s), running(u"gone"_s)}, Now, 900'000);
    QCOMPARE(ids(plan.news), QStringList{u"new"_s});
    QCOMPARE(ids(plan.doubts), QStringList{u"gone"_s});
}

void TestSyncRules::silentCallIsDoubtedThoughListed()
{
    const PollPlan plan = planPoll({listed(u"a"_s), listed(u"b"_s)},
                                   {running(u"a"_s, 900'000), running(u"b"_s, 899'999)}, Now, 900'000);
    QVERIFY(plan.news.isEmpty());
    QCOMPARE(ids(plan.doubts), QStringList{u"a"_s});
}

void TestSyncRules::registeredCallIsNewsWhenListed()
{
    const PollPlan plan =
        planPoll({listed(u"a"_s)}, {running(u"a"_s, 0, CallState::Registered)}, Now, 900'000);
    QCOMPARE(ids(plan.news), QStringList{u"a"_s});
    QVERIFY(plan.doubts.isEmpty());
}

void TestSyncRules::endedItemOfAListIsNoEvidence()
{
    const PollPlan plan = planPoll({listed(u"a"_s, Stage::Finished)}, {running(u"a"_s)}, Now, 900'000);
    QVERIFY(plan.news.isEmpty());
    QCOMPARE(ids(plan.doubts), QStringList{u"a"_s});
}

void TestSyncRules::listedTwiceIsWrittenOnce()
{
    const PollPlan plan = planPoll({listed(u"a"_s), listed(u"a"_s)}, {}, Now, 900'000);
    QCOMPARE(ids(plan.news), QStringList{u"a"_s});
}

void TestSyncRules::longestSilentIsAskedFirst()
{
    const PollPlan plan = planPoll(
        {}, {running(u"b"_s, 10), running(u"c"_s, 3'000'000'000), running(u"a"_s, 10)}, Now, 900'000);
    QCOMPARE(ids(plan.doubts), (QStringList{u"c"_s, u"a"_s, u"b"_s}));
}

void TestSyncRules::reasonNamesTheRejection()
{
    QCOMPARE(closingReason({true, {}}), u"closed by poll; no call_ended webhook"_s);
    // 14:13:20 UTC is 16:13:20 in Berlin
    QCOMPARE(closingReason({true, RejectedEnd{Now, u"signature_malformed"_s}}),
             u"closed by poll; webhook rejected 16:13:20: signature_malformed"_s);
}

QTEST_GUILESS_MAIN(TestSyncRules)
#include "test_sync_rules.moc"
