// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/foreigntext.h"
#include "core/text/formats.h"
#include "core/text/terms.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <cstdlib>

namespace anrufwarte::terms {

namespace {
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Terms)
};

struct Sentence
{
    QStringView reason;
    const char *text;
};

/// Reason codes of the endpoint whose sentence needs no facts.
constexpr std::array Sentences{
    Sentence{u"signature_missing",
             QT_TRANSLATE_NOOP("Terms", "The request carries no signature (header X-Retell-Signature). "
                                        "Did it really come from Retell?")},
    Sentence{
        u"signature_malformed",
        QT_TRANSLATE_NOOP("Terms", "Unknown signature format: expected \"v=…,d=…\" or \"v=…,signature=…\".")},
    Sentence{u"bad_request", QT_TRANSLATE_NOOP("Terms", "The request is not valid HTTP.")},
    Sentence{u"bad_json", QT_TRANSLATE_NOOP("Terms", "The body is not valid JSON.")},
    Sentence{u"no_event", QT_TRANSLATE_NOOP("Terms", "The body names no event.")},
    Sentence{u"no_call_id", QT_TRANSLATE_NOOP("Terms", "The body names no call (call.call_id).")},
    Sentence{u"timeout", QT_TRANSLATE_NOOP("Terms", "The request did not arrive completely in time.")},
    Sentence{u"body_too_large", QT_TRANSLATE_NOOP("Terms", "The body is larger than the settings allow.")},
    Sentence{u"header_too_large", QT_TRANSLATE_NOOP("Terms", "The headers are larger than allowed.")},
    Sentence{u"target_too_long", QT_TRANSLATE_NOOP("Terms", "The address asked for is longer than allowed.")},
    Sentence{u"encoding", QT_TRANSLATE_NOOP("Terms", "The body is compressed; Retell sends it as it is.")},
    Sentence{u"no_key", QT_TRANSLATE_NOOP("Terms", "No key is stored, so no signature can be checked. "
                                                   "Enter the key in the settings.")},
    Sentence{u"store_unavailable", QT_TRANSLATE_NOOP("Terms", "The database could not take the request. "
                                                              "Retell sends it again.")},
    Sentence{u"queue_full", QT_TRANSLATE_NOOP("Terms", "Too many requests were waiting for the database. "
                                                       "Retell sends this one again.")},
};

const DeliveryCheck *findCheck(const DeliveryRecord &record, CheckKind kind)
{
    const auto found = std::find_if(record.checks.begin(), record.checks.end(),
                                    [kind](const DeliveryCheck &check) { return check.kind == kind; });
    return found == record.checks.end() ? nullptr : &*found;
}

/// The window the request was judged by ("±300 s"); Retell's own where it was not noted.
QString windowSeconds(const DeliveryRecord &record)
{
    QString digits;
    if (const DeliveryCheck *check = findCheck(record, CheckKind::TimeWindow)) {
        for (const QChar c : check->expected) {
            if (c >= u'0' && c <= u'9')
                digits += c;
            else if (!digits.isEmpty())
                break;
        }
    }
    return digits.isEmpty() ? QStringLiteral("300") : digits;
}

QString outsideWindow(const DeliveryRecord &record)
{
    const DeliveryCheck *check = findCheck(record, CheckKind::TimeWindow);
    if (check && namesSeconds(check->received))
        return Words::tr("The signature gives its time in seconds; Retell gives milliseconds.");
    const bool future = record.reason == u"timestamp_future";
    if (!record.skewMs) {
        return future ? Words::tr("The signature is from the future. Compare this computer's clock.")
                      : Words::tr("The signature has expired. Compare this computer's clock.");
    }
    const QString seconds = Formats().number((std::llabs(*record.skewMs) + 500) / 1000);
    const QString sentence =
        future ? Words::tr("This computer's clock is %1 s slow. Retell signatures are valid for %2 s.")
               : Words::tr("This computer's clock is %1 s fast. Retell signatures are valid for %2 s.");
    return sentence.arg(seconds, windowSeconds(record));
}

QString mismatch(const DeliveryRecord &record)
{
    const DeliveryCheck *check = findCheck(record, CheckKind::Signature);
    const qsizetype mark = check ? check->expected.indexOf(QChar(0x2026)) : -1;
    if (mark < 0) {
        return Words::tr("The signature does not match the stored key. "
                         "Does another key carry the webhook badge in Retell?");
    }
    return Words::tr("The signature does not match the stored key (%1). "
                     "Does another key carry the webhook badge in Retell?")
        .arg(isolated(check->expected.mid(mark)));
}
} // namespace

QString check(CheckKind kind)
{
    switch (kind) {
    case CheckKind::Sender:
        return Words::tr("Sender");
    case CheckKind::Header:
        return Words::tr("Header");
    case CheckKind::Format:
        return Words::tr("Format");
    case CheckKind::TimeWindow:
        return Words::tr("Time window");
    case CheckKind::Signature:
        return Words::tr("Signature");
    case CheckKind::Body:
        break;
    }
    return Words::tr("Body");
}

QString rejection(const DeliveryRecord &record)
{
    const QString &reason = record.reason;
    if (reason.isEmpty())
        return record.accepted ? Words::tr("Accepted.") : Words::tr("Rejected.");
    if (reason == u"timestamp_expired" || reason == u"timestamp_future")
        return outsideWindow(record);
    if (reason == u"signature_mismatch")
        return mismatch(record);
    if (reason == u"sender_not_allowed")
        return Words::tr("Sender %1 is not allowed.").arg(isolated(record.sender));
    if (reason == u"not_found") {
        return Words::tr("Nothing is received at %1. Correct the webhook address at Retell.")
            .arg(isolated(record.path));
    }
    if (reason == u"method_not_allowed")
        return Words::tr("The method %1 is not taken; Retell sends POST.").arg(isolated(record.method));

    const auto *found = std::find_if(Sentences.begin(), Sentences.end(), [&reason](const Sentence &sentence) {
        return sentence.reason == reason;
    });
    return found == Sentences.end() ? isolated(reason) : QCoreApplication::translate("Terms", found->text);
}

QString hint(const HintFound &hint)
{
    switch (hint.hint) {
    case DeliveryHint::OtherKeyMatches:
        return Words::tr("The key …%1 would have matched. Store it as the webhook key.")
            .arg(isolated(hint.argument));
    case DeliveryHint::OtherSchemeMatches:
        return Words::tr("The signature was calculated for the other header form. "
                         "The sender has to name it as it calculates it.");
    case DeliveryHint::BodyReencoded:
        return Words::tr("The signature fits the body before it was rewritten. "
                         "A proxy in between changes it and has to pass it on unchanged.");
    case DeliveryHint::PlainBodyHmac:
        return Words::tr("The signature covers the body alone, without the time. "
                         "The sender uses an outdated method and has to be updated.");
    case DeliveryHint::TimeInSeconds:
        return Words::tr("The sender has to give the time of the signature in milliseconds.");
    case DeliveryHint::ClockSkew:
        break;
    }
    return Words::tr("The clocks differ by %1 s. Set this computer's clock by a time server.")
        .arg(isolated(hint.argument.startsWith(u'-') ? hint.argument.mid(1) : hint.argument));
}

} // namespace anrufwarte::terms
