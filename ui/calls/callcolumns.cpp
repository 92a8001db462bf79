// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/callcolumns.h"

#include "ui/calls/celltexts.h"

#include <QCoreApplication>

namespace anrufwarte {

namespace {
template <typename T>
QVariant orNothing(const std::optional<T> &value)
{
    return value ? QVariant::fromValue(*value) : QVariant();
}

QVariant rawStatus(const BoardRow &row)
{
    return row.call.callStatus;
}

QVariant rawCaller(const BoardRow &row)
{
    return otherParty(row.call);
}

QVariant rawCalled(const BoardRow &row)
{
    return row.call.toNumber;
}

QVariant rawAgent(const BoardRow &row)
{
    return row.call.agentName;
}

QVariant rawDuration(const BoardRow &row)
{
    return orNothing(row.call.durationMs);
}

QVariant rawSentiment(const BoardRow &row)
{
    return row.call.sentiment;
}

QVariant rawCost(const BoardRow &row)
{
    return orNothing(row.call.cost);
}

QVariant rawSource(const BoardRow &row)
{
    return toWord(row.call.lastSource);
}

QVariant rawParts(const BoardRow &row)
{
    return row.call.completeness.present;
}

QVariant rawBegin(const BoardRow &row)
{
    return beginMs(row.call);
}

QVariant rawLatency(const BoardRow &row)
{
    return orNothing(row.call.latencyP95Ms);
}

QVariant rawId(const BoardRow &row)
{
    return row.call.callId.value();
}

constexpr bool Left = false, Right = true, Shown = true, Hidden = false;

constexpr std::array<CallColumn, BoardColumnCount> Columns{{
    {BoardColumn::Status, QT_TRANSLATE_NOOP("CallColumns", "Status"), 116, Left, Shown, celltext::status,
     rawStatus},
    {BoardColumn::Caller, QT_TRANSLATE_NOOP("CallColumns", "Caller"), 172, Left, Shown, celltext::caller,
     rawCaller},
    {BoardColumn::Called, QT_TRANSLATE_NOOP("CallColumns", "Called"), 172, Left, Hidden, celltext::called,
     rawCalled},
    {BoardColumn::Agent, QT_TRANSLATE_NOOP("CallColumns", "Agent"), 120, Left, Shown, celltext::agent,
     rawAgent},
    {BoardColumn::Duration, QT_TRANSLATE_NOOP("CallColumns", "Duration"), 62, Right, Shown,
     celltext::duration, rawDuration},
    {BoardColumn::Sentiment, QT_TRANSLATE_NOOP("CallColumns", "Sentiment"), 86, Left, Shown,
     celltext::sentiment, rawSentiment},
    {BoardColumn::Cost, QT_TRANSLATE_NOOP("CallColumns", "Cost"), 74, Right, Shown, celltext::cost, rawCost},
    {BoardColumn::LastSource, QT_TRANSLATE_NOOP("CallColumns", "Source"), 78, Left, Shown, celltext::source,
     rawSource},
    {BoardColumn::DataParts, QT_TRANSLATE_NOOP("CallColumns", "Data"), 118, Left, Shown, celltext::dataParts,
     rawParts},
    {BoardColumn::Begin, QT_TRANSLATE_NOOP("CallColumns", "Start"), 88, Left, Hidden, celltext::begin,
     rawBegin},
    {BoardColumn::LatencyP95, QT_TRANSLATE_NOOP("CallColumns", "p95"), 84, Right, Hidden, celltext::latency,
     rawLatency},
    {BoardColumn::Id, QT_TRANSLATE_NOOP("CallColumns", "Call ID"), 180, Left, Hidden, celltext::id, rawId},
}};
} // namespace

const std::array<CallColumn, BoardColumnCount> &callColumns()
{
    return Columns;
}

QString columnTitle(BoardColumn column)
{
    return QCoreApplication::translate("CallColumns", callColumn(column).title);
}

QString copyText(const BoardRow &row, const QList<BoardColumn> &columns, const CellContext &context)
{
    QStringList cells;
    for (const BoardColumn column : columns) {
        const bool isNumber = column == BoardColumn::Caller || column == BoardColumn::Called;
        const QString raw = callColumn(column).raw(row).toString();
        // A masked number stays masked on its way to other programs.
        if (isNumber && !context.maskNumbers && !raw.isEmpty())
            cells.append(raw);
        else
            cells.append(callColumn(column).text(row, context));
    }
    return cells.join(u'\t');
}

} // namespace anrufwarte
