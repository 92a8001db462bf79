// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/when.h"

#include <QDateTime>
#include <QRegularExpression>

namespace anrufwarte {

namespace {

constexpr qint64 MinuteMs = 60'000;
constexpr qsizetype DateLength = 10; // 2026-11-22

std::optional<qint64> ago(QStringView text, qint64 nowMs)
{
    static const QRegularExpression form(QStringLiteral("^([0-9]{1,6})([dhm])$"));
    const auto match = form.match(text.toString());
    if (!match.hasMatch())
        return std::nullopt;
    const qint64 count = match.capturedView(1).toLongLong();
    const QChar unit = match.capturedView(2).front();
    const qint64 minutes = unit == u'd' ? 24 * 60 : unit == u'h' ? 60 : 1;
    return nowMs - count * minutes * MinuteMs;
}

} // namespace

std::optional<qint64> parseWhen(QStringView text, qint64 nowMs)
{
    if (const auto past = ago(text, nowMs))
        return past;
    const QString iso = text.toString();
    if (iso.size() <= DateLength) { // QDate would overlook what follows the date
        const QDate date = QDate::fromString(iso, Qt::ISODate);
        return date.isValid() ? std::optional(date.startOfDay().toMSecsSinceEpoch()) : std::nullopt;
    }
    const QDateTime time = QDateTime::fromString(iso, Qt::ISODateWithMs);
    return time.isValid() ? std::optional(time.toMSecsSinceEpoch()) : std::nullopt;
}

} // namespace anrufwarte
