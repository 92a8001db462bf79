// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/tlsfiles.h"

#include <QDateTime>
#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <memory>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

namespace anrufwarte::http {

namespace {

template <auto Free>
struct Freeing
{
    template <typename T>
    void operator()(T *object) const
    {
        Free(object);
    }
};
using BioPointer = std::unique_ptr<BIO, Freeing<BIO_free>>;
using CertificatePointer = std::unique_ptr<X509, Freeing<X509_free>>;
using KeyPointer = std::unique_ptr<EVP_PKEY, Freeing<EVP_PKEY_free>>;

Error problem(ErrorCode code, const QString &path, const QString &detail)
{
    return {code, detail, {path}};
}

Result<QByteArray> readPem(const QString &path, ErrorCode code)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return problem(code, path, file.errorString());
    constexpr qint64 MostBytes = 1024LL * 1024;
    return file.read(MostBytes);
}

BioPointer bioOf(const QByteArray &pem)
{
    return BioPointer(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
}

/// A key with a passphrase is unreadable: nobody is there to type it.
int noPassphrase(char *, int, int, void *)
{
    return 0;
}

/// What failed here must not be found by the next TLS handshake of this thread.
struct ErrorQueueCleaner
{
    ~ErrorQueueCleaner() { ERR_clear_error(); }
};

KeyPointer readKey(const QByteArray &pem)
{
    return KeyPointer(PEM_read_bio_PrivateKey(bioOf(pem).get(), nullptr, noPassphrase, nullptr));
}

bool isPrivateToOwner(const QString &path)
{
    constexpr auto Others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup |
                            QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
    return !(QFile::permissions(path) & Others);
}

Result<void> checkDates(const QSslCertificate &certificate, const QString &path, qint64 nowMs)
{
    const auto outside = [&path](ErrorCode code, const char *detail, const QDateTime &date) {
        return Error{code, QString::fromLatin1(detail), {path, date.toUTC().toString(Qt::ISODate)}};
    };
    const QDateTime from = certificate.effectiveDate();
    const QDateTime until = certificate.expiryDate();
    if (until.toMSecsSinceEpoch() <= nowMs)
        return outside(ErrorCode::TlsCertificateExpired, "expired", until);
    if (from.toMSecsSinceEpoch() > nowMs)
        return outside(ErrorCode::TlsCertificateNotYetValid, "not valid yet", from);
    return {};
}

} // namespace

Result<QSslConfiguration> loadTls(const TlsFiles &files, qint64 nowMs)
{
    const ErrorQueueCleaner cleaner;
    const auto certificatePem = readPem(files.certificate, ErrorCode::TlsCertificateUnreadable);
    if (!certificatePem)
        return certificatePem.error();
    const auto chain = QSslCertificate::fromData(*certificatePem, QSsl::Pem);
    const CertificatePointer certificate(
        PEM_read_bio_X509(bioOf(*certificatePem).get(), nullptr, noPassphrase, nullptr));
    if (chain.isEmpty() || !certificate)
        return problem(ErrorCode::TlsCertificateUnreadable, files.certificate,
                       QStringLiteral("no PEM certificate"));

    const auto keyPem = readPem(files.key, ErrorCode::TlsKeyUnreadable);
    if (!keyPem)
        return keyPem.error();
    if (!isPrivateToOwner(files.key))
        return problem(ErrorCode::TlsKeyWorldReadable, files.key,
                       QStringLiteral("mode must be 0600 or stricter"));
    const KeyPointer key = readKey(*keyPem);
    const int kind = key ? EVP_PKEY_get_base_id(key.get()) : EVP_PKEY_NONE;
    if (kind != EVP_PKEY_RSA && kind != EVP_PKEY_EC)
        return problem(ErrorCode::TlsKeyUnreadable, files.key,
                       QStringLiteral("no unencrypted RSA or EC key in PEM"));
    if (X509_check_private_key(certificate.get(), key.get()) != 1)
        return problem(ErrorCode::TlsKeyMismatch, files.key,
                       QStringLiteral("the key is not that of the certificate"));

    if (const auto valid = checkDates(chain.first(), files.certificate, nowMs); !valid)
        return valid.error();

    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // callers prove themselves by signature
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(QSslKey(*keyPem, kind == EVP_PKEY_RSA ? QSsl::Rsa : QSsl::Ec));
    return configuration;
}

} // namespace anrufwarte::http
