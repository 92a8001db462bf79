// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/callview.h"

#include "core/calls/latency.h"
#include "core/calls/transcript.h"
#include "core/text/terms.h"

#include <QCoreApplication>
#include <bit>

namespace anrufwarte {

namespace {

struct CallViewText
{
    Q_DECLARE_TR_FUNCTIONS(CallViewText)
};

constexpr qsizetype AgentWidth = 28;
constexpr qsizetype ValueWidth = 48; // of before and after in the history

using Side = TextTable::Side;

QStringList indented(const QStringList &lines)
{
    QStringList result;
    for (const QString &line : lines)
        result.append(QString(u"  " + line));
    return result;
}

/// A section of its own, or nothing when there is nothing in it.
void append(QStringList &lines, const QString &title, const QStringList &section)
{
    if (section.isEmpty())
        return;
    lines.append(QString());
    lines.append(title);
    lines.append(indented(section));
}

QString yesOrNo(const std::optional<bool> &value)
{
    if (!value)
        return Formats::unknown();
    return *value ? CallViewText::tr("yes") : CallViewText::tr("no");
}

QString orUnknown(const QString &text)
{
    return text.isEmpty() ? Formats::unknown() : text;
}

/// "Label:   value", the values under each other.
QStringList aligned(const QList<std::pair<QString, QString>> &pairs)
{
    qsizetype width = 0;
    for (const auto &[label, value] : pairs)
        width = std::max(width, terminalWidth(label));
    QStringList lines;
    for (const auto &[label, value] : pairs)
        lines.append(label + QString(width - terminalWidth(label) + 2, u' ') + value);
    return lines;
}

/// What may hold several lines.
QStringList paragraph(const QString &text)
{
    return text.isEmpty() ? QStringList() : text.split(u'\n');
}

} // namespace

TextTable CallView::table(const QList<CallRow> &rows) const
{
    TextTable table;
    table.addColumn(CallViewText::tr("No."), Side::Right);
    table.addColumn(CallViewText::tr("Status"));
    table.addColumn(CallViewText::tr("From"));
    table.addColumn(CallViewText::tr("To"));
    table.addColumn(CallViewText::tr("Agent"));
    table.addColumn(CallViewText::tr("Start"));
    table.addColumn(CallViewText::tr("Duration"), Side::Right);
    table.addColumn(CallViewText::tr("Cost"), Side::Right);
    table.addColumn(CallViewText::tr("p95"), Side::Right);
    table.addColumn(CallViewText::tr("Data"), Side::Right);
    for (const CallRow &row : rows) {
        const QString agent = row.agentName.isEmpty() ? row.agentId : row.agentName;
        table.addRow({QString::number(row.id.value()), terms::status(row), phone(row.fromNumber),
                      phone(row.toNumber), shortened(orUnknown(agent), AgentWidth), when(row.startMs),
                      m_formats.duration(row.durationMs), m_formats.callCost(row.cost),
                      m_formats.latency(row.latencyP95Ms), dataSummary(row)});
    }
    return table;
}

QStringList CallView::lines(const Call &call, const QList<HistoryEntry> &history) const
{
    QStringList lines = facts(call);
    append(lines, CallViewText::tr("Data"), dataLines(call.row));
    append(lines, CallViewText::tr("Cost"), costLines(call));
    append(lines, CallViewText::tr("Latency"), latencyLines(call));
    append(lines, CallViewText::tr("Summary"), paragraph(textOf(call.record, Field::Summary)));
    append(lines, CallViewText::tr("Transcript"), transcriptLines(call));
    QStringList warnings;
    for (const FieldWarning &warning : call.warnings)
        warnings.append(CallViewText::tr("%1 could not be read: %2").arg(warning.member, warning.found));
    append(lines, CallViewText::tr("Warnings"), warnings);
    append(lines, CallViewText::tr("History"), historyLines(history));
    return lines;
}

QString CallView::phone(const QString &number) const
{
    if (number.isEmpty())
        return Formats::unknown();
    return m_masksNumbers ? m_formats.maskedPhone(number) : m_formats.phone(number);
}

QString CallView::when(const std::optional<qint64> &ms) const
{
    return ms ? m_formats.dateTime(*ms) : Formats::unknown();
}

/// "5/6"; parts that can never come leave the count.
QString CallView::dataSummary(const CallRow &row) const
{
    const Completeness &data = row.completeness;
    const int present = std::popcount(static_cast<unsigned>(data.present));
    const int never = std::popcount(static_cast<unsigned>(data.never & ~data.present));
    return QStringLiteral("%1/%2").arg(present).arg(PartCount - never);
}

QStringList CallView::facts(const Call &call) const
{
    const CallRow &row = call.row;
    const CallRecord &record = call.record;
    const QString agent = row.agentName.isEmpty() ? row.agentId : row.agentName;
    QList<std::pair<QString, QString>> pairs{
        {CallViewText::tr("Call"), QString::number(row.id.value())},
        {CallViewText::tr("Retell id"), row.callId.value()},
        {CallViewText::tr("Status"),
         QStringLiteral("%1 (%2)").arg(terms::status(row), orUnknown(row.callStatus))},
        {CallViewText::tr("Direction"), terms::direction(row.direction)},
        {CallViewText::tr("From"), phone(row.fromNumber)},
        {CallViewText::tr("To"), phone(row.toNumber)},
        {CallViewText::tr("Agent"), orUnknown(agent)},
        {CallViewText::tr("Start"), when(row.startMs)},
        {CallViewText::tr("End"), when(row.endMs)},
        {CallViewText::tr("Duration"), m_formats.duration(row.durationMs)},
        {CallViewText::tr("Cost"), m_formats.callCost(row.cost)},
        {CallViewText::tr("Response time (p50)"), m_formats.latency(row.latencyP50Ms)},
        {CallViewText::tr("Sentiment"), terms::sentiment(row.sentiment)},
        {CallViewText::tr("Successful"), yesOrNo(row.successful)},
        {CallViewText::tr("Ended by"), orUnknown(terms::disconnectionReason(row.disconnectionReason))},
        {CallViewText::tr("Recording"), orUnknown(textOf(record, Field::RecordingUrl))},
        {CallViewText::tr("Log"), orUnknown(textOf(record, Field::PublicLogUrl))},
        {CallViewText::tr("Source"), terms::source(row.lastSource)},
        {CallViewText::tr("Last heard of"), when(row.lastSeenMs)},
    };
    return aligned(pairs);
}

QStringList CallView::dataLines(const CallRow &row) const
{
    const bool isOver = isFinished(row.state);
    const auto states = dataStates(row.completeness, isOver, row.endMs.value_or(row.finishedSeenMs), m_nowMs);
    QList<std::pair<QString, QString>> pairs;
    for (int i = 0; i < PartCount; ++i)
        pairs.append(
            {terms::part(static_cast<Part>(i)), terms::dataState(states.at(static_cast<size_t>(i)))});
    return aligned(pairs);
}

QStringList CallView::costLines(const Call &call) const
{
    if (!call.cost)
        return {};
    TextTable table;
    table.addColumn(CallViewText::tr("Item"));
    table.addColumn(CallViewText::tr("Product"));
    table.addColumn(CallViewText::tr("Amount"), Side::Right);
    for (const CostPart &part : call.cost->parts) {
        const QString amount = part.amount ? m_formats.cents(*part.amount) : Formats::unknown();
        table.addRow({terms::costProduct(part.product), part.product, amount});
    }
    QStringList lines = call.cost->parts.isEmpty() ? QStringList() : table.lines();
    const auto total = [this](const std::optional<MicroDollars> &amount) {
        return amount ? m_formats.cents(*amount) : Formats::unknown();
    };
    lines.append(aligned({{CallViewText::tr("Sum of the items"), total(call.cost->partsSum)},
                          {CallViewText::tr("Total according to Retell"), total(call.cost->total)}}));
    return lines;
}

QStringList CallView::latencyLines(const Call &call) const
{
    const QList<LatencyGroup> groups = readLatency(jsonOf(call.record, Field::Latency));
    if (groups.isEmpty())
        return {};
    TextTable table;
    table.addColumn(CallViewText::tr("Component"));
    for (const char *heading : {"p50", "p90", "p95", "p99"})
        table.addColumn(QString::fromLatin1(heading), Side::Right);
    table.addColumn(CallViewText::tr("Samples"), Side::Right);
    for (const LatencyGroup &group : groups) {
        const QString samples = group.samples ? m_formats.number(*group.samples) : Formats::unknown();
        table.addRow({terms::latencyGroup(group.name), m_formats.milliseconds(group.p50),
                      m_formats.milliseconds(group.p90), m_formats.milliseconds(group.p95),
                      m_formats.milliseconds(group.p99), samples});
    }
    return table.lines();
}

QStringList CallView::transcriptLines(const Call &call) const
{
    QList<Turn> turns = readTurns(jsonOf(call.record, Field::Turns));
    if (turns.isEmpty())
        turns = turnsFromText(textOf(call.record, Field::Transcript));
    QStringList lines;
    for (const Turn &turn : std::as_const(turns)) {
        const auto startMs =
            turn.startSeconds ? std::optional(qRound64(*turn.startSeconds * 1000)) : std::nullopt;
        const QString text = turn.role == TurnRole::ToolInvocation
                                 ? QString(turn.toolName + u' ' + turn.toolArguments)
                                 : QString(turn.text).replace(u'\n', u' ');
        lines.append(
            QStringLiteral("%1  %2: %3").arg(m_formats.duration(startMs), terms::speaker(turn), text));
    }
    return lines.isEmpty() ? paragraph(textOf(call.record, Field::Transcript)) : lines;
}

QStringList CallView::historyLines(const QList<HistoryEntry> &history) const
{
    if (history.isEmpty())
        return {};
    TextTable table;
    table.addColumn(CallViewText::tr("Time"));
    table.addColumn(CallViewText::tr("Trigger"));
    table.addColumn(CallViewText::tr("Field"));
    table.addColumn(CallViewText::tr("Before"));
    table.addColumn(CallViewText::tr("After"));
    table.addColumn(CallViewText::tr("Reason"));
    const auto shown = [this](const QString &field, const QString &value) {
        const bool isNumber = field == QLatin1String("from_number") || field == QLatin1String("to_number");
        const QString text = isNumber && m_masksNumbers ? phone(value) : value;
        return shortened(orUnknown(text).replace(u'\n', u' '), ValueWidth);
    };
    for (const HistoryEntry &entry : history) {
        table.addRow({m_formats.dateTime(entry.changedMs), terms::source(entry.source), entry.field,
                      shown(entry.field, entry.before), shown(entry.field, entry.after), entry.reason});
    }
    return table.lines();
}

} // namespace anrufwarte
