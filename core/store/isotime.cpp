// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/isotime.h"

#include <QDateTime>
#include <chrono>

namespace anrufwarte {

namespace {

/// Decimal digits of `value`, filled up with zeros, ending before `end`.
void putDigits(char16_t *end, int count, unsigned value)
{
    for (; count > 0; --count) {
        *--end = static_cast<char16_t>(u'0' + value % 10);
        value /= 10;
    }
}

/// QDateTime needs twelve thousand instructions for it, and each webhook has several moments.
QString formatted(std::chrono::sys_time<std::chrono::milliseconds> moment)
{
    using namespace std::chrono;
    const sys_days midnight = floor<days>(moment);
    const year_month_day day(midnight);
    const hh_mm_ss time(moment - midnight);
    char16_t text[] = u"0000-00-00T00:00:00.000Z";
    putDigits(text + 4, 4, static_cast<unsigned>(int(day.year())));
    putDigits(text + 7, 2, unsigned(day.month()));
    putDigits(text + 10, 2, unsigned(day.day()));
    putDigits(text + 13, 2, static_cast<unsigned>(time.hours().count()));
    putDigits(text + 16, 2, static_cast<unsigned>(time.minutes().count()));
    putDigits(text + 19, 2, static_cast<unsigned>(time.seconds().count()));
    putDigits(text + 23, 3, static_cast<unsigned>(time.subseconds().count()));
    return QStringView(text, std::size(text) - 1).toString();
}

constexpr qint64 YearOneMs = -62'135'596'800'000;
constexpr qint64 YearTenThousandMs = 253'402'300'800'000;

} // namespace

QString isoUtc(qint64 ms)
{
    if (ms < YearOneMs || ms >= YearTenThousandMs)
        return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs);
    return formatted(std::chrono::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(ms)));
}

qint64 fromIsoUtc(const QString &text)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

} // namespace anrufwarte
