// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/calls/call.h"
#include "core/calls/callfilter.h"
#include "core/calls/callsource.h"
#include "core/calls/dashboard.h"
#include "core/calls/deliveryrecord.h"
#include "core/calls/historyentry.h"
#include "core/calls/historyledger.h"
#include "core/calls/incompletecall.h"
#include "core/calls/qualityfigures.h"
#include "core/calls/resyncrun.h"

#include <memory>

namespace anrufwarte {

struct ReaderOptions
{
    QString file;
    CostUnitChoice costUnit = CostUnitChoice::Auto;
};

/// A span of local time in UTC ms, [from, to).
struct TimeSpan
{
    qint64 fromMs = 0;
    qint64 toMs = 0;
};

/// Answers questions from a read-only connection. One per thread, used only there; opens on first use and
/// again after an error. Never blocks a writer (WAL). All functions are synchronous: never on the main thread
/// of the window.
class CallReader
{
public:
    explicit CallReader(ReaderOptions options);
    ~CallReader();

    [[nodiscard]] Result<QList<CallRow>> rows(const CallFilter &filter);
    /// Running and registered calls, and those whose end we learned of at or after finishedSinceMs.
    [[nodiscard]] Result<QList<CallRow>> liveRows(qint64 finishedSinceMs);
    /// By local number ("559") or Retell id; CallNotFound.
    [[nodiscard]] Result<Call> call(const QString &numberOrId);
    [[nodiscard]] Result<QList<Call>> calls(const CallFilter &filter); ///< whole calls, for --format json
    [[nodiscard]] Result<QList<HistoryEntry>> history(LocalCallId id);

    /// For sync (callsource.h).
    [[nodiscard]] Result<QList<RunningCall>> runningCalls();
    [[nodiscard]] Result<EndEvidence> endEvidence(const CallId &callId);
    [[nodiscard]] Result<std::optional<Call>> knownCall(const CallId &callId);
    [[nodiscard]] Result<QList<CallRow>> incompleteCalls();
    [[nodiscard]] Result<qint64> incompleteCount();
    [[nodiscard]] Result<QSet<CallId>> completeAmong(const QList<CallId> &calls);
    [[nodiscard]] Result<HistoryLedger> historyLedger();
    [[nodiscard]] Result<QList<RetryEntry>> retries(qsizetype limit);
    [[nodiscard]] Result<QHash<CallId, RetryEntry>> knownRetries(const QList<CallId> &calls);
    [[nodiscard]] Result<QSet<CallId>> resyncDone(qint64 runStartedMs);

    /// Newest first; limit 0 = all that are kept.
    [[nodiscard]] Result<QList<ResyncRun>> resyncRuns(qsizetype limit);
    /// In the order in which the answers came; of older runs only the run itself is kept.
    [[nodiscard]] Result<QList<ResyncResult>> resyncResults(qint64 runStartedMs);
    /// limit 0 = all.
    [[nodiscard]] Result<IncompleteOverview> incompleteOverview(qsizetype limit);
    /// `tolerance`: how far parts and total of a cost may be apart, in the unit of the payload.
    [[nodiscard]] Result<QualityFigures> qualityFigures(qint64 sinceMs, double tolerance);

    [[nodiscard]] Result<DayFigures> dayFigures(TimeSpan today, TimeSpan sameSpanLastWeek);

    /// Newest first, without bodies. limit 0 = all.
    [[nodiscard]] Result<QList<DeliveryRecord>> deliveries(bool rejectedOnly, qsizetype limit);
    [[nodiscard]] Result<DeliveryRecord> delivery(DeliveryId id); ///< with its body; DeliveryNotFound
    [[nodiscard]] Result<qint64> rejectedSince(qint64 sinceMs);

    /// For doctor: opens, reads the schema version and runs PRAGMA quick_check.
    [[nodiscard]] Result<void> check();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace anrufwarte
