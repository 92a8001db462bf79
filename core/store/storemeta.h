// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QVariant>

namespace anrufwarte {

class Database;

/// Table meta: what the store knows about itself.
enum class MetaKey
{
    Revision, ///< the greatest that a deleted row of calls had
    LastCall, ///< the greatest id that a deleted row of calls had
    CostUnit, ///< the setting cost/unit the cost columns were derived with
    Checked,  ///< UTC ms of the last full check that found nothing
    Clean     ///< 0 while the keeper of the profile has the file open
};

/// Invalid QVariant when it was never set.
[[nodiscard]] Result<QVariant> readMeta(Database &database, MetaKey key);
[[nodiscard]] Result<void> writeMeta(Database &database, MetaKey key, const QVariant &value);

/// The greatest that a call has or ever had.
[[nodiscard]] Result<qint64> greatestRevision(Database &database);
[[nodiscard]] Result<qint64> greatestCallId(Database &database);

} // namespace anrufwarte
