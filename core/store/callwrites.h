// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/bodypieces.h"
#include "core/store/callrows.h"

#include <QCache>
#include <memory>

namespace anrufwarte {

class Database;

/// What one change did to its call.
struct AppliedChange
{
    CallRow row;
    bool changed = false; ///< a value, and not only the last sign of life
};

/// Brings one change after the other into table calls and its history: load, merge, derive, write. Inside the
/// transaction of the caller; recent calls are remembered, since a call's webhooks come close together.
class CallWrites
{
public:
    CallWrites(Database &database, CostUnitChoice unit);

    /// `kept`: the body that said it, if the same transaction keeps it.
    [[nodiscard]] Result<AppliedChange> apply(const CallChange &change, const KeptBody &kept, qint64 nowMs,
                                              qint64 revision);

    /// To be called whenever the memory may no longer be what the file says: after a rollback, after another
    /// process wrote, after rows were deleted.
    void forget();

private:
    /// The stored call, no longer remembered until it is written; id 0 for one that is not there yet.
    [[nodiscard]] Result<std::unique_ptr<StoredCall>> load(const CallId &callId);
    [[nodiscard]] Result<void> write(StoredCall &call, const CallReadings &readings,
                                     std::optional<double> costGapBefore);
    [[nodiscard]] Result<void> touch(const CallRow &row);
    [[nodiscard]] Result<void> writeWarnings(LocalCallId id, const CallChange &change, qint64 nowMs);
    [[nodiscard]] Result<void> settleIfComplete(const CallRow &row, bool wasComplete);
    void remember(std::unique_ptr<StoredCall> call);
    /// Of a call that is to be inserted; greater than any call ever had, so that an id never comes to mean
    /// another one.
    [[nodiscard]] Result<LocalCallId> nextId();

    Database &m_database;
    CostUnitChoice m_unit;
    QCache<CallId, StoredCall> m_recent; ///< cost = bytes, roughly
    qint64 m_lastId = 0;                 ///< 0: to be asked for
};

} // namespace anrufwarte
