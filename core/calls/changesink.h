// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/calls/callchange.h"
#include "core/calls/deliveryrecord.h"
#include "core/calls/syncnotes.h"

#include <QObject>
#include <functional>
#include <memory>
#include <optional>

namespace anrufwarte {

/// What is written together or not at all: the changes, and the delivery they came with.
struct ChangeBatch
{
    QList<CallChange> changes;                   ///< empty for a delivery that changes no call
    std::optional<DeliveryRecord> delivery;      ///< with its raw body
    std::shared_ptr<const SyncNotes> notes = {}; ///< may be null
    DeliveryId ingested = {}; ///< the stored rejection that is taken in with them, after all; 0: none
};

struct BatchOutcome
{
    DeliveryId delivery; ///< 0 if there was none
    qsizetype callsChanged = 0;
};

using BatchDone = std::function<void(Result<BatchOutcome>)>;

/// The one door into the store. Thread-safe.
class ChangeSink
{
public:
    virtual ~ChangeSink() = default;

    /// Queues the batch. `done` is called in `context`'s thread, once, after the durable commit or with the
    /// error that prevented it; not at all if `context` is gone by then. QueueFull (at once, `done` is never
    /// called) when the bounded queue cannot take it: the caller answers 503, waits or skips a beat.
    [[nodiscard]] virtual Result<void> submit(ChangeBatch batch, QObject *context, BatchDone done) = 0;

    /// For deliveries that were rejected: written when there is room, bounded, nobody waits. Returns false if
    /// it had to be dropped (flood); the caller counts that.
    virtual bool noteRejected(DeliveryRecord delivery) = 0;
};

} // namespace anrufwarte
