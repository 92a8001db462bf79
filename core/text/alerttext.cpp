// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/alerttext.h"

#include "core/calls/qualityfigures.h"
#include "core/text/errortext.h"
#include "core/text/foreigntext.h"
#include "core/text/formats.h"
#include "core/text/terms.h"

#include <QCoreApplication>
#include <QDir>
#include <limits>

namespace anrufwarte {

namespace {

struct AlertWords
{
    Q_DECLARE_TR_FUNCTIONS(AlertWords)
};

int countOf(const Alert &alert)
{
    return static_cast<int>(qMin<qint64>(alert.count, std::numeric_limits<int>::max()));
}

QString because(const Alert &alert)
{
    return alert.subject.error ? sentence(*alert.subject.error) : QString();
}

AlertText storeProblem(const Alert &alert)
{
    const bool isLost = alert.severity == AlertSeverity::Danger;
    return {isLost ? AlertWords::tr("Nothing can be saved.") : AlertWords::tr("The database has a problem."),
            because(alert),
            {}};
}

AlertText listenerDown(const Alert &alert)
{
    const bool isDown = alert.severity == AlertSeverity::Danger;
    return {isDown ? AlertWords::tr("No webhooks are being received.")
                   : AlertWords::tr("Not all addresses are listening."),
            because(alert), AlertWords::tr("Open settings")};
}

AlertText noWebhooks(const Alert &alert, const Formats &formats)
{
    const QString since = alert.subject.atMs ? formats.clock(*alert.subject.atMs) : Formats::unknown();
    return {
        AlertWords::tr("Webhooks do not arrive."),
        AlertWords::tr("None since %1, but the poller found %Ln new call(s). Check the webhook address at "
                       "Retell, the tunnel or the proxy.",
                       nullptr, countOf(alert))
            .arg(since),
        AlertWords::tr("Open settings")};
}

AlertText pollerStale(const Alert &alert, const Formats &formats)
{
    const QString why = because(alert);
    return {alert.subject.atMs ? AlertWords::tr("Running calls are not checked since %1.")
                                     .arg(formats.clock(*alert.subject.atMs))
                               : AlertWords::tr("Running calls have not been checked yet."),
            why.isEmpty() ? AlertWords::tr("Retell does not answer the poller.") : why,
            {}};
}

QString healedBecause(const AlertSubject &subject)
{
    if (subject.isByResync)
        return subject.isAfterRejection
                   ? AlertWords::tr(
                         "The call_ended webhook was rejected; a resync corrected the status at %1.")
                   : AlertWords::tr("No call_ended webhook came; a resync corrected the status at %1.");
    return subject.isAfterRejection
               ? AlertWords::tr("The call_ended webhook was rejected; the poller corrected the status at %1.")
               : AlertWords::tr("No call_ended webhook came; the poller corrected the status at %1.");
}

AlertText callHealed(const Alert &alert, const Formats &formats)
{
    const AlertSubject &subject = alert.subject;
    const QString number = QString::number(subject.callNumber.value());
    const QString why =
        healedBecause(subject).arg(subject.atMs ? formats.clock(*subject.atMs) : Formats::unknown());
    const QString action = AlertWords::tr("Show call");
    if (alert.count == 1)
        return {AlertWords::tr("Call %1 was ended late.").arg(number), why, action};
    return {AlertWords::tr("%Ln call(s) were ended late.", nullptr, countOf(alert)),
            AlertWords::tr("Last call %1: %2").arg(number, why), action};
}

AlertText costImplausible(const Alert &alert, const Formats &formats)
{
    return {AlertWords::tr("%Ln call(s) with an unusual amount – check the unit.", nullptr, countOf(alert)),
            AlertWords::tr("A minute costs less than %1 or more than %2.")
                .arg(formats.dollars(LeastPerMinute, 3), formats.dollars(MostPerMinute, 2)),
            AlertWords::tr("Open settings")};
}

AlertText standingText(const Alert &alert, const Formats &formats)
{
    const AlertSubject &subject = alert.subject;
    switch (alert.kind) {
    case AlertKind::StoreProblem:
        return storeProblem(alert);
    case AlertKind::CallsUnreadable:
        return {AlertWords::tr("The calls cannot be read."), because(alert), AlertWords::tr("Try again")};
    case AlertKind::ListenerDown:
        return listenerDown(alert);
    case AlertKind::NoKey:
        return {AlertWords::tr("No Retell key is stored."),
                AlertWords::tr("Without a key no webhook is accepted."), AlertWords::tr("Enter key")};
    case AlertKind::KeyRefused:
        return {AlertWords::tr("Running calls are not checked with Retell."), because(alert),
                AlertWords::tr("Enter key")};
    case AlertKind::Payment:
        return {AlertWords::tr("Running calls are not checked with Retell."), because(alert), {}};
    case AlertKind::NoWebhooks:
        return noWebhooks(alert, formats);
    case AlertKind::Rejected:
        return {AlertWords::tr("%Ln webhook(s) rejected.", nullptr, countOf(alert)),
                terms::rejection(subject.delivery), AlertWords::tr("Show cause")};
    case AlertKind::PollerStale:
        return pollerStale(alert, formats);
    case AlertKind::FileReplaced:
        return {
            AlertWords::tr("The database was damaged and has been started anew."),
            AlertWords::tr("The old file was kept: %1").arg(isolated(QDir::toNativeSeparators(subject.path))),
            {}};
    case AlertKind::CallHealed:
        return callHealed(alert, formats);
    case AlertKind::SlowAnswers:
        return {AlertWords::tr("Agents answer slowly."),
                AlertWords::tr("Response time p95 of the last hour: %1, limit %2.")
                    .arg(formats.latency(subject.measured), formats.latency(subject.limit)),
                {}};
    case AlertKind::CostMismatch:
        return {AlertWords::tr("The cost items of %Ln call(s) do not add up.", nullptr, countOf(alert)),
                AlertWords::tr("Sum and total differ by more than the limit. Resync may correct it."),
                AlertWords::tr("Resync")};
    case AlertKind::CostImplausible:
        return costImplausible(alert, formats);
    }
    return {};
}

/// Something that happened, not a state with a beginning and an end.
bool isEvent(AlertKind kind)
{
    return kind == AlertKind::Rejected || kind == AlertKind::FileReplaced || kind == AlertKind::CallHealed;
}

} // namespace

AlertText alertText(const Alert &alert, const Formats &formats)
{
    AlertText words = standingText(alert, formats);
    if (!alert.endedMs)
        return words;
    words.action.clear();
    const QString from = formats.clock(alert.raisedMs), to = formats.clock(*alert.endedMs);
    if (alert.kind == AlertKind::ListenerDown && alert.severity == AlertSeverity::Danger) {
        words.title = AlertWords::tr("Webhooks are being received again.");
        words.text = AlertWords::tr("Interrupted from %1 to %2.").arg(from, to);
    } else if (!isEvent(alert.kind)) {
        words.text = AlertWords::tr("From %1 to %2.").arg(from, to);
    }
    return words;
}

} // namespace anrufwarte
