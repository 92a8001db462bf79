// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"
#include "core/store/startcheck.h"
#include "tests/core/store/storefixture.h"

#include <QDir>
#include <QFileInfo>
#include <functional>

#include <sys/stat.h>
#include <unistd.h>

using namespace anrufwarte;
using namespace anrufwarte::test;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(content) == content.size();
}

/// A closed store with a few hundred calls: several pages.
QByteArray healthyFile()
{
    static const QByteArray bytes = [] {
        StoreFixture f;
        if (!f.open())
            return QByteArray();
        ChangeBatch batch;
        for (int i = 0; i < 300; ++i) {
            batch.changes.append(ChangeBuilder(QStringLiteral("call_%1").arg(i))
                                     .ended(T0)
                                     .with(Field::Transcript, FieldValue(QString(2000, u'a'))));
        }
        (void)f.write(batch);
        f.close();
        return contentOf(f.options.file);
    }();
    return bytes;
}

QStringList brokenFiles(const StoreFixture &f)
{
    return QDir(f.dir.path()).entryList({QStringLiteral("calls.sqlite.broken-*")});
}

} // namespace

Q_DECLARE_METATYPE(std::function<void(QByteArray &)>)

class TestStoreStart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void newFileHasItsPragmasAndRights();
    void damagedFileIsReplaced_data();
    void damagedFileIsReplaced();
    void besideTheProgramNothingIsReplaced();
    void zeroLengthIsNew();
    void newerSchemaIsRefused();
    void negativeSchemaIsDamage();
    void foreignDatabaseIsRefused();
    void missingDirectory();
    void readOnlyPlaces();
    void statementsAreSplit();
    void migrationIsForwardOnlyWithABackup();
    void interruptedMigrationLeavesTheOldVersion();
    void damagedLogIsTold_data();
    void damagedLogIsTold();
    void uncleanStopIsChecked();
    void damageFoundInTheBackgroundIsTold_data();
    void damageFoundInTheBackgroundIsTold();
    void lastingDamageIsNotToldAgainAndAgain();
    void damagedIndexIsBuiltAnew();
    void anotherNameInTheSchemaIsDamage_data();
    void anotherNameInTheSchemaIsDamage();
    void whatListsNeedIsDamagedToo();
    void aStoreThatTakesNothingMoreIsSetAside();
};

void TestStoreStart::newFileHasItsPragmasAndRights()
{
    StoreFixture f;
    const mode_t before = umask(0);
    QVERIFY(f.open());
    QVERIFY(f.write(CallChange(ChangeBuilder(QStringLiteral("call_1")).ended(T0))));
    umask(before);
    QCOMPARE(f.ask("PRAGMA page_size").toInt(), 16384);
    QCOMPARE(f.ask("PRAGMA journal_mode").toString(), QStringLiteral("wal"));
    QCOMPARE(f.ask("PRAGMA application_id").toLongLong(), StoreApplicationId);
    QCOMPARE(f.ask("PRAGMA user_version").toInt(), int(schemaScripts().size()));
    QCOMPARE(f.ask("PRAGMA integrity_check").toString(), QStringLiteral("ok"));
    for (const char *suffix : {"", "-wal", "-shm"}) {
        const QFileInfo file(f.options.file + QLatin1String(suffix));
        QVERIFY2(file.exists(), suffix);
        QVERIFY2(!(file.permissions() &
                   (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)),
                 suffix);
    }
    QVERIFY(f.store->health().writable && !f.store->health().problem);
}

void TestStoreStart::damagedFileIsReplaced_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray good = healthyFile();
    QVERIFY(good.size() > 20 * 16384);
    const auto bent = [&good](qsizetype at) {
        QByteArray bytes = good;
        bytes[at] = static_cast<char>(~bytes[at]);
        return bytes;
    };
    QTest::newRow("text") << QByteArray("this is no database\n");
    QTest::newRow("garbage") << QByteArray(50000, '\xa5');
    QTest::newRow("one byte") << QByteArray("S");
    QTest::newRow("header only") << good.first(100);
    QTest::newRow("half a page") << good.first(8000);
    QTest::newRow("truncated") << good.first(good.size() / 2);
    QTest::newRow("last page cut") << good.first(good.size() - 16384);
    QTest::newRow("bit flip in magic") << bent(3);
    QTest::newRow("bit flip in page size") << bent(16);
    QTest::newRow("bit flip in write version") << bent(18);
    QTest::newRow("bit flip in payload fraction") << bent(21);
    QTest::newRow("bit flip in schema format") << bent(47);
    QTest::newRow("bit flip in first b-tree page") << bent(100);
}

void TestStoreStart::damagedFileIsReplaced()
{
    QFETCH(QByteArray, bytes);
    StoreFixture f;
    QVERIFY(put(f.options.file, bytes));
    QVERIFY2(f.open(), qPrintable(f.error.detail));
    const std::optional<QString> replaced = f.store->health().replacedBrokenFile;
    QVERIFY(replaced);
    QCOMPARE(contentOf(*replaced), bytes); // never overwritten
    QCOMPARE(brokenFiles(f).size(), 1);
    QVERIFY(f.write(CallChange(ChangeBuilder(QStringLiteral("call_1")).ended(T0))));
    QCOMPARE(f.ask("SELECT count(*) FROM calls").toInt(), 1);
}

void TestStoreStart::besideTheProgramNothingIsReplaced()
{
    StoreFixture f;
    f.options.keepsHouse = false;
    QVERIFY(put(f.options.file, QByteArray(50000, '\xa5')));
    QVERIFY(!f.open());
    QCOMPARE(f.error.code, ErrorCode::StoreCorrupt);
    QCOMPARE(contentOf(f.options.file), QByteArray(50000, '\xa5'));
}

void TestStoreStart::zeroLengthIsNew()
{
    StoreFixture f;
    QVERIFY(put(f.options.file, {}));
    QVERIFY(f.open());
    QVERIFY(!f.store->health().replacedBrokenFile);
    QVERIFY(f.store->health().problem); // there may have been calls in it
    QVERIFY(f.write(CallChange(ChangeBuilder(QStringLiteral("call_1")).ended(T0))));
    QCOMPARE(f.ask("PRAGMA page_size").toInt(), 16384);
}

void TestStoreStart::newerSchemaIsRefused()
{
    StoreFixture f;
    QVERIFY(put(f.options.file, healthyFile()));
    QVERIFY(f.other()->run(QStringLiteral("PRAGMA user_version = 7")));
    QVERIFY(!f.open());
    QCOMPARE(f.error.code, ErrorCode::StoreNewer);
    QCOMPARE(f.error.args,
             QStringList({f.options.file, QStringLiteral("7"), QString::number(schemaScripts().size())}));
    QVERIFY(brokenFiles(f).isEmpty());
    QCOMPARE(f.reader().rows({}).error().code, ErrorCode::StoreNewer);
}

/// A bit of the header, and no step of any migration has such a number.
void TestStoreStart::negativeSchemaIsDamage()
{
    StoreFixture f;
    QVERIFY(put(f.options.file, healthyFile()));
    QVERIFY(f.other()->run(QStringLiteral("PRAGMA user_version = -1325400059")));
    QCOMPARE(f.reader().rows({}).error().code, ErrorCode::StoreCorrupt);
    QVERIFY(f.open());
    QCOMPARE(brokenFiles(f).size(), 1);
    QVERIFY(f.store->health().replacedBrokenFile);
}

void TestStoreStart::foreignDatabaseIsRefused()
{
    StoreFixture f;
    QVERIFY(f.other()->run(QStringLiteral("CREATE TABLE places (url TEXT)")));
    const QByteArray before = contentOf(f.options.file);
    QVERIFY(!f.open());
    QCOMPARE(f.error.code, ErrorCode::StoreFailed);
    QCOMPARE(contentOf(f.options.file), before);
}

void TestStoreStart::missingDirectory()
{
    StoreFixture f;
    f.options.file = f.dir.filePath(QStringLiteral("not/there/calls.sqlite"));
    QVERIFY(!f.open());
    QCOMPARE(f.error.code, ErrorCode::StoreDirectoryMissing);
    QCOMPARE(f.error.args, QStringList(f.dir.filePath(QStringLiteral("not/there"))));
}

void TestStoreStart::readOnlyPlaces()
{
    if (geteuid() == 0)
        QSKIP("root may write anywhere");
    StoreFixture f;
    QVERIFY(put(f.options.file, healthyFile()));
    QVERIFY(QFile::setPermissions(f.options.file, QFile::ReadOwner));
    QVERIFY(!f.open());
    QCOMPARE(f.error.code, ErrorCode::StoreReadOnly);
}

void TestStoreStart::statementsAreSplit()
{
    const QString script = QStringLiteral(
        "-- a comment;\nCREATE TABLE a (x,\n  -- inside;\n  y);\n\nPRAGMA user_version = 1;\n");
    QCOMPARE(statementsOf(script).size(), 2);
    for (const QString &known : schemaScripts())
        QVERIFY(statementsOf(known).last().startsWith(QLatin1String("PRAGMA user_version")));
}

void TestStoreStart::migrationIsForwardOnlyWithABackup()
{
    StoreFixture f;
    QVERIFY(put(f.options.file, healthyFile()));
    const int today = int(schemaScripts().size());
    const QStringList scripts = schemaScripts()
                                << QStringLiteral(
                                       "ALTER TABLE calls ADD COLUMN mood TEXT;\nPRAGMA user_version = %1;\n")
                                       .arg(today + 1);
    const auto database = f.other();
    QVERIFY(migrate(*database, scripts));
    QCOMPARE(*schemaVersion(*database), today + 1);
    QCOMPARE(database->ask(QStringLiteral("SELECT count(*) FROM calls WHERE mood IS NULL")).toInt(), 300);
    const QString backup = f.options.file + QStringLiteral(".before-v%1").arg(today + 1);
    QVERIFY(QFileInfo::exists(backup));
    const auto copy = *Database::open(backup, Database::Access::ReadOnly, 1000);
    QCOMPARE(*schemaVersion(*copy), today);
    QCOMPARE(copy->ask(QStringLiteral("SELECT count(*) FROM calls")).toInt(), 300);
    QVERIFY(migrate(*database, scripts)); // again: nothing to do
    QCOMPARE(migrate(*database, schemaScripts()).error().code, ErrorCode::StoreNewer);
}

void TestStoreStart::interruptedMigrationLeavesTheOldVersion()
{
    StoreFixture f;
    QVERIFY(put(f.options.file, healthyFile()));
    const int today = int(schemaScripts().size());
    const QStringList bad =
        schemaScripts()
        << QStringLiteral("ALTER TABLE calls ADD COLUMN mood TEXT;\nNONSENSE;\nPRAGMA user_version = %1;\n")
               .arg(today + 1);
    const auto database = f.other();
    QVERIFY(!migrate(*database, bad));
    QCOMPARE(*schemaVersion(*database), today);
    QVERIFY(!database->run(QStringLiteral("SELECT mood FROM calls")));
    QVERIFY(f.open());
}

void TestStoreStart::damagedLogIsTold_data()
{
    QTest::addColumn<std::function<void(QByteArray &)>>("damage");
    QTest::addColumn<bool>("isTold");
    const auto row = [](const char *name, std::function<void(QByteArray &)> damage, bool isTold = true) {
        QTest::newRow(name) << std::move(damage) << isTold;
    };
    const auto bend = [](qsizetype at) {
        return [at](QByteArray &log) { log[at] = static_cast<char>(~log[at]); };
    };
    row(
        "none", [](QByteArray &) {}, false);
    row("in the header", bend(9));
    row("in the salt", bend(17));
    row("in the first page", bend(1000));
    row("in the last page", [](QByteArray &log) { log[log.size() - 5] = '\x7f'; });
    row("cut", [](QByteArray &log) { log.chop(16384 + 24); });
    row("cut to nothing", [](QByteArray &log) { log.clear(); });
}

/// As after kill -9: the log is there, and its index.
void TestStoreStart::damagedLogIsTold()
{
    QFETCH(std::function<void(QByteArray &)>, damage);
    QFETCH(bool, isTold);
    StoreFixture running;
    QVERIFY(running.open());
    for (int i = 0; i < 3; ++i)
        QVERIFY(running.write(CallChange(ChangeBuilder(QStringLiteral("call_%1").arg(i)).ended(T0))));
    StoreFixture f;
    for (const char *suffix : {"", "-wal", "-shm"})
        QVERIFY(put(f.options.file + QLatin1String(suffix),
                    contentOf(running.options.file + QLatin1String(suffix))));
    QByteArray log = contentOf(f.options.file + QStringLiteral("-wal"));
    damage(log);
    QVERIFY(put(f.options.file + QStringLiteral("-wal"), log));
    QVERIFY2(f.open(), qPrintable(f.error.detail));
    QCOMPARE(f.store->health().problem.has_value(), isTold);
    QVERIFY(!f.store->health().replacedBrokenFile);
    QCOMPARE(brokenFiles(f).size(), isTold ? 1 : 0);
    if (isTold)
        QCOMPARE(contentOf(f.dir.filePath(brokenFiles(f).constFirst())), log);
    QVERIFY(f.write(CallChange(ChangeBuilder(QStringLiteral("call_9")).ended(T0))));
    QCOMPARE(f.store->health().problem.has_value(), isTold); // still, and it takes writes
    QVERIFY(f.store->health().writable);
    QVERIFY(isTold == (f.ask("SELECT count(*) FROM calls").toInt() < 4));
}

void TestStoreStart::uncleanStopIsChecked()
{
    StoreFixture f;
    QVERIFY(f.open());
    QVERIFY(f.write(CallChange(ChangeBuilder(QStringLiteral("call_1")).ended(T0))));
    QCOMPARE(f.ask("SELECT value FROM meta WHERE key = 'clean'").toInt(), 0);
    f.close();
    QCOMPARE(f.ask("SELECT value FROM meta WHERE key = 'clean'").toInt(), 1);
    QVERIFY(f.other()->run(QStringLiteral("UPDATE meta SET value = 0 WHERE key = 'clean'")));
    QVERIFY(f.open());
    QVERIFY(f.write(CallChange(ChangeBuilder(QStringLiteral("call_2")).ended(T0))));
    QTRY_COMPARE(f.ask("SELECT value FROM meta WHERE key = 'checked_ms'").toLongLong(), f.clock.nowMs());
    QVERIFY(!f.store->health().problem);
}

void TestStoreStart::damageFoundInTheBackgroundIsTold_data()
{
    QTest::addColumn<QString>("before");
    QTest::newRow("after an unclean stop") << QStringLiteral("UPDATE meta SET value = 0 WHERE key = 'clean'");
    QTest::newRow("a week after the last check")
        << QStringLiteral("REPLACE INTO meta VALUES ('checked_ms', %1)").arg(T0 - 604'800'001);
}

void TestStoreStart::damageFoundInTheBackgroundIsTold()
{
    QFETCH(QString, before);
    StoreFixture f;
    QByteArray bytes = healthyFile();
    QVERIFY(put(f.options.file, bytes));
    QVERIFY(f.other()->run(before));
    QVERIFY(f.other()->run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
    bytes = contentOf(f.options.file);
    // Rows in the middle of the file: no start check reads them.
    const qsizetype page = (bytes.size() / 16384 / 2) * 16384;
    bytes.replace(page, 16384, QByteArray(16384, '\x5a'));
    QFile::remove(f.options.file + QStringLiteral("-wal"));
    QVERIFY(put(f.options.file, bytes));
    QVERIFY(f.open());
    QTRY_VERIFY(f.store->health().problem);
    QCOMPARE(f.store->health().problem->code, ErrorCode::StoreCorrupt);
    QVERIFY(f.store->health().writable);
    f.close();
    QCOMPARE(f.ask("SELECT value FROM meta WHERE key = 'clean'").toInt(), 0);
    QVERIFY(f.open()); // calls cannot be read: set aside, as the message said
    QVERIFY(f.store->health().replacedBrokenFile);
    f.close();
    QVERIFY(f.open());
    QVERIFY(!f.store->health().replacedBrokenFile);
}

void TestStoreStart::lastingDamageIsNotToldAgainAndAgain()
{
    constexpr int SeveralTicksMs = 1500;
    StoreFixture f;
    QVERIFY(put(f.options.file, healthyFile()));
    const qint64 root = f.ask("SELECT rootpage FROM sqlite_schema WHERE name = 'calls'").toLongLong();
    QByteArray bytes = healthyFile();
    bytes.replace((root - 1) * 16384, 2000, QByteArray(2000, '\x5a'));
    QFile::remove(f.options.file + QStringLiteral("-wal"));
    QVERIFY(put(f.options.file, bytes));
    QVERIFY(f.open());
    QSignalSpy told(f.store.get(), &CallStore::healthChanged);
    QTRY_VERIFY(f.store->health().problem);
    while (told.wait(SeveralTicksMs))
        QVERIFY(told.size() < 5);
    QCOMPARE(f.store->health().problem->code, ErrorCode::StoreCorrupt);
}

void TestStoreStart::damagedIndexIsBuiltAnew()
{
    StoreFixture f;
    QVERIFY(put(f.options.file, healthyFile()));
    {
        const auto other = f.other(); // an index that lacks a row, as a lost write leaves it behind
        QVERIFY(other->run(QStringLiteral("CREATE INDEX calls_lacking ON calls (id) WHERE id > 290")));
        QVERIFY(other->run(QStringLiteral("PRAGMA writable_schema = ON")));
        QVERIFY(other->run(QStringLiteral("UPDATE sqlite_schema SET sql = replace(sql, '290', '2') "
                                          "WHERE name = 'calls_lacking'")));
        QVERIFY(other->run(QStringLiteral("UPDATE meta SET value = 0 WHERE key = 'clean'")));
    }
    QVERIFY(f.open());
    QTRY_VERIFY(f.store->health().problem);
    f.close();
    QVERIFY(f.open());
    QVERIFY(!f.store->health().replacedBrokenFile);
    QCOMPARE(f.ask("SELECT count(*) FROM calls").toInt(), 300);
    QTRY_COMPARE(f.ask("SELECT value FROM meta WHERE key = 'checked_ms'").toLongLong(), f.clock.nowMs());
    QVERIFY(!f.store->health().problem);
}

void TestStoreStart::anotherNameInTheSchemaIsDamage_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("other");
    QTest::newRow("a column of the calls") << QStringLiteral("last_source") << QStringLiteral("last_sourcd");
    QTest::newRow("a column of the deliveries")
        << QStringLiteral("http_status") << QStringLiteral("http_stat5s");
    QTest::newRow("a type") << QStringLiteral("retell_call_id TEXT") << QStringLiteral("retell_call_id TEXU");
}

/// As one flipped bit leaves it: SQLite calls the file sound, and nothing can be listed or written.
void TestStoreStart::anotherNameInTheSchemaIsDamage()
{
    QFETCH(QString, name);
    QFETCH(QString, other);
    StoreFixture f;
    QVERIFY(put(f.options.file, healthyFile()));
    {
        const auto database = f.other();
        QVERIFY(database->run(QStringLiteral("PRAGMA writable_schema = ON")));
        QVERIFY(database->run(
            QStringLiteral("UPDATE sqlite_schema SET sql = replace(sql, '%1', '%2')").arg(name, other)));
    }
    QVERIFY(f.open());
    QVERIFY(f.store->health().replacedBrokenFile);
    QVERIFY(f.write(CallChange(ChangeBuilder(QStringLiteral("call_1")).ended(T0))));
}

void TestStoreStart::whatListsNeedIsDamagedToo()
{
    StoreFixture f;
    QVERIFY(put(f.options.file, healthyFile()));
    QVERIFY(f.other()->run(QStringLiteral("UPDATE meta SET value = 0 WHERE key = 'clean'")));
    const qint64 root = f.ask("SELECT rootpage FROM sqlite_schema WHERE name = 'cost_gaps'").toLongLong();
    QVERIFY(f.other()->run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
    QByteArray bytes = contentOf(f.options.file);
    bytes.replace((root - 1) * 16384, 16384, QByteArray(16384, '\x5a'));
    QVERIFY(put(f.options.file, bytes));
    QVERIFY(f.open());
    QTRY_VERIFY(f.store->health().problem);
    QVERIFY(!f.reader().rows({}));
    f.close();
    QVERIFY(f.open());
    QVERIFY(f.store->health().replacedBrokenFile);
    QVERIFY(f.reader().rows({}));
}

/// Rows out of order: the number that SQLite holds for the next one is taken.
void TestStoreStart::aStoreThatTakesNothingMoreIsSetAside()
{
    StoreFixture f;
    QVERIFY(put(f.options.file, healthyFile()));
    QVERIFY(f.other()->run(QStringLiteral(
        "INSERT INTO delivery_bodies SELECT ifnull(max(id), 0) + 1, 'raw', 0, 2, '{}' FROM deliveries")));
    const auto webhook = [](const char *id) {
        DeliveryRecord record;
        record.accepted = true;
        record.httpStatus = 204;
        record.body = "{}";
        return ChangeBatch{{ChangeBuilder(QString::fromLatin1(id)).ended(T0)}, record};
    };
    QVERIFY(f.open());
    const Result<BatchOutcome> refused = f.write(webhook("call_1"));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::StoreCorrupt);
    QVERIFY(f.store->health().problem);
    f.close();
    QVERIFY(f.open());
    QVERIFY(f.store->health().replacedBrokenFile);
    QVERIFY(f.write(webhook("call_1")));
}

QTEST_GUILESS_MAIN(TestStoreStart)
#include "test_store_start.moc"
