// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/deliveriescommand.h"

#include "app/cli/deliveryview.h"
#include "app/cli/rowformat.h"
#include "app/cli/storeaccess.h"

namespace anrufwarte {

namespace {

constexpr qsizetype UsualLimit = 100;
const QString Rejected = QStringLiteral("rejected");
const QString AllValid = QStringLiteral("all-valid");

/// Empty: not a whole positive number.
std::optional<DeliveryId> deliveryId(const QString &text)
{
    bool isNumber = false;
    const qint64 id = text.toLongLong(&isNumber);
    return isNumber && id > 0 ? std::optional(DeliveryId(id)) : std::nullopt;
}

} // namespace

void DeliveriesCommand::declare(QCommandLineParser &parser) const
{
    parser.setApplicationDescription(tr(
        "Without an action: lists received webhooks, newest first. explain shows the checks of one in order. "
        "ingest checks stored webhooks again with today's keys and lists, at their time of receipt, and "
        "takes in "
        "those that pass."));
    parser.addPositionalArgument(QStringLiteral("ACTION"),
                                 tr("explain ID, or ingest ID… or ingest --all-valid"),
                                 QStringLiteral("[explain ID | ingest ID…]"));
    parser.addOption({Rejected, tr("Only rejected ones.")});
    parser.addOption({AllValid, tr("With ingest: all rejected ones that pass now.")});
    declareLimit(parser);
    declareRowFormat(parser);
}

void DeliveriesCommand::run(const Invocation &invocation, Finish finish)
{
    const QString action = invocation.arguments.value(0);
    if (action.isEmpty())
        return finish(list(invocation));
    if (action == QLatin1String("explain") && invocation.arguments.size() == 2)
        return finish(explain(invocation, invocation.arguments.at(1)));
    const bool takesAll = invocation.options.isSet(AllValid);
    const QStringList texts = invocation.arguments.mid(1);
    if (action != QLatin1String("ingest") || takesAll == !texts.isEmpty())
        return finish(
            wrongUsage(invocation, tr("deliveries takes explain ID, ingest ID… or ingest --all-valid.")));
    QList<DeliveryId> ids;
    for (const QString &text : texts) {
        const auto id = deliveryId(text);
        if (!id)
            return finish(wrongUsage(invocation, tr("\"%1\" is not the number of a webhook.").arg(text)));
        ids.append(*id);
    }
    m_ingest = std::make_unique<Ingest>(invocation, std::move(finish));
    m_ingest->start(takesAll ? std::nullopt : std::optional(ids));
}

ExitCode DeliveriesCommand::list(const Invocation &invocation)
{
    const auto format = rowFormatFrom(invocation.options);
    const auto limit = limitFrom(invocation.options);
    if (!format)
        return failed(invocation, format.error());
    if (!limit)
        return failed(invocation, limit.error());
    if (invocation.options.isSet(AllValid))
        return wrongUsage(invocation, tr("--all-valid belongs to ingest."));
    const auto reader = openReader(invocation);
    if (!reader)
        return failed(invocation, reader.error());
    const auto found = (*reader)->deliveries(invocation.options.isSet(Rejected), limit->value_or(UsualLimit));
    if (!found)
        return failed(invocation, found.error());
    if (*format == RowFormat::Table) {
        for (const QString &line : deliveryview::table(*found).lines())
            invocation.output.line(line);
        return ExitCode::Done;
    }
    QList<Record> records;
    for (const DeliveryRecord &delivery : *found)
        records.append(recordOf(delivery));
    printRecords(invocation.output, records, *format);
    return ExitCode::Done;
}

ExitCode DeliveriesCommand::explain(const Invocation &invocation, const QString &text)
{
    const auto id = deliveryId(text);
    if (!id)
        return wrongUsage(invocation, tr("\"%1\" is not the number of a webhook.").arg(text));
    const auto reader = openReader(invocation);
    if (!reader)
        return failed(invocation, reader.error());
    const auto delivery = (*reader)->delivery(*id);
    if (!delivery)
        return failed(invocation, delivery.error());
    for (const QString &line : deliveryview::explanation(*delivery))
        invocation.output.line(line);
    return ExitCode::Done;
}

} // namespace anrufwarte
