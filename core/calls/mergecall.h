// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/callchange.h"

#include <array>

namespace anrufwarte {

class JsonMembers;

/// A value together with the statement it stands on.
struct StampedValue
{
    FieldValue value;
    quint8 quality = 0;
    Stamp stamp;

    bool operator==(const StampedValue &) const = default;
};

/// All that is known of one call: per field the greatest statement so far. Two states with equal fields are
/// the same call, whatever the order in which they were told.
struct CallRecord
{
    CallId callId;
    Stage furthest = Stage::Registered;
    std::array<StampedValue, FieldCount> fields;

    [[nodiscard]] const FieldValue &operator[](Field field) const
    {
        return fields[static_cast<size_t>(field)].value;
    }

    bool operator==(const CallRecord &) const = default;
};

/// A value that changed, for call_changes.
struct FieldChange
{
    Field field = Field::CallStatus;
    FieldValue before;
    FieldValue after;

    bool operator==(const FieldChange &) const = default;
};

/// What a change brought to a record.
struct Growth
{
    QList<FieldChange> changes; ///< in field order; empty when the change said nothing new
    bool isGrown = false;       ///< the record is another one; with equal values on a newer statement, too
};

struct MergeOutcome
{
    CallRecord record;
    QList<FieldChange> changes; ///< as in Growth
};

/// The one truth about order, duplicates and lateness (contract §6.1 to 6.4): per field the value with the
/// greatest (quality, stage, asOf, digest) stands, and the furthest stage only grows. That is a maximum per
/// field, hence commutative, associative and idempotent: any order of the same statements gives the same
/// record. A new call is `CallRecord{change.callId}`.
[[nodiscard]] MergeOutcome mergeCall(CallRecord record, const CallChange &change);
/// The same in its place.
[[nodiscard]] Growth mergeInto(CallRecord &record, const CallChange &change);

/// The quality a fact must carry, from its content alone (contract §6.2):
/// Cost: 0 when all amounts are zero, else 1. Latency: 1 when it holds a measurement of e2e. Turns: 2 for
/// entries of a finished call with tool calls, 1 for those without, 0 while running. All others 0.
[[nodiscard]] quint8 qualityOf(Field field, const FieldValue &value, Stage stage, bool withToolCalls);
/// The same of an object that has been read already.
[[nodiscard]] quint8 qualityOfCost(const JsonMembers &cost);
[[nodiscard]] quint8 qualityOfLatency(const JsonMembers &latency);

} // namespace anrufwarte
