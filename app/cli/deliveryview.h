// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/texttable.h"
#include "core/calls/deliveryrecord.h"
#include "core/export/record.h"

namespace anrufwarte {

/// A received webhook for scripts, without its body. "verified" tells whether event and call_id can be
/// believed.
[[nodiscard]] Record recordOf(const DeliveryRecord &delivery);

/// Received webhooks as a terminal shows them, in the current language.
namespace deliveryview {
[[nodiscard]] TextTable table(const QList<DeliveryRecord> &deliveries);
/// The checks in order, expected against received, and the hints.
[[nodiscard]] QStringList explanation(const DeliveryRecord &delivery);
} // namespace deliveryview

} // namespace anrufwarte
