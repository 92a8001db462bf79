// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/callterms.h"

#include <QString>
#include <optional>

namespace anrufwarte {

/// What a webhook event is to us (api.md §2). Unknown: an event of tomorrow, noted and nothing else done.
enum class EventKind : quint8
{
    CallStarted,
    TranscriptUpdated,
    Transfer,
    CallEnded,
    CallAnalysed,
    Chat,
    Unknown
};

/// Transfer: one of the four transfer_* events; Chat: any chat_* event.
[[nodiscard]] EventKind eventKindOf(QStringView event);

/// call_status as Retell says it today: the former system's words are mapped (contract §6.1), all others,
/// also unknown ones, stay as they are.
[[nodiscard]] QString currentStatusWord(const QString &word);

/// The stage a word stands for, after currentStatusWord(); empty for a word we do not know. Analysed never
/// comes from a word alone.
[[nodiscard]] std::optional<Stage> stageOfStatusWord(QStringView currentWord);

} // namespace anrufwarte
