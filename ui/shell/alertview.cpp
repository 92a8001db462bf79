// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/alertview.h"

namespace anrufwarte::alertview {

Tone tone(const Alert &alert)
{
    const bool isDanger = alert.severity == AlertSeverity::Danger;
    if (alert.endedMs)
        return alert.kind == AlertKind::ListenerDown && isDanger ? Tone::Ok : Tone::Neutral;
    return isDanger ? Tone::Danger : Tone::Warn;
}

AlertTarget target(AlertKind kind)
{
    switch (kind) {
    case AlertKind::ListenerDown:
    case AlertKind::NoKey:
    case AlertKind::KeyRefused:
    case AlertKind::NoWebhooks:
    case AlertKind::CostImplausible:
        return AlertTarget::Settings;
    case AlertKind::Rejected:
        return AlertTarget::Rejections;
    case AlertKind::CallHealed:
        return AlertTarget::Call;
    case AlertKind::CostMismatch:
        return AlertTarget::Resync;
    case AlertKind::CallsUnreadable:
        return AlertTarget::Reading;
    case AlertKind::StoreProblem:
    case AlertKind::Payment:
    case AlertKind::PollerStale:
    case AlertKind::FileReplaced:
    case AlertKind::SlowAnswers:
        break;
    }
    return AlertTarget::Nowhere;
}

} // namespace anrufwarte::alertview
