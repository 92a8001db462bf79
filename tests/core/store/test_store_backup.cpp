// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backup.h"
#include "tests/core/store/storefixture.h"

#include <QFileInfo>

using namespace anrufwarte;
using namespace anrufwarte::test;

namespace {

CallChange call(int n)
{
    return ChangeBuilder(QStringLiteral("call_%1").arg(n)).ended(T0);
}

} // namespace

class TestStoreBackup : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void copyWhileRunning();
    void restorePutsItBack();
    void restoreRefusesWhatIsNoBackup();
};

void TestStoreBackup::copyWhileRunning()
{
    StoreFixture f;
    QVERIFY(f.open());
    QVERIFY(f.write(call(1)));
    const QString target = f.dir.filePath(QStringLiteral("copy.sqlite"));
    QVERIFY(backUpStore(f.options.file, target));
    QVERIFY(f.write(call(2)));
    CallReader reader({target, {}});
    QCOMPARE(reader.rows({})->size(), 1);
    QVERIFY(reader.check());
    QVERIFY(!(QFileInfo(target).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    QCOMPARE(backUpStore(f.options.file, target).error().code,
             ErrorCode::FileUnwritable); // never overwritten
}

void TestStoreBackup::restorePutsItBack()
{
    StoreFixture f;
    QVERIFY(f.open());
    QVERIFY(f.write(call(1)));
    const QString target = f.dir.filePath(QStringLiteral("copy.sqlite"));
    QVERIFY(backUpStore(f.options.file, target));
    QVERIFY(f.write(call(2)));
    f.close();
    const Result<QString> kept = restoreStore(target, f.options.file, f.clock);
    QVERIFY(kept);
    QCOMPARE(CallReader({*kept, {}}).rows({})->size(), 2);
    QVERIFY(f.open());
    QCOMPARE(f.reader().rows({})->size(), 1);
    QVERIFY(f.write(call(3)));
    QCOMPARE(f.ask("PRAGMA journal_mode").toString(), QStringLiteral("wal"));
    QCOMPARE(f.ask("PRAGMA page_size").toInt(), 16384);
}

void TestStoreBackup::restoreRefusesWhatIsNoBackup()
{
    StoreFixture f;
    QVERIFY(f.open());
    QVERIFY(f.write(call(1)));
    f.close();
    const QString bad = f.dir.filePath(QStringLiteral("bad.sqlite"));
    QFile file(bad);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(20'000, 'x'));
    file.close();
    QCOMPARE(restoreStore(bad, f.options.file, f.clock).error().code, ErrorCode::StoreCorrupt);
    QCOMPARE(restoreStore(f.dir.filePath(QStringLiteral("none")), f.options.file, f.clock).error().code,
             ErrorCode::StoreMissing);
    QVERIFY(f.open());
    QCOMPARE(f.reader().rows({})->size(), 1);
}

QTEST_GUILESS_MAIN(TestStoreBackup)
#include "test_store_backup.moc"
