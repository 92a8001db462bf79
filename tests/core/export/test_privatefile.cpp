// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/privatefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace anrufwarte;

class TestPrivateFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyTheOwnerReadsIt();
    void whatStoodThereSurvivesAFailure();

private:
    QTemporaryDir m_folder;
};

void TestPrivateFile::onlyTheOwnerReadsIt()
{
    const QString path = m_folder.filePath(QStringLiteral("call.json"));
    for (const QByteArray &content : {QByteArray("old, open to all"), QByteArray("{\"id\": 559}\n")}) {
        QVERIFY(writePrivateFile(path, content));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), content);
        const QFile::Permissions others =
            QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFileInfo(path).permissions() & others));
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    }
}

void TestPrivateFile::whatStoodThereSurvivesAFailure()
{
    const QString path = m_folder.filePath(QStringLiteral("nowhere/call.json"));
    const Result<void> written = writePrivateFile(path, "x");
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::FileUnwritable);
    QCOMPARE(written.error().args, QStringList{path});
    const QString folder = m_folder.filePath(QStringLiteral("taken"));
    QVERIFY(QDir().mkdir(folder));
    QVERIFY(!writePrivateFile(folder, "x"));
    QVERIFY(QFileInfo(folder).isDir());
}

QTEST_GUILESS_MAIN(TestPrivateFile)
#include "test_privatefile.moc"
