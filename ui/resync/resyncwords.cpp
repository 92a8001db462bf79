// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/resync/resyncwords.h"

#include "core/text/errortext.h"
#include "core/text/terms.h"

#include <QCoreApplication>
#include <QDateTime>

namespace anrufwarte::resyncwords {

namespace {

struct ResyncWords
{
    Q_DECLARE_TR_FUNCTIONS(ResyncWords)
};

constexpr qint64 MsPerSecond = 1'000, MsPerMinute = 60'000, MsPerHour = 3'600'000;

QString callerText(Direction direction, const QString &callType, const QString &from, const QString &to,
                   const ResyncView &view)
{
    const QString &number = direction == Direction::Outbound ? to : from;
    if (number.isEmpty())
        return callType == u"web_call" ? terms::webCall() : Formats::unknown();
    return view.masksNumbers ? view.formats.maskedPhone(number) : view.formats.phone(number);
}

QString inTime(qint64 ms, const ResyncView &view)
{
    const qint64 wait = ms - view.nowMs;
    if (wait < MsPerMinute)
        return ResyncWords::tr("in less than a minute");
    if (wait < MsPerHour)
        return ResyncWords::tr("in %1 min").arg(wait / MsPerMinute);
    return ResyncWords::tr("at %1").arg(view.formats.timeOrDate(ms, view.nowMs));
}

} // namespace

QString caller(const ResyncResult &result, const ResyncView &view)
{
    return callerText(result.direction, result.callType, result.fromNumber, result.toNumber, view);
}

QString caller(const CallRow &row, const ResyncView &view)
{
    return callerText(row.direction, row.callType, row.fromNumber, row.toNumber, view);
}

QString directionIcon(Direction direction, const QString &callType)
{
    if (callType == u"web_call")
        return QStringLiteral("globe");
    return direction == Direction::Outbound ? QStringLiteral("arrow-up-right")
                                            : QStringLiteral("arrow-down-left");
}

QString moment(qint64 ms, const ResyncView &view)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(ms);
    if (time.date().year() != QDateTime::fromMSecsSinceEpoch(view.nowMs).date().year())
        return view.formats.timeOrDate(ms, view.nowMs);
    const bool isGerman = view.formats.locale().language() == QLocale::German;
    return view.formats.locale().toString(time, isGerman ? QStringLiteral("dd.MM., HH:mm")
                                                         : QStringLiteral("d MMM, HH:mm"));
}

QString begin(std::optional<qint64> startMs, const ResyncView &view)
{
    return startMs ? moment(*startMs, view) : Formats::unknown();
}

QString outcome(const ResyncResult &result)
{
    switch (result.verdict) {
    case ResyncVerdict::Failed:
    case ResyncVerdict::GivenUp:
        return resyncterms::problemText(result);
    case ResyncVerdict::Updated:
        return result.wasNew ? ResyncWords::tr("New call") : resyncterms::changedFields(result);
    case ResyncVerdict::Unchanged:
        break;
    }
    return result.isComplete ? ResyncWords::tr("Complete, nothing new")
                             : ResyncWords::tr("Not complete at Retell yet");
}

QString sentence(const ResyncResult &result, const ResyncView &view)
{
    QStringList parts{resyncterms::verdictText(result.verdict)};
    if (result.direction != Direction::Unknown)
        parts.append(terms::direction(result.direction));
    parts.append(caller(result, view));
    parts.append(begin(result.startMs, view));
    parts.append(outcome(result));
    return parts.join(QStringLiteral(", "));
}

QString missingParts(const CallRow &row)
{
    QStringList names;
    for (int i = 0; i < PartCount; ++i) {
        const auto part = static_cast<Part>(i);
        if (!row.completeness.has(part) && !row.completeness.cannotHave(part))
            names.append(terms::part(part));
    }
    return names.join(QStringLiteral(", "));
}

QString nextTry(const IncompleteCall &call, const ResyncView &view)
{
    if (!call.retry) // its turn comes before those that were asked before
        return ResyncWords::tr("soon");
    const RetryEntry &retry = *call.retry;
    if (retry.setAside != SetAside::No)
        return ResyncWords::tr("none: %1").arg(resyncterms::setAsideText(retry.setAside));
    const QString when = retry.dueMs <= view.nowMs ? ResyncWords::tr("soon") : inTime(retry.dueMs, view);
    if (retry.attempts == 0)
        return when;
    return when + QStringLiteral(" · ") + ResyncWords::tr("try %1").arg(retry.attempts + 1);
}

QString runScope(const ResyncRun &run)
{
    QStringList parts{resyncterms::scopeText(run.request)};
    if (run.trigger == ResyncTrigger::Automatic)
        parts.append(ResyncWords::tr("automatic"));
    else if (run.trigger == ResyncTrigger::CommandLine)
        parts.append(ResyncWords::tr("command line"));
    if (run.end == ResyncEnd::Cancelled)
        parts.append(ResyncWords::tr("cancelled"));
    else if (run.end == ResyncEnd::Running)
        parts.append(ResyncWords::tr("not finished"));
    else if (run.end == ResyncEnd::Refused)
        parts.append(ResyncWords::tr("failed"));
    return parts.join(QStringLiteral(" · "));
}

QString runChange(const ResyncRun &run)
{
    if (run.request.scope == ResyncScope::Calls && run.request.calls.size() == 1)
        return ResyncWords::tr("%n field(s)", nullptr, plural(run.fieldsChanged));
    return ResyncWords::tr("%n changed", nullptr, plural(run.updated));
}

Notice notice(const ResyncRun &run, const QList<ResultPtr> &results, const ResyncView &view)
{
    if (run.end == ResyncEnd::Refused)
        return {false, ResyncWords::tr("The resync could not go on."),
                run.problem ? anrufwarte::sentence(*run.problem) : QString()};
    if (run.total == 1 && results.size() == 1) {
        const ResyncResult &result = *results.constFirst();
        return {!hasFailed(result), caller(result, view) + u": " + resyncterms::verdictText(result.verdict),
                outcome(result)};
    }
    return {run.failed == 0,
            run.end == ResyncEnd::Cancelled ? ResyncWords::tr("Resync cancelled.")
                                            : ResyncWords::tr("Resync finished."),
            ResyncWords::tr("%1 updated, %2 unchanged, %3 failed")
                .arg(view.formats.number(run.updated), view.formats.number(run.unchanged),
                     view.formats.number(run.failed))};
}

int plural(qint64 count)
{
    constexpr qint64 Most = 1'000'000'000;
    return static_cast<int>(qBound(qint64(0), count, Most));
}

QString took(qint64 ms, const Formats &formats)
{
    if (ms < MsPerMinute)
        return ResyncWords::tr("%1 s").arg(
            formats.number(qMax<qint64>(1, (ms + MsPerSecond / 2) / MsPerSecond)));
    return ResyncWords::tr("%1 min").arg(formats.duration(ms));
}

} // namespace anrufwarte::resyncwords
