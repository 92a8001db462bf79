// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/showcommand.h"

#include "app/cli/callview.h"
#include "app/cli/storeaccess.h"
#include "core/export/callrecord.h"

namespace anrufwarte {

void ShowCommand::declare(QCommandLineParser &parser) const
{
    parser.addPositionalArgument(QStringLiteral("CALL"), tr("Local number (559) or Retell id (call_…)."));
    parser.addOption({QStringLiteral("format"), tr("text or json (one object)."), QStringLiteral("FORMAT"),
                      QStringLiteral("text")});
}

void ShowCommand::run(const Invocation &invocation, Finish finish)
{
    const QString format = invocation.options.value(QStringLiteral("format"));
    const bool isJson = format == QLatin1String("json");
    if (invocation.arguments.size() != 1)
        return finish(wrongUsage(invocation, tr("show needs exactly one CALL.")));
    if (!isJson && format != QLatin1String("text"))
        return finish(wrongUsage(invocation, tr("--format is text or json, not \"%1\".").arg(format)));
    const auto reader = openReader(invocation);
    if (!reader)
        return finish(failed(invocation, reader.error()));
    const auto call = (*reader)->call(invocation.arguments.constFirst());
    if (!call)
        return finish(failed(invocation, call.error()));
    const auto history = (*reader)->history(call->row.id);
    if (!history)
        return finish(failed(invocation, history.error()));
    if (isJson) {
        invocation.output.data(toJson(wholeRecordOf(*call, *history)) + '\n');
        return finish(ExitCode::Done);
    }
    const CallView view(invocation.settings.settings.privacyMaskNumbers, invocation.clock.nowMs());
    for (const QString &line : view.lines(*call, *history))
        invocation.output.line(line);
    finish(ExitCode::Done);
}

} // namespace anrufwarte
