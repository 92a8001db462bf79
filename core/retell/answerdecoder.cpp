// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retell/answerdecoder.h"

#include "core/retell/calldecoder.h"
#include "core/retell/callmembers.h"
#include "core/retell/words.h"

namespace anrufwarte {

namespace {

Stage stageOf(const JsonMembers &call, const QString &word)
{
    const bool analysed = call["call_analysis"].isObject() && !saysNothing(call["call_analysis"]);
    if (const std::optional<Stage> byWord = stageOfStatusWord(word))
        return *byWord == Stage::Finished && analysed ? Stage::Analysed : *byWord;
    if (analysed)
        return Stage::Analysed;
    const bool ended = call["end_timestamp"].integer().value_or(0) > 0 ||
                       !call["disconnection_reason"].text().value_or(QString()).isEmpty();
    return ended ? Stage::Finished : Stage::Ongoing;
}

} // namespace

Result<CallChange> decodeAnswer(const JsonText &answer, qint64 requestStartedMs, Source source)
{
    const JsonMembers call(answer);
    CallChange change;
    change.callId = CallId(call["call_id"].text().value_or(QString()));
    if (change.callId.value().isEmpty())
        return Error{ErrorCode::NoCallId, QStringLiteral("no call_id"), {}};
    MemberReader reader;
    QString word = currentStatusWord(reader.text(call["call_status"], "call_status").value_or(QString()));
    const Stage stage = stageOf(call, word);
    if (word.isEmpty() && stage >= Stage::Finished)
        word = statusword::Ended.toString();
    CallFacts facts = decodeCall(call, stage, word);
    change.source = source;
    change.stamp = {stage, requestStartedMs, digestOf(answer)};
    change.facts = std::move(facts.facts);
    change.warnings = reader.takeWarnings() + facts.warnings;
    change.reason = toWord(source) + QStringLiteral(" answer");
    return change;
}

} // namespace anrufwarte
