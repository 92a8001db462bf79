// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/tlsfiles.h"

#include <QDateTime>
#include <QFile>
#include <memory>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
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

CertificatePointer nextCertificate(BIO *pem)
{
    return CertificatePointer(PEM_read_bio_X509(pem, nullptr, noPassphrase, nullptr));
}

QDateTime momentOf(const ASN1_TIME *time)
{
    tm parts{};
    if (ASN1_TIME_to_tm(time, &parts) != 1)
        return {};
    return {QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
            QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), Qt::UTC};
}

/// A certificate whose dates cannot be read is one that has expired.
Result<void> checkDates(const X509 *certificate, const QString &path, qint64 nowMs)
{
    const auto outside = [&path](ErrorCode code, const char *detail, const QDateTime &date) {
        return Error{code, QString::fromLatin1(detail), {path, date.toUTC().toString(Qt::ISODate)}};
    };
    const QDateTime from = momentOf(X509_get0_notBefore(certificate));
    const QDateTime until = momentOf(X509_get0_notAfter(certificate));
    if (!until.isValid() || until.toMSecsSinceEpoch() <= nowMs)
        return outside(ErrorCode::TlsCertificateExpired, "expired", until);
    if (from.toMSecsSinceEpoch() > nowMs)
        return outside(ErrorCode::TlsCertificateNotYetValid, "not valid yet", from);
    return {};
}

/// `chainPem` stands behind the certificate itself: what is left are those that vouch for it.
Result<TlsContext> contextOf(X509 *certificate, BIO *chainPem, EVP_PKEY *key, const TlsFiles &files)
{
    const TlsContext context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    if (!context)
        return problem(ErrorCode::Internal, files.certificate, QStringLiteral("no memory for TLS"));
    SSL_CTX *const raw = context.get();
    SSL_CTX_set_min_proto_version(raw, TLS1_2_VERSION);
    SSL_CTX_set_options(raw,
                        SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    SSL_CTX_set_mode(raw, SSL_MODE_RELEASE_BUFFERS); // idle connections hold none
    SSL_CTX_set_session_cache_mode(raw, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_verify(raw, SSL_VERIFY_NONE, nullptr); // callers prove themselves by signature
    bool isTaken = SSL_CTX_use_certificate(raw, certificate) == 1 && SSL_CTX_use_PrivateKey(raw, key) == 1;
    while (const CertificatePointer above = isTaken ? nextCertificate(chainPem) : nullptr)
        isTaken = SSL_CTX_add1_chain_cert(raw, above.get()) == 1;
    if (!isTaken) { // a key that is too short for today, for example
        return problem(ErrorCode::TlsCertificateUnreadable, files.certificate,
                       QString::fromLatin1(ERR_reason_error_string(ERR_peek_last_error())));
    }
    return context;
}

} // namespace

Result<TlsContext> loadTls(const TlsFiles &files, qint64 nowMs)
{
    const ErrorQueueCleaner cleaner;
    const auto certificatePem = readPem(files.certificate, ErrorCode::TlsCertificateUnreadable);
    if (!certificatePem)
        return certificatePem.error();
    const BioPointer chainPem = bioOf(*certificatePem);
    const CertificatePointer certificate = nextCertificate(chainPem.get());
    if (!certificate)
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

    if (const auto valid = checkDates(certificate.get(), files.certificate, nowMs); !valid)
        return valid.error();

    return contextOf(certificate.get(), chainPem.get(), key.get(), files);
}

} // namespace anrufwarte::http
