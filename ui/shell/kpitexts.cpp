// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/kpitexts.h"

#include <QCoreApplication>
#include <cmath>

namespace anrufwarte::kpitexts {

namespace {

struct KpiWords
{
    Q_DECLARE_TR_FUNCTIONS(KpiWords)
};

KpiText finish(KpiText text)
{
    if (text.shortNote.isEmpty())
        text.shortNote = text.note;
    const QString value = text.value == Formats::unknown() ? KpiWords::tr("unknown") : text.value;
    text.spoken = text.caption + u": " + value;
    if (!text.note.isEmpty())
        text.spoken += u", " + text.note;
    return text;
}

int intOf(qint64 value)
{
    return static_cast<int>(qMin<qint64>(value, std::numeric_limits<int>::max()));
}

/// "+12 %" of change against the same span a week ago; empty without such a history.
QString change(const DayFigures &figures, const Formats &formats)
{
    const qint64 before = figures.callsSameDayLastWeek.value_or(0);
    if (before <= 0)
        return {};
    const double share = static_cast<double>(figures.calls - before) / static_cast<double>(before);
    const QString text = formats.percent(std::abs(share), 0);
    return (share < 0 ? u"−" : u"+") + text;
}

} // namespace

KpiText running(const std::optional<RunningCounts> &counts)
{
    KpiText text;
    text.caption = KpiWords::tr("Active now");
    text.value = counts ? Formats().number(counts->ongoing) : Formats::unknown();
    if (counts && counts->registered > 0) {
        text.note = KpiWords::tr("plus %Ln ringing", nullptr, counts->registered);
        text.shortNote = KpiWords::tr("%Ln ringing", nullptr, counts->registered);
    }
    return finish(text);
}

KpiText callsToday(const std::optional<DayFigures> &figures, const Formats &formats)
{
    KpiText text;
    text.caption = KpiWords::tr("Calls today");
    text.value = figures ? formats.number(figures->calls) : Formats::unknown();
    if (figures && figures->calls == 0) {
        text.note = KpiWords::tr("none yet");
    } else if (figures) {
        text.shortNote = change(*figures, formats);
        if (!text.shortNote.isEmpty())
            text.note = KpiWords::tr("%1 vs last week").arg(text.shortNote);
    }
    return finish(text);
}

KpiText costToday(const std::optional<DayFigures> &figures, const Settings &settings, const Formats &formats)
{
    KpiText text;
    text.caption = KpiWords::tr("Cost today");
    text.value = Formats::unknown();
    if (figures && (figures->cost || figures->calls == 0)) { // no calls: the sum is known, it is zero
        const MicroDollars cost = figures->cost.value_or(0);
        text.value = formats.costSum(cost);
        if (settings.costEurRate && cost != 0)
            text.note = formats.euro(cost, *settings.costEurRate);
    }
    return finish(text);
}

KpiText responseTime(const std::optional<DayFigures> &figures, const Settings &settings,
                     const Formats &formats)
{
    KpiText text;
    text.caption = KpiWords::tr("Response time p95");
    text.value = Formats::unknown();
    if (!figures)
        return finish(text);
    if (!figures->latencyP95Ms) {
        text.note = KpiWords::tr("no measurements");
        text.shortNote = KpiWords::tr("no data");
        return finish(text);
    }
    const QString limit = formats.latency(settings.alertsLatencyP95Ms);
    const bool over = *figures->latencyP95Ms > settings.alertsLatencyP95Ms;
    text.value = formats.latency(figures->latencyP95Ms);
    text.tone = over ? KpiNoteTone::Danger : KpiNoteTone::Plain;
    text.note = over ? KpiWords::tr("over limit %1").arg(limit) : KpiWords::tr("Limit %1").arg(limit);
    text.shortNote = over ? KpiWords::tr("over %1").arg(limit) : limit;
    text = finish(text);
    text.spoken = text.caption + u": " + text.value + u", " +
                  (over ? KpiWords::tr("over the limit") : KpiWords::tr("below the limit"));
    return text;
}

KpiText complete(const std::optional<DayFigures> &figures, const Formats &formats)
{
    KpiText text;
    text.caption = KpiWords::tr("Complete");
    text.value = Formats::unknown();
    if (!figures)
        return finish(text);
    if (figures->finished == 0) {
        text.note = KpiWords::tr("no calls");
        return finish(text);
    }
    const qint64 open = figures->finished - figures->complete;
    text.value = formats.percent(
        static_cast<double>(figures->complete) / static_cast<double>(figures->finished), open == 0 ? 0 : 1);
    if (open > 0) {
        text.tone = KpiNoteTone::Warn;
        text.note = KpiWords::tr("%Ln call(s) open", nullptr, intOf(open));
        text.shortNote = KpiWords::tr("%Ln open", nullptr, intOf(open));
        text.isPressable = true;
    }
    return finish(text);
}

} // namespace anrufwarte::kpitexts
