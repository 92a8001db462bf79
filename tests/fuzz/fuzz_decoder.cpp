// SPDX-License-Identifier: GPL-3.0-or-later
// Any body behind a valid signature: no crash, and merging what it says twice changes nothing.
#include "core/calls/call.h"
#include "core/retell/answerdecoder.h"
#include "core/retell/eventdecoder.h"
#include "core/webhook/hints.h"

#include <cstdint>

using namespace anrufwarte;

namespace {

constexpr qint64 Now = 1'790'000'000'000;

void mergeTwice(const CallChange &change)
{
    CallRecord empty;
    empty.callId = change.callId;
    const MergeOutcome once = mergeCall(std::move(empty), change);
    const MergeOutcome twice = mergeCall(once.record, change);
    if (!twice.changes.isEmpty() || !(twice.record == once.record))
        __builtin_trap();
    CallRow row;
    deriveRow(row, once.record, CostUnitChoice::Auto);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray body(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Secret key = Secret::verbatim("key_0123456789abcdef0123456789ab");
    const SignatureVerdict verdict = verify(body, {signedHeader(body, Now, key)}, {key}, Now, 0);
    const Result<WebhookEvent> event = decodeWebhook(*verdict.verified);
    if (event && event->change)
        mergeTwice(*event->change);
    if (const Result<JsonBody> text = JsonBody::parse(body)) {
        const Result<CallChange> answer = decodeAnswer(text->root(), Now, Source::Poll);
        if (answer)
            mergeTwice(*answer);
    }
    if (const Result<JsonDocument> document = JsonDocument::parse(body)) {
        const Result<JsonBody> text = JsonBody::parse(body);
        if (!text || text->root().rewritten() != document->root().toJson())
            __builtin_trap(); // one rule for both
        // What was read can be written, and reads the same.
        const QByteArray written = document->root().toJson();
        const Result<JsonDocument> again = JsonDocument::parse(written);
        if (!again || again->root().toJson() != written)
            __builtin_trap();
    }
    (void)namesIn(body);
    return 0;
}
