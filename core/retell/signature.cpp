// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retell/signature.h"

#include <openssl/crypto.h>

namespace anrufwarte {

namespace {

constexpr qint64 LargestTimestamp = 1LL << 53; // what a JavaScript number still tells apart

/// Value of a hex digit in either case; -1 for anything else.
int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

std::optional<Digest> digestFromHex(QByteArrayView hex)
{
    Digest digest{};
    if (hex.size() != 2 * static_cast<qsizetype>(digest.size()))
        return std::nullopt;
    for (size_t i = 0; i < digest.size(); ++i) {
        const qsizetype at = 2 * static_cast<qsizetype>(i);
        const int high = hexValue(hex[at]);
        const int low = hexValue(hex[at + 1]);
        if (high < 0 || low < 0)
            return std::nullopt;
        digest[i] = static_cast<unsigned char>(high * 16 + low);
    }
    return digest;
}

std::optional<qint64> timestampFrom(QByteArrayView digits)
{
    if (digits.isEmpty())
        return std::nullopt;
    qint64 value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + (c - '0');
        if (value > LargestTimestamp)
            return std::nullopt;
    }
    return value;
}

std::optional<SignatureForm> formFrom(QByteArrayView member)
{
    if (member.compare("d", Qt::CaseInsensitive) == 0)
        return SignatureForm::Retell;
    if (member.compare("signature", Qt::CaseInsensitive) == 0)
        return SignatureForm::Former;
    return std::nullopt;
}

SignatureFault timeFault(qint64 skewMs, qint64 toleranceMs)
{
    if (skewMs < -toleranceMs)
        return SignatureFault::Expired;
    return skewMs > toleranceMs ? SignatureFault::Future : SignatureFault::None;
}

} // namespace

std::optional<SignatureHeader> parseSignatureHeader(const QByteArray &value)
{
    const QByteArrayView text(value);
    const qsizetype comma = text.indexOf(',');
    if (comma < 2 || text.first(2).compare("v=", Qt::CaseInsensitive) != 0)
        return std::nullopt;
    const QByteArrayView second = text.sliced(comma + 1);
    const qsizetype equals = second.indexOf('=');
    if (equals < 0)
        return std::nullopt;
    const std::optional<qint64> timestamp = timestampFrom(text.first(comma).sliced(2));
    const std::optional<SignatureForm> form = formFrom(second.first(equals));
    const std::optional<Digest> digest = digestFromHex(second.sliced(equals + 1));
    if (!timestamp || !form || !digest)
        return std::nullopt;
    return SignatureHeader{*timestamp, *form, *digest};
}

Digest signatureOf(QByteArrayView body, qint64 timestampMs, SignatureForm form, const Secret &key)
{
    const QByteArray timestamp = QByteArray::number(timestampMs);
    if (form == SignatureForm::Retell)
        return hmacSha256(key.reveal(), {body, timestamp});
    return hmacSha256(key.reveal(), {timestamp, ".", body});
}

bool sameDigest(const Digest &a, const Digest &b)
{
    return CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

QByteArray signedHeader(QByteArrayView body, qint64 timestampMs, const Secret &key, SignatureForm form)
{
    const Digest digest = signatureOf(body, timestampMs, form, key);
    const QByteArray bytes(reinterpret_cast<const char *>(digest.data()),
                           static_cast<qsizetype>(digest.size()));
    return "v=" + QByteArray::number(timestampMs) + (form == SignatureForm::Retell ? ",d=" : ",signature=") +
           bytes.toHex();
}

QLatin1String reasonCode(SignatureFault fault)
{
    switch (fault) {
    case SignatureFault::None:
        return {};
    case SignatureFault::Missing:
        return QLatin1String("signature_missing");
    case SignatureFault::Malformed:
        return QLatin1String("signature_malformed");
    case SignatureFault::Expired:
        return QLatin1String("timestamp_expired");
    case SignatureFault::Future:
        return QLatin1String("timestamp_future");
    case SignatureFault::Mismatch:
        return QLatin1String("signature_mismatch");
    }
    return {};
}

SignatureVerdict verify(const QByteArray &body, const QList<QByteArray> &headerValues,
                        const QList<Secret> &keys, qint64 nowMs, qint64 toleranceMs)
{
    SignatureVerdict verdict;
    if (headerValues.isEmpty() || (headerValues.size() == 1 && headerValues.first().isEmpty()))
        return verdict;
    verdict.fault = SignatureFault::Malformed;
    if (headerValues.size() > 1)
        return verdict;
    verdict.header = parseSignatureHeader(headerValues.first());
    if (!verdict.header)
        return verdict;
    const SignatureHeader &header = *verdict.header;
    verdict.skewMs = header.timestampMs - nowMs;
    verdict.fault = timeFault(*verdict.skewMs, toleranceMs);
    if (verdict.fault != SignatureFault::None)
        return verdict;
    verdict.fault = SignatureFault::Mismatch;
    for (qsizetype i = 0; i < keys.size(); ++i) {
        if (keys[i].isEmpty() ||
            !sameDigest(signatureOf(body, header.timestampMs, header.form, keys[i]), header.digest))
            continue;
        verdict.fault = SignatureFault::None;
        verdict.keyIndex = i;
        VerifiedBody verified;
        verified.m_bytes = body;
        verified.m_timestampMs = header.timestampMs;
        verified.m_form = header.form;
        verified.m_keyLastFour = keys[i].lastFour();
        verdict.verified = std::move(verified);
        break;
    }
    return verdict;
}

} // namespace anrufwarte
