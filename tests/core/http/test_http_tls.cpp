// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/tlsfiles.h"
#include "listenerfixture.h"

#include <QProcess>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <openssl/ssl.h>

using namespace anrufwarte;
using test::get;

namespace {

/// Self-signed, made by the openssl command; the key is private to its owner.
void makeCertificate(const QDir &folder, const QString &name, const QStringList &keyKind = {})
{
    const QString key = folder.filePath(name + QStringLiteral(".key"));
    const QStringList kind = keyKind.isEmpty() ? QStringList{QStringLiteral("rsa:2048")} : keyKind;
    QStringList arguments{QStringLiteral("req"),
                          QStringLiteral("-x509"),
                          QStringLiteral("-nodes"),
                          QStringLiteral("-days"),
                          QStringLiteral("30"),
                          QStringLiteral("-subj"),
                          QStringLiteral("/CN=") + name,
                          QStringLiteral("-keyout"),
                          key,
                          QStringLiteral("-out"),
                          folder.filePath(name + QStringLiteral(".pem")),
                          QStringLiteral("-newkey")};
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"), arguments + kind);
    if (!openssl.waitForFinished() || openssl.exitCode() != 0)
        qFatal("openssl: %s", openssl.readAllStandardError().constData());
    QFile::setPermissions(key, QFile::ReadOwner | QFile::WriteOwner);
}

/// Replaces a file the way renewal does.
void replace(const QString &path, const QString &by)
{
    QFile::remove(path + QStringLiteral(".new"));
    QVERIFY(QFile::copy(by, path + QStringLiteral(".new")));
    QFile::setPermissions(path + QStringLiteral(".new"), QFile::ReadOwner | QFile::WriteOwner);
    QVERIFY(QFile::remove(path));
    QVERIFY(QFile::rename(path + QStringLiteral(".new"), path));
}

struct TlsClient
{
    TlsClient(const http::Endpoint &endpoint, QSsl::SslProtocol protocol)
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setProtocol(protocol);
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        configuration.setBackendConfigurationOption("CipherString",
                                                    QByteArray("DEFAULT:@SECLEVEL=0")); // lets it try TLS 1.1
        socket.setSslConfiguration(configuration);
        QObject::connect(&socket, &QSslSocket::readyRead, &socket, [this] { received += socket.readAll(); });
        socket.connectToHostEncrypted(endpoint.address.toString(), endpoint.port);
    }
    [[nodiscard]] QString serverName() const
    {
        return socket.peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0);
    }
    QSslSocket socket;
    QByteArray received;
};

} // namespace

class TestHttpTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void goodFilesAreLoaded_data();
    void goodFilesAreLoaded();
    void badFilesAreRefusedBeforeTheStart_data();
    void badFilesAreRefusedBeforeTheStart();
    void requestIsAnsweredOverTls_data();
    void requestIsAnsweredOverTls();
    void tls11IsRefused();
    void plainHttpOnTheTlsPortIsClosed();
    void handshakeHasTheHeaderDeadline();
    void connectionCloseEndsCleanly();
    void clientThatOnlyFinishedSendingGetsItsAnswer();
    void changedFilesAreUsedForNewConnections();
    void unusableChangeKeepsTheOldCertificate();

private:
    [[nodiscard]] http::TlsFiles files(const QString &name) const
    {
        return {m_folder.filePath(name + QStringLiteral(".pem")),
                m_folder.filePath(name + QStringLiteral(".key"))};
    }
    [[nodiscard]] Result<QList<http::Endpoint>> start(http::Listener &listener, const QString &name) const
    {
        http::ListenerOptions options;
        options.addresses = {{QStringLiteral("127.0.0.1"), 0}};
        options.limits.sweepMs = 5;
        options.tls = files(name);
        return listener.start(options);
    }

    QTemporaryDir m_temporary;
    QDir m_folder;
    test::RecordingHandler m_handler;
    test::FakeClock m_clock{QDateTime::currentMSecsSinceEpoch()};
};

void TestHttpTls::initTestCase()
{
    if (QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty())
        QSKIP("The openssl command, which makes the certificates, is not there.");
    m_folder = QDir(m_temporary.path());
    makeCertificate(m_folder, QStringLiteral("rsa"));
    m_clock.setNow(QDateTime::currentMSecsSinceEpoch()); // they begin now, not when this object was made
    makeCertificate(
        m_folder, QStringLiteral("ec"),
        {QStringLiteral("ec"), QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:P-256")});
}

void TestHttpTls::goodFilesAreLoaded_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("rsa") << QStringLiteral("rsa");
    QTest::newRow("elliptic-curve") << QStringLiteral("ec");
}

void TestHttpTls::goodFilesAreLoaded()
{
    QFETCH(QString, name);
    const auto context = http::loadTls(files(name), m_clock.nowMs());
    QVERIFY(context);
    SSL_CTX *const raw = context->get();
    QVERIFY(SSL_CTX_get0_privatekey(raw) != nullptr);
    QCOMPARE(SSL_CTX_check_private_key(raw), 1);
    QCOMPARE(int(SSL_CTX_get_min_proto_version(raw)), TLS1_2_VERSION);
}

void TestHttpTls::badFilesAreRefusedBeforeTheStart_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<qint64>("laterMs");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("named");
    constexpr qint64 Day = 86'400'000;
    const auto row = [](const char *claim, const char *certificate, const char *key, qint64 laterMs,
                        ErrorCode code, const char *named) {
        QTest::newRow(claim) << QString::fromLatin1(certificate) << QString::fromLatin1(key) << laterMs
                             << code << QString::fromLatin1(named);
    };
    row("no-certificate", "none.pem", "rsa.key", 0, ErrorCode::TlsCertificateUnreadable, "none.pem");
    row("no-pem", "noise", "rsa.key", 0, ErrorCode::TlsCertificateUnreadable, "noise");
    row("expired", "rsa.pem", "rsa.key", 31 * Day, ErrorCode::TlsCertificateExpired, "rsa.pem");
    row("not-valid-yet", "rsa.pem", "rsa.key", -2 * Day, ErrorCode::TlsCertificateNotYetValid, "rsa.pem");
    row("no-key", "rsa.pem", "none.key", 0, ErrorCode::TlsKeyUnreadable, "none.key");
    row("noise-as-key", "rsa.pem", "noise", 0, ErrorCode::TlsKeyUnreadable, "noise");
    row("key-for-everybody", "rsa.pem", "open.key", 0, ErrorCode::TlsKeyWorldReadable, "open.key");
    row("key-for-the-group", "rsa.pem", "group.key", 0, ErrorCode::TlsKeyWorldReadable, "group.key");
    row("key-of-another", "rsa.pem", "ec.key", 0, ErrorCode::TlsKeyMismatch, "ec.key");
}

void TestHttpTls::badFilesAreRefusedBeforeTheStart()
{
    QFile noise(m_folder.filePath(QStringLiteral("noise")));
    QVERIFY(noise.open(QIODevice::WriteOnly));
    noise.write("-----BEGIN NOISE-----\n");
    noise.close();
    QVERIFY(noise.setPermissions(QFile::ReadOwner));
    for (const auto &[name, extra] :
         {std::pair("open.key", QFile::ReadOther), std::pair("group.key", QFile::ReadGroup)}) {
        const QString path = m_folder.filePath(QString::fromLatin1(name));
        QFile::copy(files(QStringLiteral("rsa")).key, path);
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | extra));
    }

    QFETCH(QString, certificate);
    QFETCH(QString, key);
    QFETCH(qint64, laterMs);
    QFETCH(QString, named);
    test::FakeClock clock(m_clock.nowMs() + laterMs);
    http::Listener listener(m_handler, clock);
    http::ListenerOptions options;
    options.addresses = {{QStringLiteral("127.0.0.1"), 0}};
    options.tls = http::TlsFiles{m_folder.filePath(certificate), m_folder.filePath(key)};
    const auto started = listener.start(options);
    QVERIFY(!started);
    QTEST(started.error().code, "code");
    QCOMPARE(started.error().args.value(0), m_folder.filePath(named));
}

void TestHttpTls::requestIsAnsweredOverTls_data()
{
    QTest::addColumn<QSsl::SslProtocol>("protocol");
    QTest::newRow("1.2") << QSsl::TlsV1_2;
    QTest::newRow("1.3") << QSsl::TlsV1_3;
}

void TestHttpTls::requestIsAnsweredOverTls()
{
    QFETCH(QSsl::SslProtocol, protocol);
    http::Listener listener(m_handler, m_clock);
    const auto endpoints = start(listener, QStringLiteral("rsa"));
    QVERIFY(endpoints);
    QVERIFY(endpoints->first().origin().startsWith(QStringLiteral("https://127.0.0.1:")));
    TlsClient client(endpoints->first(), protocol);
    QTRY_VERIFY(client.socket.isEncrypted());
    QCOMPARE(client.socket.sessionProtocol(), protocol);
    client.socket.write(test::post(QByteArray(300'000, 'x')));
    QTRY_VERIFY(client.received.startsWith("HTTP/1.1 204"));
    QCOMPARE(m_handler.requests.last().body.size(), 300'000);
    QCOMPARE(m_handler.requests.last().peer, QHostAddress(QHostAddress::LocalHost));
}

void TestHttpTls::tls11IsRefused()
{
    http::Listener listener(m_handler, m_clock);
    const auto endpoints = start(listener, QStringLiteral("rsa"));
    QVERIFY(endpoints);
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED
    TlsClient client(endpoints->first(), QSsl::TlsV1_1);
    QT_WARNING_POP
    QTRY_VERIFY(client.socket.state() == QAbstractSocket::UnconnectedState);
    QVERIFY(!client.socket.isEncrypted());
    QCOMPARE(client.socket.error(), QAbstractSocket::SslHandshakeFailedError);
    QTRY_COMPARE(listener.connectionCount(), 0);
}

void TestHttpTls::plainHttpOnTheTlsPortIsClosed()
{
    http::Listener listener(m_handler, m_clock);
    const auto endpoints = start(listener, QStringLiteral("rsa"));
    QVERIFY(endpoints);
    const auto before = m_handler.requests.size();
    test::RawClient client(endpoints->first());
    client.send(get("/"));
    QTRY_VERIFY(client.isGone());
    QCOMPARE(m_handler.requests.size(), before);
    QTRY_COMPARE(listener.connectionCount(), 0);
}

void TestHttpTls::handshakeHasTheHeaderDeadline()
{
    http::Listener listener(m_handler, m_clock);
    const auto endpoints = start(listener, QStringLiteral("rsa"));
    QVERIFY(endpoints);
    test::RawClient silent(endpoints->first());
    QTRY_COMPARE(listener.connectionCount(), 1);
    m_clock.advance(10'000);
    QTRY_VERIFY(silent.isGone());
    QTRY_COMPARE(listener.connectionCount(), 0);
}

void TestHttpTls::connectionCloseEndsCleanly()
{
    http::Listener listener(m_handler, m_clock);
    const auto endpoints = start(listener, QStringLiteral("rsa"));
    QVERIFY(endpoints);
    TlsClient client(endpoints->first(), QSsl::TlsV1_3);
    client.socket.write(get("/", "Connection: close\r\n"));
    QTRY_VERIFY(client.socket.state() == QAbstractSocket::UnconnectedState);
    QVERIFY(client.received.startsWith("HTTP/1.1 204"));
    QCOMPARE(client.socket.error(), QAbstractSocket::RemoteHostClosedError);
}

void TestHttpTls::clientThatOnlyFinishedSendingGetsItsAnswer()
{
    http::Listener listener(m_handler, m_clock);
    const auto endpoints = start(listener, QStringLiteral("rsa"));
    QVERIFY(endpoints);
    m_handler.requests.clear();
    m_handler.manner = test::RecordingHandler::Manner::Later;
    TlsClient client(endpoints->first(), QSsl::TlsV1_3);
    client.socket.write(get("/"));
    QTRY_COMPARE(m_handler.requests.size(), 1);
    QCOMPARE(::shutdown(static_cast<int>(client.socket.socketDescriptor()), SHUT_WR), 0);
    QVERIFY(!QTest::qWaitFor([&] { return listener.connectionCount() == 0; }, 50));
    m_handler.waiting.takeFirst()(http::Response{});
    m_handler.manner = test::RecordingHandler::Manner::AtOnce;
    QTRY_VERIFY(client.received.startsWith("HTTP/1.1 204"));
    QTRY_COMPARE(listener.connectionCount(), 0);
}

void TestHttpTls::changedFilesAreUsedForNewConnections()
{
    const http::TlsFiles used = files(QStringLiteral("used"));
    QVERIFY(QFile::copy(files(QStringLiteral("rsa")).certificate, used.certificate));
    QVERIFY(QFile::copy(files(QStringLiteral("rsa")).key, used.key));
    http::Listener listener(m_handler, m_clock);
    QSignalSpy reloaded(&listener, &http::Listener::certificateReloaded);
    const auto endpoints = start(listener, QStringLiteral("used"));
    QVERIFY(endpoints);
    TlsClient old(endpoints->first(), QSsl::TlsV1_3);
    QTRY_VERIFY(old.socket.isEncrypted());
    QCOMPARE(old.serverName(), QStringLiteral("rsa"));

    for (const QString &name : {QStringLiteral("ec"), QStringLiteral("rsa"), QStringLiteral("ec")}) {
        reloaded.clear();
        replace(used.certificate, files(name).certificate);
        replace(used.key, files(name).key);
        QTRY_VERIFY(!reloaded.isEmpty());
        TlsClient fresh(endpoints->first(), QSsl::TlsV1_3);
        QTRY_VERIFY(fresh.socket.isEncrypted());
        QCOMPARE(fresh.serverName(), name);
    }
    old.socket.write(get("/"));
    QTRY_VERIFY(old.received.startsWith("HTTP/1.1 204"));
}

void TestHttpTls::unusableChangeKeepsTheOldCertificate()
{
    const http::TlsFiles used = files(QStringLiteral("kept"));
    QVERIFY(QFile::copy(files(QStringLiteral("rsa")).certificate, used.certificate));
    QVERIFY(QFile::copy(files(QStringLiteral("rsa")).key, used.key));
    http::Listener listener(m_handler, m_clock);
    QSignalSpy rejected(&listener, &http::Listener::certificateRejected);
    const auto endpoints = start(listener, QStringLiteral("kept"));
    QVERIFY(endpoints);
    replace(used.key, files(QStringLiteral("ec")).key);
    QTRY_VERIFY(!rejected.isEmpty());
    QCOMPARE(rejected.last().first().value<Error>().code, ErrorCode::TlsKeyMismatch);
    TlsClient client(endpoints->first(), QSsl::TlsV1_3);
    QTRY_VERIFY(client.socket.isEncrypted());
    QCOMPARE(client.serverName(), QStringLiteral("rsa"));
}

QTEST_GUILESS_MAIN(TestHttpTls)
#include "test_http_tls.moc"
