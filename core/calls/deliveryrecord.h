// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/callid.h"

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <optional>

namespace anrufwarte {

/// One question that was put to a request, in the order in which they are put.
enum class CheckKind : quint8
{
    Sender,
    Header,
    Format,
    TimeWindow,
    Signature,
    Body
};
enum class CheckOutcome : quint8
{
    Passed,
    Failed,
    NotReached
};

struct DeliveryCheck
{
    CheckKind kind = CheckKind::Sender;
    CheckOutcome outcome = CheckOutcome::NotReached;
    QString expected; ///< facts, untranslated: "v=<ms>,d=<64 hex>", "±300 s", "key …7f3a"
    QString received; ///< facts, bounded, control characters escaped

    bool operator==(const DeliveryCheck &) const = default;
};

/// What else is known about a rejected body; worked out later, never part of the decision.
enum class DeliveryHint : quint8
{
    OtherKeyMatches,    ///< args: last four of the key that would have matched
    OtherSchemeMatches, ///< the digest belongs to the other header form
    BodyReencoded,      ///< matches the body when re-serialised: a proxy changed it
    PlainBodyHmac,      ///< HMAC of the body alone (the former system's first code)
    ClockSkew,          ///< args: seconds, signed
    TimeInSeconds       ///< v was given in seconds, not in milliseconds
};

struct HintFound
{
    DeliveryHint hint = DeliveryHint::ClockSkew;
    QString argument;
    bool operator==(const HintFound &) const = default;
};

/// One request that reached the handler, taken or not (contract §4, table deliveries).
struct DeliveryRecord
{
    DeliveryId id;         ///< 0 before it is stored
    qint64 receivedMs = 0; ///< UTC
    QString sender;        ///< address as judged (behind a trusted proxy: the real one)
    QString peer;          ///< address of the socket
    QString method;
    QString path;
    int httpStatus = 0; ///< what was answered
    bool accepted = false;
    QString reason; ///< code of contract §4, "signature_mismatch"; empty when accepted
    QString event;  ///< of a rejected body: unverified
    CallId callId;  ///< of a rejected body: unverified
    qint64 bytes = 0;
    QByteArray signatureHeader;   ///< as received, bounded to 512 bytes
    QString matchedKey;           ///< last four of the key that matched
    std::optional<qint64> skewMs; ///< v of the header minus our clock; positive = from the future
    QList<DeliveryCheck> checks;
    QString passed; ///< instead of `checks` while it is on its way to the store: all passed under these
                    ///< CheckTerms (deliverychecks.h)
    QList<HintFound> hints;
    QByteArray body;                  ///< raw; empty when read back without it
    std::optional<qint64> ingestedMs; ///< UTC: rejected, and taken in then after all

    bool operator==(const DeliveryRecord &) const = default;
};

} // namespace anrufwarte

Q_DECLARE_METATYPE(anrufwarte::DeliveryRecord)
