// SPDX-License-Identifier: GPL-3.0-or-later
// What rejected (hence possibly forged) webhooks make the program ask.
#include "tests/core/sync/autoresyncfixture.h"

#include <QSignalSpy>

using namespace anrufwarte;
using namespace anrufwarte::test;
using namespace Qt::StringLiterals;

class TestAutoResyncRejected : public QObject, private AutoResyncFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void rejectedEndOfAKnownCallIsAskedAtOnce();
    void rejectedForACompleteCallAsksNothing();
    void rejectedUnknownCalls_data();
    void rejectedUnknownCalls();
    void rejectedUnknownCallsAreFewAMinute();
    void oneRejectedCallIsNotAskedAgainAndAgain();
    void rejectionsUseUpNoAttempts();
    void rejectedIsRemembered();
};

void TestAutoResyncRejected::rejectedEndOfAKnownCallIsAskedAtOnce()
{
    take(ChangeBuilder(Id).started(realNowMs() - 120'000));
    m_store.rejected.insert(Id, {1'790'000'000'000, u"signature_mismatch"_s});
    m_retell->setCall(Id, u"ongoing"_s);
    m_resync->noteRejected(CallId(Id), false);
    QTRY_COMPARE(asked(), 1);
    QTRY_COMPARE(m_resync->waiting(), 0); // still running: nothing more to ask
    QCOMPARE(lastReason(), u"asked because a webhook was rejected"_s);
    m_retell->setCall(Id, u"ended"_s, whole());
    m_rig->clock.leap(10'000);
    m_resync->noteRejected(CallId(Id), false);
    QTRY_COMPARE(m_store.stateOfCall(Id), CallState::Completed);
    QVERIFY(lastReason().contains(u"signature_mismatch"_s));
}

void TestAutoResyncRejected::rejectedForACompleteCallAsksNothing()
{
    take(ChangeBuilder(Id).stage(Stage::Finished, {}, u"not_connected"_s, realNowMs()));
    m_resync->noteRejected(CallId(Id), true);
    settleDown();
    QCOMPARE(asked(), 0);
}

void TestAutoResyncRejected::rejectedUnknownCalls_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("senderIsAllowed");
    QTest::addColumn<int>("expected");
    QTest::newRow("Retell's id") << Id << true << 1;
    QTest::newRow("from a stranger") << Id << false << 0;
    QTest::newRow("no id of Retell's") << u"call_../../v2/delete"_s << true << 0;
    QTest::newRow("empty") << QString() << true << 0;
}

void TestAutoResyncRejected::rejectedUnknownCalls()
{
    QFETCH(const QString, id);
    QFETCH(const bool, senderIsAllowed);
    QFETCH(const int, expected);
    m_retell->setCall(Id, u"ended"_s, whole());
    m_resync->noteRejected(CallId(id), senderIsAllowed);
    QTRY_COMPARE(questions(), expected);
    settleDown();
    QCOMPARE(questions(), expected);
    QCOMPARE(m_store.calls.size(), expected);
}

void TestAutoResyncRejected::rejectedUnknownCallsAreFewAMinute()
{
    for (int i = 0; i < 30; ++i)
        m_resync->noteRejected(CallId(numbered(i)), true);
    QTRY_COMPARE(questions(), 10);
    QTRY_COMPARE(m_resync->waiting(), 0); // Retell knows none of them: no trace
    QVERIFY(m_store.retryEntries.isEmpty());
    leap(50'000);
    m_resync->noteRejected(CallId(numbered(40)), true);
    settleDown();
    QCOMPARE(questions(), 10);
    leap(11'000);
    m_resync->noteRejected(CallId(numbered(41)), true);
    QTRY_COMPARE(questions(), 11);
}

void TestAutoResyncRejected::oneRejectedCallIsNotAskedAgainAndAgain()
{
    take(ChangeBuilder(Id).started(realNowMs()));
    m_retell->setCall(Id, u"ongoing"_s);
    for (int i = 0; i < 20; ++i) {
        m_resync->noteRejected(CallId(Id), true);
        settleDown();
    }
    QCOMPARE(asked(), 1);
    leap(10'000); // the last of them was not forgotten
    QTRY_COMPARE(asked(), 2);
}

void TestAutoResyncRejected::rejectionsUseUpNoAttempts()
{
    m_retell->setCall(Id, u"ended"_s, bare());
    take(ChangeBuilder(Id).ended(realNowMs() - 60'000));
    QTRY_VERIFY(entry().dueMs > 0);
    for (int i = 0; i < MaxAttempts + 1; ++i) {
        m_rig->clock.leap(20'000);
        m_resync->noteRejected(CallId(Id), true);
        QTRY_COMPARE(asked(), 2 + i);
        QTRY_VERIFY(entry().cause == RetryCause::Incomplete && dueInMs() > DelayMs / 2);
    }
    QCOMPARE(entry().attempts, 0);
    QCOMPARE(entry().setAside, SetAside::No);
}

void TestAutoResyncRejected::rejectedIsRemembered()
{
    take(ChangeBuilder(Id).started(realNowMs()));
    m_retell->faultFor = [](const http::Request &) { return http::Response{500, "{}", {}, false}; };
    m_resync->noteRejected(CallId(Id), true);
    QTRY_VERIFY(m_store.retryEntries.contains(Id));
    QCOMPARE(entry().cause, RetryCause::Rejected);
    m_retell->faultFor = {};
    m_retell->setCall(Id, u"ended"_s, whole());
    start();
    QTRY_COMPARE(m_store.stateOfCall(Id), CallState::Completed);
    QTRY_VERIFY(m_store.retryEntries.isEmpty());
}

QTEST_GUILESS_MAIN(TestAutoResyncRejected)
#include "test_autoresync_rejected.moc"
