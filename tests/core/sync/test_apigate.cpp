// SPDX-License-Identifier: GPL-3.0-or-later
// The gate against a Retell on a real socket.
#include "core/sync/apigate.h"
#include "tests/support/fakeretell.h"
#include "tests/support/leapclock.h"

#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace anrufwarte;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MinuteMs = 60'000;

http::Response failing(int status, const QByteArray &retryAfter = {})
{
    http::Response response{status, "{}", {}, false};
    if (!retryAfter.isEmpty())
        response.headers.append({"Retry-After", retryAfter});
    return response;
}

QByteArray httpDate(qint64 ms)
{
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
    return QLocale::c().toString(utc, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
}

} // namespace

class TestApiGate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void answersComeOnceAndAreMeasured();
    void startsKeepTheirDistance();
    void allThatAreOnTheirWayAreHeard();
    void runningCallsGoFirst();
    void noKeyIsClosed();
    void refusedKeyStopsUntilAnotherKey();
    void anotherAddressForgetsQuestions();
    void closedGateNeverAnswers();
    void sameAccessKeepsQuestions();
    void newTimeoutCountsForTheNextQuestion();
    void paymentPausesEveryQuestion();
    void throttlingPausesAsAsked_data();
    void throttlingPausesAsAsked();
    void overloadPausesAsAsked();
    void answersOfBeforeDoNotEndAPause();
    void singleFailureHoldsNothingBack();
    void circuitOpensAndOneTryAtATimeClosesIt();
    void questionsOfTheirOwnFaultSayNothing();
    void retellsClockIsKnown();

private:
    void configure(const BudgetLimits &budget = {1, 8}, int timeoutMs = 2'000)
    {
        ApiAccess access{m_retell->url(), Secret::verbatim(m_key), {}};
        access.limits.totalMs = timeoutMs;
        m_gate->configure({access, budget, 15'000});
    }
    /// The answers go to m_answers.
    void ask(const QString &id = u"call_1"_s, Precedence precedence = Precedence::Automatic)
    {
        m_gate->getCall(precedence, CallId(id), Source::Poll,
                        [this](const ApiAnswer<CallChange> &answer) { m_answers.append(answer); });
    }
    [[nodiscard]] bool askAndWait(const QString &id = u"call_1"_s)
    {
        const qsizetype before = m_answers.size();
        ask(id);
        return QTest::qWaitFor([this, before] { return m_answers.size() > before; });
    }
    [[nodiscard]] std::optional<ApiFault> lastFault() const
    {
        const auto *failure = std::get_if<ApiFailure>(&m_answers.constLast());
        return failure ? std::optional(failure->fault) : std::nullopt;
    }

    std::unique_ptr<test::LeapClock> m_clock;
    QByteArray m_key;
    QList<ApiAnswer<CallChange>> m_answers;
    std::unique_ptr<test::FakeRetell> m_retell;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<ApiGate> m_gate;
};

void TestApiGate::init()
{
    m_key = "key_of_the_tests";
    m_answers.clear();
    m_clock = std::make_unique<test::LeapClock>();
    m_retell = std::make_unique<test::FakeRetell>();
    m_retell->setCall(u"call_1"_s, u"ended"_s);
    m_network = makeApiNetwork();
    m_gate = std::make_unique<ApiGate>(*m_network, *m_clock, [] { return 0.0; });
}

void TestApiGate::cleanup()
{
    m_gate.reset();
    m_network.reset();
}

void TestApiGate::answersComeOnceAndAreMeasured()
{
    QSignalSpy resets(m_gate.get(), &ApiGate::reset);
    configure();
    QCOMPARE(resets.size(), 1);
    QVERIFY(m_gate->isOpen());
    QCOMPARE(m_gate->state(), ApiState::Waiting);
    QCOMPARE(m_gate->answersPerSecond(), 0.0);
    for (int i = 0; i < 20; ++i)
        ask();
    QVERIFY(m_answers.isEmpty()); // later, always
    QTRY_COMPARE(m_answers.size(), 20);
    QVERIFY(!lastFault());
    QCOMPARE(m_gate->state(), ApiState::Ok);
    QVERIFY(m_gate->answersPerSecond() > 2.0 && m_gate->answersPerSecond() <= 20.0);
    QVERIFY(m_gate->latencyMs() < 1'000);
    QCOMPARE(m_gate->waitMs(), 0);
    m_clock->leap(MinuteMs);
    QCOMPARE(m_gate->answersPerSecond(), 0.0);
    QCOMPARE(m_retell->paths.size(), 20);
}

void TestApiGate::startsKeepTheirDistance()
{
    configure({20, 8});
    for (int i = 0; i < 10; ++i)
        ask();
    QTRY_COMPARE(m_answers.size(), 10);
    // Single gaps are measured at the source (test_requestbudget): the way over the socket shortens some.
    QVERIFY(m_retell->startsMs.last() - m_retell->startsMs.first() >= 9 * 20 - 20);
}

/// What waited for a connection inside Qt would time out unheard.
void TestApiGate::allThatAreOnTheirWayAreHeard()
{
    configure({1, 64}, 400);
    m_retell->isSilent = true;
    for (int i = 0; i < 12; ++i)
        ask();
    QTRY_COMPARE_WITH_TIMEOUT(m_answers.size(), 12, 20'000);
    QCOMPARE(m_retell->paths.size(), 12);
}

void TestApiGate::runningCallsGoFirst()
{
    configure({1, 1});
    ask(u"call_m"_s, Precedence::Manual);
    ask(u"call_a"_s, Precedence::Automatic);
    ask(u"call_r"_s, Precedence::Running);
    QTRY_COMPARE(m_answers.size(), 3);
    const QList<QByteArray> inOrder{"/v2/get-call/call_r", "/v2/get-call/call_a", "/v2/get-call/call_m"};
    QCOMPARE(m_retell->paths, inOrder);
}

void TestApiGate::noKeyIsClosed()
{
    m_key.clear();
    configure();
    QVERIFY(!m_gate->isOpen());
    QCOMPARE(m_gate->state(), ApiState::NoKey);
}

void TestApiGate::refusedKeyStopsUntilAnotherKey()
{
    QSignalSpy refusals(m_gate.get(), &ApiGate::refused);
    QSignalSpy resets(m_gate.get(), &ApiGate::reset);
    m_key = "key_that_is_wrong";
    configure({1, 1});
    for (int i = 0; i < 5; ++i)
        ask();
    QTRY_COMPARE(refusals.size(), 1);
    QVERIFY(!m_gate->isOpen());
    QCOMPARE(m_gate->state(), ApiState::KeyRefused);
    QCOMPARE(m_answers.size(), 1); // who asked first knows why; the others are forgotten
    QCOMPARE(lastFault(), ApiFault::KeyRefused);
    configure({1, 1}); // the same key is refused still
    QVERIFY(!m_gate->isOpen());
    QVERIFY(!refusals.wait(100));
    QCOMPARE(m_retell->paths.size(), 1);
    QCOMPARE(resets.size(), 1);

    m_key = "key_of_the_tests";
    configure({1, 1});
    QCOMPARE(resets.size(), 2);
    QVERIFY(m_gate->isOpen());
    QVERIFY(askAndWait());
    QVERIFY(!lastFault());
    QCOMPARE(m_gate->state(), ApiState::Ok);
    QVERIFY(!m_gate->trouble());
}

void TestApiGate::anotherAddressForgetsQuestions()
{
    configure({1, 1});
    m_retell->isSilent = true;
    ask();
    ask();
    QTRY_COMPARE(m_retell->paths.size(), 1);
    test::FakeRetell another;
    another.setCall(u"call_1"_s, u"ended"_s);
    m_gate->configure({{another.url(), Secret::verbatim(m_key), {}}, {1, 1}, 15'000});
    QVERIFY(askAndWait()); // the one place is free again
    QCOMPARE(m_answers.size(), 1);
    QCOMPARE(another.paths.size(), 1);
    QCOMPARE(m_retell->paths.size(), 1);
}

void TestApiGate::closedGateNeverAnswers()
{
    configure({1, 1}, 200);
    m_retell->isSilent = true;
    ask();
    ask();
    QTRY_COMPARE(m_retell->paths.size(), 1);
    QSignalSpy changes(m_gate.get(), &ApiGate::stateChanged);
    m_gate->close();
    QVERIFY(!m_gate->isOpen());
    QVERIFY(!changes.wait(400));
    QVERIFY(m_answers.isEmpty());
    QCOMPARE(m_retell->paths.size(), 1);
}

void TestApiGate::sameAccessKeepsQuestions()
{
    QSignalSpy resets(m_gate.get(), &ApiGate::reset);
    configure({1, 1});
    ask();
    ask();
    configure({1, 4}, 1'000);
    QTRY_COMPARE(m_answers.size(), 2);
    QCOMPARE(resets.size(), 1);
}

void TestApiGate::newTimeoutCountsForTheNextQuestion()
{
    configure({1, 8}, 60'000);
    configure({1, 8}, 100);
    m_retell->isSilent = true;
    QVERIFY(askAndWait());
    QCOMPARE(lastFault(), ApiFault::Down);
    QVERIFY(m_gate->latencyMs() >= 90 && m_gate->latencyMs() < 5'000);
}

void TestApiGate::paymentPausesEveryQuestion()
{
    QSignalSpy back(m_gate.get(), &ApiGate::cameBack);
    configure();
    m_retell->faults = {failing(402)};
    QVERIFY(askAndWait());
    QCOMPARE(m_gate->state(), ApiState::Payment);
    QVERIFY(m_gate->waitMs() > 4 * MinuteMs && m_gate->waitMs() <= 5 * MinuteMs);
    QCOMPARE(m_gate->trouble()->fault, ApiFault::Payment);
    ask(u"call_1"_s, Precedence::Running);
    QVERIFY(!back.wait(100));
    QCOMPARE(m_answers.size(), 1);

    m_key = "another_key_than_before"; // … another account may have paid
    m_retell->key = m_key;
    configure();
    QCOMPARE(m_gate->waitMs(), 0);
    QVERIFY(askAndWait());
    QVERIFY(!lastFault());
}

void TestApiGate::throttlingPausesAsAsked_data()
{
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addColumn<qint64>("leastMs");
    QTest::addColumn<qint64>("mostMs");
    QTest::newRow("seconds") << QByteArray("2") << qint64(1'500) << qint64(2'000);
    QTest::newRow("date") << httpDate(QDateTime::currentMSecsSinceEpoch() + 30'000) << qint64(20'000)
                          << qint64(30'000);
    QTest::newRow("garbage") << QByteArray("soon") << qint64(500) << qint64(1'000);
    QTest::newRow("nothing") << QByteArray() << qint64(500) << qint64(1'000);
    QTest::newRow("a year") << QByteArray("31536000") << 14 * MinuteMs << 15 * MinuteMs;
    QTest::newRow("zero") << QByteArray("0") << qint64(1) << qint64(250);
}

void TestApiGate::throttlingPausesAsAsked()
{
    QFETCH(const QByteArray, retryAfter);
    QFETCH(const qint64, leastMs);
    QFETCH(const qint64, mostMs);
    QSignalSpy back(m_gate.get(), &ApiGate::cameBack);
    configure();
    m_retell->faults = {failing(429, retryAfter)};
    QVERIFY(askAndWait());
    QCOMPARE(lastFault(), ApiFault::Throttled);
    QCOMPARE(m_gate->state(), ApiState::Throttled);
    const qint64 waitMs = m_gate->waitMs();
    QVERIFY2(waitMs >= leastMs && waitMs <= mostMs, qPrintable(QString::number(waitMs)));
    QVERIFY(!m_gate->isCircuitOpen());
    if (mostMs > 2'000)
        return;
    QVERIFY(askAndWait());
    QVERIFY(m_retell->startsMs.at(1) - m_retell->startsMs.at(0) >= leastMs);
    QCOMPARE(m_gate->state(), ApiState::Ok);
    QCOMPARE(back.size(), 1);
}

void TestApiGate::overloadPausesAsAsked()
{
    configure();
    m_retell->faults = {failing(503, "20")};
    QVERIFY(askAndWait());
    QCOMPARE(m_gate->state(), ApiState::Down);
    QVERIFY(m_gate->waitMs() > 15'000);
}

void TestApiGate::answersOfBeforeDoNotEndAPause()
{
    QSignalSpy back(m_gate.get(), &ApiGate::cameBack);
    configure();
    m_retell->faults = {failing(429, "30")};
    m_retell->waitsForNext = true;
    ask();
    ask();
    QTRY_COMPARE(m_answers.size(), 2); // both were on their way
    QCOMPARE(m_gate->state(), ApiState::Throttled);
    QVERIFY(m_gate->trouble());
    QVERIFY(back.isEmpty());
    m_clock->leap(MinuteMs);
    QVERIFY(askAndWait());
    QCOMPARE(m_gate->state(), ApiState::Ok);
    QCOMPARE(back.size(), 1);
}

void TestApiGate::singleFailureHoldsNothingBack()
{
    QSignalSpy back(m_gate.get(), &ApiGate::cameBack);
    QSignalSpy changes(m_gate.get(), &ApiGate::stateChanged);
    configure();
    m_retell->faults = {failing(500)};
    QVERIFY(askAndWait());
    QCOMPARE(lastFault(), ApiFault::Down);
    QCOMPARE(m_gate->waitMs(), 0);
    QVERIFY(m_gate->backoff(1) >= 500 && m_gate->backoff(9) <= 15'000);
    QVERIFY(askAndWait());
    QCOMPARE(m_gate->state(), ApiState::Ok);
    QVERIFY(back.isEmpty());
    QVERIFY(changes.size() >= 2);
}

void TestApiGate::circuitOpensAndOneTryAtATimeClosesIt()
{
    QSignalSpy back(m_gate.get(), &ApiGate::cameBack);
    configure();
    m_retell->faults = {
        failing(500), failing(502), {200, "{]", {}, false}, failing(504), {200, "<html>", {}, false}};
    for (int i = 0; i < 5; ++i) {
        QVERIFY(!m_gate->isCircuitOpen());
        QVERIFY(askAndWait());
    }
    QVERIFY(m_gate->isCircuitOpen());
    QCOMPARE(m_gate->state(), ApiState::NotRetell);
    QVERIFY(m_gate->waitMs() > 10'000 && m_gate->waitMs() <= 30'000);
    m_clock->leap(MinuteMs);
    QCOMPARE(m_gate->waitMs(), 0);
    ask();
    QVERIFY(m_gate->waitMs() > 0); // one is enough to find out
    QTRY_COMPARE(m_answers.size(), 6);
    QVERIFY(!lastFault());
    QVERIFY(!m_gate->isCircuitOpen());
    QCOMPARE(m_gate->waitMs(), 0);
    QCOMPARE(back.size(), 1);
    QVERIFY(askAndWait());
    QCOMPARE(back.size(), 1);
}

void TestApiGate::questionsOfTheirOwnFaultSayNothing()
{
    configure();
    for (int i = 0; i < 4; ++i)
        m_retell->faults.append(failing(500));
    m_retell->faults.append(failing(400));
    for (int i = 0; i < 5; ++i)
        QVERIFY(askAndWait());
    QCOMPARE(lastFault(), ApiFault::BadRequest);
    QCOMPARE(m_gate->state(), ApiState::Down);
    QVERIFY(!m_gate->isCircuitOpen());
    QVERIFY(askAndWait(u"no id of Retell's"_s)); // nobody was asked
    QCOMPARE(lastFault(), ApiFault::NotFound);
    QCOMPARE(m_gate->state(), ApiState::Down);
    QVERIFY(askAndWait(u"call_unknown"_s)); // Retell itself says so: it is there
    QCOMPARE(lastFault(), ApiFault::NotFound);
    QCOMPARE(m_gate->state(), ApiState::Ok);
}

/// The played Retell keeps real time; it is our clock that is wrong here.
void TestApiGate::retellsClockIsKnown()
{
    configure();
    const auto listed = [this] {
        bool isDone = false;
        m_gate->listCalls(Precedence::Running, {}, Source::Poll, [&isDone](const auto &) { isDone = true; });
        return QTest::qWaitFor([&isDone] { return isDone; });
    };
    QVERIFY(listed());
    QCOMPARE(m_gate->serverAheadMs(), 0);
    m_clock->leap(10 * MinuteMs);
    QVERIFY(listed());
    const qint64 first = m_gate->serverAheadMs();
    QVERIFY2(qAbs(first + 10 * MinuteMs) <= 1'000, qPrintable(QString::number(first)));
    QVERIFY(listed());
    QCOMPARE(m_gate->serverAheadMs(), first); // whole seconds make noise
}

QTEST_GUILESS_MAIN(TestApiGate)
#include "test_apigate.moc"
