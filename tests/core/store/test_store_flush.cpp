// SPDX-License-Identifier: GPL-3.0-or-later
// The second half of a commit: nobody is told before the log is on the disk, and the log stays short.
#include "core/store/logflusher.h"
#include "tests/core/store/storefixture.h"
#include "tests/support/sqlitefaults.h"

#include <QFileInfo>
#include <QRandomGenerator>

using namespace anrufwarte;
using namespace anrufwarte::test;
using namespace Qt::StringLiterals;
using sqlitefaults::Step;

namespace {

/// A database with a log, the flusher on it, and what it told.
class Flushing
{
public:
    Flushing()
        : database(*Database::open(dir.filePath(u"log.sqlite"_s), Database::Access::ReadWrite, 1000)),
          flusher({[this](const CallUpdates &updates) { told.append(u"rows %1"_s.arg(updates.revision)); },
                   [this](const DeliveryRecord &record) { told.append(u"rejected %1"_s.arg(record.bytes)); },
                   [](const StoreHealth &, bool) {}},
                  [this] { ++failures; })
    {
        const bool made = database->configureForWriting(Database::Durable::WhenFlushed) &&
                          database->run(u"CREATE TABLE t (x)"_s);
        if (!made)
            qFatal("no database to flush");
        log.emplace(*database);
    }

    /// One that has a row to tell of; its answer goes to answers.
    Committed committed(int number)
    {
        Committed one;
        one.receivers.push_back(
            {mailbox, [this, number](const Result<BatchOutcome> &answer) {
                 answers.append(u"%1 %2"_s.arg(number).arg(answer ? u"written"_s : answer.error().detail));
             }});
        one.answers.emplace_back(BatchOutcome{});
        one.updates.revision = number;
        one.updates.rows.append(CallRow{});
        one.since.start();
        return one;
    }
    void add(int number)
    {
        QVERIFY(database->run(u"INSERT INTO t VALUES (%1)"_s.arg(number)));
        flusher.add(committed(number), *log);
    }

    QTemporaryDir dir;
    QObject context;
    std::shared_ptr<Mailbox> mailbox = std::make_shared<Mailbox>(&context);
    std::unique_ptr<Database> database;
    std::optional<WriteAheadLog> log;
    QStringList told; ///< read it after finish()
    QStringList answers;
    std::atomic<int> failures = 0;
    LogFlusher flusher;
};

} // namespace

class TestStoreFlush : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { sqlitefaults::install(); }
    void tellsInTheOrderOfTheCommits();
    void afterAFailureAllIsRefusedUntilItIsHeard();
    void nothingIsToldOfWhatDidNotReachTheDisk();
    void theLogIsWrittenBackAndBeginsAnew();
    void theLogIsWrittenBackBesideTheWriter();
    void numbersGrowBeyondDeletedRows();
    void anotherProcessMissesNoRow();
    void bodiesArePackedByWhoeverHasTheTime();
};

void TestStoreFlush::tellsInTheOrderOfTheCommits()
{
    Flushing f;
    QStringList expected;
    for (int i = 1; i <= 100; ++i) {
        f.add(i);
        expected.append(u"rows %1"_s.arg(i));
    }
    f.flusher.finish();
    QCOMPARE(f.told, expected);
    QTRY_COMPARE(f.answers.size(), 100);
    QCOMPARE(f.answers.first(), u"1 written"_s);
    QCOMPARE(f.answers.last(), u"100 written"_s);
    const LogFlusher::News news = f.flusher.takeNews();
    QVERIFY(!news.failure && news.commitMs.value_or(0) > 0);
    QVERIFY(!f.flusher.takeNews().commitMs); // said once
}

void TestStoreFlush::afterAFailureAllIsRefusedUntilItIsHeard()
{
    Flushing f;
    sqlitefaults::arm(Step::Sync, SQLITE_IOERR_FSYNC, 0, false);
    f.add(1);
    f.add(2);
    f.flusher.finish();
    QVERIFY(sqlitefaults::disarm());
    QVERIFY(f.told.isEmpty());
    QTRY_COMPARE(f.answers.size(), 2); // the second, too, although the disk works again
    QVERIFY2(f.answers.last().startsWith(u"2 disk I/O error"), qPrintable(f.answers.last()));
    QCOMPARE(f.failures.load(), 2);
    const LogFlusher::News news = f.flusher.takeNews();
    QVERIFY(news.failure && news.failure->code == ErrorCode::StoreIo);
    f.add(3);
    f.flusher.finish();
    QCOMPARE(f.told, QStringList{u"rows 3"_s});
}

void TestStoreFlush::nothingIsToldOfWhatDidNotReachTheDisk()
{
    StoreFixture f;
    QVERIFY(f.open());
    QSignalSpy committed(f.store.get(), &CallStore::committed);
    QSignalSpy health(f.store.get(), &CallStore::healthChanged);
    sqlitefaults::arm(Step::Sync, SQLITE_IOERR_FSYNC, 0, false);
    QCOMPARE(f.write(CallChange(ChangeBuilder(u"call_1"_s).ended(T0))).error().code, ErrorCode::StoreIo);
    QVERIFY(sqlitefaults::disarm());
    QTRY_VERIFY(!health.isEmpty());
    QVERIFY(!health.first().first().value<StoreHealth>().writable);
    QCOMPARE(committed.size(), 0);
    QTRY_VERIFY(f.store->health().writable); // by itself, without a write
    QVERIFY(f.write(CallChange(ChangeBuilder(u"call_2"_s).ended(T0))));
    QTRY_COMPARE(committed.size(), 1);
}

void TestStoreFlush::theLogIsWrittenBackAndBeginsAnew()
{
    constexpr qint64 MostBytes = 3 * 1024 * 16384LL; // three times what the writer lets it grow to
    QByteArray body(300'000, Qt::Uninitialized);     // cannot be packed
    for (char &byte : body)
        byte = static_cast<char>(QRandomGenerator::global()->generate());
    StoreFixture f;
    QVERIFY(f.open());
    qint64 longest = 0;
    for (int i = 0; i < 400; ++i) {
        QVERIFY(f.write(
            ChangeBatch{{ChangeBuilder(u"call_%1"_s.arg(i)).ended(T0 + i)}, acceptedDelivery(T0 + i, body)}));
        longest = qMax(longest, QFileInfo(f.options.file + u"-wal"_s).size());
    }
    QVERIFY2(longest < MostBytes, qPrintable(QString::number(longest)));
    QVERIFY(QFileInfo(f.options.file).size() > 400 * 300'000 - MostBytes); // the rest is in the file
}

/// Long before the writer itself would do it.
void TestStoreFlush::theLogIsWrittenBackBesideTheWriter()
{
    QByteArray body(300'000, Qt::Uninitialized); // cannot be packed
    for (char &byte : body)
        byte = static_cast<char>(QRandomGenerator::global()->generate());
    StoreFixture f;
    QVERIFY(f.open());
    for (int i = 0; i < 32; ++i) { // some 700 pages; the writer's turn comes at 1,024
        QVERIFY(f.write(
            ChangeBatch{{ChangeBuilder(u"call_%1"_s.arg(i)).ended(T0 + i)}, acceptedDelivery(T0 + i, body)}));
    }
    QTRY_VERIFY(QFileInfo(f.options.file).size() > 16 * 300'000LL);
    QCOMPARE(f.reader().deliveries(false, 0)->size(), 32);
}

/// Two processes count on from what the store says: a number that came twice would hide a row, and an id mean
/// another call than the one it stood for.
void TestStoreFlush::numbersGrowBeyondDeletedRows()
{
    constexpr qint64 Day = 24LL * 3600 * 1000;
    StoreFixture f;
    QVERIFY(f.open());
    for (int i = 0; i < 5; ++i) {
        ChangeBuilder call(u"call_%1"_s.arg(i));
        call.ended(T0).with(Field::StartTimestamp, FieldValue(T0 - 3 * Day));
        QVERIFY(f.write(CallChange(call)));
    }
    const qint64 before = f.ask("SELECT max(revision) FROM calls").toLongLong();
    QVERIFY(before >= 5);
    const qint64 lastId = f.ask("SELECT max(id) FROM calls").toLongLong();
    QCOMPARE(lastId, 5);
    f.close();
    f.options.retentionDays = 1;
    QVERIFY(f.open()); // keeps house at its start
    QTRY_COMPARE(f.ask("SELECT count(*) FROM calls").toInt(), 0);
    f.close();
    QVERIFY(f.open());
    QVERIFY(f.write(CallChange(ChangeBuilder(u"call_new"_s).ended(T0))));
    QVERIFY(f.ask("SELECT revision FROM calls").toLongLong() > before);
    QVERIFY(f.ask("SELECT id FROM calls").toLongLong() > lastId);
}

void TestStoreFlush::anotherProcessMissesNoRow()
{
    StoreFixture f;
    QVERIFY(f.open());
    StoreOptions besideOptions = f.options;
    besideOptions.keepsHouse = false;
    const std::unique_ptr<CallStore> beside = *CallStore::open(besideOptions, f.clock);
    QSet<QString> seen;
    connect(beside.get(), &CallStore::committed, this, [&](const CallUpdates &updates) {
        for (const CallRow &row : updates.rows)
            seen.insert(row.callId.value());
    });
    for (int i = 0; i <= 20; ++i) {
        ChangeBatch withoutRows; // takes a number that no row bears
        withoutRows.delivery = acceptedDelivery(T0 + i, "{}");
        bool isWritten = false;
        QVERIFY(beside->submit(withoutRows, this, [&](const Result<BatchOutcome> &answer) {
            isWritten = static_cast<bool>(answer);
        }));
        QTRY_VERIFY(isWritten);
        if (i < 20)
            QVERIFY(f.write(CallChange(ChangeBuilder(u"call_%1"_s.arg(i)).ended(T0))));
    }
    QTRY_COMPARE(seen.size(), 20);
}

void TestStoreFlush::bodiesArePackedByWhoeverHasTheTime()
{
    constexpr int Count = 40;
    StoreFixture f;
    QVERIFY(f.open());
    const auto blocker = f.other();
    QVERIFY(blocker->run(u"BEGIN IMMEDIATE"_s)); // so that they pile up
    int written = 0;
    for (int i = 0; i < Count; ++i) {
        ChangeBatch batch;
        batch.delivery = acceptedDelivery(T0 + i, QByteArray(20'000, static_cast<char>('a' + i % 26)));
        QVERIFY(f.store->submit(std::move(batch), this,
                                [&](const Result<BatchOutcome> &answer) { written += answer ? 1 : 0; }));
    }
    QVERIFY(blocker->run(u"COMMIT"_s));
    QTRY_COMPARE(written, Count);
    QCOMPARE(f.ask("SELECT count(*) FROM delivery_bodies WHERE encoding = 'zstd'").toInt(), Count);
    CallReader reader = f.reader();
    for (int i = 1; i <= Count; ++i) {
        const Result<DeliveryRecord> record = reader.delivery(DeliveryId(i));
        QVERIFY(record);
        QCOMPARE(record->body, QByteArray(20'000, static_cast<char>('a' + (record->receivedMs - T0) % 26)));
    }
}

QTEST_GUILESS_MAIN(TestStoreFlush)
#include "test_store_flush.moc"
