// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/filteroptions.h"

#include "app/cli/rowformat.h"
#include "app/cli/when.h"

#include <QCoreApplication>

namespace anrufwarte {

namespace {

struct FilterText
{
    Q_DECLARE_TR_FUNCTIONS(FilterText)
};

constexpr qsizetype UsualLimit = 100;
const QString Ongoing = QStringLiteral("ongoing");
const QString Incomplete = QStringLiteral("incomplete");
const QString Search = QStringLiteral("search");
const QString Agent = QStringLiteral("agent");
const QString Since = QStringLiteral("since");
const QString Until = QStringLiteral("until");

Result<std::optional<qint64>> moment(const QCommandLineParser &parser, const QString &option, qint64 nowMs)
{
    if (!parser.isSet(option))
        return std::optional<qint64>();
    const auto when = parseWhen(parser.value(option), nowMs);
    if (when)
        return when;
    const QString text =
        FilterText::tr("--%1 is an ISO date or time, or a span such as 7d or 24h, not \"%2\".");
    return Error{ErrorCode::Usage, {}, {text.arg(option, parser.value(option))}};
}

} // namespace

void declareFilter(QCommandLineParser &parser)
{
    const QString when = QStringLiteral("WHEN");
    parser.addOption({Ongoing, FilterText::tr("Only calls that are running.")});
    parser.addOption({Incomplete, FilterText::tr("Only finished calls with missing data.")});
    parser.addOption({Search,
                      FilterText::tr("Only calls with TEXT in number, agent, transcript, summary or id."),
                      QStringLiteral("TEXT")});
    parser.addOption(
        {Agent, FilterText::tr("Only calls of this agent (name or id)."), QStringLiteral("NAME")});
    parser.addOption(
        {Since, FilterText::tr("Only calls from then on: an ISO date or time, or 7d, 24h."), when});
    parser.addOption({Until, FilterText::tr("Only calls before then."), when});
    declareLimit(parser);
}

Result<CallFilter> filterFrom(const QCommandLineParser &parser, qint64 nowMs)
{
    CallFilter filter;
    filter.ongoingOnly = parser.isSet(Ongoing);
    filter.incompleteOnly = parser.isSet(Incomplete);
    filter.search = parser.value(Search);
    filter.agent = parser.value(Agent);
    const auto since = moment(parser, Since, nowMs);
    const auto until = moment(parser, Until, nowMs);
    const auto limit = limitFrom(parser);
    if (!since)
        return since.error();
    if (!until)
        return until.error();
    if (!limit)
        return limit.error();
    filter.sinceMs = *since;
    filter.untilMs = *until;
    filter.limit = limit->value_or(filter.ongoingOnly ? 0 : UsualLimit);
    return filter;
}

} // namespace anrufwarte
