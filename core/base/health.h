// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QMetaType>
#include <QStringList>
#include <optional>

namespace anrufwarte {

/// What the status bar, /health and doctor say about the listener. A value; the newest one is the truth.
struct ListenerHealth
{
    bool listening = false;
    QStringList addresses;               ///< "http://127.0.0.1:8787/webhooks/retell", one per socket
    quint16 port = 0;                    ///< of the first
    std::optional<Error> problem;        ///< why it does not listen (all of them or one)
    qint64 accepted = 0;                 ///< webhooks taken since start
    qint64 rejected = 0;                 ///< since start
    qint64 unavailable = 0;              ///< answered 503 since start
    qint64 droppedNotes = 0;             ///< rejections too many to be written down
    std::optional<qint64> lastWebhookMs; ///< UTC, last accepted
    qint64 connections = 0;

    bool operator==(const ListenerHealth &) const = default;
};

/// The same about the store.
struct StoreHealth
{
    bool writable = false;
    std::optional<Error> problem;
    double commitMs = 0.0; ///< of the last commit
    qint64 queued = 0;
    std::optional<QString> replacedBrokenFile; ///< where a damaged file was moved to at start

    bool operator==(const StoreHealth &) const = default;
};

/// How it stands with the poller and Retell's REST API.
enum class ApiState : quint8
{
    Waiting, ///< not asked yet
    Ok,
    Off,        ///< poll/intervalSeconds is 0
    NoKey,      ///< nothing is asked
    KeyRefused, ///< nothing is asked until there is another key
    Payment,
    Throttled,
    Down,
    NotRetell,
    Unreadable,
    BadRequest
};

struct ApiHealth
{
    ApiState state = ApiState::Waiting;
    std::optional<Error> problem;     ///< with every state of failure
    std::optional<qint64> lastPollMs; ///< UTC, last complete list of running calls
    std::optional<qint64> nextPollMs; ///< UTC; empty: none is planned
    qint64 latencyMs = 0;             ///< of the last answer; 0 = none yet
    bool isCircuitOpen = false;       ///< after many failures: asked rarely, until one answer is good
    qint64 healed = 0;                ///< calls since start whose end only the poller found
    qint64 notFound = 0;              ///< running calls that Retell does not know
    std::optional<qint64> gapFromMs;  ///< UTC: a stretch that nobody watched and that is being fetched
    std::optional<qint64> gapToMs;
    qint64 retriesWaiting = 0; ///< calls waiting for their automatic resync
    std::optional<qint64> concurrencyUsed;
    std::optional<qint64> concurrencyLimit;

    bool operator==(const ApiHealth &) const = default;
};

} // namespace anrufwarte

Q_DECLARE_METATYPE(anrufwarte::ApiHealth)
Q_DECLARE_METATYPE(anrufwarte::ListenerHealth)
Q_DECLARE_METATYPE(anrufwarte::StoreHealth)
