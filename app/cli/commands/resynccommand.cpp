// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/resynccommand.h"

namespace anrufwarte {

namespace {

constexpr int MostDays = 3'650;
const QString CallOption = QStringLiteral("call");
const QString AllOption = QStringLiteral("all");
const QString RecentOption = QStringLiteral("recent");
const QString DryRunOption = QStringLiteral("dry-run");
const QString FormatOption = QStringLiteral("format");

Error usage(const QString &text)
{
    return {ErrorCode::Usage, {}, {text}};
}

} // namespace

void ResyncCommand::declare(QCommandLineParser &parser) const
{
    parser.setApplicationDescription(
        tr("Asks Retell again about calls and fills what is missing; a stored value is never "
           "overwritten by an empty one. Prints each call before and after. Works beside a running "
           "program. Ctrl+C finishes what is on its way and keeps what is written.") +
        QStringLiteral("\n\n") +
        tr("--format json is one array with a row per call: retell_call_id; id (null: not stored "
           "here); verdict (updated, unchanged, failed, given_up); set_aside (null, not_stored, "
           "not_found); error; complete; changes: field, kind (added, corrected), before, after. Cost "
           "is in US dollars; durations, latencies and moments are in ms; cost_breakdown, transcript "
           "and latency_metrics are numbers of items, characters and measurements."));
    parser.addOption(
        {CallOption, tr("One call: local number (559) or Retell id (call_…)."), QStringLiteral("CALL")});
    parser.addOption({AllOption, tr("All finished calls with missing data.")});
    parser.addOption({RecentOption, tr("Calls of the last DAYS days, also those never seen here."),
                      QStringLiteral("DAYS")});
    parser.addOption({DryRunOption, tr("Show what would change; write nothing.")});
    parser.addOption({FormatOption, tr("text or json."), QStringLiteral("FORMAT"), QStringLiteral("text")});
}

void ResyncCommand::run(const Invocation &invocation, Finish finish)
{
    const QString format = invocation.options.value(FormatOption);
    const bool isJson = format == QLatin1String("json");
    if (!invocation.arguments.isEmpty())
        return finish(wrongUsage(invocation, tr("resync takes options only.")));
    if (!isJson && format != QLatin1String("text"))
        return finish(wrongUsage(invocation, tr("--format is text or json, not \"%1\".").arg(format)));
    const auto request = requestFrom(invocation.options);
    if (!request)
        return finish(failed(invocation, request.error()));
    m_session = std::make_unique<ResyncSession>(
        invocation, isJson ? ResyncReport::Format::Json : ResyncReport::Format::Text, std::move(finish));
    m_session->start(*request, invocation.options.value(CallOption));
}

Result<ResyncRequest> ResyncCommand::requestFrom(const QCommandLineParser &options)
{
    const int scopes = static_cast<int>(options.isSet(CallOption)) +
                       static_cast<int>(options.isSet(AllOption)) +
                       static_cast<int>(options.isSet(RecentOption));
    if (scopes != 1)
        return usage(tr("resync needs exactly one of --call, --all and --recent."));
    ResyncRequest request;
    request.isDryRun = options.isSet(DryRunOption);
    if (options.isSet(CallOption)) {
        if (options.value(CallOption).isEmpty())
            return usage(tr("--call needs a local number or a Retell id."));
        request.scope = ResyncScope::Calls;
    } else if (options.isSet(RecentOption)) {
        request.scope = ResyncScope::Recent;
        bool isNumber = false;
        request.days = options.value(RecentOption).toInt(&isNumber);
        if (!isNumber || request.days < 1 || request.days > MostDays) {
            return usage(tr("--recent is a number of days from 1 to %1, not \"%2\".")
                             .arg(QString::number(MostDays), options.value(RecentOption)));
        }
    }
    return request;
}

} // namespace anrufwarte
