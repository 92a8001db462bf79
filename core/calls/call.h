// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/completeness.h"
#include "core/calls/cost.h"
#include "core/calls/mergecall.h"

#include <QMetaType>

namespace anrufwarte {

/// One line of a table: what lists, filters and the live board need of a call, and nothing big. A plain
/// value; text members may share memory across threads (Qt's implicit sharing is thread-safe).
struct CallRow
{
    LocalCallId id;
    CallId callId;
    CallState state = CallState::Ongoing;
    QString callStatus; ///< Retell's word
    QString callType;   ///< "phone_call", "web_call"
    Direction direction = Direction::Unknown;
    QString fromNumber;
    QString toNumber;
    QString agentId;
    QString agentName;
    std::optional<qint64> startMs; ///< UTC ms
    std::optional<qint64> endMs;
    std::optional<qint64> durationMs;
    std::optional<MicroDollars> cost;
    std::optional<double>
        costGap; ///< |sum of parts - total| in the payload's unit; empty: nothing to compare
    std::optional<CostUnit> costUnit;   ///< that unit
    std::optional<double> latencyP50Ms; ///< column end_to_end_latency
    std::optional<double> latencyP95Ms;
    QString sentiment; ///< Retell's word; empty = unknown
    std::optional<bool> successful;
    QString disconnectionReason;
    Completeness completeness;
    Source lastSource = Source::Webhook;
    bool corrected = false;    ///< ended by poll or resync because the webhook was missing ("Korrigiert")
    qint64 firstSeenMs = 0;    ///< created_at
    qint64 lastSeenMs = 0;     ///< last sign of life from any source
    qint64 updatedMs = 0;      ///< updated_at: last change of a value
    qint64 finishedSeenMs = 0; ///< when we first knew that it was over; 0 = not yet
    quint32 revision = 0;      ///< grows with every write to this call

    bool operator==(const CallRow &) const = default;
};

/// Everything about one call: the row, the merged record, and what is derived from it.
struct Call
{
    CallRow row;
    CallRecord record;
    std::optional<CostReading> cost;
    QList<FieldWarning> warnings; ///< all that could not be read so far

    bool operator==(const Call &) const = default;
};

/// The derived part of a row (state, duration, cost, latency, completeness …) from a record. Bookkeeping
/// members (id, source, times, revision) stay as they are in `row`.
void deriveRow(CallRow &row, const CallRecord &record, CostUnitChoice unit);

/// What of the six is there and what can never come (contract §6.8): never connected; not stored at Retell
/// (data_storage_setting basic_attributes_only); nobody spoke.
[[nodiscard]] Completeness completenessOf(const CallRecord &record);

/// duration_ms / 1000, rounded half up (contract §5).
[[nodiscard]] qint64 wholeSeconds(qint64 durationMs);

/// Typed access; empty when unknown.
[[nodiscard]] QString textOf(const CallRecord &record, Field field);
[[nodiscard]] std::optional<qint64> integerOf(const CallRecord &record, Field field);
[[nodiscard]] std::optional<bool> flagOf(const CallRecord &record, Field field);
[[nodiscard]] QByteArray jsonOf(const CallRecord &record, Field field);

} // namespace anrufwarte

Q_DECLARE_METATYPE(anrufwarte::CallRow)
