// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/asyncreader.h"
#include "core/store/filters.h"
#include "tests/core/store/storefixture.h"

using namespace anrufwarte;
using namespace anrufwarte::test;

namespace {

constexpr qint64 Day = 24LL * 60 * 60 * 1000;
constexpr TimeSpan Today{T0 - Day / 2, T0 + Day / 2};
constexpr TimeSpan LastWeek{Today.fromMs - 7 * Day, T0 - 7 * Day};

QString callName(int n)
{
    return QStringLiteral("call_%1").arg(n);
}

QStringList idsOf(const Result<QList<CallRow>> &rows)
{
    QStringList ids;
    for (const CallRow &row : rows.value())
        ids.append(row.callId.value());
    return ids;
}

} // namespace

class TestStoreReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void damagedContentOfOneCallHidesNoOther();
    void filters();
    void searchTakesTextLiterally();
    void liveRows();
    void oneCall();
    void dayFigures();
    void dayFiguresWithoutHistory();
    void missingFile();
    void followsAReplacedFile();
    void asyncAnswersInOrder();
    void asyncDropsAnswersForTheGone();
    void liveQueryUsesIndexes();
    void damageThatOnlyAReaderMeetsIsSeenToAtTheNextStart();
};

void TestStoreReader::filters()
{
    StoreFixture f;
    QVERIFY(f.open());
    QVERIFY(f.write(CallChange(ChangeBuilder(callName(1))
                                   .started(T0)
                                   .with(Field::StartTimestamp, FieldValue(T0 - 3000))
                                   .with(Field::AgentName, u"Empfang"))));
    QVERIFY(f.write(CallChange(ChangeBuilder(callName(2))
                                   .ended(T0)
                                   .with(Field::StartTimestamp, FieldValue(T0 - 2000))
                                   .with(Field::AgentName, u"empfang"))));
    QVERIFY(f.write(CallChange(
        ChangeBuilder(callName(3))
            .stage(Stage::Finished, QStringLiteral("call_ended"), QStringLiteral("not_connected"), T0)
            .with(Field::StartTimestamp, FieldValue(T0 - 1000))
            .with(Field::AgentId, u"agent_x"))));
    CallReader reader = f.reader();
    CallFilter filter;
    QCOMPARE(idsOf(reader.rows(filter)), QStringList({callName(3), callName(2), callName(1)}));
    filter.limit = 2;
    QCOMPARE(reader.rows(filter)->size(), 2);
    filter.limit = 0;
    QCOMPARE(reader.rows(filter)->size(), 3);
    filter.ongoingOnly = true;
    QVERIFY(f.write(
        ChangeBuilder(callName(4))
            .stage(Stage::Registered, QStringLiteral("call_started"), QStringLiteral("registered"), T0)));
    QCOMPARE(idsOf(reader.rows(filter)), QStringList(callName(1))); // registered is counted apart
    filter = {};
    filter.incompleteOnly = true;
    QCOMPARE(idsOf(reader.rows(filter)), QStringList(callName(2)));
    filter = {};
    filter.agent = QStringLiteral("EMPFANG");
    QCOMPARE(reader.rows(filter)->size(), 2);
    filter.agent = QStringLiteral("agent_x");
    QCOMPARE(idsOf(reader.rows(filter)), QStringList(callName(3)));
    filter = {};
    filter.sinceMs = T0 - 2000;
    filter.untilMs = T0 - 1000;
    QCOMPARE(idsOf(reader.rows(filter)), QStringList(callName(2)));
    QCOMPARE(reader.calls(filter)->size(), 1);
    QCOMPARE(reader.calls(filter)->first().row, reader.rows(filter)->first());
}

void TestStoreReader::searchTakesTextLiterally()
{
    QCOMPARE(containsPattern(QStringLiteral("50%_\\")), QStringLiteral("%50\\%\\_\\\\%"));
    StoreFixture f;
    QVERIFY(f.open());
    QVERIFY(f.write(
        CallChange(ChangeBuilder(callName(1)).ended(T0).with(Field::Summary, u"Rabatt 50% gewünscht"))));
    QVERIFY(
        f.write(CallChange(ChangeBuilder(callName(2)).ended(T0).with(Field::Transcript, u"User: a_b \\ c"))));
    QVERIFY(f.write(CallChange(ChangeBuilder(callName(3)).ended(T0).with(Field::FromNumber, u"+49301234"))));
    CallReader reader = f.reader();
    const auto found = [&](const QString &text) {
        CallFilter filter;
        filter.search = text;
        return idsOf(reader.rows(filter));
    };
    QCOMPARE(found(QStringLiteral("50%")), QStringList(callName(1)));
    QCOMPARE(found(QStringLiteral("%")), QStringList(callName(1)));
    QCOMPARE(found(QStringLiteral("a_b")), QStringList(callName(2)));
    QCOMPARE(found(QStringLiteral("aXb")), QStringList());
    QCOMPARE(found(QStringLiteral("\\")), QStringList(callName(2)));
    QCOMPARE(found(QStringLiteral("4930")), QStringList(callName(3)));
    QCOMPARE(found(QStringLiteral("GEWÜNSCHT")), QStringList()); // folding of umlauts is not LIKE's business
    QCOMPARE(found(QStringLiteral("' OR 1=1 --")), QStringList());
}

void TestStoreReader::liveRows()
{
    StoreFixture f;
    QVERIFY(f.open());
    QVERIFY(f.write(CallChange(
        ChangeBuilder(callName(1)).stage(Stage::Registered, {}, QStringLiteral("registered"), T0))));
    QVERIFY(f.write(CallChange(ChangeBuilder(callName(2)).started(T0))));
    QVERIFY(f.write(CallChange(ChangeBuilder(callName(3)).ended(T0))));
    f.clock.advance(10'000);
    QVERIFY(f.write(CallChange(ChangeBuilder(callName(4)).ended(T0))));
    CallReader reader = f.reader();
    QStringList ids = idsOf(reader.liveRows(T0 + 1));
    ids.sort();
    QCOMPARE(ids, QStringList({callName(1), callName(2), callName(4)}));
    QCOMPARE(reader.liveRows(0)->size(), 4);
}

void TestStoreReader::oneCall()
{
    StoreFixture f;
    QVERIFY(f.open());
    QVERIFY(f.write(
        CallChange(ChangeBuilder(callName(7)).ended(T0).with(Field::Cost, R"({"combined_cost":12.5})"))));
    CallReader reader = f.reader();
    QCOMPARE(*reader.call(QStringLiteral("1")), *reader.call(callName(7)));
    QCOMPARE(reader.call(QStringLiteral("1"))->cost->unit, CostUnit::Cents);
    QCOMPARE(reader.call(QStringLiteral("559")).error(),
             (Error{ErrorCode::CallNotFound, {}, {QStringLiteral("559")}}));
    QCOMPARE(reader.call(QStringLiteral("call_x")).error().code, ErrorCode::CallNotFound);
    QVERIFY(reader.check());
}

void TestStoreReader::dayFigures()
{
    StoreFixture f;
    QVERIFY(f.open());
    const auto finished = [](int n, qint64 startMs, const char *cost, const char *latency) {
        return CallChange(ChangeBuilder(callName(n))
                              .ended(startMs + 60'000)
                              .with(Field::StartTimestamp, FieldValue(startMs))
                              .with(Field::DurationMs, 60'000)
                              .with(Field::Cost, cost)
                              .with(Field::Latency, latency));
    };
    QVERIFY(f.write(finished(1, T0 - 1000, R"({"combined_cost":10})", R"({"e2e":{"values":[1000,2000]}})")));
    QVERIFY(
        f.write(finished(2, T0 - 2000, R"({"combined_cost":30})", R"({"e2e":{"values":[3000,4000,5000]}})")));
    QVERIFY(f.write(
        finished(3, T0 - 7 * Day - 1000, R"({"combined_cost":20})", R"({"e2e":{"values":[90000]}})")));
    QVERIFY(f.write(CallChange(ChangeBuilder(callName(4)).started(T0))));
    CallReader reader = f.reader();
    const Result<DayFigures> figures = reader.dayFigures(Today, LastWeek);
    QVERIFY(figures);
    QCOMPARE(figures->calls, 3);
    QCOMPARE(figures->cost, std::optional<MicroDollars>(400'000));
    QCOMPARE(figures->latencySamples, 5);
    QCOMPARE(figures->latencyP95Ms, std::optional(4800.0));
    QCOMPARE(figures->finished, 2);
    QCOMPARE(figures->complete, 0);
    QCOMPARE(figures->callsSameDayLastWeek, std::optional<qint64>(1));
    QCOMPARE(figures->microsPerMinute, std::optional<MicroDollars>(200'000));
}

void TestStoreReader::dayFiguresWithoutHistory()
{
    StoreFixture f;
    QVERIFY(f.open());
    CallReader reader = f.reader();
    const Result<DayFigures> figures = reader.dayFigures(Today, LastWeek);
    QVERIFY(figures);
    QCOMPARE(*figures, DayFigures());
}

void TestStoreReader::missingFile()
{
    CallReader reader({QStringLiteral("/nowhere/calls.sqlite"), {}});
    QCOMPARE(reader.rows({}).error().code, ErrorCode::StoreMissing);
    StoreFixture f;
    CallReader early = f.reader();
    QVERIFY(!early.rows({}));
    QVERIFY(f.open());
    QVERIFY(early.rows({})); // opens again after an error
}

void TestStoreReader::followsAReplacedFile()
{
    StoreFixture f;
    QVERIFY(f.open());
    QVERIFY(f.write(CallChange(ChangeBuilder(callName(1)).ended(T0))));
    CallReader reader = f.reader();
    QCOMPARE(reader.rows({})->size(), 1);
    f.close();
    QVERIFY(QFile::remove(f.options.file));
    QVERIFY(f.open());
    QCOMPARE(reader.rows({})->size(), 0);
}

void TestStoreReader::asyncAnswersInOrder()
{
    StoreFixture f;
    QVERIFY(f.open());
    QVERIFY(f.write(CallChange(ChangeBuilder(callName(1)).ended(T0))));
    AsyncReader reader({f.options.file, {}});
    QList<int> answers;
    for (int i = 0; i < 20; ++i) {
        reader.read<Result<QList<CallRow>>>(
            this, [](CallReader &r) { return r.rows({}); },
            [&answers, i](const Result<QList<CallRow>> &rows) {
                QCOMPARE(rows->size(), 1);
                answers.append(i);
            });
    }
    QTRY_COMPARE(answers.size(), 20);
    QVERIFY(std::is_sorted(answers.begin(), answers.end()));
}

void TestStoreReader::asyncDropsAnswersForTheGone()
{
    StoreFixture f;
    QVERIFY(f.open());
    bool called = false;
    bool done = false;
    {
        AsyncReader reader({f.options.file, {}});
        {
            QObject shortLived;
            reader.read<int>(
                &shortLived, [](CallReader &) { return 1; }, [&called](int) { called = true; });
        }
        reader.read<int>(
            this, [](CallReader &) { return 2; }, [&done](int) { done = true; });
        QTRY_VERIFY(done);
    }
    QVERIFY(!called);
}

void TestStoreReader::liveQueryUsesIndexes()
{
    StoreFixture f;
    QVERIFY(f.open());
    const auto database = f.other();
    for (const char *sql : {"SELECT id FROM calls WHERE finished_seen_ms = 0",
                            "SELECT id FROM calls WHERE finished_seen_ms > 0 AND finished_seen_ms >= 5",
                            "SELECT id FROM calls WHERE revision > 5",
                            "SELECT id FROM calls WHERE listed_ms >= 1 AND listed_ms < 2",
                            "SELECT id FROM calls WHERE incomplete = 1 ORDER BY listed_ms DESC"}) {
        Statement plan = database->statement(QLatin1String("EXPLAIN QUERY PLAN ") + QLatin1String(sql));
        QVERIFY(plan.run() && plan.next());
        QVERIFY2(plan.text(3).contains(QLatin1String("INDEX")), qPrintable(plan.text(3)));
    }
}

void TestStoreReader::damagedContentOfOneCallHidesNoOther()
{
    StoreFixture f;
    QVERIFY(f.open());
    for (const char *name : {"call_1", "call_2"})
        QVERIFY(f.write(CallChange(
            ChangeBuilder(QLatin1String(name)).ended(T0).with(Field::Summary, QStringLiteral("Summary")))));
    QVERIFY(
        f.other()->run(QStringLiteral("UPDATE calls SET stamps = x'ff' WHERE retell_call_id = 'call_1'")));
    const Result<QList<Call>> calls = f.reader().calls({});
    QVERIFY(calls);
    QCOMPARE(calls->size(), 2);
    for (const Call &call : *calls)
        QCOMPARE(textOf(call.record, Field::Summary).isEmpty(), call.row.callId.value() == u"call_1");
}

void TestStoreReader::damageThatOnlyAReaderMeetsIsSeenToAtTheNextStart()
{
    constexpr qint64 Page = 16384;
    StoreFixture f;
    QVERIFY(f.open());
    QVERIFY(f.write(CallChange(ChangeBuilder(callName(1)).ended(T0))));
    const qint64 root = f.ask("SELECT rootpage FROM sqlite_schema WHERE name = 'deliveries'").toLongLong();
    f.close();
    QFile file(f.options.file);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek((root - 1) * Page));
    QCOMPARE(file.write(QByteArray(Page, '\x5a')), Page);
    file.close();
    QVERIFY(f.open()); // no start looks there
    const Result<QList<DeliveryRecord>> deliveries = f.reader().deliveries(false, 0);
    QVERIFY(!deliveries && deliveries.error().code == ErrorCode::StoreCorrupt);
    QVERIFY(!f.store->health().problem);
    f.close();
    QVERIFY(f.open()); // as the sentence of that error says
    QVERIFY(f.store->health().replacedBrokenFile);
}

QTEST_GUILESS_MAIN(TestStoreReader)
#include "test_store_reader.moc"
