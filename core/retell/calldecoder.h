// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsontext.h"
#include "core/calls/callchange.h"

namespace anrufwarte {

/// What a call object says (api.md §4), beside its status.
struct CallFacts
{
    QList<FieldFact> facts; ///< at most one per field, in field order
    QList<FieldWarning> warnings;
};

/// Reads a call object of a webhook or an API answer; pure. Rules (contract §6.2, §6.6):
/// - null, absent, empty text, {} and [] are no fact; text is never trimmed;
/// - a wrong kind is no fact and a warning, nothing is coerced;
/// - while `stage` is registered or ongoing, zeros of times, durations and costs are placeholders: no fact;
/// - members we do not know are kept in Field::ExtraMembers; secrets (access_token) are kept nowhere.
/// The status is decided by event and answer together with the stage: it comes in as `statusWord` (empty = no
/// fact).
[[nodiscard]] CallFacts decodeCall(const JsonMembers &call, Stage stage, const QString &statusWord);

/// SHA-256 of the call object's text without insignificant white space.
[[nodiscard]] QByteArray digestOf(const JsonText &call);

} // namespace anrufwarte
