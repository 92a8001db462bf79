// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsontext.h"
#include "core/base/result.h"
#include "core/calls/callchange.h"

namespace anrufwarte {

/// What a call object of the REST API says (get-call, or an item of list-calls); pure. NoCallId when it has
/// none. The stage follows the status word; a terminal one with call_analysis is analysed. Without a word, or
/// with one we do not know: analysed if there is a call_analysis, finished if there is an end_timestamp or a
/// disconnection_reason, else ongoing: a call is closed by evidence, never by guessing. `requestStartedMs`
/// (UTC) is the moment the answer stands for. CallChange::reason is "<source> answer", "poll answer".
[[nodiscard]] Result<CallChange> decodeAnswer(const JsonText &answer, qint64 requestStartedMs, Source source);

} // namespace anrufwarte
