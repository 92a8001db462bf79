// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/webhook/hints.h"

#include "core/base/json.h"
#include "core/retell/signature.h"
#include "core/webhook/diagnosis.h"
#include "core/webhook/reencode.h"

#include <QRegularExpression>
#include <algorithm>

namespace anrufwarte {

namespace {

constexpr qsizetype MostKeys = 8;
constexpr qsizetype LongestName = 200;

SignatureForm other(SignatureForm form)
{
    return form == SignatureForm::Retell ? SignatureForm::Former : SignatureForm::Retell;
}

/// 64 hex digits anywhere in a header that is otherwise unreadable: "sha256=…", or only the digest.
std::optional<Digest> looseDigest(const QByteArray &header)
{
    static const QRegularExpression pattern(QStringLiteral("(?<![0-9a-fA-F])[0-9a-fA-F]{64}(?![0-9a-fA-F])"));
    const QRegularExpressionMatch match = pattern.match(QString::fromLatin1(header));
    if (!match.hasMatch())
        return std::nullopt;
    Digest digest{};
    const QByteArray bytes = QByteArray::fromHex(match.captured().toLatin1());
    std::copy(bytes.begin(), bytes.end(), digest.begin());
    return digest;
}

/// Puts one question after the other to one digest.
class Search
{
public:
    Search(const DeliveryRecord &record, QList<Secret> keys) : m_record(record), m_keys(std::move(keys)) {}

    QList<HintFound> run()
    {
        const std::optional<SignatureHeader> header = parseSignatureHeader(m_record.signatureHeader);
        if (header) {
            m_digest = header->digest;
            askAboutTime(*header);
            askAboutSignature(*header);
        } else if (const std::optional<Digest> digest = looseDigest(m_record.signatureHeader)) {
            m_digest = *digest;
            askPlainBody();
        }
        return std::move(m_hints);
    }

private:
    template <typename Compute>
    const Secret *keyFor(Compute compute) const
    {
        const auto found = std::find_if(m_keys.begin(), m_keys.end(), [&](const Secret &key) {
            return sameDigest(compute(key), m_digest);
        });
        return found == m_keys.end() ? nullptr : &*found;
    }

    const Secret *keyFor(const QByteArray &body, qint64 timestampMs, SignatureForm form) const
    {
        return keyFor([&](const Secret &key) { return signatureOf(body, timestampMs, form, key); });
    }

    void note(DeliveryHint hint, const QString &argument = {}) { m_hints.append({hint, argument}); }

    void askAboutTime(const SignatureHeader &header)
    {
        const bool outside = m_record.reason == reasonCode(SignatureFault::Expired) ||
                             m_record.reason == reasonCode(SignatureFault::Future);
        if (!outside)
            return;
        const qint64 skewMs = header.timestampMs - m_record.receivedMs;
        if (looksLikeSeconds(header.timestampMs, m_record.receivedMs))
            note(DeliveryHint::TimeInSeconds);
        else if (keyFor(m_record.body, header.timestampMs, header.form))
            note(DeliveryHint::ClockSkew, QString::number(skewMs / 1000));
    }

    void askAboutSignature(const SignatureHeader &header)
    {
        if (const Secret *key = keyFor(m_record.body, header.timestampMs, header.form)) {
            if (m_record.reason == reasonCode(SignatureFault::Mismatch))
                note(DeliveryHint::OtherKeyMatches, key->lastFour());
            return;
        }
        if (keyFor(m_record.body, header.timestampMs, other(header.form)))
            return note(DeliveryHint::OtherSchemeMatches);
        if (askPlainBody())
            return;
        for (const BodyVariant &variant : bodyVariants(m_record.body)) {
            if (keyFor(variant.body, header.timestampMs, header.form))
                return note(DeliveryHint::BodyReencoded, variant.name);
        }
    }

    bool askPlainBody()
    {
        const bool matches = keyFor([this](const Secret &key) {
                                 return hmacSha256(key.reveal(), {m_record.body});
                             }) != nullptr;
        if (matches)
            note(DeliveryHint::PlainBodyHmac);
        return matches;
    }

    const DeliveryRecord &m_record;
    QList<Secret> m_keys;
    Digest m_digest{};
    QList<HintFound> m_hints;
};

} // namespace

QList<HintFound> findHints(const DeliveryRecord &record, const QList<Secret> &keys)
{
    QList<Secret> usable;
    for (const Secret &key : keys) {
        if (!key.isEmpty() && !usable.contains(key) && usable.size() < MostKeys)
            usable.append(key);
    }
    if (record.accepted || usable.isEmpty() || record.body.size() > MaxReencodedBytes)
        return {};
    return Search(record, std::move(usable)).run();
}

UnverifiedNames namesIn(const QByteArray &body)
{
    if (body.size() > MaxReencodedBytes)
        return {};
    const Result<JsonDocument> document = JsonDocument::parse(body, MaxReencodedDepth);
    if (!document)
        return {};
    const auto name = [](const JsonValue &value) {
        return value.text().value_or(QString()).left(LongestName);
    };
    return {name(document->root().member("event")),
            CallId(name(document->root().member("call").member("call_id")))};
}

} // namespace anrufwarte
