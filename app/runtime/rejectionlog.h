// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/calls/deliveryrecord.h"

namespace anrufwarte {

/// Says in the log that webhooks are rejected, and why. At most a line per second: whoever finds the port
/// must not be able to fill the log.
class RejectionLog
{
public:
    explicit RejectionLog(const Clock &clock) : m_clock(clock) {}

    void note(const DeliveryRecord &record);

private:
    const Clock &m_clock;
    std::optional<qint64> m_saidMs; ///< steady
    qint64 m_unsaid = 0;
};

} // namespace anrufwarte
