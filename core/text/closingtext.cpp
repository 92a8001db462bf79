// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/closingtext.h"

#include "core/text/foreigntext.h"
#include "core/text/formats.h"
#include "core/text/terms.h"

#include <QCoreApplication>

namespace anrufwarte {

namespace {

struct ClosingWords
{
    Q_DECLARE_TR_FUNCTIONS(ClosingWords)
};

/// The check that a rejection's code speaks of, else the code itself.
QString checkThatFailed(QStringView code)
{
    if (code == u"sender_not_allowed")
        return terms::check(CheckKind::Sender);
    if (code == u"signature_missing")
        return terms::check(CheckKind::Header);
    if (code == u"signature_malformed")
        return terms::check(CheckKind::Format);
    if (code == u"timestamp_expired" || code == u"timestamp_future")
        return terms::check(CheckKind::TimeWindow);
    if (code == u"signature_mismatch")
        return terms::check(CheckKind::Signature);
    return isolated(code.toString());
}

} // namespace

QString closingText(const Closing &closing)
{
    const QString closed = (closing.by == Source::Poll ? ClosingWords::tr("Closed by the poller at %1.")
                                                       : ClosingWords::tr("Closed by a resync at %1."))
                               .arg(Formats().clock(closing.atMs));
    if (!closing.isAfterRejection)
        return closed + u' ' + ClosingWords::tr("No call_ended webhook came.");
    if (closing.rejectionReason.isEmpty())
        return closed + u' ' + ClosingWords::tr("The call_ended webhook was rejected.");
    return closed + u' ' +
           ClosingWords::tr("The call_ended webhook was rejected at %1: %2.")
               .arg(closing.rejectedAt, checkThatFailed(closing.rejectionReason));
}

} // namespace anrufwarte
