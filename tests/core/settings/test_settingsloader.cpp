// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settingsloader.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace anrufwarte;
using namespace Qt::StringLiterals;

class TestSettingsLoader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_sources = {};
        m_sources.file = m_folder->filePath(QStringLiteral("settings.ini"));
    }
    void nothingGivenMeansDefaults();
    void strongerSourceWins();
    void listsNeedNoQuotes();
    void allErrorsAreCollected();
    void unknownKeysAreWarnings();
    void keyInSettingsFileIsAnErrorWithoutTheKey();
    void certificateNeedsItsKey();
    void unreadableFileIsAnError();

private:
    void writeFile(const QByteArray &text)
    {
        QFile file(m_sources.file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    SettingsSources m_sources;
};

void TestSettingsLoader::nothingGivenMeansDefaults()
{
    const SettingsReading reading = readSettings(m_sources);
    QVERIFY(reading.result());
    QCOMPARE(reading.settings, Settings());
    QVERIFY(reading.warnings.isEmpty());
    QCOMPARE(reading.origin(QStringLiteral("webhook/listen")), SettingOrigin::Default);
}

void TestSettingsLoader::strongerSourceWins()
{
    const QString key = QStringLiteral("ui/language");
    writeFile("[ui]\nlanguage=de\n[poll]\nintervalSeconds=20\n");
    QCOMPARE(readSettings(m_sources).settings.uiLanguage, QStringLiteral("de"));
    QCOMPARE(readSettings(m_sources).origin(key), SettingOrigin::File);

    m_sources.environment.insert(QStringLiteral("ANRUFWARTE_UI_LANGUAGE"), QStringLiteral("en"));
    QCOMPARE(readSettings(m_sources).settings.uiLanguage, QStringLiteral("en"));
    QCOMPARE(readSettings(m_sources).origin(key), SettingOrigin::Environment);

    m_sources.commandLine.insert(key, QStringLiteral("auto"));
    QCOMPARE(readSettings(m_sources).settings.uiLanguage, QStringLiteral("auto"));
    QCOMPARE(readSettings(m_sources).origin(key), SettingOrigin::CommandLine);
    QCOMPARE(readSettings(m_sources).settings.pollIntervalSeconds, 20);
}

void TestSettingsLoader::listsNeedNoQuotes()
{
    writeFile("[webhook]\nlisten=127.0.0.1:8787, [::1]:8787\nallowlist=\"10.0.0.0/8, ::1\"\n");
    const SettingsReading reading = readSettings(m_sources);
    QVERIFY(reading.result());
    QCOMPARE(reading.settings.webhookListen.size(), 2);
    QCOMPARE(reading.settings.webhookListen.at(1).host, QStringLiteral("::1"));
    QCOMPARE(reading.settings.webhookAllowlist, QStringList({u"10.0.0.0/8"_s, u"::1"_s}));
}

void TestSettingsLoader::allErrorsAreCollected()
{
    writeFile("[poll]\nintervalSeconds=often\n[sync]\nmaxInFlight=65\n");
    m_sources.environment.insert(QStringLiteral("ANRUFWARTE_COST_UNIT"), QStringLiteral("euro"));
    const SettingsReading reading = readSettings(m_sources);
    QCOMPARE(reading.errors.size(), 3);
    QVERIFY(!reading.result());
    QCOMPARE(reading.errors.at(0).args, QStringList({u"poll/intervalSeconds"_s, u"often"_s, u"0 to 3600"_s}));
    QCOMPARE(reading.errors.at(2).args, QStringList({u"cost/unit"_s, u"euro"_s, u"auto, cents, dollars"_s}));
}

void TestSettingsLoader::unknownKeysAreWarnings()
{
    writeFile("[webhook]\nlisten=127.0.0.1:0\nlisen=127.0.0.1:1\n");
    m_sources.environment.insert(QStringLiteral("ANRUFWARTE_POLL_INTERVAL"), QStringLiteral("5"));
    m_sources.environment.insert(QStringLiteral("ANRUFWARTE_DEMO"), QStringLiteral("1"));
    const SettingsReading reading = readSettings(m_sources);
    QVERIFY(reading.result());
    QCOMPARE(reading.warnings.size(), 2);
    QCOMPARE(reading.warnings.at(0).args, QStringList(u"webhook/lisen"_s));
    QCOMPARE(reading.warnings.at(1).args, QStringList(u"ANRUFWARTE_POLL_INTERVAL"_s));
}

void TestSettingsLoader::keyInSettingsFileIsAnErrorWithoutTheKey()
{
    writeFile("[retell]\napiKey=key_secret_1234\n");
    const SettingsReading reading = readSettings(m_sources);
    QCOMPARE(reading.errors.size(), 1);
    QCOMPARE(reading.errors.constFirst().args.at(0), QStringLiteral("retell/apiKey"));
    QVERIFY(!reading.errors.constFirst().args.join(u' ').contains(u"secret_1234"));
}

void TestSettingsLoader::certificateNeedsItsKey()
{
    writeFile("[webhook]\ntlsCertificate=/etc/ssl/calls.pem\n");
    const SettingsReading reading = readSettings(m_sources);
    QCOMPARE(reading.errors.size(), 1);
    QCOMPARE(reading.errors.constFirst().args.at(0), QStringLiteral("webhook/tlsKey"));
}

void TestSettingsLoader::unreadableFileIsAnError()
{
    m_sources.file = m_folder->path(); // a folder in its place; rights do not stop root
    const SettingsReading reading = readSettings(m_sources);
    QCOMPARE(reading.errors.size(), 1);
    QCOMPARE(reading.errors.constFirst().code, ErrorCode::SettingsUnreadable);
}

QTEST_GUILESS_MAIN(TestSettingsLoader)
#include "test_settingsloader.moc"
