// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retell/words.h"

#include <array>
#include <utility>

namespace anrufwarte {

namespace {

constexpr std::array<std::pair<QStringView, EventKind>, 8> Events{{
    {u"call_started", EventKind::CallStarted},
    {u"transcript_updated", EventKind::TranscriptUpdated},
    {u"transfer_started", EventKind::Transfer},
    {u"transfer_bridged", EventKind::Transfer},
    {u"transfer_cancelled", EventKind::Transfer},
    {u"transfer_ended", EventKind::Transfer},
    {u"call_ended", EventKind::CallEnded},
    {u"call_analyzed", EventKind::CallAnalysed},
}};

constexpr std::array<std::pair<QStringView, QStringView>, 8> FormerWords{{
    {u"in_progress", statusword::Ongoing},
    {u"in-progress", statusword::Ongoing},
    {u"active", statusword::Ongoing},
    {u"ringing", statusword::Registered},
    {u"completed", statusword::Ended},
    {u"analyzed", statusword::Ended},
    {u"call_analyzed", statusword::Ended},
    {u"failed", statusword::Error},
}};

} // namespace

EventKind eventKindOf(QStringView event)
{
    for (const auto &[name, kind] : Events) {
        if (event == name)
            return kind;
    }
    return event.startsWith(u"chat_") ? EventKind::Chat : EventKind::Unknown;
}

QString currentStatusWord(const QString &word)
{
    for (const auto &[former, current] : FormerWords) {
        if (word == former)
            return current.toString();
    }
    return word;
}

std::optional<Stage> stageOfStatusWord(QStringView currentWord)
{
    if (currentWord == statusword::Registered)
        return Stage::Registered;
    if (currentWord == statusword::Ongoing)
        return Stage::Ongoing;
    return isTerminalWord(currentWord) ? std::optional(Stage::Finished) : std::nullopt;
}

} // namespace anrufwarte
