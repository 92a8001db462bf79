// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/transcriptrow.h"

#include "ui/detail/prettyjson.h"

#include <QHash>
#include <algorithm>

namespace anrufwarte {

namespace {

constexpr qsizetype MaxSpeech = 50'000;
constexpr qsizetype MaxLine = 200;
constexpr qsizetype MaxDetail = 20'000;
constexpr qsizetype MaxHits = 10'000;

void addResult(TranscriptRow &row, const Turn &result)
{
    row.hasResult = true;
    row.turn.toolSucceeded = result.toolSucceeded;
    row.resultLine = shortJson(result.text, MaxLine);
    row.resultText = prettyJson(result.text, MaxDetail);
}

} // namespace

bool TranscriptRow::isSpeech() const
{
    const bool isUnlabelledLine = turn.role == TurnRole::Other && turn.roleWord.isEmpty();
    return turn.role == TurnRole::Agent || turn.role == TurnRole::User ||
           turn.role == TurnRole::TransferTarget || isUnlabelledLine;
}

QList<TranscriptRow> transcriptRows(const QList<Turn> &turns)
{
    QList<TranscriptRow> rows;
    rows.reserve(turns.size());
    QHash<QString, qsizetype> calls; // tool_call_id -> its row
    int number = -1;
    for (const Turn &turn : turns) {
        ++number;
        const bool isResult = turn.role == TurnRole::ToolResult;
        if (isResult && !turn.toolCallId.isEmpty() && calls.contains(turn.toolCallId)) {
            addResult(rows[calls.take(turn.toolCallId)], turn);
            continue;
        }
        TranscriptRow row;
        row.number = number;
        row.turn = turn;
        row.turn.text = bounded(turn.text, MaxSpeech);
        row.turn.toolArguments.clear(); // kept in its two readable forms
        if (turn.role == TurnRole::ToolInvocation) {
            row.argumentsLine = shortJson(turn.toolArguments, MaxLine);
            row.argumentsText = prettyJson(turn.toolArguments, MaxDetail);
            calls.insert(turn.toolCallId, rows.size());
        }
        if (isResult) {
            addResult(row, turn);
            row.turn.text.clear();
        }
        rows.append(std::move(row));
    }
    return rows;
}

bool isBlank(const QList<TranscriptRow> &rows)
{
    return std::all_of(rows.begin(), rows.end(), [](const TranscriptRow &row) {
        return row.isSpeech() && row.turn.text.trimmed().isEmpty();
    });
}

QString searchableText(const TranscriptRow &row)
{
    if (row.isSpeech())
        return row.turn.text;
    return QStringList{row.turn.toolName, row.turn.nodeFrom, row.turn.text, row.argumentsText, row.resultText}
        .join(u'\n');
}

QList<TranscriptHit> findHits(const QList<TranscriptRow> &rows, const QString &needle)
{
    QList<TranscriptHit> hits;
    if (needle.isEmpty())
        return hits;
    for (int i = 0; i < static_cast<int>(rows.size()); ++i) {
        const QString text = searchableText(rows[i]);
        qsizetype at = text.indexOf(needle, 0, Qt::CaseInsensitive);
        if (at >= 0 && !rows[i].isSpeech()) {
            hits.append({i, -1, 0});
            continue;
        }
        for (; at >= 0 && hits.size() < MaxHits;
             at = text.indexOf(needle, at + needle.size(), Qt::CaseInsensitive))
            hits.append({i, static_cast<int>(at), static_cast<int>(needle.size())});
    }
    return hits;
}

} // namespace anrufwarte
