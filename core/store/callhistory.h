// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/calls/historyentry.h"
#include "core/store/callrows.h"

namespace anrufwarte {

class Database;

/// Writes table call_changes for one change of one call, inside the caller's transaction.
class CallHistory
{
public:
    CallHistory(Database &database, LocalCallId id, const CallChange &change, qint64 nowMs)
        : m_database(database), m_id(id), m_change(change), m_nowMs(nowMs)
    {
    }

    /// The first line: whence the call is known and as what. Its first values are the row itself, not
    /// changes.
    [[nodiscard]] Result<void> begin(const StoredCall &call);
    [[nodiscard]] Result<void> add(const QList<FieldChange> &changes);

private:
    [[nodiscard]] Result<void> line(const QString &field, const FieldValue &before, const FieldValue &after);

    Database &m_database;
    LocalCallId m_id;
    const CallChange &m_change;
    qint64 m_nowMs;
};

/// Oldest first.
[[nodiscard]] Result<QList<HistoryEntry>> readHistory(Database &database, LocalCallId id);

} // namespace anrufwarte
