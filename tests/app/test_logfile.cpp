// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/logfile.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace anrufwarte;
using namespace Qt::StringLiterals;

class TestLogFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sizeIsBounded();
    void filesAreForTheOwnerAlone();
    void linesFromManyThreadsStayWhole();
};

void TestLogFile::sizeIsBounded()
{
    const QTemporaryDir folder;
    LogFile log(folder.filePath(u"logs"_s), 1000, 2);
    const QByteArray line(99, 'x');
    for (int i = 0; i < 100; ++i)
        log.append(line + '\n');
    const QFileInfoList files = QDir(folder.filePath(u"logs"_s)).entryInfoList(QDir::Files);
    QCOMPARE(files.size(), 3);
    for (const QFileInfo &file : files)
        QVERIFY(file.size() > 0 && file.size() <= 1000);
}

void TestLogFile::filesAreForTheOwnerAlone()
{
    const QTemporaryDir folder;
    const QString logs = folder.filePath(u"logs"_s);
    LogFile log(logs);
    log.append("x\n");
    constexpr auto Others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
    QVERIFY(!(QFileInfo(logs).permissions() & Others));
    QVERIFY(!(QFileInfo(logs + u"/anrufwarte.log"_s).permissions() & Others));
}

void TestLogFile::linesFromManyThreadsStayWhole()
{
    const QTemporaryDir folder;
    LogFile log(folder.path(), 1'000'000);
    std::vector<std::unique_ptr<QThread>> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back(QThread::create([&log, t] {
            for (int i = 0; i < 200; ++i)
                log.append(QByteArray(60, static_cast<char>('a' + t)) + '\n');
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        QVERIFY(thread->wait());
    QFile file(folder.filePath(u"anrufwarte.log"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArrayList lines = file.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), 800);
    for (const QByteArray &line : lines)
        QCOMPARE(line, QByteArray(60, line.front()));
}

QTEST_GUILESS_MAIN(TestLogFile)
#include "test_logfile.moc"
