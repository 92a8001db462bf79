// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever fails while a batch is written, it is there as a whole or not at all, and the answer is true.
#include "tests/core/store/schemaone.h"
#include "tests/support/sqlitefaults.h"

using namespace anrufwarte;
using namespace anrufwarte::test;
using namespace Qt::StringLiterals;
using sqlitefaults::Step;

namespace {

QString named(const char *name, int n)
{
    return QStringLiteral("call_%1_%2").arg(QLatin1String(name)).arg(n);
}

/// All that one batch can carry.
ChangeBatch batchOf(int n)
{
    ChangeBatch batch;
    batch.changes = {ChangeBuilder(u"call_old"_s).analysed(T0 + n).with(Field::Summary, QString::number(n)),
                     ChangeBuilder(named("new", n)).ended(T0 + n).with(Field::DurationMs, 71'000)};
    batch.delivery = acceptedDelivery(T0 + n, QByteArray(20'000, 'x'));
    SyncNotes notes;
    notes.ledger = HistoryLedger{T0 + n, HistorySpan{T0 + n, T0 + n + 1, {}, {true, {}}}};
    notes.retries = {RetryEntry{CallId(named("wait", n)), RetryCause::Rejected, 1, T0 + n}};
    notes.settled = {CallId(named("gone", n))};
    notes.run = ResyncRun{};
    notes.run->startedMs = T0 + n;
    ResyncResult result;
    result.callId = CallId(named("new", n));
    notes.results = {result};
    batch.notes = std::make_shared<const SyncNotes>(notes);
    return batch;
}

/// A note that batchOf(n) settles.
ChangeBatch noteFor(int n)
{
    SyncNotes notes;
    notes.retries = {RetryEntry{CallId(named("gone", n)), RetryCause::Rejected, 0, T0}};
    ChangeBatch batch;
    batch.notes = std::make_shared<const SyncNotes>(notes);
    return batch;
}

/// Per part of batchOf(n) whether it is in the store.
QString tracesOf(const StoreFixture &f, int n)
{
    return f
        .ask(QStringLiteral("SELECT (SELECT count(*) FROM calls WHERE retell_call_id = 'call_new_%1') || "
                            "EXISTS (SELECT 1 FROM call_changes JOIN calls ON calls.id = call_id "
                            "        WHERE retell_call_id = 'call_new_%1') || "
                            "(SELECT summary = '%1' FROM calls WHERE retell_call_id = 'call_old') || "
                            "(SELECT count(*) FROM deliveries JOIN delivery_bodies ON delivery_id = id "
                            "        WHERE received_ms = %2) || "
                            "EXISTS (SELECT 1 FROM sync_ledger WHERE covered_until_ms = %2) || "
                            "(SELECT count(*) FROM retries WHERE retell_call_id = 'call_wait_%1') || "
                            "(NOT EXISTS (SELECT 1 FROM retries WHERE retell_call_id = 'call_gone_%1')) || "
                            "(SELECT count(*) FROM resync_runs WHERE started_ms = %2) || "
                            "(SELECT count(*) FROM resync_results WHERE run_started_ms = %2)")
                 .arg(n)
                 .arg(T0 + n)
                 .toLatin1()
                 .constData())
        .toString();
}

/// Another log has others.
QByteArray logSalts(const StoreFixture &f)
{
    QFile log(f.options.file + u"-wal"_s);
    return log.open(QIODevice::ReadOnly) ? log.read(32).sliced(16, 8) : QByteArray();
}

} // namespace

class TestStoreEveryStep : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { sqlitefaults::install(); }
    void everyStepMayFail_data();
    void everyStepMayFail();
    void everyStepOfTheMigrationMayFail_data() { everyStepMayFail_data(); }
    void everyStepOfTheMigrationMayFail();
    void afterAFailedSyncTheLogBeginsAnew();
};

void TestStoreEveryStep::everyStepMayFail_data()
{
    QTest::addColumn<Step>("step");
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("stays");
    QTest::addColumn<int>("atLeast"); // so many steps a batch has
    QTest::newRow("a statement") << Step::Statement << SQLITE_INTERRUPT << false << 12;
    QTest::newRow("all statements from then on") << Step::Statement << SQLITE_INTERRUPT << true << 12;
    QTest::newRow("a write") << Step::Write << SQLITE_IOERR_WRITE << false << 10;
    QTest::newRow("a write, disk full") << Step::Write << SQLITE_FULL << false << 10;
    QTest::newRow("all writes from then on, disk full") << Step::Write << SQLITE_FULL << true << 10;
    QTest::newRow("a sync") << Step::Sync << SQLITE_IOERR_FSYNC << false << 1;
    QTest::newRow("all syncs from then on") << Step::Sync << SQLITE_IOERR_FSYNC << true << 1;
}

void TestStoreEveryStep::everyStepMayFail()
{
    QFETCH(Step, step);
    QFETCH(int, code);
    QFETCH(bool, stays);
    QFETCH(int, atLeast);
    const QString all(9, u'1');
    const QString nothing(9, u'0');
    StoreFixture f;
    QVERIFY(f.open());
    QVERIFY(f.write(CallChange(ChangeBuilder(u"call_old"_s).ended(T0).with(Field::Summary, u"0"))));
    int n = 0;
    int refused = 0;
    for (bool hasFailed = true; hasFailed;) {
        ++n;
        QVERIFY(n < 500);
        QVERIFY2(f.write(noteFor(n)), "it has not healed");
        sqlitefaults::arm(step, code, n - 1, stays);
        const Result<BatchOutcome> answer = f.write(batchOf(n));
        hasFailed = sqlitefaults::disarm();
        refused += answer ? 0 : 1;
        const QString traces = tracesOf(f, n);
        if (answer)
            QVERIFY2(traces == all, qPrintable(u"step %1, told as written: %2"_s.arg(n).arg(traces)));
        else // after a failed sync nobody knows what the disk kept
            QVERIFY2(traces == nothing || (step == Step::Sync && traces == all),
                     qPrintable(u"step %1, told as failed: %2"_s.arg(n).arg(traces)));
    }
    QVERIFY2(n > atLeast, qPrintable(QString::number(n)));
    if (stays || step != Step::Statement) // one statement alone is made up for by the second try
        QVERIFY2(refused >= atLeast, qPrintable(QString::number(refused)));
    QVERIFY(f.store->health().writable && !f.store->health().replacedBrokenFile);
    QCOMPARE(f.ask("PRAGMA integrity_check").toString(), u"ok"_s);
    QVERIFY(!f.ask("PRAGMA foreign_key_check").isValid());
}

void TestStoreEveryStep::everyStepOfTheMigrationMayFail()
{
    QFETCH(Step, step);
    QFETCH(int, code);
    QFETCH(bool, stays);
    StoreFixture today;
    QVERIFY(today.open());
    QVERIFY(today.write(CallChange(ChangeBuilder(u"call_old"_s).ended(T0).with(Field::Summary, u"Alt"))));
    today.close();
    StoreFixture old;
    QVERIFY(writeSchemaOne(today, old));
    int refused = 0;
    bool hasFailed = true;
    for (int n = 0; hasFailed; ++n) {
        QVERIFY(n < 500);
        StoreFixture f;
        QVERIFY(QFile::copy(old.options.file, f.options.file));
        sqlitefaults::arm(step, code, n, stays);
        const bool isOpen = f.open();
        hasFailed = sqlitefaults::disarm();
        refused += isOpen ? 0 : 1;
        QVERIFY2(isOpen || f.open(), qPrintable(u"after step %1: %2"_s.arg(n).arg(f.error.detail)));
        QCOMPARE(f.ask("PRAGMA user_version").toInt(), int(schemaScripts().size()));
        QVERIFY(!f.store->health().replacedBrokenFile);
        QCOMPARE(textOf(f.reader().call(u"call_old"_s)->record, Field::Summary), u"Alt"_s);
        QVERIFY2(f.write(batchOf(n)), "it has not healed");
    }
    QVERIFY(refused > 0 || step == Step::Statement);
}

/// What is written behind pages that never reached the disk is lost with them in a power cut.
void TestStoreEveryStep::afterAFailedSyncTheLogBeginsAnew()
{
    StoreFixture f;
    f.options.busyTimeoutMs = 100;
    QVERIFY(f.open());
    QVERIFY(f.write(batchOf(1)));
    const auto reader = f.other(); // with it the log outlives the writing connection
    QVERIFY(reader->run(u"BEGIN"_s) && reader->ask(u"SELECT count(*) FROM calls"_s).toInt() == 2);
    const QByteArray before = logSalts(f);
    sqlitefaults::arm(Step::Sync, SQLITE_IOERR_FSYNC, 0, false);
    QCOMPARE(f.write(batchOf(2)).error().code, ErrorCode::StoreIo);
    QVERIFY(sqlitefaults::disarm());
    QCOMPARE(f.write(batchOf(3)).error().code, ErrorCode::StoreLocked); // the old log is still being read
    QVERIFY(reader->run(u"COMMIT"_s));
    QVERIFY(f.write(batchOf(4)));
    QVERIFY(logSalts(f) != before);
    QCOMPARE(f.ask("SELECT count(*) FROM calls WHERE retell_call_id IN ('call_new_1', 'call_new_4')").toInt(),
             2);
}

QTEST_GUILESS_MAIN(TestStoreEveryStep)
#include "test_store_everystep.moc"
