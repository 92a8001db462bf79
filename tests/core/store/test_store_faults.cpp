// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/storefixture.h"

#include <QFileInfo>
#include <QProcess>
#include <csignal>
#include <cstdio>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace anrufwarte;
using namespace anrufwarte::test;

namespace {

QString callName(int n)
{
    return QStringLiteral("call_%1").arg(n);
}

/// A call that takes some room.
CallChange bigCall(int n)
{
    return ChangeBuilder(callName(n)).ended(T0).with(Field::Transcript, FieldValue(QString(50'000, u'a')));
}

/// No file of this process grows beyond it: the disk says no in the middle of a write.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        (void)std::signal(SIGXFSZ, SIG_IGN);
        (void)getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        (void)setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { lift(); }
    void lift() { (void)setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

/// A disk of a few MB; needs the right to mount.
class SmallDisk
{
public:
    explicit SmallDisk(const QString &at) : m_at(at.toUtf8())
    {
        m_mounted = ::mount("tmpfs", m_at.constData(), "tmpfs", 0, "size=1m") == 0;
    }
    ~SmallDisk()
    {
        if (m_mounted)
            (void)::umount(m_at.constData());
    }
    [[nodiscard]] bool isMounted() const { return m_mounted; }
    [[nodiscard]] bool grow()
    {
        return ::mount("tmpfs", m_at.constData(), "tmpfs", MS_REMOUNT, "size=64m") == 0;
    }

private:
    QByteArray m_at;
    bool m_mounted = false;
};

constexpr char ChildMode[] = "--acknowledge-into";

/// The child: writes for ever and prints the number of each call whose answer it has.
int acknowledgeInto(const QString &file)
{
    const SystemClock clock;
    StoreOptions options;
    options.file = file;
    Result<std::unique_ptr<CallStore>> store = CallStore::open(options, clock);
    if (!store)
        return 1;
    QObject context;
    int next = 0;
    std::function<void()> submitOne = [&] {
        const int n = next++;
        ChangeBatch batch =
            ChangeBuilder(callName(n)).ended(T0).with(Field::Summary, FieldValue(QString(300, u'x'))).batch();
        batch.delivery = acceptedDelivery(T0, QByteArray(3000, 'x'));
        (void)(*store)->submit(batch, &context, [&, n](const Result<BatchOutcome> &result) {
            if (result) {
                std::printf("%d\n", n);
                std::fflush(stdout);
            }
            submitOne();
        });
    };
    for (int i = 0; i < 32; ++i)
        submitOne();
    return QCoreApplication::exec();
}

} // namespace

class TestStoreFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void lockedByAnotherProcess();
    void lockedMakesNobodyWaitTwice();
    void writeErrorThenHeals();
    void fullIsCalledFull();
    void fullDiskThenHeals();
    void deletedFileIsWrittenBack();
    void deletedLogLosesNothing();
    void replacedFileIsTaken();
    void missingDirectoryThenHeals();
    void killedInTheMiddle_data();
    void killedInTheMiddle();
};

void TestStoreFaults::lockedByAnotherProcess()
{
    StoreFixture f;
    f.options.busyTimeoutMs = 100;
    QVERIFY(f.open());
    QSignalSpy health(f.store.get(), &CallStore::healthChanged);
    const auto other = f.other();
    QVERIFY(other->run(QStringLiteral("BEGIN IMMEDIATE")));
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(f.write(bigCall(1)).error().code, ErrorCode::StoreLocked);
    QVERIFY(timer.elapsed() < 5000);
    QTRY_VERIFY(!health.isEmpty());
    QCOMPARE(health.first().first().value<StoreHealth>().problem->code, ErrorCode::StoreLocked);
    QVERIFY(!f.store->health().writable);
    QVERIFY(other->run(QStringLiteral("ROLLBACK")));
    QTRY_VERIFY(f.store->health().writable); // by itself, without a write
    QTRY_COMPARE(health.size(), 2);          // told once each
    QVERIFY(!health.last().first().value<StoreHealth>().problem);
    QVERIFY(f.write(bigCall(1)));
}

void TestStoreFaults::lockedMakesNobodyWaitTwice()
{
    StoreFixture f;
    f.options.busyTimeoutMs = 500;
    QVERIFY(f.open());
    const auto other = f.other();
    QVERIFY(other->run(QStringLiteral("BEGIN IMMEDIATE")));
    constexpr int Count = 3000; // many groups
    int refused = 0;
    QObject context;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < Count; ++i) {
        ChangeBatch batch{{ChangeBuilder(QStringLiteral("call_%1").arg(i)).ended(T0)}, std::nullopt};
        QVERIFY(f.store->submit(std::move(batch), &context, [&refused](const Result<BatchOutcome> &outcome) {
            refused += outcome ? 0 : 1;
        }));
    }
    QTRY_COMPARE(refused, Count);
    QVERIFY(timer.elapsed() < 4000);
    QVERIFY(other->run(QStringLiteral("ROLLBACK")));
    QVERIFY(f.write(bigCall(1)));
}

void TestStoreFaults::writeErrorThenHeals()
{
    StoreFixture f;
    QVERIFY(f.open());
    QVERIFY(f.write(bigCall(0)));
    int failed = 0;
    {
        const FileSizeLimit limit(700'000);
        for (int i = 1; i < 20; ++i) {
            const Result<BatchOutcome> result = f.write(bigCall(i));
            if (!result) {
                ++failed;
                QVERIFY(result.error().code == ErrorCode::StoreIo ||
                        result.error().code == ErrorCode::StoreFull);
            }
        }
        QVERIFY(failed > 0);
        QVERIFY(!f.store->health().writable);
    }
    QTRY_VERIFY(f.store->health().writable);
    QVERIFY(f.write(bigCall(100)));
    QCOMPARE(f.ask("SELECT count(*) FROM calls").toInt(), 21 - failed); // what was refused is not there
    QCOMPARE(f.ask("PRAGMA integrity_check").toString(), QStringLiteral("ok"));
    QVERIFY(!f.store->health().replacedBrokenFile);
}

void TestStoreFaults::fullIsCalledFull()
{
    StoreFixture f;
    QVERIFY(f.open());
    const auto database = f.other();
    QVERIFY(database->run(QStringLiteral("PRAGMA max_page_count = 1")));
    QVERIFY(!database->run(
        QStringLiteral("INSERT INTO delivery_bodies VALUES (1, 'raw', 1, 1, zeroblob(900000))")));
    QCOMPARE(database->lastError().code, ErrorCode::StoreFull);
}

void TestStoreFaults::fullDiskThenHeals()
{
    StoreFixture f;
    SmallDisk disk(f.dir.path());
    if (!disk.isMounted())
        QSKIP("no right to mount a small disk");
    QVERIFY(f.open());
    int written = 0;
    std::optional<Error> error;
    for (int i = 0; i < 100 && !error; ++i) {
        const Result<BatchOutcome> result = f.write(bigCall(i));
        if (result)
            ++written;
        else
            error = result.error();
    }
    QVERIFY(error);
    QCOMPARE(error->code, ErrorCode::StoreFull);
    QVERIFY(!f.store->health().writable);
    QVERIFY(disk.grow());
    QTRY_VERIFY(f.store->health().writable);
    QVERIFY(f.write(bigCall(1000)));
    QCOMPARE(f.ask("SELECT count(*) FROM calls").toInt(), written + 1);
    f.close();
}

void TestStoreFaults::deletedFileIsWrittenBack()
{
    StoreFixture f;
    QVERIFY(f.open());
    QVERIFY(f.write(bigCall(1)));
    QSignalSpy health(f.store.get(), &CallStore::healthChanged);
    QVERIFY(QFile::remove(f.options.file));
    QVERIFY(f.write(bigCall(2)));
    QVERIFY(QFileInfo::exists(f.options.file));
    QCOMPARE(f.ask("SELECT count(*) FROM calls").toInt(), 2); // the first one too: it was acknowledged
    QTRY_VERIFY(health.size() >= 2);
    QCOMPARE(health.first().first().value<StoreHealth>().problem->code, ErrorCode::StoreIo);
    QVERIFY(f.store->health().writable);
    QVERIFY(!(QFileInfo(f.options.file).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
}

void TestStoreFaults::deletedLogLosesNothing()
{
    StoreFixture f;
    QVERIFY(f.open());
    CallReader reader = f.reader();
    QVERIFY(f.write(bigCall(1)));
    QCOMPARE(reader.rows({})->size(), 1); // it keeps the log that is deleted
    QVERIFY(QFile::remove(f.options.file + QStringLiteral("-wal")));
    QVERIFY(f.write(bigCall(2)));
    QCOMPARE(f.ask("SELECT count(*) FROM calls").toInt(), 2);
    QCOMPARE(reader.rows({})->size(), 2);
    QVERIFY(f.write(bigCall(3)));
    QCOMPARE(reader.rows({})->size(), 3);
    QVERIFY(f.store->health().writable && !f.store->health().replacedBrokenFile);
    QCOMPARE(f.ask("PRAGMA integrity_check").toString(), QStringLiteral("ok"));
}

void TestStoreFaults::replacedFileIsTaken()
{
    StoreFixture f;
    QVERIFY(f.open());
    QVERIFY(f.write(bigCall(1)));
    QVERIFY(QFile::rename(f.options.file, f.options.file + QStringLiteral(".away")));
    for (const char *suffix : {"-wal", "-shm"})
        QVERIFY(QFile::rename(f.options.file + QLatin1String(suffix),
                              f.options.file + QStringLiteral(".away") + QLatin1String(suffix)));
    StoreFixture another;
    QVERIFY(another.open());
    QVERIFY(another.write(bigCall(7)));
    another.close();
    QVERIFY(QFile::copy(another.options.file, f.options.file));
    QVERIFY(f.write(bigCall(2)));
    QCOMPARE(f.ask("SELECT min(retell_call_id) || max(retell_call_id) FROM calls").toString(),
             QStringLiteral("call_2call_7"));
}

void TestStoreFaults::missingDirectoryThenHeals()
{
    StoreFixture f;
    const QString folder = f.dir.filePath(QStringLiteral("profile"));
    QVERIFY(QDir().mkdir(folder));
    f.options.file = folder + QStringLiteral("/calls.sqlite");
    QVERIFY(f.open());
    QVERIFY(f.write(bigCall(1)));
    QVERIFY(QDir(folder).removeRecursively());
    QVERIFY(!f.write(bigCall(2)));
    QVERIFY(!f.store->health().writable);
    QVERIFY(QDir().mkdir(folder));
    QTRY_VERIFY(f.store->health().writable);
    QVERIFY(f.write(bigCall(2)));
    QCOMPARE(f.ask("SELECT count(*) FROM calls").toInt(), 2); // also the one that was acknowledged before
    QCOMPARE(f.ask("PRAGMA integrity_check").toString(), QStringLiteral("ok"));
}

void TestStoreFaults::killedInTheMiddle_data()
{
    QTest::addColumn<int>("afterAnswers");
    for (const int n : {1, 40, 333, 1500})
        QTest::addRow("after %d answers", n) << n;
}

void TestStoreFaults::killedInTheMiddle()
{
    QFETCH(int, afterAnswers);
    StoreFixture f;
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {QString::fromLatin1(ChildMode), f.options.file});
    QByteArray printed;
    while (printed.count('\n') < afterAnswers && child.waitForReadyRead(10'000))
        printed += child.readAllStandardOutput();
    child.kill(); // SIGKILL
    QVERIFY(child.waitForFinished());
    printed += child.readAllStandardOutput();
    const QList<QByteArray> acknowledged = printed.left(printed.lastIndexOf('\n')).split('\n');
    QVERIFY(acknowledged.size() >= afterAnswers);

    QVERIFY(f.open());
    QVERIFY(!f.store->health().replacedBrokenFile);
    const auto database = f.other();
    Statement select =
        database->statement(QStringLiteral("SELECT count(*) FROM calls WHERE retell_call_id = ?"));
    for (const QByteArray &number : acknowledged) {
        QVERIFY2(select.run(callName(number.toInt())) && select.next(),
                 qPrintable(database->lastError().detail));
        QVERIFY2(select.integer(0) == 1, number.constData());
    }
    QCOMPARE(
        database
            ->ask(QStringLiteral("SELECT (SELECT count(*) FROM deliveries) = (SELECT count(*) FROM calls)"))
            .toInt(),
        1);
    QCOMPARE(database->ask(QStringLiteral("PRAGMA integrity_check")).toString(), QStringLiteral("ok"));
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], ChildMode) == 0)
        return acknowledgeInto(QString::fromLocal8Bit(argv[2]));
    TestStoreFaults test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_store_faults.moc"
