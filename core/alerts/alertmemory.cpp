// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/alertmemory.h"

namespace anrufwarte {

QString toWord(AlertKind kind)
{
    switch (kind) {
    case AlertKind::StoreProblem:
        return QStringLiteral("store_problem");
    case AlertKind::CallsUnreadable:
        return QStringLiteral("calls_unreadable");
    case AlertKind::ListenerDown:
        return QStringLiteral("listener_down");
    case AlertKind::NoKey:
        return QStringLiteral("no_key");
    case AlertKind::KeyRefused:
        return QStringLiteral("key_refused");
    case AlertKind::Payment:
        return QStringLiteral("payment");
    case AlertKind::NoWebhooks:
        return QStringLiteral("no_webhooks");
    case AlertKind::Rejected:
        return QStringLiteral("rejected");
    case AlertKind::PollerStale:
        return QStringLiteral("poller_stale");
    case AlertKind::FileReplaced:
        return QStringLiteral("file_replaced");
    case AlertKind::CallHealed:
        return QStringLiteral("call_healed");
    case AlertKind::SlowAnswers:
        return QStringLiteral("slow_answers");
    case AlertKind::CostMismatch:
        return QStringLiteral("cost_mismatch");
    case AlertKind::CostImplausible:
        return QStringLiteral("cost_implausible");
    }
    return {};
}

} // namespace anrufwarte
