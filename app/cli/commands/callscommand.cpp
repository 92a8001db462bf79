// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/callscommand.h"

#include "app/cli/callview.h"
#include "app/cli/filteroptions.h"
#include "app/cli/rowformat.h"
#include "app/cli/storeaccess.h"
#include "core/export/callrecord.h"

namespace anrufwarte {

namespace {

Result<void> printTable(const Invocation &invocation, CallReader &reader, const CallFilter &filter)
{
    const auto rows = reader.rows(filter);
    if (!rows)
        return rows.error();
    const CallView view(invocation.settings.settings.privacyMaskNumbers, invocation.clock.nowMs());
    for (const QString &line : view.table(*rows).lines())
        invocation.output.line(line);
    return {};
}

Result<void> printRows(const Invocation &invocation, CallReader &reader, const CallFilter &filter,
                       RowFormat format)
{
    const auto calls = reader.calls(filter);
    if (!calls)
        return calls.error();
    QList<Record> records;
    for (const Call &call : *calls)
        records.append(recordOf(call));
    printRecords(invocation.output, records, format);
    return {};
}

} // namespace

void CallsCommand::declare(QCommandLineParser &parser) const
{
    declareFilter(parser);
    declareRowFormat(parser);
}

void CallsCommand::run(const Invocation &invocation, Finish finish)
{
    const auto filter = filterFrom(invocation.options, invocation.clock.nowMs());
    const auto format = rowFormatFrom(invocation.options);
    if (!filter)
        return finish(failed(invocation, filter.error()));
    if (!format)
        return finish(failed(invocation, format.error()));
    if (!invocation.arguments.isEmpty())
        return finish(wrongUsage(invocation, tr("calls takes no arguments, only options.")));
    const auto reader = openReader(invocation);
    if (!reader)
        return finish(failed(invocation, reader.error()));
    const auto printed = *format == RowFormat::Table ? printTable(invocation, **reader, *filter)
                                                     : printRows(invocation, **reader, *filter, *format);
    finish(printed ? ExitCode::Done : failed(invocation, printed.error()));
}

} // namespace anrufwarte
