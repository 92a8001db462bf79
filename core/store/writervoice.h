// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/health.h"
#include "core/calls/callupdates.h"
#include "core/calls/deliveryrecord.h"

#include <functional>

namespace anrufwarte {

/// Where the facts of the store's threads go. Called in the writer thread or its flusher.
struct WriterVoice
{
    std::function<void(CallUpdates)> committed;
    std::function<void(DeliveryRecord)> rejected;
    std::function<void(StoreHealth, bool toBeTold)> health; ///< not to be told: only figures moved
};

} // namespace anrufwarte
