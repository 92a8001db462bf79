// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/calls/callid.h"
#include "core/calls/deliveryrecord.h"

#include <QMetaType>
#include <optional>

namespace anrufwarte {

/// What a supervisor may have to be told. In the order of urgency: of two with the same severity the first
/// one is the banner.
enum class AlertKind : quint8
{
    StoreProblem,
    CallsUnreadable, ///< the list of ongoing calls is not what the store holds
    ListenerDown,
    NoKey,
    KeyRefused,
    Payment,
    NoWebhooks, ///< the poller sees calls begin, but no webhook arrives
    Rejected,
    PollerStale,
    FileReplaced, ///< a damaged store was started anew
    CallHealed,   ///< a call whose end only the poller or a resync told
    SlowAnswers,
    CostMismatch,
    CostImplausible
};
inline constexpr int AlertKindCount = 14;

enum class AlertSeverity : quint8
{
    Warn,
    Danger
};

/// What the sentence of an alert needs; which members count depends on the kind.
struct AlertSubject
{
    std::optional<Error> error;    ///< listener, store, poller, API: why
    DeliveryRecord delivery;       ///< Rejected: the newest, without its body
    CallId callId;                 ///< CallHealed: the newest
    LocalCallId callNumber;        ///< of that call
    bool isAfterRejection = false; ///< CallHealed: the webhook that should have told the end was rejected
    bool isByResync = false;       ///< CallHealed: else the poller told the end
    std::optional<qint64> atMs; ///< UTC. CallHealed: when; NoWebhooks, PollerStale: the last good one, if any
    QString path;               ///< FileReplaced: where the old file is
    double measured = 0.0;      ///< SlowAnswers: p95 in ms
    double limit = 0.0;         ///< SlowAnswers: in ms

    bool operator==(const AlertSubject &) const = default;
};

/// One message for the banner row, the bell or the desktop, as facts; its words are made in core/text.
struct Alert
{
    quint64 id = 0; ///< grows; of this run of the program
    AlertKind kind = AlertKind::ListenerDown;
    AlertSeverity severity = AlertSeverity::Warn;
    qint64 raisedMs = 0;           ///< UTC
    qint64 newestMs = 0;           ///< UTC: when its cause was seen last anew
    std::optional<qint64> endedMs; ///< UTC; empty: it stands
    qint64 count = 1;              ///< the same cause again and again is one alert
    bool isAcknowledged = false;
    AlertSubject subject;

    bool operator==(const Alert &) const = default;
};

} // namespace anrufwarte

Q_DECLARE_METATYPE(anrufwarte::AlertKind)
Q_DECLARE_METATYPE(anrufwarte::Alert)
