// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/rowformat.h"

#include <QCoreApplication>

namespace anrufwarte {

namespace {

struct RowFormatText
{
    Q_DECLARE_TR_FUNCTIONS(RowFormatText)
};

const QString FormatOption = QStringLiteral("format");
const QString LimitOption = QStringLiteral("limit");

} // namespace

void declareRowFormat(QCommandLineParser &parser)
{
    parser.addOption(
        {FormatOption,
         RowFormatText::tr("table, json (one array), jsonl (a line per row) or csv (RFC 4180; text that a "
                           "spreadsheet would take for a formula begins with an apostrophe)."),
         QStringLiteral("FORMAT"), QStringLiteral("table")});
}

Result<RowFormat> rowFormatFrom(const QCommandLineParser &parser)
{
    const QString word = parser.value(FormatOption);
    if (word == QLatin1String("table"))
        return RowFormat::Table;
    if (word == QLatin1String("json"))
        return RowFormat::Json;
    if (word == QLatin1String("jsonl"))
        return RowFormat::JsonLines;
    if (word == QLatin1String("csv"))
        return RowFormat::Csv;
    const QString text = RowFormatText::tr("--format is table, json, jsonl or csv, not \"%1\".").arg(word);
    return Error{ErrorCode::Usage, {}, {text}};
}

void printRecords(const Output &output, const QList<Record> &records, RowFormat format)
{
    if (format == RowFormat::Csv)
        output.data(toCsv(records));
    else if (format == RowFormat::JsonLines)
        output.data(toJsonLines(records));
    else
        output.data(toJson(records));
}

void declareLimit(QCommandLineParser &parser)
{
    parser.addOption({LimitOption, RowFormatText::tr("At most N rows; 0 = all."), QStringLiteral("N")});
}

Result<std::optional<qsizetype>> limitFrom(const QCommandLineParser &parser)
{
    if (!parser.isSet(LimitOption))
        return std::optional<qsizetype>();
    bool isNumber = false;
    const qsizetype limit = parser.value(LimitOption).toLongLong(&isNumber);
    if (isNumber && limit >= 0)
        return std::optional(limit);
    const QString text =
        RowFormatText::tr("--limit is a whole number, not \"%1\".").arg(parser.value(LimitOption));
    return Error{ErrorCode::Usage, {}, {text}};
}

} // namespace anrufwarte
