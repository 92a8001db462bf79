// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "core/calls/deliveryrecord.h"

namespace anrufwarte {

/// What else is known about a rejected delivery, for the person who has to mend it; pure, and never part of a
/// decision. Takes time (dozens of HMACs over the body): not for the listener's thread. Bounded: 1 MiB of
/// body, depth 64, eight keys. `record` must hold its body; `keys` are all that are configured today.
[[nodiscard]] QList<HintFound> findHints(const DeliveryRecord &record, const QList<Secret> &keys);

/// Event and call id that a rejected body claims, in the same bounds; to be shown as unverified.
struct UnverifiedNames
{
    QString event;
    CallId callId;

    bool operator==(const UnverifiedNames &) const = default;
};
[[nodiscard]] UnverifiedNames namesIn(const QByteArray &body);

} // namespace anrufwarte
