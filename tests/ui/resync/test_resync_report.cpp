// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/resync/sampleresults.h"
#include "ui/resync/report.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace anrufwarte;

Q_DECLARE_METATYPE(std::optional<anrufwarte::Error>)

class TestResyncReport : public QObject
{
    Q_OBJECT
private:
    ResyncView m_view{Formats(QLocale(QLocale::English)), test::RunStart, false};

    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::optional<Error> write(const QString &path, const QList<ResyncResult> &results)
    {
        auto *writer = new ReportWriter(path, shared(results), m_view, this);
        std::optional<Error> answer = Error{};
        bool done = false;
        connect(writer, &ReportWriter::finished, this, [&](const std::optional<Error> &problem) {
            answer = problem;
            done = true;
        });
        writer->start();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(done, 20'000); }();
        return answer;
    }

private Q_SLOTS:
    void linesFollowRfc4180_data()
    {
        QTest::addColumn<QStringList>("cells");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("plain") << QStringList{QStringLiteral("a"), QStringLiteral("b c")}
                               << QByteArray("a,b c\r\n");
        QTest::newRow("comma") << QStringList{QStringLiteral("0,098 $")} << QByteArray("\"0,098 $\"\r\n");
        QTest::newRow("quote") << QStringList{QStringLiteral("say \"no\"")}
                               << QByteArray("\"say \"\"no\"\"\"\r\n");
        QTest::newRow("line end") << QStringList{QStringLiteral("a\nb")} << QByteArray("\"a\nb\"\r\n");
        QTest::newRow("formula") << QStringList{QStringLiteral("=1+1")} << QByteArray("'=1+1\r\n");
        QTest::newRow("command") << QStringList{QStringLiteral("@SUM(A1)")} << QByteArray("'@SUM(A1)\r\n");
        QTest::newRow("plus") << QStringList{QStringLiteral("+cmd|x")} << QByteArray("'+cmd|x\r\n");
        QTest::newRow("phone number")
            << QStringList{QStringLiteral("+49 30 1")} << QByteArray("+49 30 1\r\n");
    }
    void linesFollowRfc4180()
    {
        QFETCH(QStringList, cells);
        QFETCH(QByteArray, line);
        QCOMPARE(csvLine(cells), line);
    }

    void oneLinePerChange()
    {
        const QByteArray lines = reportLines(test::updatedCall(), m_view);
        QCOMPARE(lines.count("\r\n"), 5);
        QVERIFY(lines.contains("Cost,empty,9.785\xc2\xa0"
                               "ct ($0.098),added\r\n"));
        QCOMPARE(reportLines(test::unchangedCall(), m_view).count("\r\n"), 1);
        QVERIFY(reportLines(test::failedCall(), m_view).contains("Failed"));
    }

    void writesAWholeFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("report.csv"));
        QVERIFY(!write(path, test::results(1'000)));
        const QByteArray written = contents(path);
        QVERIFY(written.startsWith("\xef\xbb\xbf"
                                   "Call ID,"));
        QVERIFY(written.endsWith("\r\n"));
        QVERIFY(written.contains("call_999,"));
    }

    void whatCannotBeWrittenIsSaidAndLeavesTheOldFile()
    {
        const auto problem = write(QStringLiteral("/nowhere/at/all/report.csv"), test::results(3));
        QVERIFY(problem.has_value());
        QCOMPARE(problem->code, ErrorCode::FileUnwritable);
        QCOMPARE(problem->args.value(0), QStringLiteral("/nowhere/at/all/report.csv"));
    }

    void anEmptyRunIsAHeadLine()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("report.csv"));
        QVERIFY(!write(path, {}));
        QCOMPARE(contents(path).count("\r\n"), 1);
    }
};

QTEST_MAIN(TestResyncReport)
#include "test_resync_report.moc"
