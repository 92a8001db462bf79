// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settingstable.h"

#include <QTest>

using namespace anrufwarte;
using namespace Qt::StringLiterals;

class TestSettingsTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void environmentNameSplitsCamelCase_data();
    void environmentNameSplitsCamelCase();
    void defaultIsOfContract_data();
    void defaultIsOfContract();
    void takesWhatIsAllowed_data();
    void takesWhatIsAllowed();
    void refusesWhatIsNot_data();
    void refusesWhatIsNot();
    void everyDefaultIsAllowed();
    void errorNamesKeyValueAndAllowed();
    void errorShowsNoPassword();
    void secretIsNeverASetting();
};

void TestSettingsTable::environmentNameSplitsCamelCase_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << "webhook/path"
                           << "ANRUFWARTE_WEBHOOK_PATH";
    QTest::newRow("two words") << "retell/baseUrl"
                               << "ANRUFWARTE_RETELL_BASE_URL";
    QTest::newRow("four words") << "webhook/maxConnectionsPerPeer"
                                << "ANRUFWARTE_WEBHOOK_MAX_CONNECTIONS_PER_PEER";
    QTest::newRow("digits") << "alerts/latencyP95Ms"
                            << "ANRUFWARTE_ALERTS_LATENCY_P95_MS";
    QTest::newRow("secret") << "retell/apiKey"
                            << "ANRUFWARTE_RETELL_API_KEY";
}

void TestSettingsTable::environmentNameSplitsCamelCase()
{
    QFETCH(QString, key);
    QVERIFY(findSetting(key));
    QTEST(environmentName(*findSetting(key)), "name");
}

void TestSettingsTable::defaultIsOfContract_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    const QList<std::pair<const char *, const char *>> rows{
        {"retell/baseUrl", "https://api.retellai.com"},
        {"webhook/listen", "127.0.0.1:8787"},
        {"webhook/path", "/webhooks/retell"},
        {"webhook/publicUrl", ""},
        {"webhook/toleranceSeconds", "300"},
        {"webhook/allowlist", ""},
        {"webhook/trustedProxies", ""},
        {"webhook/tlsCertificate", ""},
        {"webhook/tlsKey", ""},
        {"webhook/maxBodyBytes", "8388608"},
        {"webhook/maxConnections", "512"},
        {"webhook/maxConnectionsPerPeer", "384"},
        {"webhook/headerTimeoutSeconds", "10"},
        {"webhook/requestTimeoutSeconds", "30"},
        {"poll/intervalSeconds", "15"},
        {"poll/unconfirmedAfterSeconds", "900"},
        {"sync/requestIntervalMs", "100"},
        {"sync/requestTimeoutSeconds", "60"},
        {"sync/maxInFlight", "8"},
        {"sync/retryDelaySeconds", "300"},
        {"sync/maxAttempts", "5"},
        {"store/url", "sqlite:calls.sqlite"},
        {"store/rawDays", "30"},
        {"retention/days", "0"},
        {"cost/unit", "auto"},
        {"cost/tolerance", "0.01"},
        {"cost/eurRate", ""},
        {"alerts/latencyP95Ms", "5000"},
        {"alerts/callMinutesWarn", "5"},
        {"alerts/callMinutesDanger", "10"},
        {"ui/language", "auto"},
        {"ui/theme", "auto"},
        {"privacy/maskNumbers", "false"},
    };
    for (const auto &[key, value] : rows)
        QTest::newRow(key) << QString::fromLatin1(key) << QString::fromLatin1(value);
    QCOMPARE(rows.size() + 2, qsizetype(allSettings().size())); // and the two secrets
}

void TestSettingsTable::defaultIsOfContract()
{
    QFETCH(QString, key);
    QVERIFY(findSetting(key));
    QTEST(valueText(Settings(), *findSetting(key)), "value");
}

void TestSettingsTable::takesWhatIsAllowed_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *key, const char *text, const char *value = nullptr) {
        QTest::addRow("%s = '%s'", key, text) << QString::fromLatin1(key) << QString::fromLatin1(text)
                                              << QString::fromLatin1(value ? value : text);
    };
    const QList<std::tuple<const char *, const char *, const char *>> ranges{
        {"poll/intervalSeconds", "0", "3600"},
        {"poll/unconfirmedAfterSeconds", "10", "86400"},
        {"sync/requestIntervalMs", "1", "60000"},
        {"sync/requestTimeoutSeconds", "1", "600"},
        {"sync/maxInFlight", "1", "64"},
        {"sync/retryDelaySeconds", "1", "86400"},
        {"sync/maxAttempts", "1", "100"},
        {"webhook/toleranceSeconds", "1", "3600"},
        {"webhook/maxConnections", "1", "20000"},
        {"webhook/maxConnectionsPerPeer", "1", "20000"},
        {"webhook/maxBodyBytes", "65536", "67108864"},
    };
    for (const auto &[key, least, most] : ranges) {
        row(key, least);
        row(key, most);
    }
    row("poll/intervalSeconds", " 20 ", "20");
    row("webhook/listen", "127.0.0.1:0,[::1]:8787", "127.0.0.1:0, [::1]:8787");
    row("webhook/listen", "0.0.0.0:80");
    row("webhook/listen", "127.0.0.1:0, 127.0.0.1:0");
    row("webhook/allowlist", "100.20.5.228, 10.0.0.0/8,2001:db8::/32",
        "100.20.5.228, 10.0.0.0/8, 2001:db8::/32");
    row("webhook/allowlist", "");
    row("webhook/trustedProxies", "::ffff:10.0.0.1, ::1/128");
    row("webhook/path", "/hooks");
    row("retell/baseUrl", "http://127.0.0.1:9000/", "http://127.0.0.1:9000");
    row("retell/baseUrl", "http://[::1]:9000");
    row("retell/baseUrl", "http://localhost:9000");
    row("retell/baseUrl", "https://retell.example/api");
    row("webhook/publicUrl", "https://calls.example/webhooks/retell");
    row("store/url", "sqlite:/var/lib/anrufwarte/calls.sqlite");
    row("store/url", "postgresql://anrufwarte@db1,db2/anrufwarte?target_session_attrs=read-write");
    row("cost/unit", "cents");
    row("cost/tolerance", "0.5");
    row("cost/eurRate", "0.92");
    row("cost/eurRate", "");
    row("ui/language", "de");
    row("ui/theme", "dark");
    row("privacy/maskNumbers", "true");
}

void TestSettingsTable::takesWhatIsAllowed()
{
    QFETCH(QString, key);
    QFETCH(QString, text);
    QVERIFY(findSetting(key));
    Settings settings;
    QVERIFY(assign(settings, *findSetting(key), text));
    QTEST(valueText(settings, *findSetting(key)), "value");
}

void TestSettingsTable::refusesWhatIsNot_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("text");
    const QList<std::pair<const char *, QStringList>> rows{
        {"poll/intervalSeconds", {u"-1"_s, u"3601"_s, u""_s, u"15s"_s, u"1.5"_s, u"1e2"_s, u"0x10"_s}},
        {"poll/unconfirmedAfterSeconds", {u"9"_s, u"86401"_s}},
        {"sync/requestIntervalMs", {u"0"_s, u"60001"_s}},
        {"sync/requestTimeoutSeconds", {u"0"_s, u"601"_s}},
        {"sync/maxInFlight", {u"0"_s, u"65"_s}},
        {"sync/retryDelaySeconds", {u"0"_s, u"86401"_s}},
        {"sync/maxAttempts", {u"0"_s, u"101"_s}},
        {"webhook/toleranceSeconds", {u"0"_s, u"3601"_s}},
        {"webhook/maxConnections", {u"0"_s, u"20001"_s}},
        {"webhook/maxConnectionsPerPeer", {u"0"_s, u"20001"_s}},
        {"webhook/maxBodyBytes", {u"65535"_s, u"67108865"_s, u"99999999999999999999"_s}},
        {"webhook/listen",
         {u""_s, u"8787"_s, u"127.0.0.1"_s, u"127.0.0.1:65536"_s, u"127.0.0.1:-1"_s, u"127.1:80"_s,
          u"010.0.0.1:80"_s, u"::1:8787"_s, u"[127.0.0.1]:80"_s, u"[fe80::1%eth0]:80"_s, u"localhost:8787"_s,
          u"127.0.0.1:80,"_s, u"127.0.0.1:80,127.0.0.1:80"_s}},
        {"webhook/allowlist",
         {u"10.0.0.0/33"_s, u"10.0.0.0/08"_s, u"0010.0.0.1"_s, u"10.0.0"_s, u"10.0.0.0/255.0.0.0"_s,
          u"::1/129"_s, u"fe80::1%eth0"_s, u"retell.ai"_s, u"10.0.0.1,,10.0.0.2"_s, u"10.0.0.1;10.0.0.2"_s,
          u"*"_s}},
        {"webhook/path",
         {u""_s, u"hooks"_s, u"/"_s, u"/hooks/"_s, u"/hooks?a"_s, u"/hooks#a"_s, u"//hooks"_s, u"/ho oks"_s,
          u"/hööks"_s}},
        {"retell/baseUrl",
         {u""_s, u"api.retellai.com"_s, u"http://api.retellai.com"_s, u"http://127.0.0.1.example"_s,
          u"ftp://127.0.0.1"_s, u"https://"_s, u"https://user:pw@api.example"_s, u"https://api.example?x=1"_s,
          u"javascript:alert(1)"_s}},
        {"webhook/publicUrl", {u"calls.example"_s, u"file:///etc/passwd"_s, u"https://a:b@c.example/"_s}},
        {"store/url",
         {u""_s, u"sqlite:"_s, u"calls.sqlite"_s, u"mysql://a@b/c"_s, u"postgresql://u:secret@h/d"_s,
          u"postgresql://h"_s}},
        {"cost/unit", {u""_s, u"euro"_s, u"Cents"_s, u"auto, cents"_s}},
        {"cost/tolerance", {u""_s, u"-0.1"_s, u"0,01"_s, u"nan"_s, u"inf"_s}},
        {"cost/eurRate", {u"0"_s, u"-1"_s, u"eins"_s}},
        {"ui/language", {u""_s, u"fr"_s}},
        {"ui/theme", {u"blue"_s}},
        {"privacy/maskNumbers", {u""_s, u"yes"_s, u"1"_s}},
        {"store/rawDays", {u"-1"_s, u"viel"_s}},
        {"retention/days", {u"-1"_s}},
    };
    for (const auto &[key, texts] : rows) {
        for (const QString &text : texts)
            QTest::addRow("%s = '%s'", key, qPrintable(text)) << QString::fromLatin1(key) << text;
    }
}

void TestSettingsTable::refusesWhatIsNot()
{
    QFETCH(QString, key);
    QFETCH(QString, text);
    QVERIFY(findSetting(key));
    Settings settings;
    const auto assigned = assign(settings, *findSetting(key), text);
    QVERIFY(!assigned);
    QCOMPARE(assigned.error().code, ErrorCode::SettingInvalid);
    QCOMPARE(settings, Settings());
}

void TestSettingsTable::everyDefaultIsAllowed()
{
    for (const SettingInfo &setting : allSettings()) {
        Settings settings;
        QVERIFY(!allowedValues(setting).isEmpty());
        QCOMPARE(assign(settings, setting, valueText(settings, setting)).has_value(), !isSecret(setting));
        QCOMPARE(settings, Settings());
    }
}

void TestSettingsTable::errorNamesKeyValueAndAllowed()
{
    Settings settings;
    const auto range = assign(settings, *findSetting(u"webhook/toleranceSeconds"), QStringLiteral("4000"));
    QCOMPARE(range.error().args, QStringList({u"webhook/toleranceSeconds"_s, u"4000"_s, u"1 to 3600"_s}));
    const auto words = assign(settings, *findSetting(u"cost/unit"), QStringLiteral("eu\nro"));
    QCOMPARE(words.error().args, QStringList({u"cost/unit"_s, u"eu\\x0aro"_s, u"auto, cents, dollars"_s}));
    const auto large = assign(settings, *findSetting(u"webhook/maxBodyBytes"), QString(1000, u'9'));
    QCOMPARE(large.error().args.at(2), QStringLiteral("65536 to 67108864"));
    QVERIFY(large.error().args.at(1).size() < 200);
}

void TestSettingsTable::errorShowsNoPassword()
{
    Settings settings;
    for (const char *key : {"store/url", "retell/baseUrl", "webhook/publicUrl"}) {
        const auto refused = assign(settings, *findSetting(QString::fromLatin1(key)),
                                    QStringLiteral("postgresql://user:hunter2@host/db"));
        QVERIFY(!refused);
        QVERIFY(!refused.error().args.join(u' ').contains(u"hunter2"));
    }
}

void TestSettingsTable::secretIsNeverASetting()
{
    Settings settings;
    const auto refused = assign(settings, *findSetting(u"retell/apiKey"), QStringLiteral("key_secret_1234"));
    QVERIFY(!refused);
    QVERIFY(!refused.error().args.join(u' ').contains(u"secret_1234"));
    QVERIFY(valueText(settings, *findSetting(u"retell/apiKey")).isEmpty());
}

QTEST_GUILESS_MAIN(TestSettingsTable)
#include "test_settingstable.moc"
