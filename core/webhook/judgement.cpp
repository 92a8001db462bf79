// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/webhook/judgement.h"

#include "core/retell/eventdecoder.h"

namespace anrufwarte {

namespace {

QLatin1String reasonOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NoEvent:
        return QLatin1String("no_event");
    case ErrorCode::NoCallId:
        return QLatin1String("no_call_id");
    default:
        return QLatin1String("bad_json");
    }
}

/// Signature and content of a body from an allowed sender.
void judgeContent(const Submission &submission, const EndpointConfig &config, Judgement &judgement)
{
    judgement.signature = verify(submission.body, submission.signatureHeaders, config.keys,
                                 submission.receivedMs, config.toleranceMs);
    const SignatureVerdict &verdict = judgement.signature;
    judgement.skewMs = verdict.skewMs;
    if (!verdict.verified) {
        judgement.httpStatus = 401;
        judgement.reason = reasonCode(verdict.fault);
        return;
    }
    judgement.matchedKey = verdict.verified->keyLastFour();
    Result<WebhookEvent> event = decodeWebhook(*verdict.verified);
    if (!event) {
        judgement.httpStatus = 400;
        judgement.reason = reasonOf(event.error().code);
        judgement.bodyFault = event.error().detail;
        return;
    }
    judgement.event = std::move(event->event);
    judgement.callId = std::move(event->callId);
    judgement.change = std::move(event->change);
}

} // namespace

Judgement judge(const Submission &submission, const EndpointConfig &config)
{
    Judgement judgement;
    const bool allowed = config.allowlist.isEmpty() || config.allowlist.contains(submission.sender);
    if (!allowed) {
        judgement.httpStatus = 401;
        judgement.reason = QLatin1String("sender_not_allowed");
    } else if (!config.hasKey()) {
        judgement.httpStatus = 503;
        judgement.reason = QLatin1String("no_key");
    } else {
        judgeContent(submission, config, judgement);
    }
    return judgement;
}

Submission submissionOf(const DeliveryRecord &record)
{
    Submission submission;
    submission.sender = QHostAddress(record.sender);
    if (!record.signatureHeader.isEmpty())
        submission.signatureHeaders.append(record.signatureHeader);
    submission.body = record.body;
    submission.receivedMs = record.receivedMs;
    return submission;
}

} // namespace anrufwarte
