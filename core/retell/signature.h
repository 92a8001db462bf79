// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "core/retell/sha256.h"

#include <QByteArray>
#include <QLatin1String>
#include <QList>
#include <optional>

namespace anrufwarte {

inline constexpr char SignatureHeaderName[] = "x-retell-signature";

/// The member name of the header decides which bytes are signed (contract §4); there is no cross-over.
enum class SignatureForm : quint8
{
    Retell, ///< v=<ms>,d=<hex> over body + ms
    Former  ///< v=<ms>,signature=<hex> over ms + "." + body, the former system's
};

/// A well-formed header.
struct SignatureHeader
{
    qint64 timestampMs = 0; ///< v, at most 2^53
    SignatureForm form = SignatureForm::Retell;
    Digest digest{};

    bool operator==(const SignatureHeader &) const = default;
};

/// `^v=(\d+),(d|signature)=([0-9a-f]{64})$`: letters in either case, ASCII digits, leading zeros allowed.
[[nodiscard]] std::optional<SignatureHeader> parseSignatureHeader(const QByteArray &value);

/// What the sender must have computed for this body and moment.
[[nodiscard]] Digest signatureOf(QByteArrayView body, qint64 timestampMs, SignatureForm form,
                                 const Secret &key);
/// Constant time.
[[nodiscard]] bool sameDigest(const Digest &a, const Digest &b);

/// The header as Retell would send it; for the simulator, the self-test and tests.
[[nodiscard]] QByteArray signedHeader(QByteArrayView body, qint64 timestampMs, const Secret &key,
                                      SignatureForm form = SignatureForm::Retell);

/// In the order in which they are found.
enum class SignatureFault : quint8
{
    None,
    Missing,
    Malformed,
    Expired,
    Future,
    Mismatch
};

/// The reason code of contract §4: "signature_missing", …, "signature_mismatch"; empty for None.
[[nodiscard]] QLatin1String reasonCode(SignatureFault fault);

class VerifiedBody;

struct SignatureVerdict;

/// A pure question: may these bytes be believed? Takes body, header values and keys exactly as given (a
/// configured key is trimmed when it is read, not here). Exactly one header value counts; an empty key never
/// matches; the window |now - v| <= tolerance includes its edges. Checked in this order: header, format, time
/// window, signature.
[[nodiscard]] SignatureVerdict verify(const QByteArray &body, const QList<QByteArray> &headerValues,
                                      const QList<Secret> &keys, qint64 nowMs, qint64 toleranceMs);

/// Bytes that carried a valid signature: only verify() makes one, so that nothing unverified can be decoded
/// by mistake.
class VerifiedBody
{
public:
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    [[nodiscard]] qint64 timestampMs() const { return m_timestampMs; }
    [[nodiscard]] SignatureForm form() const { return m_form; }
    [[nodiscard]] const QString &keyLastFour() const { return m_keyLastFour; }

private:
    friend SignatureVerdict verify(const QByteArray &, const QList<QByteArray> &, const QList<Secret> &,
                                   qint64, qint64);
    VerifiedBody() = default;

    QByteArray m_bytes;
    qint64 m_timestampMs = 0;
    SignatureForm m_form = SignatureForm::Retell;
    QString m_keyLastFour;
};

struct SignatureVerdict
{
    SignatureFault fault = SignatureFault::Missing;
    std::optional<SignatureHeader> header; ///< when it is well-formed
    std::optional<qint64> skewMs;          ///< v minus our clock; positive = from the future
    std::optional<qsizetype> keyIndex;     ///< which of the keys matched
    std::optional<VerifiedBody> verified;  ///< exactly when fault is None
};

} // namespace anrufwarte
