// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/profilelock.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace anrufwarte;

class TestProfileLock : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneAtATime();
    void fileThatWasLeftBehindDoesNotMatter();
    void missingFolderIsSaid();
};

void TestProfileLock::oneAtATime()
{
    const QTemporaryDir folder;
    const Profile profile(folder.path());
    {
        ProfileLock first;
        QVERIFY(first.take(profile));
        QVERIFY(ProfileLock::isTaken(profile));
        ProfileLock second;
        const auto taken = second.take(profile);
        QCOMPARE(taken.error().code, ErrorCode::ProfileInUse);
        QCOMPARE(taken.error().args, QStringList(profile.directory()));
    }
    QVERIFY(!ProfileLock::isTaken(profile));
    ProfileLock third;
    QVERIFY(third.take(profile));
}

void TestProfileLock::fileThatWasLeftBehindDoesNotMatter()
{
    const QTemporaryDir folder;
    const Profile profile(folder.path());
    QFile left(profile.lockFile());
    QVERIFY(left.open(QIODevice::WriteOnly));
    left.write("1\n");
    left.close();
    ProfileLock lock;
    QVERIFY(lock.take(profile));
}

void TestProfileLock::missingFolderIsSaid()
{
    const QTemporaryDir folder;
    ProfileLock lock;
    const auto taken = lock.take(Profile(folder.filePath(QStringLiteral("not/there"))));
    QCOMPARE(taken.error().code, ErrorCode::ProfileUnusable);
}

QTEST_GUILESS_MAIN(TestProfileLock)
#include "test_profilelock.moc"
