// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/historysteps.h"
#include "tests/support/callbuilders.h"

#include <QTest>

using namespace anrufwarte;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 NowMs = 1'790'000'000'000;
constexpr qint64 MinuteMs = 60'000;
constexpr qint64 DayMs = 24 * 60 * MinuteMs;

HistoryLedger openLedger(const SpanWalk &byStart, const SpanWalk &byEnd)
{
    return {NowMs - DayMs, HistorySpan{NowMs - DayMs - HistoryOverlapMs, NowMs, byStart, byEnd}};
}

CallChange endedCall(const QString &id, std::optional<qint64> agoMs)
{
    auto call = test::ChangeBuilder(id).ended(NowMs);
    if (agoMs)
        call.with(Field::EndTimestamp, FieldValue(NowMs - *agoMs));
    return call;
}

QStringList idsOf(const QList<CallChange> &changes)
{
    QStringList ids;
    for (const CallChange &change : changes)
        ids.append(change.callId.value());
    return ids;
}

} // namespace

class TestHistorySteps : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void spansBeginBeforeTheMark_data();
    void spansBeginBeforeTheMark();
    void pagesMoveTheLedger_data();
    void pagesMoveTheLedger();
    void startingOverKeepsTheOtherWalk();
    void onlyLongStretchesAreTold_data();
    void onlyLongStretchesAreTold();
    void rowsAreShared_data();
    void rowsAreShared();
};

void TestHistorySteps::spansBeginBeforeTheMark_data()
{
    QTest::addColumn<std::optional<qint64>>("mark");
    QTest::addColumn<qint64>("fromMs");
    QTest::addColumn<qint64>("toMs");
    using Mark = std::optional<qint64>;
    QTest::newRow("first start") << Mark() << NowMs - DayMs << NowMs;
    QTest::newRow("poll to poll") << Mark(NowMs - 15'000) << NowMs - 15'000 - HistoryOverlapMs << NowMs;
    QTest::newRow("a week off") << Mark(NowMs - 7 * DayMs) << NowMs - 7 * DayMs - HistoryOverlapMs << NowMs;
    QTest::newRow("mark in the future") << Mark(NowMs + DayMs) << NowMs - HistoryOverlapMs << NowMs + DayMs;
    QTest::newRow("mark at the beginning of time") << Mark(5) << qint64(0) << NowMs;
}

void TestHistorySteps::spansBeginBeforeTheMark()
{
    QFETCH(const std::optional<qint64>, mark);
    const HistorySpan span = nextSpan({mark, {}}, NowMs);
    QTEST(span.fromMs, "fromMs");
    QTEST(span.toMs, "toMs");
    QVERIFY(!span.byStart.isDone && !span.byEnd.isDone && !span.isDone());
    QCOMPARE(nextWalk(span), ListedBy::Start);
}

void TestHistorySteps::pagesMoveTheLedger_data()
{
    QTest::addColumn<HistoryLedger>("before");
    QTest::addColumn<ListedBy>("by");
    QTest::addColumn<QString>("nextKey");
    QTest::addColumn<HistoryLedger>("after");
    const HistoryLedger fresh = openLedger({}, {});
    QTest::newRow("first page") << fresh << ListedBy::Start << u"a"_s << openLedger({false, u"a"_s}, {});
    QTest::newRow("next page") << openLedger({false, u"a"_s}, {}) << ListedBy::Start << u"b"_s
                               << openLedger({false, u"b"_s}, {});
    QTest::newRow("first walk done") << openLedger({false, u"b"_s}, {}) << ListedBy::Start << QString()
                                     << openLedger({true, {}}, {});
    QTest::newRow("second walk") << openLedger({true, {}}, {}) << ListedBy::End << u"a"_s
                                 << openLedger({true, {}}, {false, u"a"_s});
    QTest::newRow("both done") << openLedger({true, {}}, {false, u"a"_s}) << ListedBy::End << QString()
                               << HistoryLedger{NowMs, {}};
    QTest::newRow("the other order") << openLedger({}, {true, {}}) << ListedBy::Start << QString()
                                     << HistoryLedger{NowMs, {}};
    QTest::newRow("nothing open") << HistoryLedger{NowMs, {}} << ListedBy::End << u"a"_s
                                  << HistoryLedger{NowMs, {}};
    HistoryLedger ahead = openLedger({true, {}}, {});
    ahead.coveredUntilMs = NowMs + 1;
    QTest::newRow("never backward") << ahead << ListedBy::End << QString() << HistoryLedger{NowMs + 1, {}};
}

void TestHistorySteps::pagesMoveTheLedger()
{
    QFETCH(const HistoryLedger, before);
    QFETCH(const ListedBy, by);
    QFETCH(const QString, nextKey);
    QFETCH(const HistoryLedger, after);
    QVERIFY(afterPage(before, by, nextKey) == after);
}

void TestHistorySteps::startingOverKeepsTheOtherWalk()
{
    const HistoryLedger ledger = openLedger({true, {}}, {false, u"a"_s});
    QVERIFY(startedOver(ledger, ListedBy::End) == openLedger({true, {}}, {}));
    QVERIFY(startedOver(ledger, ListedBy::Start) == openLedger({}, {false, u"a"_s}));
    QVERIFY(startedOver({NowMs, {}}, ListedBy::End) == (HistoryLedger{NowMs, {}}));
}

void TestHistorySteps::onlyLongStretchesAreTold_data()
{
    QTest::addColumn<HistoryLedger>("ledger");
    QTest::addColumn<bool>("isTold");
    QTest::addColumn<qint64>("fromMs");
    const auto step = [](qint64 sinceMs) {
        const HistoryLedger ledger{NowMs - sinceMs, {}};
        return HistoryLedger{ledger.coveredUntilMs, nextSpan(ledger, NowMs)};
    };
    QTest::newRow("nothing open") << HistoryLedger{NowMs, {}} << false << qint64(0);
    QTest::newRow("poll to poll") << step(15'000) << false << qint64(0);
    QTest::newRow("at the limit") << step(MinuteMs) << false << qint64(0);
    QTest::newRow("program off") << step(38 * MinuteMs) << true << NowMs - 38 * MinuteMs;
    QTest::newRow("first start") << HistoryLedger{{}, nextSpan({}, NowMs)} << true << NowMs - DayMs;
}

void TestHistorySteps::onlyLongStretchesAreTold()
{
    QFETCH(const HistoryLedger, ledger);
    const auto part = untoldPart(ledger, MinuteMs);
    QTEST(part.has_value(), "isTold");
    if (part) {
        QTEST(part->fromMs, "fromMs");
        QCOMPARE(part->toMs, NowMs);
    }
}

void TestHistorySteps::rowsAreShared_data()
{
    QTest::addColumn<CallChange>("row");
    QTest::addColumn<bool>("isRunning");
    QTest::addColumn<QString>("fate");
    const CallChange ongoing = test::ChangeBuilder(u"call_1"_s).started(NowMs);
    QTest::newRow("ongoing, new") << ongoing << false << u"plain"_s;
    QTest::newRow("ongoing, running here") << ongoing << true << u"plain"_s;
    QTest::newRow("over, not running here") << endedCall(u"call_1"_s, MinuteMs / 2) << false << u"plain"_s;
    QTest::newRow("over since long") << endedCall(u"call_1"_s, DayMs) << false << u"plain"_s;
    QTest::newRow("over, its webhook may come") << endedCall(u"call_1"_s, 1'000) << false << u"left"_s;
    QTest::newRow("over, the poller's") << endedCall(u"call_1"_s, MinuteMs / 2) << true << u"left"_s;
    QTest::newRow("over, the poller failed") << endedCall(u"call_1"_s, 2 * MinuteMs) << true << u"end"_s;
    QTest::newRow("without an end, new") << endedCall(u"call_1"_s, {}) << false << u"plain"_s;
    QTest::newRow("without an end, running") << endedCall(u"call_1"_s, {}) << true << u"end"_s;
}

void TestHistorySteps::rowsAreShared()
{
    QFETCH(const CallChange, row);
    QFETCH(const bool, isRunning);
    QFETCH(const QString, fate);
    const PageShare share = shareOf({row}, isRunning ? QSet{row.callId} : QSet<CallId>(), NowMs);
    QCOMPARE(idsOf(share.plain), fate == u"plain" ? QStringList{u"call_1"_s} : QStringList());
    QCOMPARE(idsOf(share.ends), fate == u"end" ? QStringList{u"call_1"_s} : QStringList());
}

QTEST_GUILESS_MAIN(TestHistorySteps)
#include "test_historysteps.moc"
