// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/faults.h"
#include "app/simulator/reply.h"

namespace anrufwarte::simulator {

/// Where and when an answer goes wrong.
struct Spoiling
{
    ApiFault fault = ApiFault::None;
    int form = 0;      ///< of those faults that have several; any number
    qint64 nowMs = 0;  ///< UTC
    quint16 port = 0;  ///< of this server, for redirects
    QByteArray target; ///< of the request, for a redirect to itself
};

/// What arrives instead of `good`. Hanging: no byte. Pure.
[[nodiscard]] WireAnswer spoiled(const Spoiling &spoiling, const Reply &good);

/// Where redirects to another host lead: nobody should ever come.
inline constexpr const char *ElsewherePath = "/__elsewhere";

} // namespace anrufwarte::simulator
