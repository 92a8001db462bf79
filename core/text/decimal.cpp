// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/decimal.h"

#include <cmath>

namespace anrufwarte {

namespace {
quint64 powerOfTen(int exponent)
{
    quint64 power = 1;
    for (int i = 0; i < exponent; ++i)
        power *= 10;
    return power;
}
} // namespace

QString decimalText(const QLocale &locale, qint64 value, int scale, int decimals)
{
    const quint64 magnitude =
        value < 0 ? quint64(0) - static_cast<quint64>(value) : static_cast<quint64>(value);
    const quint64 divisor = powerOfTen(scale - decimals);
    const quint64 rounded = magnitude / divisor + (magnitude % divisor >= divisor - divisor / 2 ? 1 : 0);
    const quint64 unit = powerOfTen(decimals);

    QString text = value < 0 && rounded > 0 ? locale.negativeSign() : QString();
    text += locale.toString(rounded / unit);
    if (decimals > 0)
        text += locale.decimalPoint() + QString::number(rounded % unit).rightJustified(decimals, u'0');
    return text;
}

std::optional<QString> decimalText(const QLocale &locale, double value, int decimals)
{
    constexpr int Scale = 9;
    constexpr double Limit = 9.0e9; // times 1e9 still fits 64 bits
    if (!std::isfinite(value))
        return std::nullopt;
    if (std::abs(value) < Limit)
        return decimalText(locale, std::llround(value * 1.0e9), Scale, decimals);
    if (std::abs(value) < Limit * 1.0e9) // so large that places behind the point mean nothing any more
        return decimalText(locale, std::llround(value), 0, 0);
    return std::nullopt;
}

} // namespace anrufwarte
