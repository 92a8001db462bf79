// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/call.h"
#include "core/calls/callchange.h"
#include "core/calls/resyncrun.h"
#include "core/retell/apifailure.h"

#include <optional>

namespace anrufwarte {

/// What one answer means for a call of a resync.
struct ResyncJudgement
{
    ResyncResult result;
    bool isEnd = false; ///< the call was taken for running here, and it is over
};

/// Merges the answer into what is known, as the store will do, and compares. Pure. `known` empty: never heard
/// of it.
[[nodiscard]] ResyncJudgement judgeAnswer(const std::optional<Call> &known, const CallChange &answer,
                                          CostUnitChoice unit);

/// No answer, and none to come.
[[nodiscard]] ResyncResult judgeFailure(ResyncResult face, const ApiFailure &failure);

/// A result of which only what names the call is set.
[[nodiscard]] ResyncResult faceOf(const CallRow &row);

} // namespace anrufwarte
