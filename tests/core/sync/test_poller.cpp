// SPDX-License-Identifier: GPL-3.0-or-later
// The poller against a Retell on a real socket and a store in memory.
#include "core/sync/poller.h"
#include "core/sync/sleepwatch.h"
#include "tests/core/sync/fakestore.h"
#include "tests/support/callbuilders.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeretell.h"

#include <QSignalSpy>
#include <QTest>

using namespace anrufwarte;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 IntervalMs = 200;

CallChange started(const QString &id)
{
    return test::ChangeBuilder(id).started(QDateTime::currentMSecsSinceEpoch() - 60'000);
}

/// A poller and what it needs.
struct Polling
{
    Polling(test::FakeStore &store, const Clock &clock)
        : network(makeApiNetwork()),
          gate(*network, clock, [] { return 0.0; }),
          account(gate, clock),
          healer({gate, account, store, store, clock}),
          poller({gate, account, healer, store, store, clock})
    {
    }

    void configure(const GateConfig &access, const PollConfig &config)
    {
        poller.configure(config);
        gate.configure(access);
    }

    const std::unique_ptr<QNetworkAccessManager> network;
    ApiGate gate;
    AccountFacts account;
    Healer healer;
    Poller poller;
};

} // namespace

class TestPoller : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void newCallsAppear();
    void allPagesAreWalked();
    void missedEndsCloseWithTheirReason();
    void rejectedWebhookIsNamed();
    void ongoingCallStays();
    void silentCallIsAskedFor();
    void notConnectedClosesRegistered();
    void callUnknownToRetellStaysAndOthersGoOn();
    void aWebhookInTimeIsNotCorrected();
    void refusedKeyStopsUntilAnotherKey();
    void noKeyAsksNothing();
    void intervalZeroAsksNothing();
    void faultsChangeNothingAndPass_data();
    void faultsChangeNothingAndPass();
    void throttlingIsObeyed();
    void overloadedServerIsGivenItsTime();
    void onlyLongPausesOfOthersAreTrouble();
    void circuitOpensVisibly();
    void endlessPagesEnd();
    void outageEndsWithAPollAtOnce();
    void wakingUpPollsOnce();
    void fullStoreSkipsABeat();
    void startsKeepTheirDistance();
    void concurrencyAndAgentNamesAreKept();

private:
    void configure(qint64 unconfirmedAfterMs = 900'000, const BudgetLimits &budget = {5, 8})
    {
        ApiAccess access{m_retell->url(), Secret::verbatim(m_key), {}};
        access.limits.totalMs = 500;
        m_polling->configure({access, budget, m_intervalMs}, {m_intervalMs, unconfirmedAfterMs, 8});
    }
    [[nodiscard]] const ApiHealth &health() const { return m_polling->poller.health(); }
    void waitForPolls(qsizetype count)
    {
        const qsizetype before = m_retell->asked("/v3/list-calls");
        QTRY_VERIFY(m_retell->asked("/v3/list-calls") >= before + count);
    }

    const SystemClock m_clock;
    QByteArray m_key;
    qint64 m_intervalMs = IntervalMs;
    std::unique_ptr<test::FakeRetell> m_retell;
    std::unique_ptr<test::FakeStore> m_store;
    std::unique_ptr<Polling> m_polling;
};

void TestPoller::init()
{
    m_key = "key_of_the_tests";
    m_intervalMs = IntervalMs;
    m_retell = std::make_unique<test::FakeRetell>();
    m_store = std::make_unique<test::FakeStore>();
    m_polling = std::make_unique<Polling>(*m_store, m_clock);
}

void TestPoller::cleanup()
{
    m_polling.reset();
}

void TestPoller::newCallsAppear()
{
    m_retell->setCall(u"call_1"_s, u"ongoing"_s);
    configure();
    QTRY_COMPARE(m_store->calls.size(), 1);
    QCOMPARE(m_store->stateOfCall(u"call_1"_s), CallState::Ongoing);
    m_retell->setCall(u"call_2"_s, u"ongoing"_s);
    QTRY_COMPARE(m_store->calls.size(), 2);
    waitForPolls(2);
    QCOMPARE(m_store->calls[u"call_1"_s].reasons.size(), 1); // known calls are not written again and again
    QCOMPARE(health().state, ApiState::Ok);
    QVERIFY(health().lastPollMs && health().nextPollMs);
}

void TestPoller::allPagesAreWalked()
{
    for (int i = 0; i < 25; ++i)
        m_retell->setCall(u"call_%1"_s.arg(i), u"ongoing"_s);
    m_retell->pageSize = 10;
    configure();
    QTRY_COMPARE(m_store->calls.size(), 25);
}

void TestPoller::missedEndsCloseWithTheirReason()
{
    for (int i = 0; i < 12; ++i) {
        m_store->apply(started(u"call_%1"_s.arg(i)));
        m_retell->setCall(u"call_%1"_s.arg(i), u"ended"_s, {{u"end_timestamp"_s, qint64(1'790'000'000'000)}});
    }
    configure();
    QTRY_COMPARE(health().healed, 12);
    for (const auto &call : std::as_const(m_store->calls)) {
        QCOMPARE(call.state(), CallState::Completed);
        QCOMPARE(call.reasons.last(), u"closed by poll; no call_ended webhook"_s);
    }
}

void TestPoller::rejectedWebhookIsNamed()
{
    m_store->apply(started(u"call_1"_s));
    m_store->rejected.insert(u"call_1"_s, {1'790'000'000'000, u"signature_malformed"_s});
    m_retell->setCall(u"call_1"_s, u"ended"_s);
    configure();
    QTRY_COMPARE(m_store->stateOfCall(u"call_1"_s), CallState::Completed);
    QCOMPARE(m_store->calls[u"call_1"_s].reasons.last(),
             u"closed by poll; webhook rejected 16:13:20: signature_malformed"_s);
}

void TestPoller::ongoingCallStays()
{
    m_store->apply(started(u"call_1"_s));
    m_store->calls[u"call_1"_s].lastSeenMs = 1; // ages ago: no reason to close it
    m_retell->setCall(u"call_1"_s, u"ongoing"_s);
    configure();
    waitForPolls(3);
    QCOMPARE(m_store->stateOfCall(u"call_1"_s), CallState::Ongoing);
    QCOMPARE(health().healed, 0);
}

void TestPoller::silentCallIsAskedFor()
{
    m_store->apply(started(u"call_1"_s));
    m_store->calls[u"call_1"_s].lastSeenMs = m_clock.nowMs() - 60'000;
    m_retell->setCall(u"call_1"_s, u"ongoing"_s);
    configure(60'000);
    QTRY_COMPARE(m_store->calls[u"call_1"_s].reasons.size(), 2); // the answer is a sign of life
    QCOMPARE(m_retell->asked("/v2/get-call/call_1"), 1);
    waitForPolls(2);
    QCOMPARE(m_retell->asked("/v2/get-call/call_1"), 1);
}

void TestPoller::notConnectedClosesRegistered()
{
    m_store->apply(test::ChangeBuilder(u"call_1"_s).stage(Stage::Registered, {}, u"registered"_s, 1));
    m_retell->setCall(u"call_1"_s, u"not_connected"_s);
    configure();
    QTRY_COMPARE(m_store->stateOfCall(u"call_1"_s), CallState::Failed);
}

void TestPoller::callUnknownToRetellStaysAndOthersGoOn()
{
    m_store->apply(started(u"call_1"_s));
    m_store->apply(started(u"call_2"_s));
    m_retell->setCall(u"call_2"_s, u"ended"_s);
    configure();
    QTRY_COMPARE(m_store->stateOfCall(u"call_2"_s), CallState::Completed);
    QTRY_COMPARE(health().notFound, 1);
    QCOMPARE(m_store->stateOfCall(u"call_1"_s), CallState::Ongoing);
    waitForPolls(3);
    QCOMPARE(m_retell->asked("/v2/get-call/call_1"), 1); // not again with every poll
    QCOMPARE(health().state, ApiState::Ok);
}

void TestPoller::aWebhookInTimeIsNotCorrected()
{
    m_intervalMs = 4'000; // so much grace that the webhook wins
    m_store->apply(started(u"call_1"_s));
    m_retell->setCall(u"call_1"_s, u"ended"_s, {{u"end_timestamp"_s, m_clock.nowMs()}});
    configure();
    QTRY_COMPARE(m_retell->asked("/v2/get-call/call_1"), 1);
    m_store->apply(test::ChangeBuilder(u"call_1"_s).ended(m_clock.nowMs()));
    QTRY_VERIFY(m_retell->asked("/v3/list-calls") >= 2);
    QCOMPARE(m_store->calls[u"call_1"_s].reasons.last(), u"call_ended webhook"_s);
    QCOMPARE(health().healed, 0);
}

void TestPoller::refusedKeyStopsUntilAnotherKey()
{
    m_key = "key_that_is_wrong";
    m_store->apply(started(u"call_1"_s));
    m_retell->setCall(u"call_1"_s, u"ended"_s);
    QSignalSpy healths(&m_polling->poller, &Poller::healthChanged);
    configure();
    QTRY_COMPARE(health().state, ApiState::KeyRefused);
    QCOMPARE(health().problem->code, ErrorCode::ApiKeyRefused);
    QVERIFY(!health().nextPollMs);
    const auto asked = m_retell->paths.size();
    configure(); // the same key again: still refused
    m_polling->poller.pollNow();
    QTRY_VERIFY(healths.size() >= 3);
    QCOMPARE(health().state, ApiState::KeyRefused);
    QCOMPARE(m_retell->paths.size(), asked);
    m_key = "key_of_the_tests";
    configure();
    QTRY_COMPARE(health().state, ApiState::Ok);
    QTRY_COMPARE(m_store->stateOfCall(u"call_1"_s), CallState::Completed);
    QVERIFY(!health().problem);
}

void TestPoller::noKeyAsksNothing()
{
    m_key.clear();
    configure();
    QCOMPARE(health().state, ApiState::NoKey);
    QVERIFY(!health().nextPollMs);
    m_key = "key_of_the_tests";
    configure();
    QTRY_COMPARE(health().state, ApiState::Ok);
    QCOMPARE(m_retell->paths.first(), QByteArray("/v3/list-calls"));
}

void TestPoller::intervalZeroAsksNothing()
{
    m_intervalMs = 0;
    configure();
    QCOMPARE(health().state, ApiState::Off);
    QVERIFY(!health().nextPollMs);
    m_intervalMs = IntervalMs;
    configure();
    QTRY_COMPARE(health().state, ApiState::Ok);
}

void TestPoller::faultsChangeNothingAndPass_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ApiState>("state");
    QTest::newRow("500") << 500 << QByteArray("{}") << ApiState::Down;
    QTest::newRow("503 page") << 503 << QByteArray("<html>") << ApiState::Down;
    QTest::newRow("garbage") << 200 << QByteArray("{]") << ApiState::Unreadable;
    QTest::newRow("null") << 200 << QByteArray("null") << ApiState::Unreadable;
    QTest::newRow("captive portal") << 200 << QByteArray("<html>sign in") << ApiState::NotRetell;
    QTest::newRow("redirect") << 302 << QByteArray() << ApiState::NotRetell;
    QTest::newRow("400") << 400 << QByteArray("{}") << ApiState::BadRequest;
}

void TestPoller::faultsChangeNothingAndPass()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const ApiState, state);
    m_store->apply(started(u"call_1"_s));
    m_retell->setCall(u"call_1"_s, u"ongoing"_s);
    m_retell->faults = {{status, body, {}, false}};
    QSignalSpy healths(&m_polling->poller, &Poller::healthChanged);
    configure();
    QTRY_COMPARE(health().state, state);
    QVERIFY(health().problem && health().nextPollMs && !health().lastPollMs);
    QCOMPARE(m_store->calls[u"call_1"_s].reasons.size(), 1);
    QTRY_COMPARE(health().state, ApiState::Ok);
    QCOMPARE(m_store->stateOfCall(u"call_1"_s), CallState::Ongoing);
}

void TestPoller::throttlingIsObeyed()
{
    m_retell->faults = {{429, "{}", {{"Retry-After", "1"}}, false}};
    configure();
    QTRY_COMPARE(health().state, ApiState::Throttled);
    QTRY_COMPARE(health().state, ApiState::Ok);
    QVERIFY(m_retell->startsMs.at(1) - m_retell->startsMs.at(0) >= 1'000);
}

void TestPoller::overloadedServerIsGivenItsTime()
{
    m_retell->faults = {{503, "{}", {{"Retry-After", "1"}}, false}};
    configure();
    QTRY_COMPARE(health().state, ApiState::Down);
    QTRY_COMPARE(health().state, ApiState::Ok);
    QVERIFY(m_retell->startsMs.at(1) - m_retell->startsMs.at(0) >= 1'000);
}

/// The bar must not blink whenever one of many questions meets a limit.
void TestPoller::onlyLongPausesOfOthersAreTrouble()
{
    m_intervalMs = 60'000;
    configure();
    QTRY_COMPARE(health().state, ApiState::Ok);
    QTRY_COMPARE(m_retell->asked("/v2/list-agents"), 1);
    qsizetype answers = 0;
    const auto askThrottled = [&](const QByteArray &retryAfter) {
        m_retell->faults = {{429, "{}", {{"Retry-After", retryAfter}}, false}};
        m_polling->gate.getCall(Precedence::Manual, CallId(u"call_1"_s), Source::Resync,
                                [&answers](const auto &) { ++answers; });
    };
    askThrottled("1");
    QTRY_COMPARE(answers, 1);
    QCOMPARE(health().state, ApiState::Ok);
    askThrottled("60");
    QTRY_COMPARE(answers, 2);
    QCOMPARE(health().state, ApiState::Throttled);
    QVERIFY(health().problem && *health().nextPollMs > m_clock.nowMs() + 50'000);
}

void TestPoller::circuitOpensVisibly()
{
    for (int i = 0; i < 5; ++i)
        m_retell->faults.append({500, "{}", {}, false});
    configure();
    QTRY_VERIFY_WITH_TIMEOUT(health().isCircuitOpen, 15'000);
    QCOMPARE(m_retell->asked("/v3/list-calls"), 5);
    const qint64 waitMs = *health().nextPollMs - m_clock.nowMs();
    QVERIFY2(waitMs > 5'000 && waitMs <= 15'000, qPrintable(QString::number(waitMs)));
}

void TestPoller::endlessPagesEnd()
{
    m_store->apply(started(u"call_1"_s));
    m_retell->setCall(u"call_1"_s, u"ended"_s);
    m_retell->isListEndless = true;
    configure();
    QTRY_COMPARE(health().state, ApiState::Unreadable);
    QCOMPARE(m_retell->asked("/v3/list-calls"), 2);
    QCOMPARE(m_store->stateOfCall(u"call_1"_s), CallState::Ongoing); // half a list proves nothing
}

void TestPoller::outageEndsWithAPollAtOnce()
{
    m_retell->isSilent = true;
    m_store->apply(started(u"call_1"_s));
    m_retell->setCall(u"call_1"_s, u"ended"_s);
    configure();
    QTRY_COMPARE(health().state, ApiState::Down);
    m_retell->isSilent = false;
    QTRY_COMPARE(m_store->stateOfCall(u"call_1"_s), CallState::Completed);
    QCOMPARE(health().state, ApiState::Ok);
}

/// Hours of sleep are missed intervals, and one poll makes up for all of them.
void TestPoller::wakingUpPollsOnce()
{
    constexpr qint64 HourMs = 3'600'000;
    test::FakeClock clock;
    Polling polling(*m_store, clock);
    SleepWatch watch(clock);
    connect(&watch, &SleepWatch::slept, &polling.poller, &Poller::pollNow);
    QSignalSpy polled(&polling.poller, &Poller::polled);
    // Whatever asks, its time has come: this clock only moves by hand.
    polling.configure({{m_retell->url(), Secret::verbatim(m_key), {}}, {0, 8}, 15'000}, {});
    const auto beat = [&clock] {
        clock.advance(1);
        return true;
    };
    QTRY_VERIFY(beat() && polled.size() == 1 && m_retell->asked("/v2/list-agents") == 1);
    watch.look();
    QVERIFY(!polled.wait(50));

    clock.setNow(clock.nowMs() + 8 * HourMs); // the steady clock stood still
    watch.look();
    watch.look();
    QTRY_VERIFY(beat() && polled.size() == 2);
    watch.look();
    QVERIFY(!polled.wait(50));
    QCOMPARE(m_retell->asked("/v3/list-calls"), 2);
    QVERIFY(polling.poller.health().nextPollMs > clock.nowMs() + 10'000);
}

void TestPoller::fullStoreSkipsABeat()
{
    m_store->apply(started(u"call_1"_s));
    m_store->isFull = true;
    m_retell->setCall(u"call_1"_s, u"ended"_s);
    m_retell->setCall(u"call_2"_s, u"ongoing"_s);
    configure();
    waitForPolls(2);
    QCOMPARE(m_store->calls.size(), 1);
    m_store->isFull = false;
    QTRY_COMPARE(m_store->stateOfCall(u"call_1"_s), CallState::Completed);
    QTRY_COMPARE(m_store->calls.size(), 2);
}

void TestPoller::startsKeepTheirDistance()
{
    for (int i = 0; i < 20; ++i) {
        m_store->apply(started(u"call_%1"_s.arg(i)));
        m_retell->setCall(u"call_%1"_s.arg(i), u"ended"_s);
    }
    m_intervalMs = 15'000;
    configure(900'000, {20, 8});
    QTRY_COMPARE(health().healed, 20);
    // 20 gaps of at least 20 ms. Single gaps are measured at the source (test_requestbudget): here the way
    // over the socket shortens some.
    QVERIFY(m_retell->startsMs.at(20) - m_retell->startsMs.at(0) >= 20 * 20 - 20);
}

void TestPoller::concurrencyAndAgentNamesAreKept()
{
    configure();
    QTRY_COMPARE(health().concurrencyUsed, 3);
    QCOMPARE(health().concurrencyLimit, 20);
    QTRY_COMPARE(m_retell->asked("/v2/list-agents"), 1);
    waitForPolls(1);
    m_retell->setCall(u"call_1"_s, u"ongoing"_s);
    QTRY_COMPARE(plainText(m_store->calls[u"call_1"_s].record[Field::AgentName]), u"Terminassistent"_s);
}

QTEST_GUILESS_MAIN(TestPoller)
#include "test_poller.moc"
