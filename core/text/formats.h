// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"

#include <QLocale>
#include <QString>
#include <optional>

namespace anrufwarte {

/// How values look, in German and English (ui.md §5). One place for all of them; pure apart from the
/// translator that words come from. Numbers follow German or British habits, whatever the country of the
/// locale. Unknown is "–" everywhere, never 0. Times come as UTC ms and are shown in the system's zone.
class Formats
{
public:
    explicit Formats(const QLocale &locale = QLocale());

    [[nodiscard]] static QString unknown(); ///< "–"

    [[nodiscard]] QString duration(std::optional<qint64> ms) const; ///< "01:11", "1:04:09"
    [[nodiscard]] QString spokenDuration(qint64 ms) const;          ///< "4 Minuten 12"
    [[nodiscard]] QString remaining(qint64 ms) const;               ///< "noch etwa 1:40 min"
    [[nodiscard]] QString latency(std::optional<double> ms) const;  ///< "3,38 s" below 10 s, then "12,4 s"
    [[nodiscard]] QString milliseconds(std::optional<double> ms) const;     ///< "3.381"
    [[nodiscard]] QString callCost(std::optional<MicroDollars> cost) const; ///< "0,098 $" / "$0.098"
    [[nodiscard]] QString estimatedCost(MicroDollars cost) const;           ///< "≈ 0,35 $"
    [[nodiscard]] QString costSum(std::optional<MicroDollars> cost) const;  ///< "17,92 $"
    [[nodiscard]] QString dollars(MicroDollars cost, int decimals) const;   ///< "0,0979 $"
    [[nodiscard]] QString euro(MicroDollars cost, double eurPerUsd, int decimals = 2) const; ///< "≈ 16,49 €"
    [[nodiscard]] QString cents(MicroDollars cost, bool withUnit = true) const;              ///< "9,785 ct"
    [[nodiscard]] QString unitPrice(std::optional<double> price) const; ///< five decimals, "0,07000"
    [[nodiscard]] QString number(qint64 value) const;                   ///< "1.284"
    [[nodiscard]] QString decimal(double value, int decimals) const;    ///< "0,9200"; "–" when not finite
    [[nodiscard]] QString percent(double share, int decimals) const;    ///< share 0..1: "98,6 %"
    [[nodiscard]] QString clock(qint64 ms) const;                       ///< "17:52:24"
    [[nodiscard]] QString dateTime(qint64 ms) const;                    ///< "Sa., 04.10.2025, 17:42:36"
    [[nodiscard]] QString dateTimeWithOffset(qint64 ms) const; ///< "… 17:42:36 (UTC+02:00)", for tooltips
    [[nodiscard]] QString date(qint64 ms) const;               ///< "Sa., 04.10.2025"
    [[nodiscard]] QString timeOrDate(qint64 ms,
                                     qint64 nowMs) const; ///< today: clock only; else "03.10.2025, 17:42"
    [[nodiscard]] QString relative(qint64 ms, qint64 nowMs) const; ///< "vor 4 s", "vor 3 min", then the clock
    [[nodiscard]] QString bytes(qint64 count) const;               ///< "12,4 kB"
    /// E.164 grouped country / area / number; "anonymous" and the like as words; other text verbatim,
    /// isolated (bidi).
    [[nodiscard]] QString phone(const QString &number) const;
    [[nodiscard]] QString maskedPhone(const QString &number) const; ///< "+49 30 …418"

    [[nodiscard]] const QLocale &locale() const { return m_locale; }

private:
    [[nodiscard]] bool isGerman() const { return m_locale.language() == QLocale::German; }

    QLocale m_locale;
};

} // namespace anrufwarte
