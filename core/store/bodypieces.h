// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/calls/callid.h"

#include <QByteArray>
#include <QString>
#include <optional>

namespace anrufwarte {

class Database;

/// The entries of a transcript are most of a webhook, and the webhook is kept as it came: packing and keeping
/// them twice was a quarter of the work and half of the file. So column `turns` of table calls may say where
/// they stand, word for word, in a kept body: `{"delivery":12,"at":345,"size":13021}`. The entries themselves
/// are always an array.
struct BodyPiece
{
    DeliveryId delivery;
    qsizetype at = 0; ///< bytes into the body
    qsizetype size = 0;

    bool operator==(const BodyPiece &) const = default;
};

/// A body and the number it is kept under; 0: it is not.
struct KeptBody
{
    DeliveryId delivery;
    QByteArrayView bytes;
};

namespace bodypieces {

/// Where `json` stands in a body that is kept; empty when it does not, or is not worth it.
[[nodiscard]] std::optional<BodyPiece> find(const QByteArray &json, const KeptBody &kept);

[[nodiscard]] QString toColumn(const BodyPiece &piece);
/// Empty for whatever else the column may hold.
[[nodiscard]] std::optional<BodyPiece> fromColumn(const QString &text);

/// The piece itself. StoreCorrupt when the body or its place is not there.
[[nodiscard]] Result<QByteArray> read(Database &database, const BodyPiece &piece);

/// Before old bodies go: what calls still need of them is written into the calls. `which` selects ids of
/// deliveries and takes `limit` and `beforeMs`; inside the caller's transaction.
[[nodiscard]] Result<void> giveBack(Database &database, const QString &which, qint64 limit, qint64 beforeMs);

} // namespace bodypieces

} // namespace anrufwarte
