// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/resyncjudgement.h"

#include "core/sync/resync.h"

namespace anrufwarte {

namespace {

/// The call as people see it, with everything derived from the record in the same way before and after.
Call derived(CallRow row, CallRecord record, CostUnitChoice unit)
{
    Call call{std::move(row), std::move(record), {}, {}};
    deriveRow(call.row, call.record, unit);
    return call;
}

bool isNotStored(const CallRecord &record)
{
    return textOf(record, Field::DataStorageSetting) == u"basic_attributes_only";
}

} // namespace

ResyncJudgement judgeAnswer(const std::optional<Call> &known, const CallChange &answer, CostUnitChoice unit)
{
    std::optional<Call> before;
    if (known)
        before = derived(known->row, known->record, unit);
    CallRecord record = before ? before->record : CallRecord{answer.callId, {}, {}};
    const Call after =
        derived(before ? before->row : CallRow(), mergeCall(std::move(record), answer).record, unit);

    ResyncJudgement judgement{faceOf(after.row), false};
    ResyncResult &result = judgement.result;
    result.deltas = compareCalls(before, after);
    result.wasNew = !before;
    result.isComplete = isFinished(after.row.state) && after.row.completeness.isComplete();
    result.verdict = result.changes() > 0 ? ResyncVerdict::Updated : ResyncVerdict::Unchanged;
    if (isFinished(after.row.state) && !result.isComplete && isNotStored(after.record)) {
        result.setAside = SetAside::NotStored;
        if (result.verdict == ResyncVerdict::Unchanged)
            result.verdict = ResyncVerdict::GivenUp;
    }
    judgement.isEnd = before && !isFinished(before->row.state) && isFinished(after.row.state);
    return judgement;
}

ResyncResult judgeFailure(ResyncResult face, const ApiFailure &failure)
{
    face.problem = toError(failure);
    face.verdict = ResyncVerdict::Failed;
    if (failure.fault == ApiFault::NotFound) {
        face.verdict = ResyncVerdict::GivenUp;
        face.setAside = SetAside::NotFound;
    }
    return face;
}

ResyncResult faceOf(const CallRow &row)
{
    ResyncResult face;
    face.callId = row.callId;
    face.id = row.id;
    face.direction = row.direction;
    face.callType = row.callType;
    face.fromNumber = row.fromNumber;
    face.toNumber = row.toNumber;
    face.startMs = row.startMs;
    return face;
}

} // namespace anrufwarte
