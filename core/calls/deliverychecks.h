// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/deliveryrecord.h"

#include <QByteArrayView>
#include <optional>

namespace anrufwarte {

/// What the checks ask for where it depends on the settings: a person reads it as "expected".
struct CheckTerms
{
    QString senders; ///< "any address", or the list as configured
    QString window;  ///< "±300 s"
    QString keys;    ///< "key …89ab or key …9c21"

    bool operator==(const CheckTerms &) const = default;
};

/// As text, a JSON array of the three: made once per configuration and kept with each delivery that passed.
[[nodiscard]] QString toText(const CheckTerms &terms);
/// Empty for any other text.
[[nodiscard]] std::optional<CheckTerms> checkTermsFrom(const QString &text);

/// The six checks in their order, none of them reached.
[[nodiscard]] QList<DeliveryCheck> openChecks(const CheckTerms &terms);

/// The six checks of a delivery that passed them all. What came is in the record itself (sender,
/// signatureHeader, skewMs, matchedKey, event, callId), so that six lines of text need not be made and kept
/// for each webhook that is fine. Only for one whose key has a name (matchedKey).
[[nodiscard]] QList<DeliveryCheck> passedChecks(const DeliveryRecord &record, const CheckTerms &terms);

/// The texts of single checks. Facts only, untranslated; bytes from outside become printable, whatever they
/// are, and all is bounded to 200 characters.
namespace checktext {

[[nodiscard]] QString bounded(QString text);
[[nodiscard]] QString printable(QByteArrayView bytes);
/// "-301.5 s"; with a note when v can only have been meant as seconds.
[[nodiscard]] QString skew(qint64 skewMs, qint64 timestampMs);
[[nodiscard]] QString seconds(qint64 ms); ///< "300", "1.500"
[[nodiscard]] QString keyName(const QString &lastFour);
/// Of the signature's form, by the header's member: "form d".
[[nodiscard]] QString form(QByteArrayView member);
[[nodiscard]] QString content(const QString &event, const CallId &callId);

} // namespace checktext

/// v was given in seconds instead of milliseconds: read so, it is within a day of our clock.
[[nodiscard]] bool looksLikeSeconds(qint64 timestampMs, qint64 nowMs);

} // namespace anrufwarte
