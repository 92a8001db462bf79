// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/deliveryrecord.h"

namespace anrufwarte {

/// Columns checks and hints of table deliveries: JSON arrays, readable by people and scripts. Words we do not
/// know are passed over when read.
[[nodiscard]] QString toText(const QList<DeliveryCheck> &checks);
[[nodiscard]] QString toText(const QList<HintFound> &hints);
[[nodiscard]] QList<DeliveryCheck> checksFrom(const QString &text);
[[nodiscard]] QList<HintFound> hintsFrom(const QString &text);

} // namespace anrufwarte
