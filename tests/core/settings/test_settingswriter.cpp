// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settingsloader.h"
#include "core/settings/settingswriter.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace anrufwarte;
using namespace Qt::StringLiterals;

namespace {
QFile::Permissions rights(const QString &path)
{
    constexpr auto Owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    constexpr auto Others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                            QFile::WriteOther | QFile::ExeOther;
    return QFileInfo(path).permissions() & (Owner | Others);
}
} // namespace

class TestSettingsWriter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void profileIsCreatedForTheOwnerAlone();
    void writtenValueIsReadBackAndOthersStay();
    void wrongOrUnknownOrSecretIsRefusedAndNothingWritten();
    void onlyChangesAreWritten();
    void unusableProfileIsSaid();
    void pathsAreInTheProfile();
};

void TestSettingsWriter::profileIsCreatedForTheOwnerAlone()
{
    const QTemporaryDir folder;
    const Profile profile(folder.filePath(QStringLiteral("a/b")));
    QVERIFY(profile.create());
    QCOMPARE(rights(profile.directory()), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QVERIFY(profile.isPrivate());
    QVERIFY(profile.create()); // again is no error
}

void TestSettingsWriter::writtenValueIsReadBackAndOthersStay()
{
    const QTemporaryDir folder;
    const Profile profile(folder.filePath(QStringLiteral("p")));
    QVERIFY(profile.create());
    QFile file(profile.settingsFile());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[future]\nswitch=on\n");
    file.close();

    QVERIFY(
        writeSetting(profile, QStringLiteral("webhook/listen"), QStringLiteral("127.0.0.1:9000,[::1]:9000")));
    QVERIFY(writeSetting(profile, QStringLiteral("cost/eurRate"), QStringLiteral("0.92")));
    QCOMPARE(rights(profile.settingsFile()), QFile::ReadOwner | QFile::WriteOwner);

    const SettingsReading reading = readSettings({{}, QProcessEnvironment(), profile.settingsFile()});
    QVERIFY(reading.result());
    QCOMPARE(reading.settings.webhookListen.size(), 2);
    QCOMPARE(reading.settings.costEurRate, std::optional(0.92));
    QCOMPARE(reading.warnings.constFirst().args, QStringList(u"future/switch"_s));
}

void TestSettingsWriter::wrongOrUnknownOrSecretIsRefusedAndNothingWritten()
{
    const QTemporaryDir folder;
    const Profile profile(folder.path());
    const auto wrong = writeSetting(profile, QStringLiteral("poll/intervalSeconds"), QStringLiteral("-1"));
    QCOMPARE(wrong.error().code, ErrorCode::SettingInvalid);
    const auto unknown = writeSetting(profile, QStringLiteral("poll/interval"), QStringLiteral("1"));
    QCOMPARE(unknown.error().code, ErrorCode::SettingUnknown);
    const auto secret =
        writeSetting(profile, QStringLiteral("retell/apiKey"), QStringLiteral("key_1234567890"));
    QCOMPARE(secret.error().code, ErrorCode::SettingInvalid);
    QVERIFY(!QFile::exists(profile.settingsFile()));
}

void TestSettingsWriter::onlyChangesAreWritten()
{
    const QTemporaryDir folder;
    const Profile profile(folder.path());
    Settings after;
    after.uiTheme = QStringLiteral("dark");
    QVERIFY(writeChanges(profile, Settings(), after));
    QFile file(profile.settingsFile());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("[ui]\ntheme=dark\n"));
}

void TestSettingsWriter::unusableProfileIsSaid()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("taken")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const Profile profile(file.fileName());
    const auto created = profile.create();
    QCOMPARE(created.error().code, ErrorCode::ProfileUnusable);
    QCOMPARE(created.error().args, QStringList(profile.directory()));
}

void TestSettingsWriter::pathsAreInTheProfile()
{
    const Profile profile(QStringLiteral("/srv/calls/"));
    QCOMPARE(profile.storeFile(QStringLiteral("sqlite:calls.sqlite")),
             QStringLiteral("/srv/calls/calls.sqlite"));
    QCOMPARE(profile.storeFile(QStringLiteral("sqlite:/data/c.sqlite")), QStringLiteral("/data/c.sqlite"));
    QVERIFY(profile.storeFile(QStringLiteral("postgresql://a@b/c")).isEmpty());
    QCOMPARE(profile.settingsFile(), QStringLiteral("/srv/calls/settings.ini"));
}

QTEST_GUILESS_MAIN(TestSettingsWriter)
#include "test_settingswriter.moc"
