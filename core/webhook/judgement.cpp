// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/webhook/judgement.h"

#include "core/retell/eventdecoder.h"
#include "core/webhook/diagnosis.h"

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

/// Signature and content of a body from an allowed sender; fills `judgement` and `checks`.
void judgeContent(const Submission &submission, const EndpointConfig &config, Judgement &judgement,
                  CheckList &checks)
{
    const SignatureVerdict verdict = verify(submission.body, submission.signatureHeaders, config.keys,
                                            submission.receivedMs, config.toleranceMs);
    judgement.skewMs = verdict.skewMs;
    checks.take(verdict, submission.signatureHeaders);
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
        checks.fail(CheckKind::Body, event.error().detail);
        return;
    }
    judgement.event = event->event;
    judgement.callId = event->callId;
    judgement.change = std::move(event->change);
    checks.pass(CheckKind::Body,
                printable((event->event + QLatin1Char(' ') + event->callId.value()).toUtf8()));
}

} // namespace

Judgement judge(const Submission &submission, const EndpointConfig &config)
{
    Judgement judgement;
    CheckList checks(config);
    const bool allowed = config.allowlist.isEmpty() || config.allowlist.contains(submission.sender);
    if (!allowed) {
        judgement.httpStatus = 401;
        judgement.reason = QLatin1String("sender_not_allowed");
        checks.fail(CheckKind::Sender, submission.sender.toString());
    } else if (!config.hasKey()) {
        judgement.httpStatus = 503;
        judgement.reason = QLatin1String("no_key");
        checks.pass(CheckKind::Sender, submission.sender.toString());
        checks.fail(CheckKind::Signature, QStringLiteral("no key is configured"));
    } else {
        checks.pass(CheckKind::Sender, submission.sender.toString());
        judgeContent(submission, config, judgement, checks);
    }
    judgement.checks = checks.checks();
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
