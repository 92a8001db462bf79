// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/celltexts.h"

#include "core/text/terms.h"

#include <QCoreApplication>

namespace anrufwarte {

namespace {
QString orUnknown(const QString &text)
{
    return text.isEmpty() ? Formats::unknown() : text;
}

QString number(const QString &number, const CellContext &context)
{
    if (number.isEmpty())
        return Formats::unknown();
    return context.maskNumbers ? context.formats.maskedPhone(number) : context.formats.phone(number);
}

QString partNames(const std::array<DataState, PartCount> &states, DataState wanted)
{
    QStringList names;
    for (int i = 0; i < PartCount; ++i) {
        if (states[static_cast<size_t>(i)] == wanted)
            names.append(terms::part(static_cast<Part>(i)));
    }
    return names.join(QLatin1String(", "));
}
} // namespace

std::optional<qint64> durationMs(const BoardRow &row, const CellContext &context)
{
    if (isFinished(row.call.state))
        return row.call.durationMs;
    return std::max<qint64>(0, context.nowMs - beginMs(row.call));
}

std::array<DataState, PartCount> partStates(const BoardRow &row)
{
    // The board already knows whether the waiting time is over; the clock is not asked again here.
    const qint64 now = row.overdue ? PendingAfterEndMs : 0;
    return dataStates(row.call.completeness, isFinished(row.call.state), 0, now);
}

PartCounts partCounts(const BoardRow &row)
{
    PartCounts counts;
    for (const DataState state : partStates(row)) {
        counts.present += state == DataState::Present ? 1 : 0;
        counts.possible += state == DataState::Never ? 0 : 1;
        counts.missing += state == DataState::Missing ? 1 : 0;
    }
    return counts;
}

namespace celltext {

QString status(const BoardRow &row, const CellContext &)
{
    return row.unconfirmed ? terms::unconfirmed() : terms::status(row.call);
}

QString caller(const BoardRow &row, const CellContext &context)
{
    return isWebCall(row.call) ? terms::webCall() : number(otherParty(row.call), context);
}

QString called(const BoardRow &row, const CellContext &context)
{
    return number(row.call.toNumber, context);
}

QString agent(const BoardRow &row, const CellContext &)
{
    return orUnknown(row.call.agentName.isEmpty() ? row.call.agentId : row.call.agentName);
}

QString duration(const BoardRow &row, const CellContext &context)
{
    const QString text = context.formats.duration(durationMs(row, context));
    return context.stale && !isFinished(row.call.state) ? u"≥ " + text : text;
}

QString sentiment(const BoardRow &row, const CellContext &)
{
    return terms::sentiment(row.call.sentiment);
}

QString cost(const BoardRow &row, const CellContext &context)
{
    if (isFinished(row.call.state))
        return context.formats.callCost(row.call.cost);
    if (row.call.state != CallState::Ongoing || !context.microsPerMinute)
        return Formats::unknown();
    const qint64 ms = durationMs(row, context).value_or(0);
    return context.formats.estimatedCost(ms * *context.microsPerMinute / 60'000);
}

QString source(const BoardRow &row, const CellContext &)
{
    return terms::source(row.call.lastSource);
}

QString missing(int parts)
{
    return QCoreApplication::translate("CallCells", "%n missing", nullptr, parts);
}

QString dataParts(const BoardRow &row, const CellContext &context)
{
    const PartCounts counts = partCounts(row);
    if (counts.missing > 0)
        return missing(counts.missing);
    return context.formats.number(counts.present) + u'/' + context.formats.number(counts.possible);
}

QString begin(const BoardRow &row, const CellContext &context)
{
    return context.formats.timeOrDate(beginMs(row.call), context.nowMs);
}

QString latency(const BoardRow &row, const CellContext &context)
{
    return context.formats.latency(row.call.latencyP95Ms);
}

QString id(const BoardRow &row, const CellContext &)
{
    return row.call.callId.value();
}

QString sentence(const BoardRow &row, const CellContext &context)
{
    QStringList parts{status(row, context)};
    if (row.call.direction != Direction::Unknown)
        parts.append(context.formats.locale().toLower(terms::direction(row.call.direction)));
    parts.append(isWebCall(row.call) ? terms::webCall() : context.formats.maskedPhone(otherParty(row.call)));
    parts.append(agent(row, context));
    if (const std::optional<qint64> ms = durationMs(row, context))
        parts.append(
            QCoreApplication::translate("CallCells", "duration %1").arg(context.formats.spokenDuration(*ms)));
    const PartCounts counts = partCounts(row);
    parts.append(
        QCoreApplication::translate("CallCells", "data %1 of %2").arg(counts.present).arg(counts.possible));
    return parts.join(QLatin1String(", "));
}

QString spokenParts(const BoardRow &row, const CellContext &)
{
    const PartCounts counts = partCounts(row);
    if (counts.missing == 0)
        return QCoreApplication::translate("CallCells", "%1 of %2 present")
            .arg(counts.present)
            .arg(counts.possible);
    return QCoreApplication::translate("CallCells", "%1 of %2 missing: %3")
        .arg(counts.missing)
        .arg(counts.possible)
        .arg(partNames(partStates(row), DataState::Missing));
}

} // namespace celltext
} // namespace anrufwarte
