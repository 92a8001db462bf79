// SPDX-License-Identifier: GPL-3.0-or-later
// A person's resync against a Retell on a real socket and a store in memory.
#include "core/sync/resync.h"
#include "tests/core/sync/fakestore.h"
#include "tests/support/callbuilders.h"
#include "tests/support/fakeretell.h"

#include <QSignalSpy>
#include <QTest>

using namespace anrufwarte;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 15'000; ///< ms
constexpr qint64 HourMs = 3'600'000;

/// What Retell has of a call that is over and analysed.
QJsonObject whole(qint64 startMs)
{
    const QJsonObject part{{u"product"_s, u"elevenlabs_tts"_s}, {u"cost"_s, 9.785}};
    return {{u"start_timestamp"_s, startMs},
            {u"end_timestamp"_s, startMs + 71'000},
            {u"duration_ms"_s, 71'000},
            {u"call_cost"_s, QJsonObject{{u"combined_cost"_s, 9.785},
                                         {u"total_duration_seconds"_s, 71},
                                         {u"product_costs"_s, QJsonArray{part}}}},
            {u"latency"_s, QJsonObject{{u"e2e"_s, QJsonObject{{u"p50"_s, 2208.5}, {u"num"_s, 11}}}}},
            {u"transcript"_s, u"Agent: Hallo!"_s},
            {u"recording_url"_s, u"https://example.com/a.wav"_s},
            {u"call_analysis"_s, QJsonObject{{u"call_summary"_s, u"Termin gebucht."_s}}}};
}

QString callId(int i)
{
    return u"call_%1"_s.arg(i, 3, 10, QLatin1Char('0'));
}

/// A resync and what it needs.
struct Resyncing
{
    Resyncing(const QUrl &url, test::FakeStore &store, const Clock &clock, bool isReadOnly = false)
        : network(makeApiNetwork()),
          gate(*network, clock, [] { return 0.0; }),
          account(gate, clock),
          resync({gate, account, isReadOnly ? nullptr : &store, store, clock}),
          m_url(url)
    {
    }

    void open(const QByteArray &key = "key_of_the_tests", const BudgetLimits &budget = {2, 8})
    {
        ApiAccess access{m_url, Secret::verbatim(key), {}};
        access.limits.totalMs = 2'000;
        gate.configure({access, budget, 200});
    }

    const std::unique_ptr<QNetworkAccessManager> network;
    ApiGate gate;
    AccountFacts account;
    Resync resync;

private:
    QUrl m_url;
};

} // namespace

class TestResync : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
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
    void failures_data();
    void failures();
    void refusalEndsTheRun_data();
    void refusalEndsTheRun();
    void noKeyEndsTheRun();
    void throttlingIsWaitedFor();
    void anotherKeyAsksAnew();
    void whicheverAnswerFailsNothingIsLost();
    void whicheverPageFailsNothingIsLost();
    void fullStoreIsWaitedFor();
    void brokenStoreEndsTheRun();
    void fewAreOnTheirWayAtOnce();
    void progressIsToldInMeasure();

private:
    void fill(int count)
    {
        const qint64 now = m_clock.nowMs();
        for (int i = 0; i < count; ++i) {
            m_retell->setCall(callId(i), u"ended"_s, whole(now - (i + 1) * HourMs));
            m_store->apply(test::ChangeBuilder(callId(i)).ended(now - (i + 1) * HourMs));
        }
    }
    [[nodiscard]] ResyncRun run(const ResyncRequest &request = {})
    {
        QSignalSpy finished(&m_resyncing->resync, &Resync::finished);
        m_resyncing->resync.start(request, ResyncTrigger::Person);
        return ended(finished);
    }
    [[nodiscard]] ResyncRun ended(QSignalSpy &finished)
    {
        if (finished.isEmpty() && !finished.wait(Patience))
            qWarning("the run does not end");
        return finished.isEmpty() ? ResyncRun() : finished.constFirst().constFirst().value<ResyncRun>();
    }
    [[nodiscard]] qsizetype incomplete() const
    {
        return std::count_if(m_store->calls.cbegin(), m_store->calls.cend(),
                             [](const auto &call) { return call.isIncomplete(); });
    }
    void makeResync(bool isReadOnly = false)
    {
        m_resyncing.reset();
        m_resyncing = std::make_unique<Resyncing>(m_retell->url(), *m_store, m_clock, isReadOnly);
        connect(&m_resyncing->resync, &Resync::resulted, this,
                [this](const QList<ResyncResult> &results) { m_results += results; });
        m_resyncing->open();
    }
    [[nodiscard]] Resync &resync() { return m_resyncing->resync; }

    const SystemClock m_clock;
    std::unique_ptr<test::FakeRetell> m_retell;
    std::unique_ptr<test::FakeStore> m_store;
    std::unique_ptr<Resyncing> m_resyncing;
    QList<ResyncResult> m_results;
};

void TestResync::init()
{
    m_results.clear();
    m_retell = std::make_unique<test::FakeRetell>();
    m_store = std::make_unique<test::FakeStore>();
    makeResync();
}

void TestResync::cleanup()
{
    m_resyncing.reset();
}

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
    m_store->apply(test::ChangeBuilder(u"call_known"_s).stage(Stage::Finished, {}, u"not_connected"_s, now));
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
    m_store->apply(test::ChangeBuilder(u"call_running"_s).started(m_clock.nowMs() - HourMs));
    m_retell->setCall(u"call_running"_s, u"ongoing"_s);
    m_store->apply(test::ChangeBuilder(u"call_deleted"_s).ended(m_clock.nowMs() - HourMs));
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
    m_store->apply(test::ChangeBuilder(callId(0)).started(m_clock.nowMs() - HourMs));
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
    m_store->apply(test::ChangeBuilder(callId(0))
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

/// As after a crash: the object is gone, the store has what was written.
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
    QCOMPARE(m_retell->paths.size(), 30 - interrupted.done() + 2);
}

void TestResync::failures_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("questions");
    QTest::addColumn<ResyncVerdict>("verdict");
    QTest::addColumn<ErrorCode>("problem");
    using V = ResyncVerdict;
    using E = ErrorCode;
    const QByteArray error = R"({"status":"error"})";
    QTest::newRow("422") << 422 << error << 1 << V::GivenUp << E::ApiCallNotFound;
    QTest::newRow("404") << 404 << error << 1 << V::GivenUp << E::ApiCallNotFound;
    QTest::newRow("400") << 400 << error << 1 << V::Failed << E::ApiBadRequest;
    QTest::newRow("500") << 500 << error << 5 << V::Failed << E::ApiDown;
    QTest::newRow("409") << 409 << error << 5 << V::Failed << E::ApiDown;
    QTest::newRow("HTML") << 200 << QByteArray("<html>sign in</html>") << 5 << V::Failed << E::ApiNotRetell;
    QTest::newRow("array") << 200 << QByteArray("[]") << 5 << V::Failed << E::ApiUnreadable;
    QTest::newRow("another call") << 200 << QByteArray(R"({"call_id":"call_x"})") << 5 << V::Failed
                                  << E::ApiUnreadable;
}

void TestResync::failures()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, questions);
    fill(1);
    m_retell->faultFor = [&](const http::Request &) { return http::Response{status, body, {}, false}; };
    const CallRecord before = m_store->calls.value(callId(0)).record;
    const ResyncRun done = run();
    QCOMPARE(done.end, ResyncEnd::Completed);
    QCOMPARE(done.failed, 1);
    QCOMPARE(m_retell->paths.size(), questions);
    QVERIFY(m_store->calls.value(callId(0)).record == before);
    const ResyncResult result = m_store->results.first().constFirst();
    QTEST(result.verdict, "verdict");
    QTEST(result.problem->code, "problem");
    QCOMPARE(result.id.value(), 1); // named as the store knows it
}

void TestResync::refusalEndsTheRun_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorCode>("problem");
    QTest::newRow("401") << 401 << ErrorCode::ApiKeyRefused;
    QTest::newRow("403") << 403 << ErrorCode::ApiKeyRefused;
    QTest::newRow("402") << 402 << ErrorCode::ApiPayment;
}

void TestResync::refusalEndsTheRun()
{
    QFETCH(int, status);
    fill(20);
    m_retell->faultFor = [&, answers = 0](const http::Request &) mutable -> std::optional<http::Response> {
        if (++answers <= 3)
            return std::nullopt;
        return http::Response{status, R"({"status":"error"})", {}, false};
    };
    const ResyncRun done = run();
    QCOMPARE(done.end, ResyncEnd::Refused);
    QVERIFY(done.problem);
    QTEST(done.problem->code, "problem");
    QVERIFY(done.updated <= 3);
    QCOMPARE(m_store->results.value(done.startedMs).size(), done.updated);
    QCOMPARE(m_store->runs.value(done.startedMs).end, ResyncEnd::Refused);
    QVERIFY(m_retell->paths.size() < 20);
}

void TestResync::noKeyEndsTheRun()
{
    fill(1);
    m_resyncing->open({});
    const ResyncRun done = run();
    QCOMPARE(done.end, ResyncEnd::Refused);
    QCOMPARE(done.problem->code, ErrorCode::NoKey);
    QVERIFY(m_retell->paths.isEmpty());
}

void TestResync::throttlingIsWaitedFor()
{
    fill(6);
    QList<ResyncProgress> waits;
    connect(&resync(), &Resync::progressed, this, [&](const ResyncProgress &progress) {
        if (progress.phase == ResyncPhase::Waiting)
            waits.append(progress);
    });
    m_retell->faults = {{429, R"({"status":"error"})", {{"Retry-After", "1"}}, false}};
    const ResyncRun done = run();
    QCOMPARE(done.updated, 6);
    QCOMPARE(done.failed, 0);
    QVERIFY(!waits.isEmpty());
    QCOMPARE(waits.constFirst().waitsFor->code, ErrorCode::ApiThrottled);
    QVERIFY(*waits.constFirst().waitUntilMs > m_clock.nowMs() - 2'000);
}

void TestResync::anotherKeyAsksAnew()
{
    fill(10);
    m_retell->isSilent = true;
    QSignalSpy finished(&resync(), &Resync::finished);
    resync().start({}, ResyncTrigger::Person);
    QTRY_VERIFY(m_retell->paths.size() >= 6); // as many connections as Qt keeps to a host
    m_retell->isSilent = false;
    m_retell->key = "another_key";
    m_resyncing->open("another_key");
    QCOMPARE(ended(finished).updated, 10);
}

void TestResync::whicheverAnswerFailsNothingIsLost()
{
    constexpr int Count = 6;
    for (int failing = 0; failing < Count; ++failing) {
        init();
        fill(Count);
        m_retell->faultFor = [&, answers = 0](const http::Request &) mutable {
            return answers++ == failing ? std::optional(http::Response{503, "busy", {}, false})
                                        : std::nullopt;
        };
        const ResyncRun done = run();
        QCOMPARE(done.updated, Count);
        QCOMPARE(m_store->results.first().size(), Count);
        QCOMPARE(incomplete(), 0);
    }
}

void TestResync::whicheverPageFailsNothingIsLost()
{
    for (int failing = 0; failing < 4; ++failing) {
        init();
        fill(4);
        m_retell->pageSize = 2;
        m_retell->faultFor = [&, answers = 0](const http::Request &) mutable {
            return answers++ == failing ? std::optional(http::Response{-1, {}, {}, false}) : std::nullopt;
        };
        ResyncRequest request;
        request.scope = ResyncScope::Recent;
        request.days = 3;
        QCOMPARE(run(request).updated, 4);
    }
}

void TestResync::fullStoreIsWaitedFor()
{
    fill(10);
    m_store->fullAt = {0, 1, 3, 4, 5, 9};
    const ResyncRun done = run();
    QCOMPARE(done.end, ResyncEnd::Completed);
    QCOMPARE(done.updated, 10);
    QCOMPARE(m_store->results.first().size(), 10);
    QVERIFY(m_store->runs.first() == done);
}

void TestResync::brokenStoreEndsTheRun()
{
    fill(30);
    m_store->failAt = {4};
    const ResyncRun done = run();
    QCOMPARE(done.end, ResyncEnd::Refused);
    QCOMPARE(done.problem->code, ErrorCode::StoreFailed);
    QCOMPARE(done.done(), m_store->results.first().size()); // what is told is written
    QVERIFY(done.done() < 30);

    m_store->isBroken = true;
    QCOMPARE(run().end, ResyncEnd::Refused);
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
