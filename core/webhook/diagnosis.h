// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/deliveryrecord.h"
#include "core/retell/signature.h"
#include "core/webhook/endpointconfig.h"

namespace anrufwarte {

/// The checks a request is put to, in their order, as a person reads them afterwards: what was expected, what
/// came. Facts only, untranslated; keys as their last four characters, received texts bounded and with
/// control and non-ASCII bytes written as \xHH.
class CheckList
{
public:
    explicit CheckList(const EndpointConfig &config);

    void pass(CheckKind kind, const QString &received) { set(kind, CheckOutcome::Passed, received); }
    void fail(CheckKind kind, const QString &received) { set(kind, CheckOutcome::Failed, received); }
    /// Fills Header, Format, TimeWindow and Signature as far as verify() came.
    void take(const SignatureVerdict &verdict, const QList<QByteArray> &headerValues);

    [[nodiscard]] const QList<DeliveryCheck> &checks() const { return m_checks; }

private:
    void set(CheckKind kind, CheckOutcome outcome, const QString &received);
    QList<Secret> m_keys;
    QList<DeliveryCheck> m_checks;
};

/// At most 200 characters of bytes from outside, printable whatever they are.
[[nodiscard]] QString printable(QByteArrayView bytes);

/// "-301.5 s"; with a note when v can only have been meant as seconds.
[[nodiscard]] QString skewText(qint64 skewMs, qint64 timestampMs);

/// v was given in seconds instead of milliseconds: read so, it is within a day of our clock.
[[nodiscard]] bool looksLikeSeconds(qint64 timestampMs, qint64 nowMs);

} // namespace anrufwarte
