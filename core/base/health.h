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
    QStringList addresses;         ///< "http://127.0.0.1:8787/webhooks/retell", one per socket
    quint16 port = 0;              ///< of the first
    std::optional<Error> problem;  ///< why it does not listen (all of them or one)
    qint64 accepted = 0;           ///< webhooks taken since start
    qint64 rejected = 0;           ///< since start
    qint64 unavailable = 0;        ///< answered 503 since start
    qint64 droppedNotes = 0;       ///< rejections too many to be written down
    std::optional<qint64> lastWebhookMs; ///< UTC, last accepted
    qint64 connections = 0;

    bool operator==(const ListenerHealth &) const = default;
};

/// The same about the store.
struct StoreHealth
{
    bool writable = false;
    std::optional<Error> problem;
    double commitMs = 0.0;  ///< of the last commit
    qint64 queued = 0;
    std::optional<QString> replacedBrokenFile; ///< where a damaged file was moved to at start

    bool operator==(const StoreHealth &) const = default;
};

} // namespace anrufwarte

Q_DECLARE_METATYPE(anrufwarte::ListenerHealth)
Q_DECLARE_METATYPE(anrufwarte::StoreHealth)
