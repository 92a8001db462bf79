// SPDX-License-Identifier: GPL-3.0-or-later
// What a resync makes of everything that can fail.
#include "tests/core/sync/resyncfixture.h"

using namespace anrufwarte;
using namespace anrufwarte::test;
using namespace Qt::StringLiterals;

class TestResyncFailures : public ResyncFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { m_resyncing.reset(); }
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
};

void TestResyncFailures::failures_data()
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

void TestResyncFailures::failures()
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

void TestResyncFailures::refusalEndsTheRun_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorCode>("problem");
    QTest::newRow("401") << 401 << ErrorCode::ApiKeyRefused;
    QTest::newRow("403") << 403 << ErrorCode::ApiKeyRefused;
    QTest::newRow("402") << 402 << ErrorCode::ApiPayment;
}

void TestResyncFailures::refusalEndsTheRun()
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

void TestResyncFailures::noKeyEndsTheRun()
{
    fill(1);
    m_resyncing->open({});
    const ResyncRun done = run();
    QCOMPARE(done.end, ResyncEnd::Refused);
    QCOMPARE(done.problem->code, ErrorCode::NoKey);
    QVERIFY(m_retell->paths.isEmpty());
}

void TestResyncFailures::throttlingIsWaitedFor()
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

void TestResyncFailures::anotherKeyAsksAnew()
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

void TestResyncFailures::whicheverAnswerFailsNothingIsLost()
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

void TestResyncFailures::whicheverPageFailsNothingIsLost()
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

void TestResyncFailures::fullStoreIsWaitedFor()
{
    fill(10);
    m_store->fullAt = {0, 1, 3, 4, 5, 9};
    const ResyncRun done = run();
    QCOMPARE(done.end, ResyncEnd::Completed);
    QCOMPARE(done.updated, 10);
    QCOMPARE(m_store->results.first().size(), 10);
    QVERIFY(m_store->runs.first() == done);
}

void TestResyncFailures::brokenStoreEndsTheRun()
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

QTEST_GUILESS_MAIN(TestResyncFailures)
#include "test_resync_failures.moc"
