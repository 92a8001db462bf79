// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/callchange.h"
#include "core/calls/deliveryrecord.h"
#include "core/retell/signature.h"
#include "core/webhook/endpointconfig.h"

#include <QHostAddress>
#include <QLatin1String>

namespace anrufwarte {

/// A webhook as it arrived, or as it was kept: all that decides about it.
struct Submission
{
    QHostAddress sender; ///< as judged, behind a trusted proxy the real one
    QList<QByteArray> signatureHeaders;
    QByteArray body;
    qint64 receivedMs = 0; ///< UTC; the clock its signature is measured against
};

/// What becomes of it.
struct Judgement
{
    int httpStatus = 204;
    QLatin1String reason; ///< code of contract §4; empty when it is to be taken
    QString event;        ///< only when the signature is right
    CallId callId;
    std::optional<CallChange> change; ///< none for unknown and chat events
    QString matchedKey;               ///< last four
    std::optional<qint64> skewMs;
    SignatureVerdict signature; ///< as far as it was looked at
    QString bodyFault;          ///< why the content was refused; English, for experts

    [[nodiscard]] bool accepted() const { return reason.isEmpty(); }
};

/// Decides about a webhook; pure, so that a stored one can be judged again under today's rules at its time of
/// receipt. In this order: sender on the list, a key configured (else 503 no_key), header, format, time
/// window, signature, JSON.
[[nodiscard]] Judgement judge(const Submission &submission, const EndpointConfig &config);

/// The same for a delivery that was kept.
[[nodiscard]] Submission submissionOf(const DeliveryRecord &record);

} // namespace anrufwarte
