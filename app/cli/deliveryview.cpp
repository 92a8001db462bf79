// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/deliveryview.h"

#include "core/text/formats.h"
#include "core/text/terms.h"

#include <QCoreApplication>

namespace anrufwarte {

namespace {

struct DeliveryViewText
{
    Q_DECLARE_TR_FUNCTIONS(DeliveryViewText)
};

using Side = TextTable::Side;

QString orUnknown(const QString &text)
{
    return text.isEmpty() ? Formats::unknown() : text;
}

QString verdictWord(const DeliveryRecord &delivery)
{
    if (delivery.ingestedMs)
        return DeliveryViewText::tr("taken in later");
    return delivery.accepted ? DeliveryViewText::tr("accepted") : DeliveryViewText::tr("rejected");
}

QString outcomeWord(CheckOutcome outcome)
{
    switch (outcome) {
    case CheckOutcome::Passed:
        return DeliveryViewText::tr("passed");
    case CheckOutcome::Failed:
        return DeliveryViewText::tr("failed");
    case CheckOutcome::NotReached:
        return DeliveryViewText::tr("not checked");
    }
    return {};
}

} // namespace

Record recordOf(const DeliveryRecord &delivery)
{
    const auto verdict = delivery.ingestedMs ? QStringLiteral("ingested")
                         : delivery.accepted ? QStringLiteral("accepted")
                                             : QStringLiteral("rejected");
    return {
        {QStringLiteral("id"), delivery.id.value()},
        {QStringLiteral("received_at"), timeCell(delivery.receivedMs)},
        {QStringLiteral("received_timestamp"), delivery.receivedMs},
        {QStringLiteral("sender"), textCell(delivery.sender)},
        {QStringLiteral("peer"), textCell(delivery.peer)},
        {QStringLiteral("method"), textCell(delivery.method)},
        {QStringLiteral("path"), textCell(delivery.path)},
        {QStringLiteral("verdict"), verdict},
        {QStringLiteral("http_status"), qint64(delivery.httpStatus)},
        {QStringLiteral("reason"), textCell(delivery.reason)},
        {QStringLiteral("event"), textCell(delivery.event)},
        {QStringLiteral("call_id"), textCell(delivery.callId.value())},
        {QStringLiteral("verified"),
         delivery.accepted || delivery.ingestedMs || !delivery.matchedKey.isEmpty()},
        {QStringLiteral("bytes"), delivery.bytes},
        {QStringLiteral("matched_key"), textCell(delivery.matchedKey)},
        {QStringLiteral("skew_ms"), cellOf(delivery.skewMs)},
        {QStringLiteral("ingested_timestamp"), cellOf(delivery.ingestedMs)},
    };
}

TextTable deliveryview::table(const QList<DeliveryRecord> &deliveries)
{
    const Formats formats;
    TextTable table;
    table.addColumn(DeliveryViewText::tr("Id"), Side::Right);
    table.addColumn(DeliveryViewText::tr("Received"));
    table.addColumn(DeliveryViewText::tr("Sender"));
    table.addColumn(DeliveryViewText::tr("Verdict"));
    table.addColumn(DeliveryViewText::tr("Reason"));
    table.addColumn(DeliveryViewText::tr("Event"));
    table.addColumn(DeliveryViewText::tr("Call"));
    table.addColumn(DeliveryViewText::tr("Size"), Side::Right);
    for (const DeliveryRecord &delivery : deliveries) {
        table.addRow({QString::number(delivery.id.value()), formats.dateTime(delivery.receivedMs),
                      delivery.sender, verdictWord(delivery), orUnknown(delivery.reason),
                      orUnknown(delivery.event), orUnknown(delivery.callId.value()),
                      formats.bytes(delivery.bytes)});
    }
    return table;
}

QStringList deliveryview::explanation(const DeliveryRecord &delivery)
{
    const Formats formats;
    QStringList lines{DeliveryViewText::tr("Webhook %1, received %2 from %3: %4")
                          .arg(QString::number(delivery.id.value()), formats.dateTime(delivery.receivedMs),
                               delivery.sender, verdictWord(delivery))};
    if (!delivery.accepted)
        lines.append(terms::rejection(delivery));
    if (!delivery.event.isEmpty() || !delivery.callId.value().isEmpty()) {
        const bool isVerified = delivery.accepted || delivery.ingestedMs;
        const QString names = isVerified ? DeliveryViewText::tr("Event %1, call %2")
                                         : DeliveryViewText::tr("Event %1, call %2 (unverified)");
        lines.append(names.arg(orUnknown(delivery.event), orUnknown(delivery.callId.value())));
    }
    TextTable checks;
    checks.addColumn(DeliveryViewText::tr("Check"));
    checks.addColumn(DeliveryViewText::tr("Result"));
    checks.addColumn(DeliveryViewText::tr("Expected"));
    checks.addColumn(DeliveryViewText::tr("Received"));
    for (const DeliveryCheck &check : delivery.checks) {
        checks.addRow({terms::check(check.kind), outcomeWord(check.outcome), orUnknown(check.expected),
                       orUnknown(check.received)});
    }
    if (!delivery.checks.isEmpty()) {
        lines.append(QString());
        lines.append(checks.lines());
    }
    for (const HintFound &hint : delivery.hints)
        lines.append(QString(u"→ " + terms::hint(hint)));
    return lines;
}

} // namespace anrufwarte
