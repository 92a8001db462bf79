// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/formats.h"

#include <QCoreApplication>
#include <QDateTime>
#include <algorithm>

namespace anrufwarte {

namespace {
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Formats)
};

constexpr qint64 MsPerSecond = 1'000;

struct Span
{
    qint64 hours = 0;
    int minutes = 0;
    int seconds = 0;
};

/// Whole seconds, half up, as column duration_sec counts them; a span that runs backwards is none.
Span spanOf(qint64 ms)
{
    const qint64 shown = std::max<qint64>(ms, 0);
    const qint64 seconds = shown / MsPerSecond + (shown % MsPerSecond >= MsPerSecond / 2 ? 1 : 0);
    return {seconds / 3600, static_cast<int>(seconds / 60 % 60), static_cast<int>(seconds % 60)};
}

QString twoDigits(qint64 value)
{
    return QString::number(value).rightJustified(2, u'0');
}

QDateTime localTime(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms);
}
} // namespace

QString Formats::duration(std::optional<qint64> ms) const
{
    if (!ms)
        return unknown();
    const Span span = spanOf(*ms);
    const QString rest = twoDigits(span.minutes) + u':' + twoDigits(span.seconds);
    return span.hours > 0 ? QString::number(span.hours) + u':' + rest : rest;
}

QString Formats::spokenDuration(qint64 ms) const
{
    const Span span = spanOf(ms);
    const QString minutes = Words::tr("%n minute(s)", "spoken duration", span.minutes);
    if (span.hours > 0)
        return Words::tr("%n hour(s)", "spoken duration", static_cast<int>(span.hours)) + u' ' + minutes;
    if (span.minutes > 0)
        return span.seconds > 0 ? minutes + u' ' + QString::number(span.seconds) : minutes;
    return Words::tr("%n second(s)", "spoken duration", span.seconds);
}

QString Formats::remaining(qint64 ms) const
{
    const Span span = spanOf(ms);
    const QString minutes = QString::number(span.hours * 60 + span.minutes) + u':' + twoDigits(span.seconds);
    return Words::tr("about %1 min left").arg(minutes);
}

QString Formats::clock(qint64 ms) const
{
    return m_locale.toString(localTime(ms), QStringLiteral("HH:mm:ss"));
}

QString Formats::date(qint64 ms) const
{
    const QString format = isGerman() ? QStringLiteral("ddd, dd.MM.yyyy") : QStringLiteral("ddd d MMM yyyy");
    return m_locale.toString(localTime(ms), format);
}

QString Formats::dateTime(qint64 ms) const
{
    return date(ms) + QStringLiteral(", ") + clock(ms);
}

QString Formats::dateTimeWithOffset(qint64 ms) const
{
    const int minutes = localTime(ms).offsetFromUtc() / 60;
    const int size = std::abs(minutes);
    const QString offset =
        QChar(minutes < 0 ? u'-' : u'+') + twoDigits(size / 60) + u':' + twoDigits(size % 60);
    return dateTime(ms) + QStringLiteral(" (UTC") + offset + u')';
}

QString Formats::timeOrDate(qint64 ms, qint64 nowMs) const
{
    const QDateTime time = localTime(ms);
    if (time.date() == localTime(nowMs).date())
        return clock(ms);
    return m_locale.toString(time, isGerman() ? QStringLiteral("dd.MM.yyyy, HH:mm")
                                              : QStringLiteral("d MMM yyyy, HH:mm"));
}

QString Formats::relative(qint64 ms, qint64 nowMs) const
{
    const qint64 seconds = (nowMs - ms) / MsPerSecond;
    if (seconds <= -60 || seconds >= 3600)
        return timeOrDate(ms, nowMs);
    if (seconds < 60)
        return Words::tr("%1 s ago").arg(std::max<qint64>(seconds, 0));
    return Words::tr("%1 min ago").arg(seconds / 60);
}

} // namespace anrufwarte
