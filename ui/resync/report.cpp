// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/resync/report.h"

#include "ui/resync/resyncwords.h"

#include <QCoreApplication>

namespace anrufwarte {

namespace {

constexpr qsizetype ResultsPerTurn = 250;
constexpr qsizetype LongestCell = 300;
const QByteArray Utf8Mark = QByteArrayLiteral("\xef\xbb\xbf"); ///< without it Excel takes UTF-8 for Latin-1

struct ReportText
{
    Q_DECLARE_TR_FUNCTIONS(ReportText)
};

/// Phone numbers look like formulas and are none.
bool looksLikeFormula(const QString &text)
{
    if (text.isEmpty())
        return false;
    const QChar first = text.front();
    if (first == u'+' || first == u'-')
        return text.size() > 1 && !text.at(1).isDigit();
    return first == u'=' || first == u'@' || first == u'\t' || first == u'\r';
}

QString cell(QString text)
{
    text.remove(QChar(0x2068)).remove(QChar(0x2069)); // the isolates are for the screen
    if (looksLikeFormula(text))
        text.prepend(u'\'');
    if (text.contains(u'"') || text.contains(u',') || text.contains(u'\n') || text.contains(u'\r'))
        return u'"' + text.replace(QStringLiteral("\""), QStringLiteral("\"\"")) + u'"';
    return text;
}

} // namespace

QByteArray csvLine(const QStringList &cells)
{
    QStringList quoted;
    for (const QString &text : cells)
        quoted.append(cell(text));
    return quoted.join(u',').toUtf8() + "\r\n";
}

QByteArray reportHead()
{
    return csvLine({ReportText::tr("Call ID"), ReportText::tr("Caller"), ReportText::tr("Start"),
                    ReportText::tr("Result"), ReportText::tr("Reason"), ReportText::tr("Field"),
                    ReportText::tr("Before"), ReportText::tr("After"), ReportText::tr("Change")});
}

QByteArray reportLines(const ResyncResult &result, const ResyncView &view)
{
    FigureStyle style = view.figureStyle();
    style.longestText = LongestCell;
    const QStringList call{result.callId.value(), resyncwords::caller(result, view),
                           result.startMs ? view.formats.dateTime(*result.startMs) : QString(),
                           resyncterms::verdictText(result.verdict), resyncterms::problemText(result)};
    QByteArray lines;
    for (const FieldDelta &delta : result.deltas) {
        if (delta.kind != DeltaKind::Unchanged)
            lines += csvLine(call + QStringList{resyncterms::fieldName(delta.field),
                                                resyncterms::figureText(delta.field, delta.before, style),
                                                resyncterms::figureText(delta.field, delta.after, style),
                                                resyncterms::deltaText(delta.kind)});
    }
    return lines.isEmpty() ? csvLine(call + QStringList{{}, {}, {}, {}}) : lines;
}

ReportWriter::ReportWriter(const QString &path, QList<ResultPtr> results, const ResyncView &view,
                           QObject *parent)
    : QObject(parent), m_view(view), m_results(std::move(results)), m_file(path)
{
    connect(&m_turn, &QTimer::timeout, this, &ReportWriter::writeSome);
}

void ReportWriter::start()
{
    if (!m_file.open(QIODevice::WriteOnly) || m_file.write(Utf8Mark + reportHead()) < 0)
        return finish(false);
    m_turn.start(0);
}

void ReportWriter::writeSome()
{
    const qsizetype end = qMin(m_next + ResultsPerTurn, m_results.size());
    QByteArray lines;
    for (; m_next < end; ++m_next)
        lines += reportLines(*m_results.at(m_next), m_view);
    if (m_file.write(lines) != lines.size())
        return finish(false);
    if (m_next == m_results.size())
        finish(m_file.commit());
}

void ReportWriter::finish(bool written)
{
    m_turn.stop();
    const QString path = m_file.fileName();
    const std::optional<Error> problem =
        written ? std::nullopt
                : std::optional(Error{ErrorCode::FileUnwritable, m_file.errorString(), {path}});
    if (!written)
        m_file.cancelWriting();
    Q_EMIT
    finished(problem);
    deleteLater();
}

} // namespace anrufwarte
