// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/retryrules.h"

#include <QStringList>
#include <algorithm>

namespace anrufwarte {

namespace {

constexpr qint64 LongestDelayMs = 24LL * 60 * 60 * 1000;

bool isSignedAnew(Field field)
{
    switch (field) {
    case Field::RecordingUrl:
    case Field::RecordingMultiChannelUrl:
    case Field::ScrubbedRecordingUrl:
    case Field::ScrubbedRecordingMultiChannelUrl:
    case Field::PublicLogUrl:
    case Field::KnowledgeBaseUrl:
    case Field::OptInSignedUrl:
    case Field::ExtraMembers:
        return true;
    default:
        return false;
    }
}

QString nameOf(Part part)
{
    switch (part) {
    case Part::Duration:
        return QStringLiteral("duration");
    case Part::Cost:
        return QStringLiteral("cost");
    case Part::Transcript:
        return QStringLiteral("transcript");
    case Part::Latency:
        return QStringLiteral("latency");
    case Part::Recording:
        return QStringLiteral("recording");
    case Part::Summary:
        break;
    }
    return QStringLiteral("summary");
}

qint64 delayMs(const RetryState &state, const RetryLimits &limits)
{
    return retryDelayMs(limits.delayMs, state.entry.attempts - (state.wasAtOnce ? 1 : 0));
}

bool isMissing(const Completeness &completeness, Part part)
{
    return !completeness.has(part) && !completeness.cannotHave(part);
}

} // namespace

qint64 retryDelayMs(qint64 firstMs, int attempts)
{
    constexpr int MostDoublings = 20; // a second so often doubled is longer than a day
    return std::min(firstMs << std::clamp(attempts, 0, MostDoublings), LongestDelayMs);
}

bool looksLikeRetellsId(const CallId &callId)
{
    constexpr QStringView Prefix = u"call_";
    constexpr qsizetype Fewest = 4;
    constexpr qsizetype Most = 64;
    if (!callId.value().startsWith(Prefix))
        return false;
    const QStringView rest = QStringView(callId.value()).mid(Prefix.size());
    return rest.size() >= Fewest && rest.size() <= Most && std::all_of(rest.begin(), rest.end(), [](QChar c) {
               return c == u'_' || c == u'-' || (c.unicode() < 128 && c.isLetterOrNumber());
           });
}

bool needsRetry(const CallRow &row)
{
    return isFinished(row.state) && !row.completeness.isComplete();
}

RetryState onSight(const CallRow &row, const RetryLimits &limits, qint64 nowMs)
{
    const bool isAtOnce = isMissing(row.completeness, Part::Transcript);
    RetryState state{{row.callId}, isAtOnce};
    state.entry.dueMs = isAtOnce ? nowMs : nowMs + limits.delayMs;
    return state;
}

bool bringsNews(const MergeOutcome &merged)
{
    return std::any_of(merged.changes.begin(), merged.changes.end(), [](const FieldChange &change) {
        return !isKnown(change.before) || !isSignedAnew(change.field);
    });
}

std::optional<RetryState> afterAnswer(RetryState state, const MergeOutcome &merged, const RetryLimits &limits,
                                      qint64 nowMs)
{
    const CallRecord &record = merged.record;
    const bool isOver = isFinished(stateOf(textOf(record, Field::CallStatus), record.furthest));
    if (!isOver || completenessOf(record).isComplete())
        return std::nullopt;
    const RetryCause cause = std::exchange(state.entry.cause, RetryCause::Incomplete);
    if (bringsNews(merged)) {
        state.entry.attempts = 0;
        state.entry.dueMs = nowMs + limits.delayMs;
        state.wasAtOnce = false;
        return state;
    }
    if (cause == RetryCause::Incomplete)
        return afterFruitless(std::move(state), limits, nowMs);
    // Asked because of a webhook and not because its turn had come: that is no attempt, or else whoever sends
    // forged webhooks could use them up.
    state.entry.dueMs = nowMs + delayMs(state, limits);
    return state;
}

RetryState afterFruitless(RetryState state, const RetryLimits &limits, qint64 nowMs)
{
    RetryEntry &entry = state.entry;
    entry.cause = RetryCause::Incomplete;
    ++entry.attempts;
    if (entry.attempts >= limits.maxAttempts)
        entry.setAside = SetAside::NothingNew;
    entry.dueMs = nowMs + delayMs(state, limits);
    return state;
}

QString askingReason(RetryCause cause, const Completeness &known)
{
    if (cause == RetryCause::Rejected)
        return QStringLiteral("asked because a webhook was rejected");
    if (cause == RetryCause::NotWritten)
        return QStringLiteral("asked because a webhook could not be written");
    QStringList missing;
    for (int i = 0; i < PartCount; ++i) {
        if (isMissing(known, static_cast<Part>(i)))
            missing.append(nameOf(static_cast<Part>(i)));
    }
    return QStringLiteral("automatic resync: %1 missing").arg(missing.join(QStringLiteral(", ")));
}

} // namespace anrufwarte
