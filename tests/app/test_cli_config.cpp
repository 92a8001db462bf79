// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cliprocess.h"

#include <QFileInfo>

using namespace anrufwarte::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto ForOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;

bool isPrivate(const QString &path)
{
    return QFileInfo::exists(path) && !(QFileInfo(path).permissions() & ForOthers);
}

} // namespace

class TestCliConfig : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listShowsAllWithTheirOrigin();
    void setIsReadBack();
    void setRefusesWhatIsNotAllowed();
    void environmentCountsMoreAndIsSaid();
    void wrongSettingCanBePutRight();
    void secretIsReadFromInputAndStoredForTheOwner();
    void secretIsNeverShownWhole();
    void secretOnTheCommandLineIsRefused();
    void secretFileForOthersIsNotUsed();
    void doctorPassesOnlyWhenAllIsWell();
};

void TestCliConfig::listShowsAllWithTheirOrigin()
{
    const CliProfile cli;
    const CliResult list = cli.run({u"config"_s, u"list"_s});
    QCOMPARE(list.code, 0);
    static const QRegularExpression listen(u"webhook/listen +127\\.0\\.0\\.1:0 +environment"_s);
    static const QRegularExpression interval(u"poll/intervalSeconds +15 +default"_s);
    QVERIFY(QString::fromUtf8(list.out).contains(listen));
    QVERIFY(QString::fromUtf8(list.out).contains(interval));
}

void TestCliConfig::setIsReadBack()
{
    const CliProfile cli;
    QCOMPARE(cli.run({u"config"_s, u"set"_s, u"webhook/allowlist"_s, u"10.0.0.0/8,::1"_s}).code, 0);
    QCOMPARE(cli.run({u"config"_s, u"set"_s, u"poll/intervalSeconds"_s, u"0"_s}).code, 0);
    QCOMPARE(cli.run({u"config"_s, u"get"_s, u"webhook/allowlist"_s}).out, QByteArray("10.0.0.0/8, ::1\n"));
    QCOMPARE(cli.run({u"config"_s, u"get"_s, u"poll/intervalSeconds"_s}).out, QByteArray("0\n"));
    QVERIFY(isPrivate(cli.file("settings.ini")));
    QVERIFY(isPrivate(cli.path()));
}

void TestCliConfig::setRefusesWhatIsNotAllowed()
{
    const CliProfile cli;
    const CliResult wrong = cli.run({u"config"_s, u"set"_s, u"webhook/toleranceSeconds"_s, u"3601"_s});
    QCOMPARE(wrong.code, 2);
    for (const char *part : {"webhook/toleranceSeconds", "3601", "1 to 3600"})
        QVERIFY2(wrong.err.contains(part), part);
    QCOMPARE(cli.run({u"config"_s, u"set"_s, u"no/such"_s, u"1"_s}).code, 2);
    QCOMPARE(cli.run({u"config"_s, u"get"_s, u"no/such"_s}).code, 2);
    QVERIFY(!QFile::exists(cli.file("settings.ini")));
}

void TestCliConfig::environmentCountsMoreAndIsSaid()
{
    CliProfile cli;
    const CliResult set = cli.run({u"config"_s, u"set"_s, u"webhook/listen"_s, u"127.0.0.1:9999"_s});
    QCOMPARE(set.code, 0);
    QVERIFY(set.err.contains("environment"));
    QCOMPARE(cli.run({u"config"_s, u"get"_s, u"webhook/listen"_s}).out, QByteArray("127.0.0.1:0\n"));
    cli.unset("ANRUFWARTE_WEBHOOK_LISTEN");
    QCOMPARE(cli.run({u"config"_s, u"get"_s, u"webhook/listen"_s}).out, QByteArray("127.0.0.1:9999\n"));
}

void TestCliConfig::wrongSettingCanBePutRight()
{
    const CliProfile cli;
    QCOMPARE(cli.run({u"config"_s, u"set"_s, u"cost/unit"_s, u"cents"_s}).code, 0);
    QFile file(cli.file("settings.ini"));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write("[cost]\nunit=euro\n");
    file.close();
    QCOMPARE(cli.run({u"config"_s, u"list"_s}).code, 2);
    QCOMPARE(cli.run({u"config"_s, u"set"_s, u"cost/unit"_s, u"dollars"_s}).code, 0);
    QCOMPARE(cli.run({u"config"_s, u"get"_s, u"cost/unit"_s}).out, QByteArray("dollars\n"));
}

void TestCliConfig::secretIsReadFromInputAndStoredForTheOwner()
{
    const CliProfile cli;
    QCOMPARE(cli.run({u"config"_s, u"set-secret"_s, u"retell/apiKey"_s}, "  key_secret_value_9abc\r\n").code,
             0);
    QVERIFY(isPrivate(cli.file("secrets.ini")));
    QCOMPARE(cli.run({u"config"_s, u"get"_s, u"retell/apiKey"_s}).out, QByteArray("…9abc\n"));
    QCOMPARE(cli.run({u"config"_s, u"set-secret"_s, u"retell/apiKey"_s}, " \n").code, 2);
    QCOMPARE(cli.run({u"config"_s, u"set-secret"_s, u"retell/baseUrl"_s}, "key").code, 2);
    Server server(cli);
    QCOMPARE(server.urls().size(), 1);
    const QByteArray body = R"({"event":"call_started","call":{"call_id":"call_x"}})";
    QCOMPARE(postSigned(server.urls().constFirst(), body, "key_secret_value_9abc"), 204);
}

void TestCliConfig::secretIsNeverShownWhole()
{
    CliProfile cli;
    QCOMPARE(cli.run({u"config"_s, u"set-secret"_s, u"retell/apiKey"_s}, "key_secret_value_9abc").code, 0);
    cli.set("ANRUFWARTE_RETELL_WEBHOOK_KEY", "key_secret_hook_1111, key_secret_hook_2222");
    const QList<QStringList> commands{
        {u"config"_s, u"list"_s},
        {u"config"_s, u"get"_s, u"retell/webhookKey"_s},
        {u"doctor"_s},
        {u"config"_s, u"set"_s, u"retell/apiKey"_s, u"key_secret_value_9abc"_s}};
    for (const QStringList &command : commands) {
        const CliResult result = cli.run(command);
        QVERIFY(!result.out.contains("secret_"));
        QVERIFY(!result.err.contains("secret_"));
    }
    QCOMPARE(cli.run(commands.at(1)).out, QByteArray("…1111, …2222\n"));
    QVERIFY(!QFile::exists(cli.file("settings.ini")));
}

void TestCliConfig::secretOnTheCommandLineIsRefused()
{
    const CliProfile cli;
    const CliResult result =
        cli.run({u"config"_s, u"set-secret"_s, u"retell/apiKey"_s, u"key_secret_value"_s});
    QCOMPARE(result.code, 2);
    QVERIFY(!result.err.contains("key_secret_value"));
    QVERIFY(!QFile::exists(cli.file("secrets.ini")));
}

void TestCliConfig::secretFileForOthersIsNotUsed()
{
    const CliProfile cli;
    QCOMPARE(cli.run({u"config"_s, u"set-secret"_s, u"retell/apiKey"_s}, "key_secret_value_9abc").code, 0);
    QFile::setPermissions(cli.file("secrets.ini"), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
    const CliResult served = cli.run({u"serve"_s});
    QCOMPARE(served.code, 2);
    QVERIFY(served.err.contains("secrets.ini"));
    QVERIFY(served.err.contains("0600"));
}

void TestCliConfig::doctorPassesOnlyWhenAllIsWell()
{
    CliProfile cli;
    const CliResult withoutKey = cli.run({u"doctor"_s});
    QCOMPARE(withoutKey.code, 1);
    QVERIFY(withoutKey.out.contains("FAILED"));
    cli.setKey();
    const CliResult alone = cli.run({u"doctor"_s});
    QCOMPARE(alone.code, 1);
    QVERIFY(alone.out.contains("Retell cannot be reached"));
    const Simulator retell({u"--concurrent"_s, u"0"_s});
    cli.set("ANRUFWARTE_RETELL_BASE_URL", retell.origin().constData());
    const CliResult well = cli.run({u"doctor"_s});
    QVERIFY2(well.code == 0, well.out.constData());
    QVERIFY(!well.out.contains("FAILED"));
    QVERIFY(well.out.contains("Praxisverbund Nord"));
    QVERIFY(well.out.contains("Clock"));
    cli.setKey("key_of_somebody_else");
    const CliResult refused = cli.run({u"doctor"_s});
    QCOMPARE(refused.code, 1);
    QVERIFY(refused.out.contains("rejects the API key (401)"));
    QVERIFY(!refused.out.contains("key_of_somebody"));
    cli.setKey();
    cli.set("ANRUFWARTE_COST_UNIT", "euro");
    cli.set("ANRUFWARTE_SYNC_MAX_IN_FLIGHT", "0");
    const CliResult wrong = cli.run({u"doctor"_s});
    QCOMPARE(wrong.code, 1);
    QCOMPARE(wrong.out.count("FAILED"), 2);
}

QTEST_GUILESS_MAIN(TestCliConfig)
#include "test_cli_config.moc"
