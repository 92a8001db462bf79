// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/incompletecall.h"
#include "core/calls/resyncrun.h"

namespace anrufwarte::test {

/// Saturday, 4 October 2025, 17:50:00 in Berlin.
inline constexpr qint64 RunStart = 1'759'593'000'000;

inline ResyncResult asked(int number, const char *phone, qint64 startMs)
{
    ResyncResult result;
    result.callId = CallId(QStringLiteral("call_%1").arg(number));
    result.id = LocalCallId(number);
    result.direction = Direction::Inbound;
    result.callType = QStringLiteral("phone_call");
    result.fromNumber = QString::fromLatin1(phone);
    result.startMs = startMs;
    result.tookMs = 80 + number % 60;
    result.isComplete = true;
    return result;
}

inline FieldDelta added(ResyncField field, FigureValue after)
{
    return {field, DeltaKind::Added, {}, std::move(after)};
}

/// The call of mock-up 07: cost, latency, summary and sentiment came late.
inline ResyncResult updatedCall()
{
    ResyncResult result = asked(559, "+493023125559", RunStart - 444'000);
    result.verdict = ResyncVerdict::Updated;
    result.deltas = {{ResyncField::Duration, DeltaKind::Unchanged, qint64(71'000), qint64(71'000)},
                     added(ResyncField::Cost, qint64(97'850)),
                     added(ResyncField::Summary, QStringLiteral("Der Agent buchte einen Beratungstermin.")),
                     added(ResyncField::LatencyP50, 2208.5),
                     added(ResyncField::LatencyP95, 3381.0),
                     added(ResyncField::Sentiment, QStringLiteral("Positive"))};
    return result;
}

inline ResyncResult correctedCall()
{
    ResyncResult result = asked(558, "+498999998118", RunStart - 6'477'000);
    result.verdict = ResyncVerdict::Updated;
    result.deltas = {
        {ResyncField::Status, DeltaKind::Corrected, QStringLiteral("ongoing"), QStringLiteral("ended")},
        added(ResyncField::Cost, qint64(153'200))};
    return result;
}

inline ResyncResult unchangedCall(int number = 500)
{
    ResyncResult result = asked(number, "+494066969502", RunStart - 20'000'000);
    result.verdict = ResyncVerdict::Unchanged;
    result.isComplete = false;
    result.deltas = {{ResyncField::Duration, DeltaKind::Unchanged, qint64(1'000), qint64(1'000)}};
    return result;
}

inline ResyncResult failedCall(int number = 470)
{
    ResyncResult result = asked(number, "+491713920077", RunStart - 9'440'000);
    result.verdict = ResyncVerdict::Failed;
    result.isComplete = false;
    result.problem = Error{ErrorCode::ApiCallNotFound, {}, {QStringLiteral("422")}};
    return result;
}

/// Many, in turn changed, unchanged, changed, failed …
inline QList<ResyncResult> results(int count, int from = 0)
{
    QList<ResyncResult> list;
    list.reserve(count);
    for (int i = from; i < from + count; ++i) {
        ResyncResult result = i % 50 == 49 ? failedCall() : i % 2 == 1 ? unchangedCall() : updatedCall();
        result.callId = CallId(QStringLiteral("call_%1").arg(i));
        list.append(result);
    }
    return list;
}

inline ResyncRun finishedRun()
{
    ResyncRun run;
    run.startedMs = RunStart;
    run.finishedMs = RunStart + 4'000;
    run.end = ResyncEnd::Completed;
    run.total = 23;
    run.updated = 20;
    run.unchanged = 2;
    run.failed = 1;
    run.fieldsChanged = 61;
    run.costAdded = 1'840'000;
    run.costAddedCalls = 19;
    run.incompleteBefore = 23;
    run.incompleteAfter = 3;
    return run;
}

inline ResyncProgress runningProgress()
{
    ResyncProgress progress;
    progress.phase = ResyncPhase::Asking;
    progress.run.startedMs = RunStart;
    progress.run.request.scope = ResyncScope::Recent;
    progress.run.request.days = 30;
    progress.run.total = 2'418;
    progress.run.updated = 37;
    progress.run.unchanged = 1'444;
    progress.run.failed = 1;
    progress.perSecond = 9.4;
    progress.remainingMs = 100'000;
    progress.current = asked(1, "+494066969174", RunStart - 1'556'000'000);
    return progress;
}

inline IncompleteCall openCall(int number, const char *phone, SetAside setAside = SetAside::No)
{
    IncompleteCall call;
    call.row.callId = CallId(QStringLiteral("call_%1").arg(number));
    call.row.state = CallState::Completed;
    call.row.callType = QStringLiteral("phone_call");
    call.row.direction = Direction::Inbound;
    call.row.fromNumber = QString::fromLatin1(phone);
    call.row.startMs = RunStart - number * 60'000;
    call.row.completeness.present = static_cast<quint8>(
        Completeness::AllParts & ~Completeness::bit(Part::Cost) & ~Completeness::bit(Part::Latency));
    call.retry = RetryEntry{
        call.row.callId, RetryCause::Incomplete, 2, RunStart + 4 * 60'000 + 30'000, RunStart - 60'000,
        setAside};
    return call;
}

} // namespace anrufwarte::test
