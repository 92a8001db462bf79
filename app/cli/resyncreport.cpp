// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/resyncreport.h"

#include "app/cli/texttable.h"
#include "core/export/record.h"
#include "core/text/errortext.h"
#include "core/text/terms.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace anrufwarte {

namespace {

struct ReportText
{
    Q_DECLARE_TR_FUNCTIONS(ResyncReport)
};

/// What the former system's command showed of a call, in its order.
constexpr std::array Figures{ResyncField::Duration,       ResyncField::Cost,      ResyncField::CostBreakdown,
                             ResyncField::Transcript,     ResyncField::Recording, ResyncField::Summary,
                             ResyncField::LatencyMetrics, ResyncField::LatencyP50};

enum class Moment : quint8
{
    Before,
    After
};

using Pairs = QList<std::pair<QString, QString>>;

/// "Label   value", the values under each other.
QStringList aligned(const Pairs &pairs)
{
    qsizetype width = 0;
    for (const auto &[label, value] : pairs)
        width = std::max(width, terminalWidth(label));
    QStringList lines;
    for (const auto &[label, value] : pairs)
        lines.append(QStringLiteral("    ") + label + QString(width - terminalWidth(label) + 2, u' ') +
                     value);
    return lines;
}

/// A figure without a line was unknown before and is still.
FieldDelta deltaOf(const ResyncResult &result, ResyncField field)
{
    const auto found = std::find_if(result.deltas.cbegin(), result.deltas.cend(),
                                    [field](const FieldDelta &delta) { return delta.field == field; });
    return found == result.deltas.cend() ? FieldDelta{field, DeltaKind::Unchanged, {}, {}} : *found;
}

QString figureAt(const ResyncResult &result, ResyncField field, Moment moment, const FigureStyle &style)
{
    const FieldDelta delta = deltaOf(result, field);
    const FigureValue &value = moment == Moment::Before ? delta.before : delta.after;
    if (!std::holds_alternative<std::monostate>(value))
        return resyncterms::figureText(field, value, style);
    const bool neverComes = result.isComplete && std::holds_alternative<std::monostate>(delta.after);
    return terms::dataState(neverComes ? DataState::Never : DataState::Missing);
}

QStringList figuresAt(const ResyncResult &result, Moment moment, const FigureStyle &style)
{
    Pairs pairs;
    for (const ResyncField field : Figures)
        pairs.append({resyncterms::fieldName(field), figureAt(result, field, moment, style)});
    return aligned(pairs);
}

QStringList furtherChanges(const ResyncResult &result, const FigureStyle &style)
{
    Pairs pairs;
    for (const FieldDelta &delta : result.deltas) {
        const bool isShown = std::find(Figures.begin(), Figures.end(), delta.field) != Figures.end();
        if (isShown || delta.kind == DeltaKind::Unchanged)
            continue;
        const QString after = resyncterms::figureText(delta.field, delta.after, style);
        const QString before = resyncterms::figureText(delta.field, delta.before, style);
        pairs.append({resyncterms::fieldName(delta.field),
                      delta.field == ResyncField::Other ? after : before + QStringLiteral(" → ") + after});
    }
    return aligned(pairs);
}

QString heading(const ResyncResult &result, const FigureStyle &style)
{
    QStringList parts;
    if (result.id.value() != 0)
        parts.append(QString::number(result.id.value()));
    parts.append(result.callId.value());
    const QString &number = result.direction == Direction::Outbound ? result.toNumber : result.fromNumber;
    if (!number.isEmpty())
        parts.append(style.masksNumbers ? style.formats.maskedPhone(number) : style.formats.phone(number));
    if (result.startMs)
        parts.append(style.formats.dateTime(*result.startMs));
    return ReportText::tr("Call %1").arg(parts.join(QStringLiteral("  ")));
}

QString verdictLine(const ResyncResult &result)
{
    const QString verdict = resyncterms::verdictText(result.verdict);
    QString reason = resyncterms::problemText(result);
    if (result.verdict == ResyncVerdict::Updated)
        reason = result.wasNew ? ReportText::tr("new here") : resyncterms::changedFields(result);
    return QStringLiteral("  ") + (reason.isEmpty() ? verdict : verdict + QStringLiteral(": ") + reason);
}

/// As the columns of contract §5 give it: amounts in US dollars.
Cell figureCell(ResyncField field, const FigureValue &value)
{
    if (const auto *micros = std::get_if<qint64>(&value); micros && field == ResyncField::Cost)
        return dollars(*micros);
    return std::visit([](const auto &figure) { return Cell(figure); }, value);
}

QByteArray changesJson(const QList<FieldDelta> &deltas)
{
    QByteArrayList changes;
    for (const FieldDelta &delta : deltas) {
        if (delta.kind == DeltaKind::Unchanged)
            continue;
        changes.append(toJson(Record{{QStringLiteral("field"), toWord(delta.field)},
                                     {QStringLiteral("kind"), toWord(delta.kind)},
                                     {QStringLiteral("before"), figureCell(delta.field, delta.before)},
                                     {QStringLiteral("after"), figureCell(delta.field, delta.after)}}));
    }
    return '[' + changes.join(", ") + ']';
}

QString counts(const ResyncRun &run, const Formats &formats)
{
    return ReportText::tr("%1 of %2 calls asked for: %3 updated, %4 unchanged, %5 failed.")
        .arg(formats.number(run.done()), formats.number(run.total), formats.number(run.updated),
             formats.number(run.unchanged), formats.number(run.failed));
}

} // namespace

ResyncReport::ResyncReport(const Output &output, Format format, bool masksNumbers)
    : m_output(output), m_format(format)
{
    m_style.masksNumbers = masksNumbers;
}

void ResyncReport::add(const QList<ResyncResult> &results)
{
    for (const ResyncResult &result : results) {
        if (m_format == Format::Json) {
            m_output.data((m_hasRows ? QByteArray(",\n") : QByteArray("[\n")) + reportJson(result));
        } else {
            const QStringList lines = reportLines(result, m_style);
            for (const QString &line : lines)
                m_output.line(line);
        }
        m_hasRows = true;
    }
    m_output.flush();
}

void ResyncReport::end()
{
    if (m_format == Format::Json)
        m_output.data(m_hasRows ? QByteArray("\n]\n") : QByteArray("[]\n"));
    m_output.flush();
}

QStringList reportLines(const ResyncResult &result, const FigureStyle &style)
{
    QStringList lines{heading(result, style)};
    if (!result.problem) {
        lines.append(QStringLiteral("  ") + ReportText::tr("Before"));
        lines.append(figuresAt(result, Moment::Before, style));
        lines.append(QStringLiteral("  ") + ReportText::tr("After"));
        lines.append(figuresAt(result, Moment::After, style));
        if (const QStringList further = furtherChanges(result, style); !further.isEmpty()) {
            lines.append(QStringLiteral("  ") + ReportText::tr("Also changed"));
            lines.append(further);
        }
    }
    lines.append(verdictLine(result));
    lines.append(QString());
    return lines;
}

QByteArray reportJson(const ResyncResult &result)
{
    const qint64 id = result.id.value();
    return toJson(
        Record{{QStringLiteral("retell_call_id"), result.callId.value()},
               {QStringLiteral("id"), id == 0 ? Cell() : Cell(id)},
               {QStringLiteral("verdict"), toWord(result.verdict)},
               {QStringLiteral("set_aside"), textCell(toWord(result.setAside))},
               {QStringLiteral("error"), result.problem ? textCell(sentence(*result.problem)) : Cell()},
               {QStringLiteral("complete"), result.isComplete},
               {QStringLiteral("changes"), RawJson{changesJson(result.deltas)}}});
}

QStringList summaryLines(const ResyncRun &run, const Formats &formats)
{
    QStringList lines;
    if (run.end == ResyncEnd::Cancelled)
        lines.append(ReportText::tr("Cancelled. What was written stays."));
    if (run.total == 0 && run.end == ResyncEnd::Completed)
        lines.append(ReportText::tr("Nothing to do: no call with missing data was found."));
    if (run.total > 0)
        lines.append(counts(run, formats));
    if (run.costAddedCalls > 0) {
        lines.append(ReportText::tr("Cost added: %1 (%2 calls).")
                         .arg(formats.costSum(run.costAdded), formats.number(run.costAddedCalls)));
    }
    if (run.request.isDryRun)
        lines.append(ReportText::tr("Dry run: nothing was written."));
    else if (run.total > 0)
        lines.append(ReportText::tr("Calls with missing data: %1 before, %2 now.")
                         .arg(formats.number(run.incompleteBefore), formats.number(run.incompleteAfter)));
    return lines;
}

} // namespace anrufwarte
