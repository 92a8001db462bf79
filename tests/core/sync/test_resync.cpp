// SPDX-License-Identifier: GPL-3.0-or-later
// A person's resync against a Retell on a real socket and a store in memory.
#include "tests/core/sync/resyncfixture.h"

using namespace anrufwarte;
using namespace anrufwarte::test;
using namespace Qt::StringLiterals;

class TestResync : public ResyncFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { m_resyncing.reset(); }
    void incompleteCallsAreFilled();
    void secondRunFindsNothingToDo();
    void dryRunWritesNothing();
    void recentFindsWhatWasNeverSeen();
    void recentRechecksCompleteOnesWhenAsked();
    void namedCallsAreAskedWhateverTheyAre();
    void callTakenForRunningIsClosedWithItsEvidence();
    void whatRetellDoesNotStoreIsSetAside();
    void pauseAsksNothing();
    void cancelKeepsWhatIsWritten();
    void cancelWhileListingEndsAtOnce();
    void interruptedRunGoesOnWhereItStopped();
    void fewAreOnTheirWayAtOnce();
    void progressIsToldInMeasure();
};

void TestResync::incompleteCallsAreFilled()
{
    fill(5);
    const ResyncRun done = run();
    QCOMPARE(done.end, ResyncEnd::Completed);
    QCOMPARE(done.total, 5);
    QCOMPARE(done.updated, 5);
    QCOMPARE(done.incompleteBefore, 5);
    QCOMPARE(done.incompleteAfter, 0);
    QCOMPARE(done.costAddedCalls, 5);
    QCOMPARE(done.costAdded, 5 * 97'850);
    QCOMPARE(incomplete(), 0);
    QCOMPARE(m_results.size(), 5);
    QCOMPARE(m_results.constFirst().callId.value(), callId(0)); // the newest first
    QVERIFY(m_store->runs.value(done.startedMs) == done);
    QVERIFY(m_store->results.value(done.startedMs) == m_results);
    QCOMPARE(m_store->calls.value(callId(0)).reasons.last(), u"resync"_s);
    QCOMPARE(m_store->calls.value(callId(0)).row.lastSource, Source::Resync);
}

void TestResync::secondRunFindsNothingToDo()
{
    fill(3);
    QCOMPARE(run().updated, 3);
    const qsizetype asked = m_retell->paths.size();
    const ResyncRun again = run();
    QCOMPARE(again.end, ResyncEnd::Completed);
    QCOMPARE(again.total, 0);
    QCOMPARE(m_retell->paths.size(), asked);
}

void TestResync::dryRunWritesNothing()
{
    fill(3);
    makeResync(true);
    ResyncRequest request;
    request.isDryRun = true;
    const ResyncRun done = run(request);
    QCOMPARE(done.end, ResyncEnd::Completed);
    QCOMPARE(done.updated, 3);
    QCOMPARE(m_results.constFirst().changes() > 5, true);
    QCOMPARE(m_store->submissions, 0);
    QCOMPARE(incomplete(), 3);

    makeResync(false); // nor with a sink at hand
    QCOMPARE(run(request).updated, 3);
    QCOMPARE(m_store->submissions, 0);
}

void TestResync::recentFindsWhatWasNeverSeen()
{
    const qint64 now = m_clock.nowMs();
    fill(2);
    m_store->apply(ChangeBuilder(u"call_known"_s).stage(Stage::Finished, {}, u"not_connected"_s, now));
    m_retell->setCall(u"call_known"_s, u"not_connected"_s, {{u"end_timestamp"_s, now - HourMs}});
    m_retell->setCall(u"call_new"_s, u"ended"_s, whole(now - HourMs));
    m_retell->setCall(u"call_missed"_s, u"not_connected"_s, {{u"end_timestamp"_s, now - HourMs}});
    m_retell->setCall(u"call_running"_s, u"ongoing"_s, {{u"start_timestamp"_s, now - HourMs}});
    m_retell->setCall(u"call_old"_s, u"ended"_s, whole(now - 80 * HourMs));
    m_retell->pageSize = 2;
    ResyncRequest request;
    request.scope = ResyncScope::Recent;
    request.days = 3;
    const ResyncRun done = run(request);
    QCOMPARE(done.total, 4); // both incomplete ones, the new one and the one that only has an end
    QCOMPARE(done.updated, 4);
    QVERIFY(m_store->calls.contains(u"call_new"_s));
    QVERIFY(m_store->calls.contains(u"call_missed"_s));
    QCOMPARE(m_retell->asked("/v2/get-call/call_known"), 0);
    QCOMPARE(m_retell->asked("/v2/get-call/call_running"), 0);
    QCOMPARE(m_retell->asked("/v2/get-call/call_old"), 0);
    const auto isNew = [](const ResyncResult &result) { return result.wasNew; };
    QCOMPARE(std::count_if(m_results.cbegin(), m_results.cend(), isNew), 2);
}

void TestResync::recentRechecksCompleteOnesWhenAsked()
{
    fill(2);
    QCOMPARE(run().updated, 2);
    ResyncRequest request;
    request.scope = ResyncScope::Recent;
    request.days = 1;
    QCOMPARE(run(request).total, 0);
    request.recheckComplete = true;
    const ResyncRun done = run(request);
    QCOMPARE(done.total, 2);
    QCOMPARE(done.unchanged, 2);
}

void TestResync::namedCallsAreAskedWhateverTheyAre()
{
    fill(1);
    m_store->apply(ChangeBuilder(u"call_running"_s).started(m_clock.nowMs() - HourMs));
    m_retell->setCall(u"call_running"_s, u"ongoing"_s);
    m_store->apply(ChangeBuilder(u"call_deleted"_s).ended(m_clock.nowMs() - HourMs));
    ResyncRequest request;
    request.scope = ResyncScope::Calls;
    request.calls = {CallId(callId(0)), CallId(u"call_running"_s), CallId(u"call_deleted"_s),
                     CallId(u"call_unknown"_s), CallId(callId(0))};
    const ResyncRun done = run(request);
    QCOMPARE(done.total, 4);   // one was named twice
    QCOMPARE(done.updated, 2); // the running one learns its agent
    QCOMPARE(done.failed, 2);
    QCOMPARE(m_store->stateOfCall(u"call_running"_s), CallState::Ongoing);
    QCOMPARE(m_store->retryEntries.value(u"call_deleted"_s).setAside, SetAside::NotFound);
    QVERIFY(!m_store->retryEntries.contains(u"call_unknown"_s));
    for (const ResyncResult &result : std::as_const(m_results)) {
        if (result.verdict == ResyncVerdict::GivenUp)
            QCOMPARE(result.problem->code, ErrorCode::ApiCallNotFound);
    }
}

void TestResync::callTakenForRunningIsClosedWithItsEvidence()
{
    m_store->apply(ChangeBuilder(callId(0)).started(m_clock.nowMs() - HourMs));
    m_store->rejected.insert(callId(0), {m_clock.nowMs(), u"signature_malformed"_s});
    m_retell->setCall(callId(0), u"ended"_s, whole(m_clock.nowMs() - HourMs));
    ResyncRequest request;
    request.scope = ResyncScope::Calls;
    request.calls = {CallId(callId(0))};
    QCOMPARE(run(request).updated, 1);
    QCOMPARE(m_store->stateOfCall(callId(0)), CallState::Completed);
    const QString reason = m_store->calls.value(callId(0)).reasons.last();
    QVERIFY2(reason.contains(u"signature_malformed"), qPrintable(reason));
    QCOMPARE(m_results.constFirst().deltas.constFirst().kind, DeltaKind::Corrected);
    QCOMPARE(m_results.constFirst().deltas.constFirst().field, ResyncField::Status);
}

void TestResync::whatRetellDoesNotStoreIsSetAside()
{
    const QJsonObject basic{{u"data_storage_setting"_s, u"basic_attributes_only"_s}};
    m_retell->setCall(callId(0), u"ended"_s, basic);
    m_store->apply(ChangeBuilder(callId(0))
                       .ended(m_clock.nowMs() - HourMs)
                       .with(Field::AgentId, u"agent_1")
                       .with(Field::DataStorageSetting, u"basic_attributes_only"));
    const ResyncRun done = run();
    QCOMPARE(done.failed, 1);
    QCOMPARE(m_results.constFirst().verdict, ResyncVerdict::GivenUp);
    QCOMPARE(m_results.constFirst().setAside, SetAside::NotStored);
    QCOMPARE(m_store->retryEntries.value(callId(0)).setAside, SetAside::NotStored);
    QCOMPARE(run().total, 0);
}

void TestResync::pauseAsksNothing()
{
    fill(40);
    m_resyncing->open("key_of_the_tests", {10, 2});
    QSignalSpy finished(&resync(), &Resync::finished);
    resync().start({}, ResyncTrigger::Person);
    QTRY_VERIFY(resync().progress().run.done() >= 3);
    resync().pause();
    QCOMPARE(resync().progress().phase, ResyncPhase::Paused);
    QVERIFY(!finished.wait(300)); // what stood in the gate's queue is still asked
    const qsizetype asked = m_retell->paths.size();
    QVERIFY(asked < 20);
    QVERIFY(!finished.wait(300));
    QCOMPARE(m_retell->paths.size(), asked);
    QCOMPARE(resync().progress().run.done(), asked);
    resync().goOn();
    QCOMPARE(ended(finished).updated, 40);
}

void TestResync::cancelKeepsWhatIsWritten()
{
    fill(60);
    m_resyncing->open("key_of_the_tests", {5, 4});
    QSignalSpy finished(&resync(), &Resync::finished);
    resync().start({}, ResyncTrigger::Person);
    QTRY_VERIFY(resync().progress().run.done() >= 5);
    resync().cancel();
    QCOMPARE(resync().progress().phase, ResyncPhase::Finishing);
    const ResyncRun done = ended(finished);
    QCOMPARE(done.end, ResyncEnd::Cancelled);
    QVERIFY(done.updated >= 5 && done.updated < 60);
    QCOMPARE(m_store->results.value(done.startedMs).size(), done.updated);
    QCOMPARE(incomplete(), 60 - done.updated);
    QCOMPARE(done.incompleteAfter, 60 - done.updated);
    QCOMPARE(m_store->runs.value(done.startedMs).end, ResyncEnd::Cancelled);
}

void TestResync::cancelWhileListingEndsAtOnce()
{
    m_retell->isSilent = true;
    ResyncRequest request;
    request.scope = ResyncScope::Recent;
    request.days = 1;
    QSignalSpy finished(&resync(), &Resync::finished);
    resync().start(request, ResyncTrigger::Person);
    QTRY_COMPARE(resync().progress().phase, ResyncPhase::Listing);
    QTRY_COMPARE(m_retell->paths.size(), 1);
    resync().cancel();
    QVERIFY(finished.wait(1'000));
    QCOMPARE(ended(finished).end, ResyncEnd::Cancelled);
    QVERIFY(!resync().isRunning());
}

void TestResync::interruptedRunGoesOnWhereItStopped()
{
    fill(30);
    ResyncRequest request;
    request.scope = ResyncScope::Recent;
    request.days = 3;
    request.recheckComplete = true;
    m_resyncing->open("key_of_the_tests", {5, 2});
    resync().start(request, ResyncTrigger::Person);
    QTRY_VERIFY(m_store->runs.size() == 1 && m_store->runs.first().done() >= 7);
    m_resyncing.reset();
    const ResyncRun interrupted = m_store->runs.first();
    QCOMPARE(interrupted.end, ResyncEnd::Running);
    QCOMPARE(interrupted.done(), m_store->results.first().size());

    const QList<ResyncResult> before = m_store->results.first();
    m_retell->paths.clear();
    makeResync();
    QSignalSpy finished(&resync(), &Resync::finished);
    resync().resume(interrupted);
    const ResyncRun done = ended(finished);
    QCOMPARE(done.end, ResyncEnd::Completed);
    QCOMPARE(done.startedMs, interrupted.startedMs);
    QCOMPARE(done.total, 30);
    QCOMPARE(done.updated, 30);
    QCOMPARE(done.incompleteBefore, 30);
    QSet<CallId> named;
    for (const ResyncResult &result : m_store->results.first())
        named.insert(result.callId);
    QCOMPARE(named.size(), 30);
    QCOMPARE(m_store->results.first().size(), 30); // none twice
    for (const ResyncResult &result : before)
        QCOMPARE(m_retell->asked("/v2/get-call/" + result.callId.value().toUtf8()), 0);
}

void TestResync::fewAreOnTheirWayAtOnce()
{
    fill(100);
    m_retell->isSilent = true;
    resync().start({}, ResyncTrigger::Person);
    QTRY_VERIFY(m_retell->paths.size() >= 6);
    QSignalSpy finished(&resync(), &Resync::finished);
    QVERIFY(!finished.wait(200));
    QVERIFY(m_retell->paths.size() <= 8);
}

void TestResync::progressIsToldInMeasure()
{
    fill(150);
    QSignalSpy progressed(&resync(), &Resync::progressed);
    QSignalSpy resulted(&resync(), &Resync::resulted);
    const qint64 beganMs = m_clock.steadyMs();
    QCOMPARE(run().updated, 150);
    const qint64 tookMs = m_clock.steadyMs() - beganMs;
    constexpr qint64 Phases = 6; // four, and the beats at both ends
    QVERIFY2(progressed.size() <= tookMs / 100 + Phases, qPrintable(QString::number(progressed.size())));
    QVERIFY(resulted.size() <= progressed.size());
    QCOMPARE(m_results.size(), 150);
    QCOMPARE(progressed.constLast().constFirst().value<ResyncProgress>().phase, ResyncPhase::Idle);
}

QTEST_GUILESS_MAIN(TestResync)
#include "test_resync.moc"
