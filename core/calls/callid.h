// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/strongid.h"

#include <QString>

namespace anrufwarte {

using CallId = StrongId<struct CallIdTag, QString>;          ///< Retell's id, "call_…"
using LocalCallId = StrongId<struct LocalCallIdTag, qint64>; ///< our number in the store, 559
using DeliveryId = StrongId<struct DeliveryIdTag, qint64>;

} // namespace anrufwarte
