// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/foreigntext.h"
#include "core/text/formats.h"
#include "core/text/terms.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace anrufwarte::terms {

namespace {
struct Reason
{
    QStringView word;
    const char *text;
};

/// All 34 of Retell and the four of older data.
constexpr std::array Reasons{
    Reason{u"user_hangup", QT_TRANSLATE_NOOP("Terms", "Caller hung up")},
    Reason{u"agent_hangup", QT_TRANSLATE_NOOP("Terms", "Agent hung up")},
    Reason{u"call_transfer", QT_TRANSLATE_NOOP("Terms", "Transferred")},
    Reason{u"voicemail_reached", QT_TRANSLATE_NOOP("Terms", "Voicemail reached")},
    Reason{u"ivr_reached", QT_TRANSLATE_NOOP("Terms", "Phone menu reached")},
    Reason{u"inactivity", QT_TRANSLATE_NOOP("Terms", "Ended after silence")},
    Reason{u"max_duration_reached", QT_TRANSLATE_NOOP("Terms", "Maximum duration reached")},
    Reason{u"concurrency_limit_reached", QT_TRANSLATE_NOOP("Terms", "Limit of simultaneous calls reached")},
    Reason{u"no_concurrency_fallback",
           QT_TRANSLATE_NOOP("Terms", "Limit of simultaneous calls reached, no fallback set up")},
    Reason{u"no_valid_payment", QT_TRANSLATE_NOOP("Terms", "No valid means of payment at Retell")},
    Reason{u"scam_detected", QT_TRANSLATE_NOOP("Terms", "Attempted fraud detected")},
    Reason{u"dial_busy", QT_TRANSLATE_NOOP("Terms", "Busy")},
    Reason{u"dial_failed", QT_TRANSLATE_NOOP("Terms", "Dialling failed")},
    Reason{u"dial_no_answer", QT_TRANSLATE_NOOP("Terms", "Not answered")},
    Reason{u"invalid_destination", QT_TRANSLATE_NOOP("Terms", "Invalid number dialled")},
    Reason{u"telephony_provider_permission_denied",
           QT_TRANSLATE_NOOP("Terms", "Telephony provider does not permit the call")},
    Reason{u"telephony_provider_unavailable", QT_TRANSLATE_NOOP("Terms", "Telephony provider unavailable")},
    Reason{u"sip_routing_error", QT_TRANSLATE_NOOP("Terms", "SIP routing failed")},
    Reason{u"marked_as_spam", QT_TRANSLATE_NOOP("Terms", "Marked as spam")},
    Reason{u"user_declined", QT_TRANSLATE_NOOP("Terms", "Call declined")},
    Reason{u"error_llm_websocket_open",
           QT_TRANSLATE_NOOP("Terms", "Custom language model: connection could not be opened")},
    Reason{u"error_llm_websocket_lost_connection",
           QT_TRANSLATE_NOOP("Terms", "Custom language model: connection lost")},
    Reason{u"error_llm_websocket_runtime",
           QT_TRANSLATE_NOOP("Terms", "Custom language model: failed while running")},
    Reason{u"error_llm_websocket_corrupt_payload",
           QT_TRANSLATE_NOOP("Terms", "Custom language model: unreadable answer")},
    Reason{u"error_no_audio_received", QT_TRANSLATE_NOOP("Terms", "No sound received")},
    Reason{u"error_asr", QT_TRANSLATE_NOOP("Terms", "Speech recognition failed")},
    Reason{u"error_retell", QT_TRANSLATE_NOOP("Terms", "Fault at Retell")},
    Reason{u"error_unknown", QT_TRANSLATE_NOOP("Terms", "Unknown fault")},
    Reason{u"error_user_not_joined", QT_TRANSLATE_NOOP("Terms", "Caller did not join")},
    Reason{u"registered_call_timeout", QT_TRANSLATE_NOOP("Terms", "Call was not started in time")},
    Reason{u"transfer_bridged", QT_TRANSLATE_NOOP("Terms", "Transfer connected")},
    Reason{u"transfer_cancelled", QT_TRANSLATE_NOOP("Terms", "Transfer cancelled")},
    Reason{u"manual_stopped", QT_TRANSLATE_NOOP("Terms", "Ended by hand")},
    Reason{u"call_take_over", QT_TRANSLATE_NOOP("Terms", "Taken over by a person")},
    Reason{u"machine_detected", QT_TRANSLATE_NOOP("Terms", "Answering machine detected")},
    Reason{u"error_inbound_webhook", QT_TRANSLATE_NOOP("Terms", "Webhook for inbound calls failed")},
    Reason{u"error_twilio", QT_TRANSLATE_NOOP("Terms", "Fault at Twilio")},
    Reason{u"error_frontend_corrupted_payload",
           QT_TRANSLATE_NOOP("Terms", "Unreadable data from the web client")},
};
} // namespace

QString disconnectionReason(const QString &word)
{
    if (word.isEmpty())
        return Formats::unknown();
    const auto *found = std::find_if(Reasons.begin(), Reasons.end(),
                                     [&word](const Reason &reason) { return reason.word == word; });
    return found == Reasons.end() ? isolated(word) : QCoreApplication::translate("Terms", found->text);
}

} // namespace anrufwarte::terms
