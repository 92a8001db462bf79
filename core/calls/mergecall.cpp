// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calls/mergecall.h"

#include "core/calls/cost.h"
#include "core/calls/latency.h"

#include <tuple>

namespace anrufwarte {

namespace {

/// The value takes part last, so that even a broken sender that says two things with one stamp leads to one
/// state.
bool isGreater(const FieldFact &fact, const Stamp &stamp, const StampedValue &known)
{
    if (!isKnown(known.value))
        return true;
    if (fact.quality != known.quality)
        return fact.quality > known.quality;
    if (stamp != known.stamp)
        return stamp > known.stamp;
    return fact.value > known.value;
}

} // namespace

Growth mergeInto(CallRecord &record, const CallChange &change)
{
    Growth growth;
    for (const FieldFact &fact : change.facts) {
        StampedValue &known = record.fields[static_cast<size_t>(fact.field)];
        if (!isKnown(fact.value) || !isGreater(fact, change.stamp, known))
            continue;
        if (fact.value != known.value)
            growth.changes.append({fact.field, known.value, fact.value});
        known = {fact.value, fact.quality, change.stamp};
        growth.isGrown = true;
    }
    growth.isGrown |= change.stamp.stage > record.furthest;
    record.furthest = std::max(record.furthest, change.stamp.stage);
    return growth;
}

MergeOutcome mergeCall(CallRecord record, const CallChange &change)
{
    Growth growth = mergeInto(record, change);
    return {std::move(record), std::move(growth.changes)};
}

quint8 qualityOfCost(const JsonMembers &cost)
{
    return isAllZeroCost(cost) ? 0 : 1;
}

quint8 qualityOfLatency(const JsonMembers &latency)
{
    return readEndToEnd(latency).p50 ? 1 : 0;
}

quint8 qualityOf(Field field, const FieldValue &value, Stage stage, bool withToolCalls)
{
    const auto *json = std::get_if<QByteArray>(&value);
    if (!json)
        return 0;
    switch (field) {
    case Field::Cost:
        return isAllZeroCost(*json) ? 0 : 1;
    case Field::Latency:
        return hasEndToEnd(*json) ? 1 : 0;
    case Field::Turns:
        if (stage < Stage::Finished)
            return 0;
        return withToolCalls ? 2 : 1;
    default:
        return 0;
    }
}

} // namespace anrufwarte
