// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked again without anybody's wish, and when.
#include "tests/core/sync/autoresyncfixture.h"

#include <QSignalSpy>
#include <algorithm>

using namespace anrufwarte;
using namespace anrufwarte::test;
using namespace Qt::StringLiterals;

class TestAutoResync : public QObject, private AutoResyncFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void aMissingTranscriptIsAskedForOnSight();
    void otherDataIsAskedForAfterTheDelay();
    void completeCallsAreNotAskedFor();
    void aWebhookInTimeSettlesIt();
    void fruitlessAttemptsDoubleTheDelayAndEnd();
    void somethingNewBeginsAnew();
    void unknownToRetellIsSetAside();
    void notStoredOrNeverConnectedIsSettled_data();
    void notStoredOrNeverConnectedIsSettled();
    void failuresDoNotCount_data();
    void failuresDoNotCount();
    void anOutageEndsWithAllAtOnce();
    void theStoreRemembersAcrossRestarts();
    void setAsideStaysAside();
    void notWrittenIsDueWhenTheStoreTakesBatches();
    void aFullStoreLosesNothing_data();
    void aFullStoreLosesNothing();
    void everyStepMayFail_data();
    void everyStepMayFail();
    void onlySoManyAtOnce();
    void thousandsAreReadAsThereIsRoom();
    void aNewKeyGoesOn();
};

#define ABOUT(value, expected)                                                                               \
    QVERIFY2(qAbs((value) - (expected)) < 5'000, qPrintable(QString::number(value)))

void TestAutoResync::aMissingTranscriptIsAskedForOnSight()
{
    m_retell->setCall(Id, u"ended"_s, whole());
    QSignalSpy changed(m_resync.get(), &AutoResync::waitingChanged);
    take(ChangeBuilder(Id).ended(realNowMs() - 60'000).with(Field::DurationMs, 60'000));
    QTRY_COMPARE(asked(), 1);
    QTRY_COMPARE(m_resync->waiting(), 0);
    QVERIFY(changed.size() >= 2);
    QVERIFY(!m_store.calls[Id].isIncomplete());
    QCOMPARE(lastReason(), u"automatic resync: cost, transcript, latency, recording, summary missing"_s);
    QCOMPARE(m_store.calls[Id].row.lastSource, Source::Resync);
    QVERIFY(m_store.retryEntries.isEmpty());
}

void TestAutoResync::otherDataIsAskedForAfterTheDelay()
{
    m_retell->setCall(Id, u"ended"_s, whole());
    takeFinished(Id);
    QTRY_COMPARE(m_resync->waiting(), 1);
    leap(DelayMs - 10'000);
    settleDown();
    QCOMPARE(asked(), 0);
    leap(10'000);
    QTRY_COMPARE(m_resync->waiting(), 0);
    QCOMPARE(asked(), 1);
}

void TestAutoResync::completeCallsAreNotAskedFor()
{
    take(ChangeBuilder(Id).started(realNowMs()));
    take(ChangeBuilder(numbered(2)).stage(Stage::Finished, {}, u"not_connected"_s, realNowMs()));
    settleDown();
    leap(DelayMs);
    settleDown();
    QCOMPARE(m_resync->waiting(), 0);
    QCOMPARE(questions(), 0);
}

void TestAutoResync::aWebhookInTimeSettlesIt()
{
    takeFinished(Id);
    QTRY_COMPARE(m_resync->waiting(), 1);
    take(ChangeBuilder(Id)
             .analysed(realNowMs())
             .with(Field::DurationMs, 60'000)
             .with(Field::Cost, R"({"combined_cost":12})")
             .with(Field::Latency, R"({"e2e":{"p50":900,"num":3}})")
             .with(Field::RecordingUrl, u"https://recordings/1")
             .with(Field::Summary, u"They said hello."));
    QTRY_COMPARE(m_resync->waiting(), 0);
    leap(DelayMs);
    settleDown();
    QCOMPARE(asked(), 0);
}

void TestAutoResync::fruitlessAttemptsDoubleTheDelayAndEnd()
{
    m_retell->setCall(Id, u"ended"_s, bare());
    take(ChangeBuilder(Id).ended(realNowMs() - 60'000)); // asked at once; that brings some news
    QTRY_VERIFY(entry().dueMs > 0);
    QCOMPARE(entry().attempts, 0);
    ABOUT(dueInMs(), DelayMs);
    for (int attempt = 1; attempt < MaxAttempts; ++attempt) {
        leap(dueInMs());
        QTRY_COMPARE(entry().attempts, attempt);
        ABOUT(dueInMs(), DelayMs << attempt);
        QCOMPARE(asked(), 1 + attempt);
    }
    leap(dueInMs());
    QTRY_COMPARE(entry().setAside, SetAside::NothingNew);
    QTRY_COMPARE(m_resync->waiting(), 0);
    leap(10 * DelayMs);
    settleDown();
    QCOMPARE(asked(), 1 + MaxAttempts);
}

void TestAutoResync::somethingNewBeginsAnew()
{
    m_retell->setCall(Id, u"ended"_s, bare());
    take(ChangeBuilder(Id).ended(realNowMs() - 60'000));
    QTRY_VERIFY(entry().dueMs > 0);
    leap(dueInMs());
    QTRY_COMPARE(entry().attempts, 1);
    m_retell->setCall(Id, u"ended"_s, withTranscript());
    leap(dueInMs());
    QTRY_COMPARE(entry().attempts, 0);
    ABOUT(dueInMs(), DelayMs);
    m_retell->setCall(Id, u"ended"_s, whole());
    leap(dueInMs());
    QTRY_COMPARE(m_resync->waiting(), 0);
    QVERIFY(m_store.retryEntries.isEmpty());
    QCOMPARE(lastReason(), u"automatic resync: summary missing"_s);
}

void TestAutoResync::unknownToRetellIsSetAside()
{
    take(ChangeBuilder(Id).ended(realNowMs()));
    QTRY_COMPARE(entry().setAside, SetAside::NotFound);
    QTRY_COMPARE(m_resync->waiting(), 0);
    QCOMPARE(asked(), 1);
}

void TestAutoResync::notStoredOrNeverConnectedIsSettled_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QJsonObject>("call");
    QJsonObject notStored = bare();
    notStored.insert(u"data_storage_setting"_s, u"basic_attributes_only"_s);
    QTest::newRow("not stored") << u"ended"_s << notStored;
    QTest::newRow("never connected") << u"not_connected"_s << QJsonObject();
}

void TestAutoResync::notStoredOrNeverConnectedIsSettled()
{
    QFETCH(const QString, status);
    QFETCH(const QJsonObject, call);
    m_retell->setCall(Id, status, call);
    take(ChangeBuilder(Id).ended(realNowMs() - 60'000));
    QTRY_COMPARE(asked(), 1);
    QTRY_COMPARE(m_resync->waiting(), 0);
    QVERIFY(m_store.retryEntries.isEmpty());
}

void TestAutoResync::failuresDoNotCount_data()
{
    QTest::addColumn<http::Response>("failure");
    QTest::newRow("500") << http::Response{500, "{}", {}, false};
    QTest::newRow("429") << http::Response{429, "{}", {{"Retry-After", "0"}}, false};
    QTest::newRow("time-out") << http::Response{0, {}, {}, false};
    QTest::newRow("half an answer") << http::Response{-1, {}, {}, false};
    QTest::newRow("a web page") << http::Response{200, "<html>sign in", {}, false};
    QTest::newRow("another call") << http::Response{200, R"({"call_id":"call_2"})", {}, false};
}

void TestAutoResync::failuresDoNotCount()
{
    QFETCH(const http::Response, failure);
    if (failure.status == 0) {
        m_patienceMs = 200;
        start();
    }
    m_retell->setCall(Id, u"ended"_s, bare());
    m_retell->faultFor = [&](const http::Request &) { return failure; };
    take(ChangeBuilder(Id).ended(realNowMs() - 60'000));
    for (int i = 1; i <= MaxAttempts + 2; ++i) {
        QTRY_COMPARE(asked(), i);
        QTRY_VERIFY_WITH_TIMEOUT((leap(60'000), asked() > i), 2'000);
    }
    QCOMPARE(m_resync->waiting(), 1);
    m_retell->faultFor = {};
    QTRY_VERIFY((leap(1'000), entry().dueMs > 0));
    QCOMPARE(entry().attempts, 0);
}

void TestAutoResync::anOutageEndsWithAllAtOnce()
{
    m_retell->faultFor = [](const http::Request &) { return http::Response{500, "{}", {}, false}; };
    for (int i = 0; i < 20; ++i) {
        m_retell->setCall(numbered(i), u"ended"_s, whole());
        take(ChangeBuilder(numbered(i)).ended(realNowMs() - 60'000));
    }
    QTRY_VERIFY_WITH_TIMEOUT((leap(2'000), m_rig->gate.isCircuitOpen()), 5'000);
    for (int i = 0; i < 200; ++i)
        leap(100); // the pauses grow
    m_retell->faultFor = {};
    QTRY_VERIFY((leap(1'000), m_rig->gate.state() == ApiState::Ok));
    QTRY_COMPARE(m_resync->waiting(), 0); // no leap: all are due at once
}

void TestAutoResync::theStoreRemembersAcrossRestarts()
{
    m_retell->setCall(Id, u"ended"_s, bare());
    take(ChangeBuilder(Id).ended(realNowMs() - 60'000));
    QTRY_VERIFY(entry().dueMs > 0);
    leap(dueInMs());
    QTRY_COMPARE(entry().attempts, 1);
    const qint64 dueMs = entry().dueMs;
    start(); // the leaps of the clock are undone: by it, more than the delay is left
    QTRY_COMPARE(m_resync->waiting(), 1);
    settleDown();
    QCOMPARE(asked(), 2);
    leap(dueMs - m_rig->clock.nowMs());
    QTRY_COMPARE(entry().attempts, 2);
    // One that was seen, and the program was killed before anything was written about it.
    m_store.committed = {};
    m_retell->setCall(numbered(2), u"ended"_s, whole());
    takeFinished(numbered(2));
    start();
    QTRY_COMPARE(asked(numbered(2)), 1);
}

void TestAutoResync::setAsideStaysAside()
{
    m_store.retryEntries.insert(Id, {CallId(Id), RetryCause::Incomplete, 3, 0, 1, SetAside::NothingNew});
    take(ChangeBuilder(Id).ended(realNowMs()));
    start();
    take(ChangeBuilder(Id).ended(realNowMs()));
    settleDown();
    QCOMPARE(asked(), 0);
    QCOMPARE(m_resync->waiting(), 0);
}

void TestAutoResync::notWrittenIsDueWhenTheStoreTakesBatches()
{
    m_retell->setCall(Id, u"ended"_s, whole());
    m_store.isFull = true;
    m_resync->noteNotWritten(CallId(Id));
    QCOMPARE(m_resync->waiting(), 1);
    QTRY_VERIFY(m_store.submissions >= 2);
    QCOMPARE(asked(), 0);
    m_store.isFull = false;
    QTRY_COMPARE(m_store.stateOfCall(Id), CallState::Completed);
    QCOMPARE(lastReason(), u"asked because a webhook could not be written"_s);
    QTRY_COMPARE(m_resync->waiting(), 0);
    QVERIFY(m_store.retryEntries.isEmpty());
}

void TestAutoResync::aFullStoreLosesNothing_data()
{
    QTest::addColumn<bool>("isFull");
    QTest::newRow("queue full") << true;
    QTest::newRow("store broken") << false;
}

void TestAutoResync::aFullStoreLosesNothing()
{
    QFETCH(const bool, isFull);
    m_retell->setCall(Id, u"ended"_s, whole());
    take(ChangeBuilder(Id).ended(realNowMs() - 60'000));
    (isFull ? m_store.isFull : m_store.isBroken) = true;
    QTRY_COMPARE(asked(), 1);
    for (int i = 0; i < 5; ++i)
        QTRY_VERIFY((leap(1'000), asked() > 1 + i));
    QCOMPARE(m_resync->waiting(), 1);
    m_store.isFull = m_store.isBroken = false;
    QTRY_VERIFY((leap(1'000), m_resync->waiting() == 0));
    QVERIFY(!m_store.calls[Id].isIncomplete());
}

void TestAutoResync::everyStepMayFail_data()
{
    QTest::addColumn<int>("failing");
    for (int i = 0; i < 8; ++i)
        QTest::addRow("step %d", i) << i;
}

/// The i-th question and the i-th submission come to nothing, and the program is killed after that.
void TestAutoResync::everyStepMayFail()
{
    QFETCH(const int, failing);
    constexpr int Count = 6;
    for (int i = 0; i < Count; ++i) {
        m_retell->setCall(numbered(i), u"ended"_s, whole());
        take(ChangeBuilder(numbered(i)).ended(realNowMs() - 60'000));
    }
    int question = 0;
    m_retell->faultFor = [&question, failing](const http::Request &) -> std::optional<http::Response> {
        if (question++ == failing)
            return http::Response{-1, {}, {}, false};
        return std::nullopt;
    };
    m_store.failAt = {m_store.submissions + failing};
    m_store.fullAt = {m_store.submissions + failing + 1};
    const auto isAllThere = [this] {
        leap(500);
        return std::none_of(m_store.calls.cbegin(), m_store.calls.cend(),
                            [](const auto &call) { return call.isIncomplete(); });
    };
    QVERIFY(runUntil([&] { return question > failing || isAllThere(); }));
    start();
    QVERIFY(runUntil(isAllThere));
    QTRY_COMPARE(m_resync->waiting(), 0);
    QVERIFY(m_store.retryEntries.isEmpty());
}

void TestAutoResync::onlySoManyAtOnce()
{
    m_retell->isSilent = true;
    for (int i = 0; i < 20; ++i)
        take(ChangeBuilder(numbered(i)).ended(realNowMs() - 60'000));
    QTRY_COMPARE(m_resync->waiting(), 20);
    QTRY_COMPARE(questions(), 4);
    take(ChangeBuilder(numbered(20)).ended(realNowMs() - 60'000));
    QTRY_COMPARE(m_resync->waiting(), 21);
    QCOMPARE(questions(), 4);
}

void TestAutoResync::thousandsAreReadAsThereIsRoom()
{
    constexpr int Count = 2'600;
    m_store.committed = {};
    for (int i = 0; i < Count; ++i) {
        m_retell->setCall(numbered(i), u"ended"_s, whole());
        m_store.apply(ChangeBuilder(numbered(i)).ended(realNowMs() - 60'000));
    }
    start();
    QTRY_COMPARE(m_resync->waiting(), 2'000);
    const auto isAllThere = [this] {
        return std::none_of(m_store.calls.cbegin(), m_store.calls.cend(),
                            [](const auto &call) { return call.isIncomplete(); });
    };
    QVERIFY(runUntil(isAllThere));
    QTRY_COMPARE(m_resync->waiting(), 0);
    QCOMPARE(questions(), Count);
}

void TestAutoResync::aNewKeyGoesOn()
{
    start("key_that_is_wrong");
    m_retell->setCall(Id, u"ended"_s, whole());
    take(ChangeBuilder(Id).ended(realNowMs() - 60'000));
    QTRY_VERIFY(!m_rig->gate.isOpen());
    leap(DelayMs);
    QCOMPARE(asked(), 1);
    m_rig->configure(*m_retell);
    m_resync->begin();
    QTRY_COMPARE(m_resync->waiting(), 0);
    QVERIFY(!m_store.calls[Id].isIncomplete());
}

QTEST_GUILESS_MAIN(TestAutoResync)
#include "test_autoresync.moc"
