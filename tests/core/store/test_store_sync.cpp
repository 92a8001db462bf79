// SPDX-License-Identifier: GPL-3.0-or-later
// What sync leaves in the store, and finds there again.
#include "core/store/asyncreader.h"
#include "tests/core/store/storefixture.h"
#include "tests/support/sqlitefaults.h"

using namespace anrufwarte;
using namespace anrufwarte::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Day = 24LL * 60 * 60 * 1000;

ChangeBatch batchOf(const SyncNotes &notes)
{
    ChangeBatch batch;
    batch.notes = std::make_shared<const SyncNotes>(notes);
    return batch;
}

RetryEntry entryOf(const char16_t *callId, qint64 dueMs, RetryCause cause = RetryCause::Incomplete)
{
    return {CallId(QString::fromUtf16(callId)), cause, 2, dueMs, dueMs - 1000, SetAside::No};
}

QStringList idsOf(const Result<QList<RetryEntry>> &entries)
{
    QStringList ids;
    for (const RetryEntry &entry : entries.value())
        ids.append(entry.callId.value());
    return ids;
}

ChangeBuilder complete(const QString &callId)
{
    ChangeBuilder builder(callId);
    builder.analysed(T0 + 1)
        .with(Field::DurationMs, 60'000)
        .with(Field::Cost, R"({"combined_cost":10})")
        .with(Field::Latency, R"({"e2e":{"p50":900,"num":1}})")
        .with(Field::Transcript, u"Agent: Hallo")
        .with(Field::RecordingUrl, u"https://example.org/r.wav")
        .with(Field::Summary, u"Kurz.");
    return builder;
}

ResyncRun runAt(qint64 startedMs)
{
    ResyncRun run;
    run.startedMs = startedMs;
    return run;
}

SyncNotes resultIn(qint64 runStartedMs, const QString &callId)
{
    ResyncResult result;
    result.callId = CallId(callId);
    SyncNotes notes;
    notes.run = runAt(runStartedMs);
    notes.results = {result};
    return notes;
}

} // namespace

class TestStoreSync : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { sqlitefaults::install(); }
    void ledgerComesBack();
    void retriesComeBackNextFirst();
    void unplannedCallsAreDueAtOnce();
    void completeCallsNeedNoRetry();
    void setAsideCallsAreLeftOut();
    void whatIsKnownOfCalls();
    void forgottenCallsTakeTheirNotesAlong();
    void unknownIdsAreForgottenInTheEnd();
    void asyncReaderAnswersAll();
    void questionsNeverReadAllCalls();
};

void TestStoreSync::ledgerComesBack()
{
    StoreFixture f;
    QVERIFY(f.open());
    QCOMPARE(f.reader().historyLedger().value(), HistoryLedger{});
    SyncNotes notes;
    notes.ledger = HistoryLedger{T0, HistorySpan{T0, T0 + Day, {false, u"page 3"_s}, {true, {}}}};
    QVERIFY(f.write(batchOf(notes)));
    f.close();
    QVERIFY(f.open());
    QCOMPARE(f.reader().historyLedger().value(), *notes.ledger);
    notes.ledger = HistoryLedger{T0 + Day, {}};
    QVERIFY(f.write(batchOf(notes)));
    QCOMPARE(f.reader().historyLedger().value(), *notes.ledger);
}

void TestStoreSync::retriesComeBackNextFirst()
{
    StoreFixture f;
    QVERIFY(f.open());
    const RetryEntry late = entryOf(u"call_late", T0 + 2000, RetryCause::NotWritten);
    const RetryEntry soon = entryOf(u"call_soon", T0 + 1000, RetryCause::Rejected);
    RetryEntry never = entryOf(u"call_never", T0);
    never.setAside = SetAside::NothingNew;
    SyncNotes notes;
    notes.retries = {late, soon, never};
    QVERIFY(f.write(batchOf(notes)));
    CallReader reader = f.reader();
    QCOMPARE(reader.retries(10).value(), (QList<RetryEntry>{soon, late}));
    QCOMPARE(reader.retries(1).value(), QList<RetryEntry>{soon});
    QCOMPARE(reader.knownRetries({never.callId, CallId(u"call_other"_s)}).value(),
             (QHash<CallId, RetryEntry>{{never.callId, never}}));

    RetryEntry later = soon;
    later.dueMs = T0 + 5000;
    later.attempts = 3;
    notes.retries = {later};
    notes.settled = {late.callId, CallId(u"call_other"_s)};
    QVERIFY(f.write(batchOf(notes)));
    QCOMPARE(reader.retries(10).value(), QList<RetryEntry>{later});
}

void TestStoreSync::unplannedCallsAreDueAtOnce()
{
    StoreFixture f;
    QVERIFY(f.open());
    QVERIFY(f.write(CallChange(ChangeBuilder(u"call_running"_s).started(T0))));
    QVERIFY(f.write(complete(u"call_complete"_s)));
    f.clock.advance(1000);
    QVERIFY(f.write(CallChange(ChangeBuilder(u"call_older"_s).ended(T0))));
    f.clock.advance(1000);
    QVERIFY(f.write(CallChange(ChangeBuilder(u"call_newer"_s).ended(T0))));
    QVERIFY(f.write(CallChange(ChangeBuilder(u"call_planned"_s).ended(T0))));
    SyncNotes notes;
    notes.retries = {entryOf(u"call_planned", T0 + 1000)};
    QVERIFY(f.write(batchOf(notes)));
    CallReader reader = f.reader();
    QCOMPARE(idsOf(reader.retries(10)), QStringList({u"call_newer"_s, u"call_older"_s, u"call_planned"_s}));
    QCOMPARE(reader.retries(10)->first(), RetryEntry{CallId(u"call_newer"_s)});
    QCOMPARE(idsOf(reader.retries(2)), QStringList({u"call_newer"_s, u"call_older"_s}));
}

void TestStoreSync::completeCallsNeedNoRetry()
{
    StoreFixture f;
    QVERIFY(f.open());
    QVERIFY(f.write(CallChange(ChangeBuilder(u"call_1"_s).ended(T0))));
    SyncNotes notes;
    notes.retries = {entryOf(u"call_1", T0)};
    QVERIFY(f.write(batchOf(notes)));
    QVERIFY(f.write(CallChange(ChangeBuilder(u"call_1"_s).analysed(T0).with(Field::Summary, u"Noch nicht"))));
    CallReader reader = f.reader();
    QCOMPARE(idsOf(reader.retries(10)), QStringList(u"call_1"_s));
    QVERIFY(f.write(complete(u"call_1"_s))); // by anybody
    QVERIFY(reader.knownRetries({CallId(u"call_1"_s)}).value().isEmpty());
    QVERIFY(f.write(batchOf(notes))); // it was on its way
    QVERIFY(reader.knownRetries({CallId(u"call_1"_s)}).value().isEmpty());
    notes.retries = {entryOf(u"call_1", T0, RetryCause::Rejected)}; // there may be something newer
    QVERIFY(f.write(batchOf(notes)));
    QCOMPARE(idsOf(reader.retries(10)), QStringList(u"call_1"_s));
}

void TestStoreSync::setAsideCallsAreLeftOut()
{
    StoreFixture f;
    QVERIFY(f.open());
    QVERIFY(f.write(CallChange(ChangeBuilder(u"call_1"_s).ended(T0))));
    f.clock.advance(1000);
    QVERIFY(f.write(CallChange(ChangeBuilder(u"call_2"_s).ended(T0))));
    f.clock.advance(1000);
    QVERIFY(f.write(CallChange(ChangeBuilder(u"call_3"_s).ended(T0))));
    RetryEntry setAside = entryOf(u"call_2", T0);
    setAside.setAside = SetAside::NotStored;
    SyncNotes notes;
    notes.retries = {entryOf(u"call_1", T0), setAside};
    QVERIFY(f.write(batchOf(notes)));
    CallReader reader = f.reader();
    QCOMPARE(reader.incompleteCount().value(), 3);
    const QList<CallRow> asked = reader.incompleteCalls().value();
    QCOMPARE(asked.size(), 2);
    QCOMPARE(asked.first().callId.value(), u"call_3"_s); // newest first
    const IncompleteOverview overview = reader.incompleteOverview(2).value();
    QCOMPARE(overview.total, 3);
    QCOMPARE(overview.setAside, 1);
    QCOMPARE(overview.calls.size(), 2);
    QCOMPARE(overview.calls.at(0).retry, std::nullopt);
    QCOMPARE(overview.calls.at(1).retry, std::optional(setAside));
    QCOMPARE(overview.calls.at(1).row.callId, setAside.callId);
    QCOMPARE(reader.incompleteOverview(0)->calls.size(), 3);
}

void TestStoreSync::whatIsKnownOfCalls()
{
    StoreFixture f;
    QVERIFY(f.open());
    QVERIFY(f.write(complete(u"call_1"_s)));
    QVERIFY(f.write(CallChange(ChangeBuilder(u"call_2"_s).ended(T0))));
    QVERIFY(f.write(CallChange(ChangeBuilder(u"7"_s).started(T0)))); // looks like a local number
    CallReader reader = f.reader();
    QCOMPARE(reader.knownCall(CallId(u"call_1"_s))->value(), reader.call(u"call_1"_s).value());
    QCOMPARE(reader.knownCall(CallId(u"7"_s))->value().row.callId.value(), u"7"_s);
    QCOMPARE(reader.knownCall(CallId(u"call_x"_s)).value(), std::nullopt);
    const QList<CallId> asked{CallId(u"call_x"_s), CallId(u"call_1"_s), CallId(u"call_2"_s), CallId(u"7"_s)};
    QCOMPARE(reader.completeAmong(asked).value(), QSet<CallId>{CallId(u"call_1"_s)});
}

void TestStoreSync::forgottenCallsTakeTheirNotesAlong()
{
    StoreFixture f;
    QVERIFY(f.open());
    SyncNotes notes = resultIn(T0, u"call_old"_s);
    notes.results.append(resultIn(T0, u"call_new"_s).results);
    notes.retries = {entryOf(u"call_old", T0), entryOf(u"call_new", T0)};
    ChangeBatch batch = batchOf(notes);
    const auto ended = [](const QString &id, qint64 startMs) {
        return ChangeBuilder(id)
            .ended(T0)
            .with(Field::StartTimestamp, FieldValue(startMs))
            .with(Field::Cost, R"({"combined_cost":10,"product_costs":[{"product":"llm","cost":6}]})")
            .change();
    };
    batch.changes = {ended(u"call_old"_s, T0 - 100 * Day), ended(u"call_new"_s, T0 - Day)};
    QVERIFY(f.write(batch));
    QCOMPARE(f.ask("SELECT count(*) FROM cost_gaps").toInt(), 2);
    f.close();
    f.options.retentionDays = 90;
    QVERIFY(f.open());
    QTRY_COMPARE(f.ask("SELECT count(*) FROM calls").toInt(), 1);
    QCOMPARE(f.ask("SELECT group_concat(retell_call_id) FROM retries").toString(), u"call_new"_s);
    QCOMPARE(f.ask("SELECT group_concat(retell_call_id) FROM resync_results").toString(), u"call_new"_s);
    QCOMPARE(f.ask("SELECT count(*) FROM cost_gaps").toInt(), 1);
}

void TestStoreSync::unknownIdsAreForgottenInTheEnd()
{
    StoreFixture f;
    QVERIFY(f.open());
    QVERIFY(f.write(CallChange(ChangeBuilder(u"call_known"_s).ended(T0))));
    SyncNotes notes;
    notes.retries = {entryOf(u"call_known", T0 - 31 * Day), entryOf(u"call_unknown", T0 - 31 * Day),
                     entryOf(u"call_fresh", T0 - 29 * Day)};
    for (RetryEntry &entry : notes.retries)
        entry.setAside = SetAside::NotFound;
    QVERIFY(f.write(batchOf(notes)));
    f.close();
    QVERIFY(f.open());
    QTRY_COMPARE(f.ask("SELECT group_concat(retell_call_id) FROM retries").toString(),
                 u"call_fresh,call_known"_s);
}

void TestStoreSync::asyncReaderAnswersAll()
{
    StoreFixture f;
    QVERIFY(f.open());
    QVERIFY(f.write(complete(u"call_1"_s)));
    SyncNotes notes = resultIn(T0, u"call_1"_s);
    notes.ledger = HistoryLedger{T0, {}};
    notes.retries = {entryOf(u"call_2", T0)};
    QVERIFY(f.write(batchOf(notes)));
    AsyncReader reader({f.options.file, {}});
    CallSource &source = reader;
    QObject context;
    int good = 0;
    const CallId id(u"call_1"_s);
    source.knownCall(id, &context, [&](const auto &call) { good += call->has_value() ? 1 : 0; });
    source.incompleteCalls(&context, [&](const auto &calls) { good += calls->isEmpty() ? 1 : 0; });
    source.incompleteCount(&context, [&](const auto &count) { good += *count == 0 ? 1 : 0; });
    source.completeAmong({id}, &context, [&](const auto &calls) { good += calls->contains(id) ? 1 : 0; });
    source.historyLedger(&context, [&](const auto &ledger) { good += *ledger == *notes.ledger ? 1 : 0; });
    source.retries(9, &context, [&](const auto &entries) { good += *entries == notes.retries ? 1 : 0; });
    source.knownRetries({id}, &context, [&](const auto &entries) { good += entries->isEmpty() ? 1 : 0; });
    source.resyncDone(T0, &context, [&](const auto &calls) { good += calls->contains(id) ? 1 : 0; });
    QTRY_COMPARE(good, 8);
}

void TestStoreSync::questionsNeverReadAllCalls()
{
    StoreFixture f;
    QVERIFY(f.open());
    CallReader reader = f.reader();
    QVERIFY(reader.historyLedger()); // opens
    QStringList asked;
    {
        const sqlitefaults::Hearing hearing;
        const CallId id(u"call_1"_s);
        QVERIFY(reader.runningCalls() && reader.endEvidence(id) && reader.knownCall(id));
        QVERIFY(reader.incompleteCount() && reader.incompleteCalls() && reader.completeAmong({id}));
        QVERIFY(reader.retries(100) && reader.knownRetries({id}) && reader.incompleteOverview(100));
        QVERIFY(reader.resyncRuns(10) && reader.resyncResults(T0) && reader.resyncDone(T0));
        QVERIFY(reader.qualityFigures(T0, 0.01));
        asked = hearing.statements();
    }
    const auto database = f.other();
    int plans = 0;
    for (const QString &sql : std::as_const(asked)) {
        if (!sql.startsWith(u"SELECT"_s))
            continue;
        ++plans;
        Statement plan = database->statement(u"EXPLAIN QUERY PLAN "_s + sql);
        QVERIFY2(plan.run(), qPrintable(sql));
        while (plan.next()) {
            const QString line = plan.text(3);
            for (const char *table : {"calls", "deliveries", "resync_results"}) {
                const bool readsAll = line == u"SCAN "_s + QLatin1String(table);
                QVERIFY2(!readsAll, qPrintable(line + u" in "_s + sql));
            }
        }
    }
    QVERIFY(plans >= 18);
}

QTEST_GUILESS_MAIN(TestStoreSync)
#include "test_store_sync.moc"
