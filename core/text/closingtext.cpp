// SPDX-License-Identifier: GPL-3.0-or-later
// Poller and resync note the evidence in one technical form (closingReason() in core/sync), so that every
// surface and every old record reads the same; here it becomes a sentence.
#include "core/text/closingtext.h"

#include "core/text/foreigntext.h"
#include "core/text/formats.h"
#include "core/text/terms.h"

#include <QCoreApplication>
#include <algorithm>

namespace anrufwarte {

namespace {

struct ClosingWords
{
    Q_DECLARE_TR_FUNCTIONS(ClosingWords)
};

constexpr QStringView Closed = u"closed by ";
constexpr QStringView Rejected = u"; webhook rejected ";

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

std::optional<HistoryEntry> closingEntry(const QList<HistoryEntry> &history)
{
    const auto found = std::find_if(history.cbegin(), history.cend(), [](const HistoryEntry &entry) {
        return entry.reason.startsWith(Closed);
    });
    return found == history.cend() ? std::nullopt : std::optional(*found);
}

QString closingText(const HistoryEntry &entry)
{
    const QString closed = (entry.source == Source::Poll ? ClosingWords::tr("Closed by the poller at %1.")
                                                         : ClosingWords::tr("Closed by a resync at %1."))
                               .arg(Formats().clock(entry.changedMs));
    const qsizetype at = entry.reason.indexOf(Rejected);
    if (at < 0)
        return closed + u' ' + ClosingWords::tr("No call_ended webhook came.");
    const QStringView told = QStringView(entry.reason).mid(at + Rejected.size());
    const qsizetype colon = told.indexOf(u": ");
    if (colon < 0)
        return closed + u' ' + ClosingWords::tr("The call_ended webhook was rejected.");
    return closed + u' ' +
           ClosingWords::tr("The call_ended webhook was rejected at %1: %2.")
               .arg(told.first(colon), checkThatFailed(told.mid(colon + 2)));
}

} // namespace anrufwarte
