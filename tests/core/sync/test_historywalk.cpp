// SPDX-License-Identifier: GPL-3.0-or-later
// No call of the past is missing, whatever fails and however often the program is killed.
#include "core/sync/historywalk.h"
#include "tests/core/sync/syncrig.h"
#include "tests/support/callbuilders.h"

#include <QSignalSpy>
#include <QTest>
#include <algorithm>
#include <functional>
#include <random>

using namespace anrufwarte;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MinuteMs = 60'000;
constexpr qint64 HourMs = 60 * MinuteMs;

qint64 realNowMs()
{
    return SystemClock().nowMs();
}

QJsonObject lasting(std::optional<qint64> startMs, std::optional<qint64> endMs)
{
    QJsonObject call;
    if (startMs)
        call.insert(u"start_timestamp"_s, *startMs);
    if (endMs)
        call.insert(u"end_timestamp"_s, *endMs);
    return call;
}

/// What can go wrong with one answer; nothing, mostly.
std::optional<http::Response> misfortune(std::mt19937 &random)
{
    static const QList<http::Response> all{
        {500, "{}", {}, false},   {503, "<html>", {}, false}, {429, "{}", {{"Retry-After", "0"}}, false},
        {0, {}, {}, false},       {-1, {}, {}, false},        {200, "<html>sign in", {}, false},
        {200, "null", {}, false}, {400, "{}", {}, false}};
    constexpr unsigned OneIn = 20;
    if (random() % OneIn != 0)
        return std::nullopt;
    return all.at(static_cast<qsizetype>(random() % static_cast<unsigned>(all.size())));
}

} // namespace

class TestHistoryWalk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { stop(); }
    void theFirstSpanGoesADayBack();
    void aCallThatNeverConnectedIsFoundByItsEnd();
    void aCallThatBeganBeforeIsFoundByItsEnd();
    void theMarkWaitsForBothWalks();
    void theNextSpanOverlaps();
    void advancingTwiceWalksOnce();
    void knownRowsAreNotWrittenAgain();
    void gapsAreTold();
    void runningCallsCloseWithTheirEvidence();
    void anExpiredKeyBeginsTheWalkAnew();
    void aMisunderstoodQuestionGetsALongPause();
    void endlessPagesAreNotFollowed();
    void refusedKeyWaitsForAnother();
    void anUnreadableLedgerIsAskedForAgain();
    void everyPageMayFail_data();
    void everyPageMayFail();
    void everySubmissionMayFail_data();
    void everySubmissionMayFail();
    void everySubmissionMayBeTheLast();
    void aDamagedCallHoldsUpNoOther();
    void noCallIsMissing_data();
    void noCallIsMissing();

private:
    void start()
    {
        m_rig = std::make_unique<test::SyncRig>(*m_retell, m_patienceMs);
        m_walk = std::make_unique<HistoryWalk>(
            SyncMeans{m_rig->gate, m_rig->account, m_store, m_store, m_rig->clock});
        m_walk->begin();
    }
    void stop()
    {
        m_walk.reset();
        m_rig.reset();
    }
    /// As after good polls, until a span is walked to its end; waits are leapt over.
    [[nodiscard]] bool walkToTheEnd()
    {
        return waitFor([this, before = spansDone()] { return spansDone() > before; });
    }
    [[nodiscard]] bool waitFor(const std::function<bool()> &isDone)
    {
        qsizetype progress = -1;
        return test::runUntil([&] {
            if (std::exchange(progress, lists() + m_store.submissions) == lists() + m_store.submissions)
                m_rig->clock.leap(MinuteMs / 4);
            m_walk->advance();
            return isDone();
        });
    }
    [[nodiscard]] qsizetype spansDone() const
    {
        return std::count_if(m_store.notes.begin(), m_store.notes.end(),
                             [](const SyncNotes &notes) { return notes.ledger && !notes.ledger->open; });
    }
    void addCalls(int count, qint64 fromMs, qint64 stepMs)
    {
        for (int i = 0; i < count; ++i) {
            const qint64 startMs = fromMs + i * stepMs;
            const bool isConnected = i % 7 != 3;
            m_retell->setCall(u"call_%1"_s.arg(i, 6, 10, QLatin1Char('0')),
                              isConnected ? u"ended"_s : u"not_connected"_s,
                              lasting(isConnected ? std::optional(startMs) : std::nullopt, startMs + 500));
        }
    }
    [[nodiscard]] QStringList missing() const
    {
        QStringList ids;
        for (auto call = m_retell->calls.cbegin(); call != m_retell->calls.cend(); ++call) {
            if (!m_store.calls.contains(call.key()))
                ids.append(call.key());
        }
        return ids;
    }
    [[nodiscard]] qsizetype lists() const { return m_retell->asked("/v3/list-calls"); }

    int m_patienceMs = 5'000;
    std::unique_ptr<test::FakeRetell> m_retell;
    test::FakeStore m_store;
    std::unique_ptr<test::SyncRig> m_rig;
    std::unique_ptr<HistoryWalk> m_walk;
};

void TestHistoryWalk::init()
{
    m_retell = std::make_unique<test::FakeRetell>();
    m_store = test::FakeStore();
    m_patienceMs = 5'000;
}

void TestHistoryWalk::theFirstSpanGoesADayBack()
{
    m_retell->setCall(u"call_today"_s, u"ended"_s,
                      lasting(realNowMs() - 23 * HourMs, realNowMs() - 22 * HourMs));
    m_retell->setCall(u"call_old"_s, u"ended"_s,
                      lasting(realNowMs() - 30 * HourMs, realNowMs() - 29 * HourMs));
    start();
    QVERIFY(walkToTheEnd());
    QCOMPARE(m_store.calls.keys(), QStringList{u"call_today"_s});
    QCOMPARE(m_store.calls[u"call_today"_s].reasons, QStringList{u"found by history walk"_s});
}

void TestHistoryWalk::aCallThatNeverConnectedIsFoundByItsEnd()
{
    m_retell->setCall(u"call_1"_s, u"not_connected"_s, lasting({}, realNowMs() - HourMs));
    start();
    QVERIFY(walkToTheEnd());
    QCOMPARE(m_store.stateOfCall(u"call_1"_s), CallState::Failed);
}

void TestHistoryWalk::aCallThatBeganBeforeIsFoundByItsEnd()
{
    m_store.ledger.coveredUntilMs = realNowMs() - HourMs;
    m_retell->setCall(u"call_1"_s, u"ended"_s,
                      lasting(realNowMs() - 2 * HourMs, realNowMs() - HourMs + MinuteMs));
    start();
    QVERIFY(walkToTheEnd());
    QVERIFY(m_store.calls.contains(u"call_1"_s));
}

void TestHistoryWalk::theMarkWaitsForBothWalks()
{
    addCalls(20, realNowMs() - HourMs, 1'000);
    m_retell->pageSize = 3;
    start();
    QVERIFY(walkToTheEnd());
    bool wasStartDone = false;
    for (const SyncNotes &notes : std::as_const(m_store.notes)) {
        if (!notes.ledger->open) {
            QVERIFY(wasStartDone);
            break;
        }
        QVERIFY(!notes.ledger->coveredUntilMs);
        QVERIFY(!notes.ledger->open->isDone());
        wasStartDone = notes.ledger->open->byStart.isDone;
    }
    QVERIFY(m_store.notes.size() > 6);
    QCOMPARE(missing(), QStringList());
}

void TestHistoryWalk::theNextSpanOverlaps()
{
    start();
    QVERIFY(walkToTheEnd());
    // Retell lists it late, although it began before the mark.
    m_retell->setCall(u"call_1"_s, u"ended"_s, lasting(realNowMs() - MinuteMs, realNowMs() - MinuteMs / 2));
    QVERIFY(walkToTheEnd());
    QVERIFY(m_store.calls.contains(u"call_1"_s));
}

void TestHistoryWalk::advancingTwiceWalksOnce()
{
    start();
    for (int i = 0; i < 5; ++i)
        m_walk->advance();
    QTRY_VERIFY(m_store.ledger.coveredUntilMs && !m_store.ledger.open);
    m_walk->advance();
    QVERIFY(m_rig->settleDown());
    QCOMPARE(lists(), 2);
}

void TestHistoryWalk::knownRowsAreNotWrittenAgain()
{
    m_retell->setCall(u"call_1"_s, u"ended"_s, lasting(realNowMs() - 60'000, realNowMs() - 30'000));
    start();
    QVERIFY(walkToTheEnd());
    for (int i = 0; i < 3; ++i) {
        QVERIFY(walkToTheEnd());
    }
    QCOMPARE(m_store.calls[u"call_1"_s].reasons.size(), 1);
    m_retell->setCall(u"call_1"_s, u"ended"_s,
                      lasting(realNowMs() - 60'000, realNowMs() - 29'000)); // Retell has corrected it
    QVERIFY(walkToTheEnd());
    QCOMPARE(m_store.calls[u"call_1"_s].reasons.size(), 2);
}

void TestHistoryWalk::gapsAreTold()
{
    m_store.ledger.coveredUntilMs = realNowMs() - HourMs;
    m_retell->isSilent = true;
    m_patienceMs = 200;
    start();
    QSignalSpy told(m_walk.get(), &HistoryWalk::gapChanged);
    m_walk->advance();
    QTRY_COMPARE(told.size(), 1);
    QVERIFY(m_walk->gap());
    QCOMPARE(m_walk->gap()->fromMs, *m_store.ledger.coveredUntilMs);
    m_retell->isSilent = false;
    QVERIFY(walkToTheEnd());
    QTRY_VERIFY(!m_walk->gap());
    QCOMPARE(told.size(), 2);
    QVERIFY(walkToTheEnd()); // from poll to poll: nothing to tell
    QCOMPARE(told.size(), 2);
}

void TestHistoryWalk::runningCallsCloseWithTheirEvidence()
{
    for (const auto *id : {"call_1", "call_2", "call_3"})
        m_store.apply(test::ChangeBuilder(QString::fromLatin1(id)).started(realNowMs() - HourMs));
    m_store.rejected.insert(u"call_2"_s, {1'790'000'000'000, u"signature_malformed"_s});
    m_retell->setCall(u"call_1"_s, u"ended"_s, lasting(realNowMs() - HourMs, realNowMs() - HourMs / 2));
    m_retell->setCall(u"call_2"_s, u"ended"_s, lasting(realNowMs() - HourMs, realNowMs() - HourMs / 2));
    m_retell->setCall(u"call_3"_s, u"ended"_s, lasting(realNowMs() - HourMs, realNowMs() + MinuteMs));
    start();
    m_walk->advance();
    QTRY_VERIFY(m_store.ledger.coveredUntilMs);
    QCOMPARE(m_store.calls[u"call_1"_s].reasons.last(), u"closed by poll; no call_ended webhook"_s);
    QVERIFY(m_store.calls[u"call_2"_s].reasons.last().contains(u"signature_malformed"_s));
    QCOMPARE(m_store.stateOfCall(u"call_3"_s), CallState::Ongoing); // just now: the poller's
}

void TestHistoryWalk::anExpiredKeyBeginsTheWalkAnew()
{
    addCalls(20, realNowMs() - HourMs, 1'000);
    m_retell->pageSize = 3;
    HistorySpan span{realNowMs() - 2 * HourMs, realNowMs(), {false, u"a key of last week"_s}, {}};
    m_store.ledger = {realNowMs() - 2 * HourMs, span};
    m_retell->faultFor = [](const http::Request &request) -> std::optional<http::Response> {
        if (request.body.contains("last week"))
            return http::Response{400, "{}", {}, false};
        return std::nullopt;
    };
    start();
    QVERIFY(walkToTheEnd());
    QCOMPARE(missing(), QStringList());
}

void TestHistoryWalk::aMisunderstoodQuestionGetsALongPause()
{
    m_retell->faultFor = [](const http::Request &) { return http::Response{400, "{}", {}, false}; };
    start();
    m_walk->advance();
    QTRY_COMPARE(lists(), 1);
    QVERIFY(m_rig->settleDown());
    m_rig->clock.leap(9 * MinuteMs);
    m_walk->advance();
    QVERIFY(m_rig->settleDown());
    QCOMPARE(lists(), 1);
    m_retell->faultFor = {};
    m_rig->clock.leap(MinuteMs);
    m_walk->advance();
    QTRY_VERIFY(m_store.ledger.coveredUntilMs);
}

void TestHistoryWalk::endlessPagesAreNotFollowed()
{
    addCalls(20, realNowMs() - HourMs, 1'000);
    m_retell->pageSize = 3;
    m_retell->isListEndless = true;
    start();
    m_walk->advance();
    QTRY_COMPARE(lists(), 2); // the second has the key of the first
    QVERIFY(m_rig->settleDown());
    QCOMPARE(lists(), 2);
    QVERIFY(!m_store.ledger.coveredUntilMs);
    m_retell->isListEndless = false;
    QVERIFY(walkToTheEnd());
    QCOMPARE(missing(), QStringList());
}

void TestHistoryWalk::refusedKeyWaitsForAnother()
{
    addCalls(5, realNowMs() - HourMs, 1'000);
    m_retell->key = "key_of_tomorrow";
    start();
    m_walk->advance();
    QTRY_VERIFY(!m_rig->gate.isOpen());
    m_rig->clock.leap(HourMs);
    m_walk->advance();
    QCOMPARE(lists(), 1);
    m_rig->configure(*m_retell, "key_of_tomorrow");
    m_walk->begin();
    QVERIFY(walkToTheEnd());
    QCOMPARE(missing(), QStringList());
}

void TestHistoryWalk::anUnreadableLedgerIsAskedForAgain()
{
    addCalls(5, realNowMs() - HourMs, 1'000);
    m_store.unreadable = 3;
    start();
    QVERIFY(walkToTheEnd());
    QCOMPARE(m_store.unreadable, 0);
    QCOMPARE(missing(), QStringList());
}

void TestHistoryWalk::everyPageMayFail_data()
{
    QTest::addColumn<int>("failing");
    for (int i = 0; i < 8; ++i)
        QTest::addRow("page %d", i) << i;
}

void TestHistoryWalk::everyPageMayFail()
{
    QFETCH(const int, failing);
    addCalls(20, realNowMs() - HourMs, 1'000);
    m_retell->pageSize = 5;
    int page = 0;
    m_retell->faultFor = [&page, failing](const http::Request &) -> std::optional<http::Response> {
        if (page++ == failing)
            return http::Response{-1, {}, {}, false};
        return std::nullopt;
    };
    start();
    QVERIFY(walkToTheEnd());
    QVERIFY(page > failing);
    QCOMPARE(missing(), QStringList());
}

void TestHistoryWalk::everySubmissionMayFail_data()
{
    QTest::addColumn<int>("failing");
    QTest::addColumn<bool>("isFull");
    for (int i = 0; i < 6; ++i) {
        QTest::addRow("submission %d fails", i) << i << false;
        QTest::addRow("submission %d finds the queue full", i) << i << true;
    }
}

void TestHistoryWalk::everySubmissionMayFail()
{
    QFETCH(const int, failing);
    QFETCH(const bool, isFull);
    addCalls(350, realNowMs() - HourMs, 1'000);
    m_retell->pageSize = 150; // two batches each
    (isFull ? m_store.fullAt : m_store.failAt) = {failing, failing + 1};
    start();
    QVERIFY(walkToTheEnd());
    QVERIFY(m_store.submissions > failing);
    QCOMPARE(missing(), QStringList());
}

void TestHistoryWalk::everySubmissionMayBeTheLast()
{
    for (int last = 0; last < 6; ++last) {
        init();
        addCalls(350, realNowMs() - HourMs, 1'000);
        m_retell->pageSize = 150;
        start();
        m_walk->advance();
        QTRY_VERIFY(m_store.submissions > last || m_store.ledger.coveredUntilMs);
        stop(); // killed
        start();
        QVERIFY(walkToTheEnd());
        QCOMPARE(missing(), QStringList());
        stop();
    }
}

void TestHistoryWalk::aDamagedCallHoldsUpNoOther()
{
    addCalls(120, realNowMs() - HourMs, 1'000);
    m_store.damaged = {u"call_000005"_s, u"call_000119"_s};
    m_retell->pageSize = 50;
    start();
    QVERIFY(walkToTheEnd());
    QCOMPARE(missing(), (QStringList{u"call_000005"_s, u"call_000119"_s}));
}

void TestHistoryWalk::noCallIsMissing_data()
{
    QTest::addColumn<int>("pageSize");
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("kills");
    QTest::newRow("pages of 1") << 1 << 1'000 << 10;
    QTest::newRow("pages of 7") << 7 << 10'000 << 10;
    QTest::newRow("pages of 1000") << 1'000 << 10'000 << 10;
}

void TestHistoryWalk::noCallIsMissing()
{
    QFETCH(const int, pageSize);
    QFETCH(const int, count);
    QFETCH(const int, kills);
    addCalls(count, realNowMs() - 20 * HourMs, 7'000);
    m_retell->pageSize = pageSize;
    std::mt19937 random(20'261'122);
    m_retell->faultFor = [&random](const http::Request &) { return misfortune(random); };
    for (int i = 0; i < 60; ++i)
        (random() % 2 == 0 ? m_store.fullAt : m_store.failAt).insert(static_cast<int>(random() % 400));
    const int pages = 2 * count / pageSize;
    m_patienceMs = 200;
    for (int kill = 0; kill < kills; ++kill) {
        start();
        const qsizetype until = lists() + 1 + static_cast<qsizetype>(random() % (2 + unsigned(pages) / 12));
        QVERIFY(waitFor([&] { return lists() >= until; }));
        stop();
        // The mark stands for all that is before it.
        QVERIFY(!m_store.ledger.coveredUntilMs || missing().isEmpty());
    }
    start();
    QVERIFY(walkToTheEnd());
    QCOMPARE(missing(), QStringList());
    qInfo("%d calls in %d pages, %d kills: %lld lists asked for", count, pages, kills, qint64(lists()));
}

QTEST_GUILESS_MAIN(TestHistoryWalk)
#include "test_historywalk.moc"
