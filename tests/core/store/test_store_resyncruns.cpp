// SPDX-License-Identifier: GPL-3.0-or-later
// Resync runs and what came of them.
#include "core/store/resynclog.h"
#include "core/store/writequeue.h"
#include "tests/core/store/storefixture.h"

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

/// In the run that began at T0.
bool addResults(const StoreFixture &f, int count)
{
    return f.other()->run(
        QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "
                       "INSERT INTO resync_results (run_started_ms, retell_call_id, verdict, set_aside, "
                       "deltas, was_new, is_complete, took_ms) SELECT %2, 'call_' || i, 'updated', '', '[]', "
                       "0, 1, 5 FROM n")
            .arg(count)
            .arg(T0));
}

} // namespace

class TestStoreResyncRuns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void runsAndResultsComeBack();
    void resultTakesThePlaceOfAnEarlierOne();
    void oldRunsArePruned();
    void resultsAreBoundedInAll();
    void manyOldResultsGoInSteps();
    void notesWeighInTheQueue();
};

void TestStoreResyncRuns::runsAndResultsComeBack()
{
    StoreFixture f;
    QVERIFY(f.open());
    ResyncRun run;
    run.startedMs = T0;
    run.request = {ResyncScope::Calls, {CallId(u"call_1"_s), CallId(u"call_ü"_s)}, 3, false, true};
    run.trigger = ResyncTrigger::CommandLine;
    run.total = 2;
    run.incompleteBefore = 12;
    SyncNotes notes;
    notes.run = run;
    QVERIFY(f.write(batchOf(notes)));

    ResyncResult updated;
    updated.callId = CallId(u"call_1"_s);
    updated.direction = Direction::Outbound;
    updated.callType = u"phone_call"_s;
    updated.fromNumber = u"+4930123456"_s;
    updated.toNumber = u"+4989654321"_s;
    updated.startMs = T0 - Day;
    updated.verdict = ResyncVerdict::Updated;
    updated.deltas = {{ResyncField::Status, DeltaKind::Unchanged, u"ended"_s, u"ended"_s},
                      {ResyncField::Cost, DeltaKind::Added, {}, qint64(97'850)},
                      {ResyncField::Recording, DeltaKind::Corrected, false, true},
                      {ResyncField::Summary, DeltaKind::Added, {}, u"Grüße \"an\" alle 😀"_s},
                      {ResyncField::LatencyP50, DeltaKind::Corrected, 1388.0, 1102.25}};
    updated.wasNew = true;
    updated.isComplete = true;
    updated.tookMs = 321;
    ResyncResult failed;
    failed.callId = CallId(u"call_ü"_s);
    failed.verdict = ResyncVerdict::GivenUp;
    failed.setAside = SetAside::NotFound;
    failed.problem = Error{ErrorCode::ApiCallNotFound, u"no such call"_s, {u"404"_s}};
    for (const ResyncResult &result : {updated, failed})
        run.count(result);
    run.finishedMs = T0 + 5000;
    run.end = ResyncEnd::Refused;
    run.problem = Error{ErrorCode::ApiKeyRefused, {}, {u"401"_s}};
    run.incompleteAfter = 11;
    notes.run = run;
    notes.results = {updated, failed};
    ChangeBatch batch = batchOf(notes);
    batch.changes = {ChangeBuilder(u"call_1"_s).ended(T0).by(Source::Resync)};
    QVERIFY(f.write(batch));
    f.close();
    QVERIFY(f.open());

    CallReader reader = f.reader();
    QCOMPARE(reader.resyncRuns(5).value(), QList<ResyncRun>{run});
    updated.id = reader.call(u"call_1"_s)->row.id; // known by now
    QCOMPARE(reader.resyncResults(T0).value(), (QList<ResyncResult>{updated, failed}));
    QCOMPARE(reader.resyncDone(T0).value(), (QSet<CallId>{updated.callId, failed.callId}));
    QVERIFY(reader.resyncResults(T0 + 1)->isEmpty());
}

void TestStoreResyncRuns::resultTakesThePlaceOfAnEarlierOne()
{
    StoreFixture f;
    QVERIFY(f.open());
    SyncNotes notes = resultIn(T0, u"call_1"_s);
    notes.results.first().verdict = ResyncVerdict::Failed;
    QVERIFY(f.write(batchOf(notes)));
    notes.results.first().verdict = ResyncVerdict::Updated;
    QVERIFY(f.write(batchOf(notes)));
    CallReader reader = f.reader();
    QCOMPARE(reader.resyncResults(T0).value(), notes.results);
    QCOMPARE(reader.resyncRuns(0)->size(), 1);
    QVERIFY(f.write(batchOf(resultIn(T0 + 1, u"call_1"_s)))); // of another run: beside it
    QCOMPARE(reader.resyncResults(T0)->size(), 1);
}

void TestStoreResyncRuns::oldRunsArePruned()
{
    StoreFixture f;
    QVERIFY(f.open());
    constexpr int Count = resynclog::KeptRuns + 3;
    for (int i = 0; i < Count; ++i)
        QVERIFY(f.write(batchOf(resultIn(T0 + i, u"call_1"_s))));
    CallReader reader = f.reader();
    const QList<ResyncRun> runs = reader.resyncRuns(0).value();
    QCOMPARE(runs.size(), resynclog::KeptRuns);
    QCOMPARE(runs.first().startedMs, T0 + Count - 1); // newest first
    QCOMPARE(f.ask("SELECT count(*) FROM resync_results").toInt(), resynclog::RunsWithResults);
    QCOMPARE(reader.resyncDone(T0 + Count - 1)->size(), 1);
    QVERIFY(reader.resyncDone(T0 + Count - 1 - resynclog::RunsWithResults)->isEmpty());
    QVERIFY(f.write(batchOf(resultIn(T0 - Day, u"call_2"_s)))); // the clock was set back
    QCOMPARE(reader.resyncDone(T0 - Day)->size(), 1);
}

void TestStoreResyncRuns::resultsAreBoundedInAll()
{
    StoreFixture f;
    QVERIFY(f.open());
    QVERIFY(f.write(batchOf(resultIn(T0, u"call_first"_s))));
    QVERIFY(addResults(f, resynclog::KeptResults));
    QCOMPARE(f.reader().resyncDone(T0)->size(), resynclog::KeptResults + 1); // while it runs, all
    SyncNotes notes;
    notes.run = runAt(T0 + 1);
    QVERIFY(f.write(batchOf(notes)));
    QCOMPARE(f.reader().resyncDone(T0)->size(), resynclog::KeptResults);
    QVERIFY(!f.reader().resyncDone(T0)->contains(CallId(u"call_first"_s)));
}

void TestStoreResyncRuns::manyOldResultsGoInSteps()
{
    StoreFixture f;
    f.options.keepsHouse = false; // nobody else prunes meanwhile
    QVERIFY(f.open());
    QVERIFY(f.write(batchOf(resultIn(T0, u"call_first"_s))));
    QVERIFY(addResults(f, 10'000));
    for (int i = 1; i < resynclog::RunsWithResults; ++i)
        QVERIFY(f.write(batchOf(resultIn(T0 + i, u"call_1"_s))));
    QCOMPARE(f.reader().resyncDone(T0)->size(), 10'001);
    QVERIFY(f.write(batchOf(resultIn(T0 + Day, u"call_1"_s))));
    QCOMPARE(f.reader().resyncDone(T0)->size(), 5'001);
    f.close();
    f.options.keepsHouse = true; // the rest goes by and by
    QVERIFY(f.open());
    QTRY_VERIFY(f.reader().resyncDone(T0)->isEmpty());
    QCOMPARE(f.ask("SELECT count(*) FROM resync_results").toInt(), resynclog::RunsWithResults);
}

void TestStoreResyncRuns::notesWeighInTheQueue()
{
    SyncNotes notes = resultIn(T0, u"call_1"_s);
    const qint64 light = roughBytes(batchOf(notes));
    notes.results.first().deltas = {{ResyncField::Summary, DeltaKind::Added, {}, QString(300, u'a')}};
    QVERIFY(roughBytes(batchOf(notes)) >= light + 600);
    notes.retries.resize(1000);
    QVERIFY(roughBytes(batchOf(notes)) >= light + 100'000);
}

QTEST_GUILESS_MAIN(TestStoreResyncRuns)
#include "test_store_resyncruns.moc"
