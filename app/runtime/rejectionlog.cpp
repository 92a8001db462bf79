// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/rejectionlog.h"

#include "app/runtime/log.h"

#include <utility>

namespace anrufwarte {

void RejectionLog::note(const DeliveryRecord &record)
{
    constexpr qint64 PauseMs = 1000;
    const qint64 nowMs = m_clock.steadyMs();
    if (m_saidMs && nowMs - *m_saidMs < PauseMs) {
        ++m_unsaid;
        return;
    }
    m_saidMs = nowMs;
    const qint64 before = std::exchange(m_unsaid, 0);
    const QString more = before > 0 ? QStringLiteral(", %1 more before it").arg(before) : QString();
    qCWarning(logListener).noquote().nospace()
        << "rejected webhook " << record.id.value() << " from " << record.sender << ": " << record.httpStatus
        << ' ' << record.reason << more;
}

} // namespace anrufwarte
