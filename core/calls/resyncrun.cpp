// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calls/resyncrun.h"

#include <algorithm>
#include <array>

namespace anrufwarte {

namespace {

constexpr std::array Scopes = {QLatin1String("calls"), QLatin1String("incomplete"), QLatin1String("recent")};
constexpr std::array Fields = {QLatin1String("status"),
                               QLatin1String("duration"),
                               QLatin1String("cost"),
                               QLatin1String("cost_breakdown"),
                               QLatin1String("transcript"),
                               QLatin1String("recording"),
                               QLatin1String("summary"),
                               QLatin1String("latency_metrics"),
                               QLatin1String("latency_p50"),
                               QLatin1String("latency_p95"),
                               QLatin1String("user_sentiment"),
                               QLatin1String("call_successful"),
                               QLatin1String("disconnection_reason"),
                               QLatin1String("agent_name"),
                               QLatin1String("from_number"),
                               QLatin1String("to_number"),
                               QLatin1String("start_timestamp"),
                               QLatin1String("end_timestamp"),
                               QLatin1String("other")};
constexpr std::array Kinds = {QLatin1String("unchanged"), QLatin1String("added"), QLatin1String("corrected")};
constexpr std::array Verdicts = {QLatin1String("updated"), QLatin1String("unchanged"),
                                 QLatin1String("failed"), QLatin1String("given_up")};
constexpr std::array Triggers = {QLatin1String("person"), QLatin1String("command_line"),
                                 QLatin1String("automatic")};
constexpr std::array Ends = {QLatin1String("running"), QLatin1String("completed"), QLatin1String("cancelled"),
                             QLatin1String("refused")};
static_assert(Fields.size() == ResyncFieldCount);

template <typename Word, size_t N>
QString wordOf(const std::array<QLatin1String, N> &words, Word word)
{
    return words[static_cast<size_t>(word)];
}

template <typename Word, size_t N>
std::optional<Word> fromWord(const std::array<QLatin1String, N> &words, QStringView word)
{
    const auto found = std::find(words.begin(), words.end(), word);
    if (found == words.end())
        return std::nullopt;
    return static_cast<Word>(found - words.begin());
}

} // namespace

qsizetype ResyncResult::changes() const
{
    return std::count_if(deltas.begin(), deltas.end(),
                         [](const FieldDelta &delta) { return delta.kind != DeltaKind::Unchanged; });
}

void ResyncRun::count(const ResyncResult &result)
{
    if (result.verdict == ResyncVerdict::Updated)
        ++updated;
    else if (result.verdict == ResyncVerdict::Unchanged)
        ++unchanged;
    else
        ++failed;
    fieldsChanged += result.changes();
    for (const FieldDelta &delta : result.deltas) {
        const auto *cost = std::get_if<qint64>(&delta.after);
        if (delta.field == ResyncField::Cost && delta.kind == DeltaKind::Added && cost) {
            costAdded += *cost;
            ++costAddedCalls;
        }
    }
}

QString toWord(ResyncScope scope)
{
    return wordOf(Scopes, scope);
}

QString toWord(ResyncField field)
{
    return wordOf(Fields, field);
}

QString toWord(DeltaKind kind)
{
    return wordOf(Kinds, kind);
}

QString toWord(ResyncVerdict verdict)
{
    return wordOf(Verdicts, verdict);
}

QString toWord(ResyncTrigger trigger)
{
    return wordOf(Triggers, trigger);
}

QString toWord(ResyncEnd end)
{
    return wordOf(Ends, end);
}

std::optional<ResyncScope> resyncScopeFromWord(QStringView word)
{
    return fromWord<ResyncScope>(Scopes, word);
}

std::optional<ResyncField> resyncFieldFromWord(QStringView word)
{
    return fromWord<ResyncField>(Fields, word);
}

std::optional<DeltaKind> deltaKindFromWord(QStringView word)
{
    return fromWord<DeltaKind>(Kinds, word);
}

std::optional<ResyncVerdict> resyncVerdictFromWord(QStringView word)
{
    return fromWord<ResyncVerdict>(Verdicts, word);
}

std::optional<ResyncTrigger> resyncTriggerFromWord(QStringView word)
{
    return fromWord<ResyncTrigger>(Triggers, word);
}

std::optional<ResyncEnd> resyncEndFromWord(QStringView word)
{
    return fromWord<ResyncEnd>(Ends, word);
}

} // namespace anrufwarte
