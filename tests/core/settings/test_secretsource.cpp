// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/secretsource.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QTemporaryDir>
#include <QTest>

using namespace anrufwarte;
using namespace Qt::StringLiterals;

namespace {

/// Answers later, as the real one does.
class FakeKeychain final : public Keychain
{
public:
    FakeKeychain(QHash<QString, QByteArray> &entries, bool isWorking)
        : m_entries(entries), m_isWorking(isWorking)
    {
    }

    void read(const QString &name, std::function<void(Secret)> done) override
    {
        const Secret found = Secret::fromConfigured(m_entries.value(name));
        QMetaObject::invokeMethod(
            &m_context, [done, found] { done(found); }, Qt::QueuedConnection);
    }
    void write(const QString &name, const Secret &secret, std::function<void(bool)> done) override
    {
        if (m_isWorking)
            m_entries.insert(name, secret.reveal());
        QMetaObject::invokeMethod(
            &m_context, [done, works = m_isWorking] { done(works); }, Qt::QueuedConnection);
    }

private:
    QHash<QString, QByteArray> &m_entries;
    bool m_isWorking;
    QObject m_context;
};

void write(const QString &path, const QByteArray &text, QFile::Permissions rights)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.setPermissions(rights);
}

constexpr auto Mode600 = QFile::ReadOwner | QFile::WriteOwner;

} // namespace

class TestSecretSource : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_entries.clear();
        m_places = {};
        m_places.file = m_folder->filePath(QStringLiteral("secrets.ini"));
        m_hasKeychain = true;
        m_isKeychainWorking = true;
    }
    void nothingAnywhereIsNoKey();
    void strongerPlaceWins();
    void apiKeySignsUnlessAnotherIsSet();
    void partsAreTrimmedAndEmptyOnesDropped();
    void fileForOthersToReadIsNotUsed();
    void keychainIsPreferredForStoring();
    void withoutKeychainTheFileIsWrittenForTheOwnerAlone();
    void insecureFileIsNotWrittenTo();
    void noSessionBusMeansNoKeychain();

private:
    std::unique_ptr<SecretSource> source()
    {
        auto keychain = std::make_unique<FakeKeychain>(m_entries, m_isKeychainWorking);
        return std::make_unique<SecretSource>(m_places, m_hasKeychain ? std::move(keychain) : nullptr);
    }
    SecretsReading read()
    {
        const auto from = source();
        std::optional<SecretsReading> found;
        from->read(this, [&found](const SecretsReading &reading) { found = reading; });
        const bool isAnswered = QTest::qWaitFor([&found] { return found.has_value(); });
        return isAnswered ? *found : SecretsReading();
    }
    std::optional<Result<SecretOrigin>> store(SecretName name, const char *text)
    {
        const auto into = source();
        std::optional<Result<SecretOrigin>> stored;
        into->store(name, Secret::fromConfigured(text), this,
                    [&stored](const Result<SecretOrigin> &result) { stored.emplace(result); });
        (void)QTest::qWaitFor([&stored] { return stored.has_value(); });
        return stored;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QHash<QString, QByteArray> m_entries;
    SecretPlaces m_places;
    bool m_hasKeychain = true;
    bool m_isKeychainWorking = true;
};

void TestSecretSource::nothingAnywhereIsNoKey()
{
    const SecretsReading reading = read();
    QVERIFY(reading.secrets.apiKey.isEmpty());
    QVERIFY(reading.secrets.webhookKeys.isEmpty());
    QVERIFY(reading.problems.isEmpty());
    QCOMPARE(reading.apiKey, SecretOrigin::None);
}

void TestSecretSource::strongerPlaceWins()
{
    write(m_places.file, "[retell]\napiKey=from-file\n", Mode600);
    QCOMPARE(read().secrets.apiKey.reveal(), QByteArray("from-file"));
    QCOMPARE(read().apiKey, SecretOrigin::File);

    m_entries.insert(QStringLiteral("retell-api-key"), "from-keychain");
    QCOMPARE(read().secrets.apiKey.reveal(), QByteArray("from-keychain"));
    QCOMPARE(read().apiKey, SecretOrigin::Keychain);

    write(m_folder->filePath(QStringLiteral("retell-api-key")), "from-credential\n", Mode600);
    m_places.environment.insert(QStringLiteral("CREDENTIALS_DIRECTORY"), m_folder->path());
    QCOMPARE(read().secrets.apiKey.reveal(), QByteArray("from-credential"));
    QCOMPARE(read().apiKey, SecretOrigin::Credential);

    m_places.environment.insert(QStringLiteral("ANRUFWARTE_RETELL_API_KEY"),
                                QStringLiteral(" from-environment\n"));
    QCOMPARE(read().secrets.apiKey.reveal(), QByteArray("from-environment"));
    QCOMPARE(read().apiKey, SecretOrigin::Environment);
}

void TestSecretSource::apiKeySignsUnlessAnotherIsSet()
{
    write(m_places.file, "[retell]\napiKey=api\n", Mode600);
    QCOMPARE(read().secrets.webhookKeys, QList{Secret::fromConfigured("api")});
    QCOMPARE(read().webhookKey, SecretOrigin::None);
    m_places.environment.insert(QStringLiteral("ANRUFWARTE_RETELL_WEBHOOK_KEY"), QStringLiteral("signing"));
    QCOMPARE(read().secrets.webhookKeys, QList{Secret::fromConfigured("signing")});
    QCOMPARE(read().secrets.apiKey.reveal(), QByteArray("api"));
}

void TestSecretSource::partsAreTrimmedAndEmptyOnesDropped()
{
    const QList<Secret> both{Secret::fromConfigured("old"), Secret::fromConfigured("new")};
    write(m_places.file, "[retell]\nwebhookKey=old, new\n", Mode600);
    QCOMPARE(read().secrets.webhookKeys, both);
    m_places.environment.insert(QStringLiteral("ANRUFWARTE_RETELL_WEBHOOK_KEY"),
                                QStringLiteral(" old ,, new\n,"));
    QCOMPARE(read().secrets.webhookKeys, both);
    m_places.environment.insert(QStringLiteral("ANRUFWARTE_RETELL_WEBHOOK_KEY"), QStringLiteral(" , "));
    QCOMPARE(read().webhookKey, SecretOrigin::File);
}

void TestSecretSource::fileForOthersToReadIsNotUsed()
{
    for (const auto extra : {QFile::ReadGroup, QFile::ReadOther, QFile::WriteOther}) {
        write(m_places.file, "[retell]\napiKey=open\n", Mode600 | extra);
        const SecretsReading reading = read();
        QVERIFY(reading.secrets.apiKey.isEmpty());
        QCOMPARE(reading.problems.size(), 1);
        QCOMPARE(reading.problems.constFirst().code, ErrorCode::SecretFileInsecure);
        QCOMPARE(reading.problems.constFirst().args, QStringList(m_places.file));
    }
}

void TestSecretSource::keychainIsPreferredForStoring()
{
    const auto stored = store(SecretName::ApiKey, " key_new \n");
    QVERIFY(stored && *stored);
    QCOMPARE(**stored, SecretOrigin::Keychain);
    QCOMPARE(m_entries.value(QStringLiteral("retell-api-key")), QByteArray("key_new"));
    QVERIFY(!QFile::exists(m_places.file));
}

void TestSecretSource::withoutKeychainTheFileIsWrittenForTheOwnerAlone()
{
    m_isKeychainWorking = false;
    for (const bool hasKeychain : {true, false}) {
        m_hasKeychain = hasKeychain;
        const auto stored = store(SecretName::WebhookKey, "one;\"\\,two");
        QVERIFY(stored && *stored);
        QCOMPARE(**stored, SecretOrigin::File);
        constexpr auto Others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFileInfo(m_places.file).permissions() & Others));
        const QList<Secret> expected{Secret::fromConfigured("one;\"\\"), Secret::fromConfigured("two")};
        QCOMPARE(read().secrets.webhookKeys, expected);
    }
}

void TestSecretSource::insecureFileIsNotWrittenTo()
{
    m_hasKeychain = false;
    write(m_places.file, "[retell]\n", Mode600 | QFile::ReadOther);
    const auto stored = store(SecretName::ApiKey, "key_new");
    QVERIFY(stored && !*stored);
    QCOMPARE(stored->error().code, ErrorCode::SecretFileInsecure);
}

void TestSecretSource::noSessionBusMeansNoKeychain()
{
    QVERIFY(!systemKeychain(QProcessEnvironment(), std::chrono::seconds(1)));
}

QTEST_GUILESS_MAIN(TestSecretSource)
#include "test_secretsource.moc"
