// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/formats.h"

#include "core/text/decimal.h"
#include "core/text/phone.h"

#include <cmath>

namespace anrufwarte {

namespace {
constexpr int MicroPlaces = 6;
constexpr QChar NoBreakSpace(QChar::Nbsp);

QString about(const QString &amount)
{
    return QChar(0x2248) + (NoBreakSpace + amount);
}

QLocale supported(const QLocale &locale)
{
    return locale.language() == QLocale::German ? QLocale(QLocale::German, QLocale::Germany)
                                                : QLocale(QLocale::English, QLocale::UnitedKingdom);
}

/// Where each language puts the sign of a currency.
QString withCurrency(const QLocale &locale, QChar currency, const QString &amount)
{
    if (locale.language() == QLocale::German)
        return amount + NoBreakSpace + currency;
    const QString minus = locale.negativeSign();
    if (amount.startsWith(minus))
        return minus + currency + amount.mid(minus.size());
    return currency + amount;
}
} // namespace

Formats::Formats(const QLocale &locale) : m_locale(supported(locale)) {}

QString Formats::unknown()
{
    return QString(QChar(0x2013));
}

QString Formats::dollars(MicroDollars cost, int decimals) const
{
    return withCurrency(m_locale, u'$', decimalText(m_locale, cost, MicroPlaces, decimals));
}

QString Formats::callCost(std::optional<MicroDollars> cost) const
{
    return cost ? dollars(*cost, 3) : unknown();
}

QString Formats::estimatedCost(MicroDollars cost) const
{
    return about(dollars(cost, 2));
}

QString Formats::costSum(std::optional<MicroDollars> cost) const
{
    return cost ? dollars(*cost, 2) : unknown();
}

QString Formats::euro(MicroDollars cost, double eurPerUsd, int decimals) const
{
    const auto amount = decimalText(m_locale, anrufwarte::dollars(cost) * eurPerUsd, decimals);
    return amount ? about(withCurrency(m_locale, QChar(0x20AC), *amount)) : unknown();
}

QString Formats::cents(MicroDollars cost, bool withUnit) const
{
    constexpr int CentPlaces = 4; // a cent is 10^4 micros
    const QString amount = decimalText(m_locale, cost, CentPlaces, 3);
    return withUnit ? amount + NoBreakSpace + QStringLiteral("ct") : amount;
}

QString Formats::unitPrice(std::optional<double> price) const
{
    return price ? decimal(*price, 5) : unknown();
}

QString Formats::number(qint64 value) const
{
    return m_locale.toString(value);
}

QString Formats::decimal(double value, int decimals) const
{
    return decimalText(m_locale, value, decimals).value_or(unknown());
}

QString Formats::percent(double share, int decimals) const
{
    const auto amount = decimalText(m_locale, share * 100.0, decimals);
    if (!amount)
        return unknown();
    return *amount + (isGerman() ? QString(NoBreakSpace) : QString()) + u'%';
}

QString Formats::bytes(qint64 count) const
{
    const double size = static_cast<double>(count);
    if (count < 1'000)
        return number(count) + NoBreakSpace + u'B';
    if (count < 999'950)
        return decimal(size / 1.0e3, 1) + NoBreakSpace + QStringLiteral("kB");
    if (count < 999'950'000)
        return decimal(size / 1.0e6, 1) + NoBreakSpace + QStringLiteral("MB");
    return decimal(size / 1.0e9, 1) + NoBreakSpace + QStringLiteral("GB");
}

QString Formats::latency(std::optional<double> ms) const
{
    if (!ms || !std::isfinite(*ms) || *ms < 0.0)
        return unknown();
    const int decimals = *ms < 9'995.0 ? 2 : 1; // from what would read "10,00 s"
    return decimal(*ms / 1'000.0, decimals) + NoBreakSpace + u's';
}

QString Formats::milliseconds(std::optional<double> ms) const
{
    return ms && *ms >= 0.0 ? decimal(*ms, 0) : unknown();
}

QString Formats::phone(const QString &number) const
{
    return phoneText(number);
}

QString Formats::maskedPhone(const QString &number) const
{
    return maskedPhoneText(number);
}

} // namespace anrufwarte
