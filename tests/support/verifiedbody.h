// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/retell/eventdecoder.h"
#include "core/retell/signature.h"

namespace anrufwarte::test {

inline const Secret TestKey = Secret::verbatim("key_0123456789abcdef0123456789ab");

/// A body as it looks after the signature check, signed for the moment `atMs`.
inline VerifiedBody verifiedBody(const QByteArray &body, qint64 atMs = 1'790'000'000'000)
{
    const SignatureVerdict verdict = verify(body, {signedHeader(body, atMs, TestKey)}, {TestKey}, atMs, 0);
    if (!verdict.verified)
        qFatal("a correctly signed body was refused");
    return *verdict.verified;
}

/// The change of a webhook body that must have one.
inline CallChange changeFromWebhook(const QByteArray &body, qint64 atMs = 1'790'000'000'000)
{
    const Result<WebhookEvent> event = decodeWebhook(verifiedBody(body, atMs));
    if (!event || !event->change)
        qFatal("this webhook changes no call: %s", body.left(200).constData());
    return *event->change;
}

/// What a change says about a field; unknown if nothing.
inline FieldValue valueIn(const CallChange &change, Field field)
{
    for (const FieldFact &fact : change.facts) {
        if (fact.field == field)
            return fact.value;
    }
    return {};
}

inline QString textIn(const CallChange &change, Field field)
{
    return plainText(valueIn(change, field));
}

} // namespace anrufwarte::test
