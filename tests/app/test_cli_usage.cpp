// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cliprocess.h"

using namespace anrufwarte::test;
using namespace Qt::StringLiterals;

class TestCliUsage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void helpListsTheCommandsInBothLanguages();
    void everyCommandHasHelp_data();
    void everyCommandHasHelp();
    void versionIsOneLine();
    void languageComesFromTheSystemWithoutOption();
    void wrongUsageEndsWithTwo_data();
    void wrongUsageEndsWithTwo();
    void wrongSettingNamesKeyValueAndAllowed();
    void unknownSettingIsOnlyAWarning();
    void noStoreIsExitThree_data();
    void noStoreIsExitThree();
    void readingCreatesNothing();

private:
    CliProfile m_cli;
};

void TestCliUsage::helpListsTheCommandsInBothLanguages()
{
    const CliResult english = m_cli.run({u"--lang"_s, u"en"_s, u"--help"_s});
    const CliResult german = m_cli.run({u"--lang=de"_s, u"--help"_s});
    QCOMPARE(english.code, 0);
    QCOMPARE(german.code, 0);
    for (const char *command : {"serve", "calls", "show", "deliveries", "config", "doctor"}) {
        QVERIFY2(english.out.contains(command), command);
        QVERIFY2(german.out.contains(command), command);
    }
    QVERIFY(english.out.contains("Commands:"));
    QVERIFY(english.out.contains("Options:"));
    QVERIFY(german.out.contains("Optionen:"));
    QVERIFY(german.out.contains("Befehle:"));
    QVERIFY(english.err.isEmpty());
}

void TestCliUsage::everyCommandHasHelp_data()
{
    QTest::addColumn<QString>("command");
    for (const char *command : {"serve", "calls", "show", "deliveries", "config", "doctor"})
        QTest::newRow(command) << QString::fromLatin1(command);
}

void TestCliUsage::everyCommandHasHelp()
{
    QFETCH(QString, command);
    const CliResult help = m_cli.run({command, u"--help"_s});
    QCOMPARE(help.code, 0);
    QVERIFY(help.out.contains(command.toUtf8()));
    QVERIFY(help.out.contains("--profile"));
}

void TestCliUsage::versionIsOneLine()
{
    const CliResult version = m_cli.run({u"--version"_s});
    QCOMPARE(version.code, 0);
    QVERIFY(version.out.startsWith("anrufwarte-cli "));
    QCOMPARE(version.out.count('\n'), 1);
}

void TestCliUsage::languageComesFromTheSystemWithoutOption()
{
    CliProfile german;
    german.set("LC_ALL", "de_DE.UTF-8");
    QVERIFY(german.run({u"--help"_s}).out.contains("Optionen:"));
    german.set("ANRUFWARTE_UI_LANGUAGE", "en"); // the setting counts more
    QVERIFY(german.run({u"--help"_s}).out.contains("Options:"));
}

void TestCliUsage::wrongUsageEndsWithTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no command") << QStringList();
    QTest::newRow("unknown command") << QStringList{u"frobnicate"_s};
    QTest::newRow("unknown option") << QStringList{u"calls"_s, u"--frobnicate"_s};
    QTest::newRow("language of nobody here") << QStringList{u"--lang"_s, u"fr"_s, u"calls"_s};
    QTest::newRow("argument too many") << QStringList{u"calls"_s, u"559"_s};
    QTest::newRow("show nothing") << QStringList{u"show"_s};
    QTest::newRow("show two") << QStringList{u"show"_s, u"1"_s, u"2"_s};
    QTest::newRow("show as table") << QStringList{u"show"_s, u"1"_s, u"--format"_s, u"csv"_s};
    QTest::newRow("format unknown") << QStringList{u"calls"_s, u"--format"_s, u"yaml"_s};
    QTest::newRow("limit no number") << QStringList{u"calls"_s, u"--limit"_s, u"many"_s};
    QTest::newRow("limit negative") << QStringList{u"calls"_s, u"--limit=-1"_s};
    QTest::newRow("since no time") << QStringList{u"calls"_s, u"--since"_s, u"yesterday"_s};
    QTest::newRow("serve something") << QStringList{u"serve"_s, u"now"_s};
    QTest::newRow("explain nothing") << QStringList{u"deliveries"_s, u"explain"_s};
    QTest::newRow("explain no number") << QStringList{u"deliveries"_s, u"explain"_s, u"x"_s};
    QTest::newRow("ingest nothing") << QStringList{u"deliveries"_s, u"ingest"_s};
    QTest::newRow("ingest all and one")
        << QStringList{u"deliveries"_s, u"ingest"_s, u"--all-valid"_s, u"1"_s};
    QTest::newRow("config what") << QStringList{u"config"_s};
    QTest::newRow("config get nothing") << QStringList{u"config"_s, u"get"_s};
}

void TestCliUsage::wrongUsageEndsWithTwo()
{
    QFETCH(QStringList, arguments);
    const CliResult result = m_cli.run(arguments);
    QCOMPARE(result.code, 2);
    QVERIFY(result.out.isEmpty());
    QVERIFY(!result.err.isEmpty());
}

void TestCliUsage::wrongSettingNamesKeyValueAndAllowed()
{
    CliProfile cli;
    cli.set("ANRUFWARTE_POLL_INTERVAL_SECONDS", "often");
    for (const QString &command : {u"calls"_s, u"serve"_s, u"deliveries"_s}) {
        const CliResult result = cli.run({command});
        QCOMPARE(result.code, 2);
        for (const char *part : {"poll/intervalSeconds", "often", "0 to 3600"})
            QVERIFY2(result.err.contains(part), part);
    }
}

void TestCliUsage::unknownSettingIsOnlyAWarning()
{
    CliProfile cli;
    cli.set("ANRUFWARTE_POLL_INTERVAL", "5");
    const CliResult result = cli.run({u"config"_s, u"get"_s, u"poll/intervalSeconds"_s});
    QCOMPARE(result.code, 0);
    QCOMPARE(result.out, QByteArray("15\n"));
    QVERIFY(result.err.contains("ANRUFWARTE_POLL_INTERVAL"));
}

void TestCliUsage::noStoreIsExitThree_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("calls") << QStringList{u"calls"_s};
    QTest::newRow("calls as json") << QStringList{u"calls"_s, u"--format"_s, u"json"_s};
    QTest::newRow("show") << QStringList{u"show"_s, u"1"_s};
    QTest::newRow("deliveries") << QStringList{u"deliveries"_s};
    QTest::newRow("explain") << QStringList{u"deliveries"_s, u"explain"_s, u"1"_s};
}

void TestCliUsage::noStoreIsExitThree()
{
    QFETCH(QStringList, arguments);
    const CliResult result = m_cli.run(arguments);
    QCOMPARE(result.code, 3);
    QVERIFY(result.out.isEmpty());
    QVERIFY(result.err.contains("calls.sqlite"));
}

void TestCliUsage::readingCreatesNothing()
{
    CliProfile cli;
    for (const QString &command : {u"calls"_s, u"doctor"_s, u"serve"_s}) // serve has no key
        QVERIFY(cli.run({command}).code > 0);
    QVERIFY(!QFile::exists(cli.path()));
}

QTEST_GUILESS_MAIN(TestCliUsage)
#include "test_cli_usage.moc"
