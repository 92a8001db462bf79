// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calls/closing.h"

#include <QDateTime>
#include <algorithm>

namespace anrufwarte {

namespace {

constexpr QLatin1String Closed("closed by ");
constexpr QLatin1String NoWebhook("; no call_ended webhook");
constexpr QLatin1String Rejected("; webhook rejected ");
constexpr QLatin1String Because(": ");

Closing readBack(const HistoryEntry &entry)
{
    Closing closing{entry.source, entry.changedMs, false, {}, {}};
    const qsizetype at = entry.reason.indexOf(Rejected);
    if (at < 0)
        return closing;
    closing.isAfterRejection = true;
    const QStringView told = QStringView(entry.reason).mid(at + Rejected.size());
    const qsizetype colon = told.indexOf(Because);
    if (colon >= 0) {
        closing.rejectedAt = told.first(colon).toString();
        closing.rejectionReason = told.mid(colon + Because.size()).toString();
    }
    return closing;
}

} // namespace

QString closingReason(const EndEvidence &evidence, Source by)
{
    const QString closed = Closed + toWord(by);
    if (!evidence.rejected)
        return closed + NoWebhook;
    const QString at = QDateTime::fromMSecsSinceEpoch(evidence.rejected->receivedMs)
                           .toString(QStringLiteral("HH:mm:ss")); // local, as people read it
    return closed + Rejected + at + Because + evidence.rejected->reason;
}

std::optional<Closing> closingOf(const QList<HistoryEntry> &history)
{
    const auto found = std::find_if(history.cbegin(), history.cend(), [](const HistoryEntry &entry) {
        return entry.reason.startsWith(Closed);
    });
    return found == history.cend() ? std::nullopt : std::optional(readBack(*found));
}

} // namespace anrufwarte
