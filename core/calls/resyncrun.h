// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/money.h"
#include "core/calls/callid.h"
#include "core/calls/callterms.h"
#include "core/calls/retryentry.h"

#include <QList>
#include <QMetaType>
#include <optional>
#include <variant>

namespace anrufwarte {

/// Which calls a resync asks for.
enum class ResyncScope : quint8
{
    Calls,      ///< those named, finished or not
    Incomplete, ///< all finished ones with missing data
    Recent      ///< the last days, also calls never seen here
};

struct ResyncRequest
{
    ResyncScope scope = ResyncScope::Incomplete;
    QList<CallId> calls;          ///< of ResyncScope::Calls
    int days = 0;                 ///< of ResyncScope::Recent, at least 1
    bool isDryRun = false;        ///< asks, compares, writes nothing
    bool recheckComplete = false; ///< Recent: also those that are complete here

    bool operator==(const ResyncRequest &) const = default;
};

/// What a person compares before and after.
enum class ResyncField : quint8
{
    Status,
    Duration,
    Cost,
    CostBreakdown,
    Transcript,
    Recording,
    Summary,
    LatencyMetrics,
    LatencyP50, ///< end_to_end_latency
    LatencyP95,
    Sentiment,
    Successful,
    DisconnectionReason,
    Agent,
    Caller,
    Called,
    Start,
    End,
    Other ///< all further fields together
};
inline constexpr int ResyncFieldCount = static_cast<int>(ResyncField::Other) + 1;

enum class DeltaKind : quint8
{
    Unchanged,
    Added,
    Corrected
};

/// monostate = unknown. By field: Status, Sentiment, DisconnectionReason Retell's word; Summary, Agent,
/// Caller, Called, Other (column names) text, cut to 300 characters; Duration, Start, End ms; Cost
/// micro-dollars; CostBreakdown number of items; Transcript number of characters; LatencyMetrics number of
/// e2e measurements; LatencyP50, LatencyP95 ms (double); Recording, Successful flags.
using FigureValue = std::variant<std::monostate, QString, qint64, double, bool>;

struct FieldDelta
{
    ResyncField field = ResyncField::Status;
    DeltaKind kind = DeltaKind::Unchanged;
    FigureValue before;
    FigureValue after;

    bool operator==(const FieldDelta &) const = default;
};

enum class ResyncVerdict : quint8
{
    Updated,
    Unchanged, ///< as Retell has it; may still be incomplete
    Failed,    ///< `problem` says why; asked again it may work
    GivenUp    ///< `setAside` says why
};

/// What became of one call.
struct ResyncResult
{
    CallId callId;
    LocalCallId id; ///< 0: not in the store
    Direction direction = Direction::Unknown;
    QString callType;
    QString fromNumber;
    QString toNumber;
    std::optional<qint64> startMs; ///< UTC
    ResyncVerdict verdict = ResyncVerdict::Unchanged;
    SetAside setAside = SetAside::No;
    std::optional<Error> problem;
    QList<FieldDelta> deltas; ///< in field order, unchanged known ones included
    bool wasNew = false;      ///< never seen here before
    bool isComplete = false;  ///< afterwards
    qint64 tookMs = 0;        ///< from the question to the answer

    [[nodiscard]] qsizetype changes() const; ///< deltas that are not Unchanged
    bool operator==(const ResyncResult &) const = default;
};

enum class ResyncTrigger : quint8
{
    Person,
    CommandLine,
    Automatic
};

enum class ResyncEnd : quint8
{
    Running, ///< in a store that is read: interrupted, unless it is running just now
    Completed,
    Cancelled,
    Refused ///< `problem` says why it could not go on
};

/// One run and what came of it. Kept in the store, except for dry runs.
struct ResyncRun
{
    qint64 startedMs = 0; ///< UTC; names the run
    qint64 finishedMs = 0;
    ResyncRequest request;
    ResyncTrigger trigger = ResyncTrigger::Person;
    ResyncEnd end = ResyncEnd::Running;
    std::optional<Error> problem;
    qint64 total = 0;
    qint64 updated = 0;
    qint64 unchanged = 0;
    qint64 failed = 0; ///< given up ones included
    qint64 fieldsChanged = 0;
    MicroDollars costAdded = 0; ///< of calls that had none before
    qint64 costAddedCalls = 0;
    qint64 incompleteBefore = 0; ///< finished calls with missing data in the whole store
    qint64 incompleteAfter = 0;

    [[nodiscard]] qint64 done() const { return updated + unchanged + failed; }
    void count(const ResyncResult &result);
    bool operator==(const ResyncRun &) const = default;
};

enum class ResyncPhase : quint8
{
    Idle,
    Listing, ///< finds out which calls there are
    Asking,
    Paused,
    Waiting,  ///< `waitUntilMs`, `waitsFor` say why
    Finishing ///< cancelled or at its end: what is on its way still comes
};

/// How a run stands just now.
struct ResyncProgress
{
    ResyncPhase phase = ResyncPhase::Idle;
    ResyncRun run;
    double perSecond = 0.0;              ///< answers, over the last seconds
    std::optional<qint64> remainingMs;   ///< known from the fifth second on
    std::optional<ResyncResult> current; ///< the call asked for last; only what names it is set
    std::optional<qint64> waitUntilMs;   ///< UTC
    std::optional<Error> waitsFor;       ///< ApiThrottled, ApiDown …

    bool operator==(const ResyncProgress &) const = default;
};

/// The stored words: "calls", "incomplete", "recent"; "cost", "latency_p95"; "added"; "given_up";
/// "command_line"; "cancelled".
[[nodiscard]] QString toWord(ResyncScope scope);
[[nodiscard]] QString toWord(ResyncField field);
[[nodiscard]] QString toWord(DeltaKind kind);
[[nodiscard]] QString toWord(ResyncVerdict verdict);
[[nodiscard]] QString toWord(ResyncTrigger trigger);
[[nodiscard]] QString toWord(ResyncEnd end);

/// The other way; empty for words of a later version.
[[nodiscard]] std::optional<ResyncScope> resyncScopeFromWord(QStringView word);
[[nodiscard]] std::optional<ResyncField> resyncFieldFromWord(QStringView word);
[[nodiscard]] std::optional<DeltaKind> deltaKindFromWord(QStringView word);
[[nodiscard]] std::optional<ResyncVerdict> resyncVerdictFromWord(QStringView word);
[[nodiscard]] std::optional<ResyncTrigger> resyncTriggerFromWord(QStringView word);
[[nodiscard]] std::optional<ResyncEnd> resyncEndFromWord(QStringView word);

} // namespace anrufwarte

Q_DECLARE_METATYPE(anrufwarte::ResyncRequest)
Q_DECLARE_METATYPE(anrufwarte::ResyncResult)
Q_DECLARE_METATYPE(anrufwarte::ResyncRun)
Q_DECLARE_METATYPE(anrufwarte::ResyncProgress)
