// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/transcript.h"

namespace anrufwarte {

/// One row of the transcript: something said, or something that happened (a tool call together with its
/// result, a key pressed, a change of node …). Texts are bounded, so that one giant entry cannot freeze the
/// window.
struct TranscriptRow
{
    int number = 0; ///< of the entry within the call; a row keeps it while the transcript grows
    Turn turn;
    bool hasResult = false;
    QString argumentsLine; ///< one line each, for the folded row
    QString resultLine;
    QString argumentsText; ///< pretty JSON, for the unfolded one
    QString resultText;

    /// Also a line of a plain transcript that names no speaker.
    [[nodiscard]] bool isSpeech() const;
    [[nodiscard]] bool canUnfold() const { return !argumentsText.isEmpty() || !resultText.isEmpty(); }
    bool operator==(const TranscriptRow &) const = default;
};

/// Tool results join the call they answer (by tool_call_id); one without a call stands alone.
[[nodiscard]] QList<TranscriptRow> transcriptRows(const QList<Turn> &turns);

/// True when nobody said or did anything: no rows, or only white space.
[[nodiscard]] bool isBlank(const QList<TranscriptRow> &rows);

/// A place where the searched text occurs. Something said is marked letter by letter, other rows as a whole
/// (-1).
struct TranscriptHit
{
    int row = 0;
    int start = -1;
    int length = 0;

    bool operator==(const TranscriptHit &) const = default;
};

/// Without regard to case, in order, at most 10,000.
[[nodiscard]] QList<TranscriptHit> findHits(const QList<TranscriptRow> &rows, const QString &needle);

/// What of a row the needle can be found in.
[[nodiscard]] QString searchableText(const TranscriptRow &row);

} // namespace anrufwarte
