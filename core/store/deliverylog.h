// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/calls/deliveryrecord.h"

namespace anrufwarte {

class Database;
class Statement;

/// Writing tables deliveries and delivery_bodies, inside the caller's transaction.
namespace deliverylog {

/// How many rejections are kept: more would let anybody who finds the port fill the disk.
struct Bounds
{
    qsizetype rejectedBodies = 1000;
    qint64 rejectedBodyBytes = 64LL * 1024 * 1024;
    qsizetype rejectedRows = 10000;
};

/// `frame`: its body, packed already; without it that is done here where it is worth it.
[[nodiscard]] Result<DeliveryId> insert(Database &database, const DeliveryRecord &record,
                                        const std::optional<QByteArray> &frame = {});

/// Only of a rejected one: what an accepted body says needs no guessing.
[[nodiscard]] Result<void> updateHints(Database &database, DeliveryId id, const QString &event,
                                       const CallId &callId, const QList<HintFound> &hints);

/// A rejected one was taken in after all: it is open no more, and its body is kept as long as an accepted
/// one's. Nothing happens to others.
[[nodiscard]] Result<void> markIngested(Database &database, DeliveryId id, qint64 nowMs);

[[nodiscard]] Result<void> pruneRejected(Database &database, const Bounds &bounds);

/// Newest first, without bodies; limit 0 = all.
[[nodiscard]] Result<QList<DeliveryRecord>> list(Database &database, bool rejectedOnly, qsizetype limit);
/// With its body, if that is still kept; DeliveryNotFound.
[[nodiscard]] Result<DeliveryRecord> read(Database &database, DeliveryId id);
/// The body as it came; StoreCorrupt when there is none, or it cannot be unpacked.
[[nodiscard]] Result<QByteArray> readBody(Database &database, DeliveryId id);
[[nodiscard]] Result<qint64> countRejectedSince(Database &database, qint64 sinceMs);

} // namespace deliverylog

} // namespace anrufwarte
