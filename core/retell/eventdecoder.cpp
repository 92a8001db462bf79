// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retell/eventdecoder.h"

#include "core/base/jsontext.h"
#include "core/retell/calldecoder.h"
#include "core/retell/callmembers.h"
#include "core/retell/words.h"

#include <algorithm>

namespace anrufwarte {

namespace {

struct Status
{
    QString word;
    Stage stage = Stage::Ongoing;
};

/// Contract §6.1. `word` is what the body says, in today's words; empty when it says nothing.
Status statusOf(EventKind event, const QString &word)
{
    const std::optional<Stage> byWord = stageOfStatusWord(word);
    if (event == EventKind::CallEnded || event == EventKind::CallAnalysed) {
        const bool stands = !word.isEmpty() && (!byWord || byWord == Stage::Finished);
        return {stands ? word : statusword::Ended.toString(),
                event == EventKind::CallAnalysed ? Stage::Analysed : Stage::Finished};
    }
    return {word.isEmpty() ? statusword::Ongoing.toString() : word, byWord.value_or(Stage::Ongoing)};
}

qint64 momentOf(const JsonMembers &envelope, const VerifiedBody &body, MemberReader &reader)
{
    const std::optional<qint64> stated = reader.milliseconds(envelope["event_timestamp"], "event_timestamp");
    return stated && *stated > 0 ? *stated : body.timestampMs();
}

/// The transfer events carry it beside the call (api.md §11: the position is not documented).
void addDestination(CallChange &change, const JsonMembers &envelope, MemberReader &reader)
{
    const auto isDestination = [](const FieldFact &fact) { return fact.field == Field::TransferDestination; };
    if (std::any_of(change.facts.begin(), change.facts.end(), isDestination))
        return;
    const auto text = reader.text(envelope["transfer_destination"], "transfer_destination");
    if (text)
        change.facts.append({Field::TransferDestination, *text, 0});
}

CallChange changeOf(const JsonMembers &envelope, const JsonMembers &call, const WebhookEvent &event,
                    EventKind kind, const VerifiedBody &body)
{
    MemberReader reader;
    const QString stated = reader.text(call["call_status"], "call_status").value_or(QString());
    const Status status = statusOf(kind, currentStatusWord(stated));
    CallFacts facts = decodeCall(call, status.stage, status.word);
    CallChange change;
    change.callId = event.callId;
    change.source = Source::Webhook;
    change.event = event.event;
    change.stamp = {status.stage, momentOf(envelope, body, reader), digestOf(envelope["call"])};
    change.facts = std::move(facts.facts);
    addDestination(change, envelope, reader);
    change.warnings = reader.takeWarnings() + facts.warnings;
    change.reason = event.event + QStringLiteral(" webhook");
    return change;
}

} // namespace

Result<WebhookEvent> decodeWebhook(const VerifiedBody &body)
{
    const Result<JsonBody> document = JsonBody::parse(body.bytes());
    if (!document)
        return document.error();
    const JsonMembers envelope(document->root());
    WebhookEvent event;
    event.event = envelope["event"].text().value_or(QString());
    if (event.event.isEmpty())
        return Error{ErrorCode::NoEvent, QStringLiteral("no event"), {}};
    const EventKind kind = eventKindOf(event.event);
    if (kind == EventKind::Chat)
        return event;
    const JsonMembers call(envelope["call"]);
    event.callId = CallId(call["call_id"].text().value_or(QString()));
    if (event.callId.value().isEmpty())
        return Error{ErrorCode::NoCallId, QStringLiteral("no call.call_id"), {}};
    if (kind != EventKind::Unknown)
        event.change = changeOf(envelope, call, event, kind, body);
    return event;
}

} // namespace anrufwarte
